import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { importPaths } from './support/importing.ts';
import { keepScreenshot, launchApplication, temporaryFolder } from './support/launch.ts';
import { chooseCommand } from './support/menu.ts';

const serbian =
  'Преговори о коначном статусу Косова и Метохије у Бечу: тројка посредника поново разговара са обема странама у Бадену';
const albanian =
  'Bisedimet për statusin përfundimtar të Kosovës në Vjenë vazhdojnë pa marrëveshje ndërmjet palëve, thonë ndërmjetësit';

const shoot = async (page: Page, name: string): Promise<void> => {
  for (const theme of ['dark', 'light'] as const) {
    await page.evaluate((chosen) => void window.cuttings.changeSettings({ theme: chosen }), theme);
    await page.waitForFunction((chosen) => document.documentElement.dataset['theme'] === chosen, theme);
    await keepScreenshot(page, `${name}-${theme}`);
  }
};

test('an article is corrected, undone and deleted in the window; list, search, pane and disk agree', async () => {
  const { folder, remove } = temporaryFolder();
  const source = path.join(folder, 'in');
  fs.mkdirSync(source);
  for (const [name, headline] of [
    ['a', serbian],
    ['b', albanian],
  ] as const)
    fs.writeFileSync(
      path.join(source, `${name}.txt`),
      `${headline}\n3 March 2008\nA wallaby.\n\nMore of it.\n`,
    );
  const library = path.join(folder, 'library');
  const launched = await launchApplication({ library });
  try {
    const { application, page } = launched;
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    expect((await importPaths(application, page, [source])).state).toBe('finished');
    await page.getByRole('combobox', { name: 'Search the archive' }).fill('wallaby');
    await page.getByText('2 articles').first().waitFor();
    await page.getByRole('option', { name: serbian.slice(0, 30) }).click();
    await page.locator('ct-article h1', { hasText: serbian }).waitFor();

    await page.getByRole('button', { name: 'Change this article' }).click();
    await page.getByRole('menuitem', { name: 'Correct…' }).waitFor();
    await shoot(page, 'article-menu');
    await page.getByRole('menuitem', { name: 'Correct…' }).click();
    await page.getByLabel('Headline', { exact: true }).fill(`${serbian} (исправљено)`);
    await page.getByLabel('Source', { exact: true }).fill('Политика');
    await page.getByLabel('Date', { exact: true }).fill('03.03.2008');
    await page.getByLabel('Language', { exact: true }).fill('Serbian (Cyrillic)');
    await page.getByText('cannot be read as a date').waitFor();
    await shoot(page, 'correct-problem');
    await page.setViewportSize({ width: 700, height: 760 });
    await keepScreenshot(page, 'correct-narrow');
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.getByLabel('Date', { exact: true }).fill('2008-03-04 11:49 +01:00');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.locator('ct-article h1', { hasText: 'исправљено' }).waitFor();
    await page.getByText('Corrected by you; the source says').waitFor();
    await page.getByRole('option', { name: /исправљено/u }).waitFor();
    await shoot(page, 'corrected');
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('was taken back').waitFor();
    await page.getByText('Corrected by you').waitFor({ state: 'detached' });

    await chooseCommand(application, 'delete-article');
    await page.getByText('This cannot be undone.').waitFor();
    await shoot(page, 'delete-article');
    await page.setViewportSize({ width: 700, height: 760 });
    await keepScreenshot(page, 'delete-article-narrow');
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.getByRole('button', { name: 'Delete article and original' }).click();
    await page.getByText('The article was deleted.').waitFor();
    await page.locator('ct-article h1', { hasText: albanian }).waitFor();
    await page.getByText('1 article', { exact: false }).first().waitFor();
    await shoot(page, 'deleted');
    const files = fs
      .readdirSync(library, { recursive: true })
      .map((name) => path.join(library, String(name)));
    const holding = files.filter(
      (file) => fs.statSync(file).isFile() && fs.readFileSync(file).includes('Метохије у Бечу: тројка'),
    );
    expect(holding).toEqual([]);
  } finally {
    await launched.close();
    remove();
  }
});
