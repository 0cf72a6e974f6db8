import fs from 'node:fs';
import path from 'node:path';
import type { ElectronApplication, Page } from 'playwright';
import { expect, test } from 'vitest';
import { importPaths } from './support/importing.ts';
import { keepScreenshot, launchApplication, temporaryFolder } from './support/launch.ts';
import { chooseCommand } from './support/menu.ts';

const shoot = async (page: Page, name: string): Promise<void> => {
  for (const theme of ['dark', 'light'] as const) {
    await page.evaluate((chosen) => void window.cuttings.changeSettings({ theme: chosen }), theme);
    await page.waitForFunction((chosen) => document.documentElement.dataset['theme'] === chosen, theme);
    await keepScreenshot(page, `${name}-${theme}`);
  }
};

/** The next dialogs of the system are answered so, and what message boxes say is kept. */
async function answerDialogs(application: ElectronApplication, folder: string): Promise<void> {
  await application.evaluate(({ dialog }, chosen) => {
    const said: string[] = [];
    Object.assign(globalThis, { said });
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: chosen });
    dialog.showMessageBox = async (...args: unknown[]) => {
      said.push((args.at(-1) as { message: string }).message);
      return { response: 1, checkboxChecked: false };
    };
  }, folder);
}

const said = (application: ElectronApplication): Promise<readonly string[]> =>
  application.evaluate(() => (globalThis as unknown as { readonly said: readonly string[] }).said);

test('the library page: what is held and lacking, verified, backed up, and each number leads somewhere', async () => {
  const { folder, remove } = temporaryFolder();
  const material = path.join(folder, 'in');
  const backup = path.join(folder, 'Rezervna kopija');
  fs.mkdirSync(material);
  fs.mkdirSync(backup);
  fs.writeFileSync(path.join(material, 'undated.txt'), 'A ferry without a day\n\nIts text.\n\nMore of it.\n');
  fs.writeFileSync(path.join(material, 'empty.txt'), '');
  fs.writeFileSync(path.join(material, 'none.jsonl'), '[]\n');
  const { application, page, library, close } = await launchApplication();
  try {
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await importPaths(application, page, [material]);
    await chooseCommand(application, 'library-page');
    await page.getByRole('heading', { name: 'The library', level: 1 }).waitFor();
    await page.getByText('Never verified').waitFor();
    await page.getByText('article is undated.').waitFor();
    expect(await page.title()).toMatch(/^The library – /u);
    await page.getByRole('button', { name: 'Verify now' }).click();
    await page.getByText(/Everything is whole: 34 originals read/u).waitFor();
    await page.getByText(/^Verified on /u).waitFor();
    await answerDialogs(application, backup);
    await page.getByRole('button', { name: 'Back up…' }).click();
    await page.getByText(/^Done: 34 originals, 34 of them new/u).waitFor();
    await page.getByText(backup).waitFor();
    await shoot(page, 'library-page');
    await page.getByRole('heading', { name: 'Other libraries' }).scrollIntoViewIfNeeded();
    await shoot(page, 'library-calendar');
    await page.setViewportSize({ width: 480, height: 900 });
    await keepScreenshot(page, 'library-page-narrow');
    await page.setViewportSize({ width: 1440, height: 900 });
    // What is damaged is told, and the button that shows undated articles finds them.
    const parts = fs.readdirSync(path.join(library, 'originals')).filter((name) => name.length === 2);
    fs.rmSync(path.join(library, 'originals', parts[0] ?? ''), { recursive: true });
    await page.getByRole('button', { name: 'Verify now' }).click();
    await page.getByText(/missing or damaged\. Restore/u).waitFor();
    await keepScreenshot(page, 'library-damaged-light');
    await page.locator('ct-library-page').getByRole('button', { name: 'Show', exact: true }).click();
    await page.getByRole('option', { name: /A ferry without a day/u }).waitFor();
  } finally {
    await close();
    remove();
  }
});

test('several libraries: new, open, recent, at the next start, moved away, and a place that is a danger', async () => {
  const { folder, remove } = temporaryFolder();
  const other = path.join(folder, 'Dropbox', 'Arhiva Pristina');
  const userData = path.join(folder, 'user-data');
  const own = path.join(folder, 'own');
  fs.mkdirSync(path.join(folder, 'Dropbox'));
  const env = { CUTTINGS_LIBRARY: '', XDG_DATA_HOME: own };
  const first = await launchApplication({ userData, env });
  try {
    const { application, page } = first;
    await page.getByRole('heading', { name: 'Final Kosovo talks end in failure' }).waitFor();
    await answerDialogs(application, other);
    await chooseCommand(application, 'new-library');
    await page.getByText('in a folder that Dropbox synchronises').waitFor();
    expect(await said(application)).toEqual(['Make the library there?']);
    await expect.poll(() => page.title()).toBe('Arhiva Pristina – Cuttings');
    await shoot(page, 'library-warning');
    await page.locator('ct-notice').getByRole('button', { name: 'The library' }).click();
    await page.getByText('Nothing yet.').waitFor();
    await shoot(page, 'library-empty');
    await page.getByRole('button', { name: 'Open Library', exact: true }).click();
    await page.getByRole('heading', { name: 'Final Kosovo talks end in failure' }).waitFor();
    await expect.poll(() => page.title()).toBe('Cuttings');
    // A folder without a library is told, and nothing changes.
    await answerDialogs(application, folder);
    await chooseCommand(application, 'open-library');
    await expect.poll(() => said(application)).toEqual(['There is no library in this folder.']);
    await answerDialogs(application, other);
    await chooseCommand(application, 'open-library');
    await expect.poll(() => page.title()).toBe('Arhiva Pristina – Cuttings');
  } finally {
    await first.close();
  }
  const second = await launchApplication({ userData, env });
  await second.page.getByText('in a folder that Dropbox synchronises').waitFor();
  await second.close();
  fs.renameSync(other, path.join(folder, 'elsewhere'));
  const third = await launchApplication({ userData, env });
  try {
    await third.page.getByRole('heading', { name: 'The library cannot be opened' }).waitFor();
    await third.page.getByText(/There is no library at .* any more/u).waitFor();
    await keepScreenshot(third.page, 'library-missing-light');
    expect(fs.existsSync(other)).toBe(false);
    await answerDialogs(third.application, path.join(folder, 'elsewhere'));
    await third.page.getByRole('button', { name: 'Open library…' }).click();
    await expect.poll(() => third.page.title()).toBe('elsewhere – Cuttings');
  } finally {
    await third.close();
    remove();
  }
});
