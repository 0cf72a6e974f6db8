import type { ElectronApplication, Page } from 'playwright';
import type { Bridge, ImportState } from '../../../main/bridge/bridge.ts';
import { chooseCommand } from './menu.ts';

/** Chooses files or folders through File > Import Files…, with the system's dialog answered for the person. */
export async function offerPaths(
  application: ElectronApplication,
  page: Page,
  paths: readonly string[],
): Promise<void> {
  await application.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [...filePaths] });
  }, paths);
  await chooseCommand(application, 'import-files');
  await page.locator('ct-import-sheet dialog').waitFor();
}

/** Drops files or folders on the middle of the window, as a file manager does. */
export async function dropPaths(page: Page, paths: readonly string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  const [x, y] = [400, 400];
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x, y, data });
  }
  await session.detach();
}

/** Imports files or folders and takes what the sheet offers. Answers how the import ended. */
export async function importPaths(
  application: ElectronApplication,
  page: Page,
  paths: readonly string[],
): Promise<ImportState> {
  const ended = await page.evaluateHandle(() => {
    const { cuttings } = window as unknown as { readonly cuttings: Bridge };
    const state = new Promise<ImportState>((resolve) => {
      const stop = cuttings.onImport((now) => {
        if (now.state === 'running') return;
        stop();
        resolve(now);
      });
    });
    return { state };
  });
  await offerPaths(application, page, paths);
  await page.locator('ct-import-sheet').getByRole('button', { name: 'Import', exact: true }).click();
  return ended.evaluate(({ state }) => state);
}
