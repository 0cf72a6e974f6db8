import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { importPaths } from './support/importing.ts';
import { launchApplication, temporaryFolder } from './support/launch.ts';
import type { LaunchOptions, Launched } from './support/launch.ts';
import { chooseCommand, commandInMenu } from './support/menu.ts';
import './support/page-bridge.ts';

/** Runs with the application open, and closes it whatever happens. */
async function withApplication<T>(
  options: LaunchOptions,
  use: (launched: Launched) => Promise<T>,
): Promise<T> {
  const launched = await launchApplication(options);
  try {
    await launched.page.getByRole('combobox', { name: 'Search the archive' }).waitFor();
    return await use(launched);
  } finally {
    await launched.close();
  }
}

/** Opening a new library takes a moment longer than `expect.poll` waits by itself. */
const patiently = <T>(read: () => T) => expect.poll(read, { timeout: 15_000 });

const bounds = ({ application }: Launched) =>
  application.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());

test('the window opens where it was left, and what the person chose is kept', async () => {
  const { folder, remove } = temporaryFolder();
  const options = { userData: path.join(folder, 'u'), library: path.join(folder, 'l') };
  const left = { x: 40, y: 30, width: 700, height: 500 };
  await withApplication(options, async ({ application, page }) => {
    await application.evaluate(
      ({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setBounds(to),
      left,
    );
    await chooseCommand(application, 'theme-dark');
    await page.waitForFunction(async () => (await window.cuttings.settings()).theme === 'dark');
  });
  await withApplication(options, async (launched) => {
    expect(await bounds(launched)).toEqual(left);
    expect(await launched.application.evaluate(({ nativeTheme }) => nativeTheme.shouldUseDarkColors)).toBe(
      true,
    );
    expect(await launched.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true);
  });
  remove();
});

test('a window that was on a display that is gone opens on one that is there', async () => {
  const { folder, remove } = temporaryFolder();
  const gone = { bounds: { x: 90_000, y: -90_000, width: 700, height: 500 }, maximised: false };
  fs.writeFileSync(path.join(folder, 'window.json'), JSON.stringify(gone));
  await withApplication({ userData: folder }, async (launched) => {
    const area = await launched.application.evaluate(({ screen }) => screen.getPrimaryDisplay().workArea);
    const found = await bounds(launched);
    expect(found).toMatchObject({ width: 700, height: 500 });
    const { x = -1, y = -1 } = found ?? {};
    expect(
      x >= area.x && y >= area.y && x + 700 <= area.x + area.width && y + 500 <= area.y + area.height,
    ).toBe(true);
  });
  remove();
});

test('damaged settings are set aside, and it starts with the defaults', async () => {
  const { folder, remove } = temporaryFolder();
  fs.writeFileSync(path.join(folder, 'settings.json'), '{"theme": "da');
  fs.writeFileSync(path.join(folder, 'window.json'), '\0\0\0\0');
  await withApplication({ userData: folder }, async ({ page }) => {
    expect((await page.evaluate(() => window.cuttings.settings())).theme).toBe('system');
  });
  expect(fs.readFileSync(path.join(folder, 'settings.broken.json'), 'utf8')).toBe('{"theme": "da');
  expect(fs.existsSync(path.join(folder, 'window.broken.json'))).toBe(true);
  remove();
});

test('the menu has every command that can act enabled, and no other', async () => {
  const { folder, remove } = temporaryFolder();
  const file = path.join(folder, 'clip.txt');
  fs.writeFileSync(file, 'A clip from elsewhere\n28 November 2007\n\nIts first paragraph.\n');
  await withApplication({}, async ({ application, page }) => {
    const enabled = async (id: Parameters<typeof commandInMenu>[1]) =>
      (await commandInMenu(application, id))?.enabled;
    await patiently(() => enabled('import-files')).toBe(true);
    const impossible = ['back', 'forward', 'next-mark', 'view-clean'] as const;
    expect(await Promise.all(impossible.map(enabled))).toEqual(impossible.map(() => false));
    const possible = [
      'focus-search',
      'all-articles',
      'show-imports',
      'theme-light',
      'about',
      'reveal-library',
    ] as const;
    await patiently(() => Promise.all(possible.map(enabled))).toEqual(possible.map(() => true));
    expect(await commandInMenu(application, 'match-all')).toMatchObject({ checked: true });

    const ended = await importPaths(application, page, [file]);
    expect(ended.state === 'finished' && ended.totals.added).toBe(1);
    await chooseCommand(application, 'match-any');
    await patiently(async () => (await commandInMenu(application, 'match-all'))?.checked).toBe(false);
  });
  remove();
});

test('files named on the command line are imported, and found at once', async () => {
  const { folder, remove } = temporaryFolder();
  const file = path.join(folder, 'clip.txt');
  fs.writeFileSync(file, 'Zephyrine harvests counted\n28 November 2007\n\nIts first paragraph.\n');
  await withApplication({ args: [file] }, async ({ page }) => {
    await page.getByRole('combobox', { name: 'Search the archive' }).pressSequentially('zephyrine');
    const results = page.getByRole('listbox', { name: 'Results' });
    await results.getByRole('option').filter({ hasText: 'Zephyrine harvests counted' }).first().waitFor();
  });
  remove();
});

test('a page that is loaded again gets a port of its own', async () => {
  await withApplication({}, async ({ page }) => {
    await page.reload();
    await page.getByRole('combobox', { name: 'Search the archive' }).pressSequentially('troika');
    await page.getByRole('listbox', { name: 'Results' }).getByRole('option').first().waitFor();
  });
});

test('what it is made of is told, with the warning about the test runtime', async () => {
  await withApplication({}, async ({ page, library, application }) => {
    const electron = await application.evaluate(() => process.versions['electron']);
    const version = await application.evaluate(({ app }) => app.getVersion());
    const about = await page.evaluate(() => window.cuttings.about());
    expect(about).toMatchObject({ electron, version, libraryPath: library });
    expect(about.runtimeWarning === null).toBe(!electron?.startsWith('25.'));
  });
});

test('a signal closes the library in good order', async () => {
  const { folder, remove } = temporaryFolder();
  const library = path.join(folder, 'library');
  const launched = await launchApplication({ library });
  await launched.page.getByRole('combobox', { name: 'Search the archive' }).waitFor();
  await patiently(async () => (await commandInMenu(launched.application, 'import-files'))?.enabled).toBe(
    true,
  );
  const ended = new Promise((resolve) => launched.application.process().once('exit', resolve));
  launched.application.process().kill('SIGTERM');
  expect(await ended).toBe(0);
  expect(fs.readdirSync(library).filter((name) => /-(?:wal|shm)$/u.test(name))).toEqual([]);
  await launched.close();
  remove();
});
