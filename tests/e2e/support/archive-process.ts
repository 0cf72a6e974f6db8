import type { ElectronApplication, Page } from 'playwright';
import type { Bridge, ImportState } from '../../../main/bridge/bridge.ts';
import { chooseCommand } from './menu.ts';

/** The process id of the archive process, or null while there is none. */
export async function archiveProcessId(application: ElectronApplication): Promise<number | null> {
  return application.evaluate(({ app }) => {
    const metric = app.getAppMetrics().find(({ name }) => name === 'Cuttings archive');
    return metric?.pid ?? null;
  });
}

/** Waits for an archive process other than `former`, and answers its id. */
export async function nextArchiveProcessId(
  application: ElectronApplication,
  former: number | null,
): Promise<number> {
  const limit = Date.now() + 10_000;
  while (Date.now() < limit) {
    const id = await archiveProcessId(application);
    if (id !== null && id !== former) return id;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('No new archive process was started within ten seconds.');
}

/**
 * Imports files or folders through File > Import Files…, with the system's dialog answered for the person. Answers how
 * the import ended.
 */
export async function importPaths(
  application: ElectronApplication,
  page: Page,
  paths: readonly string[],
): Promise<ImportState> {
  await application.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [...filePaths] });
  }, paths);
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
  await chooseCommand(application, 'import-files');
  return ended.evaluate(({ state }) => state);
}
