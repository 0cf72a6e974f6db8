import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { keepScreenshot, launchApplication, temporaryFolder } from './support/launch.ts';
import { chooseCommand } from './support/menu.ts';

const serbian =
  'Преговори о коначном статусу Косова и Метохије у Бечу: тројка посредника поново разговара са обема странама у Бадену';

const shoot = async (page: Page, name: string): Promise<void> => {
  for (const theme of ['dark', 'light'] as const) {
    await page.evaluate((chosen) => void window.cuttings.changeSettings({ theme: chosen }), theme);
    await page.waitForFunction((chosen) => document.documentElement.dataset['theme'] === chosen, theme);
    await keepScreenshot(page, `${name}-${theme}`);
  }
};

/** A picture of a column of print, as the page itself can draw it. */
async function picture(page: Page): Promise<Buffer> {
  const address = await page.evaluate(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 600, height: 420 });
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('no canvas');
    context.fillStyle = '#efe6cf';
    context.fillRect(0, 0, 600, 420);
    context.fillStyle = '#222';
    context.font = '28px serif';
    context.fillText('A CLIPPING OF 1987', 40, 60);
    for (let line = 0; line < 12; line += 1)
      context.fillRect(40, 90 + line * 24, 420 + ((line * 37) % 100), 6);
    return canvas.toDataURL('image/png');
  });
  return Buffer.from(address.slice(address.indexOf(',') + 1), 'base64');
}

test('a clipping is typed, kept as a draft over a crash, added, and shown with its scan', async () => {
  const { folder, remove } = temporaryFolder();
  const launched = await launchApplication({ library: `${folder}/library` });
  try {
    const { application, page } = launched;
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await chooseCommand(application, 'new-article');
    await page.getByRole('heading', { name: 'New article' }).waitFor();
    await shoot(page, 'new-article-empty');
    await page.getByRole('button', { name: 'Add to the library' }).click();
    await page.getByText('Type or paste a text, or add a picture.').waitFor();
    await shoot(page, 'new-article-problems');
    await page.getByLabel('Headline', { exact: true }).fill(serbian);
    await page.getByLabel('Source', { exact: true }).fill('Политика');
    await page.locator('#published').fill('1987-04');
    await page.getByLabel('Text, plain or Markdown').fill('Prva rečenica o vombatu.\nDruga rečenica.');
    const input = page.locator('ct-new-article-dialog input[type=file]');
    await input.setInputFiles({
      name: 'notes.png',
      mimeType: 'image/png',
      buffer: Buffer.from('no picture at all, really none'),
    });
    await page.getByText('This is no picture that can be kept').waitFor();
    await input.setInputFiles({ name: 'scan.png', mimeType: 'image/png', buffer: await picture(page) });
    await page.locator('ct-new-article-dialog canvas').waitFor();
    await shoot(page, 'new-article-full');
    await page.setViewportSize({ width: 700, height: 760 });
    await keepScreenshot(page, 'new-article-narrow');
    await page.setViewportSize({ width: 1280, height: 800 });

    // The draft is kept a little after the last key; then the page goes without a word.
    await page.getByRole('button', { name: 'Keep as draft' }).click();
    await page.getByRole('heading', { name: 'New article' }).waitFor({ state: 'detached' });
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 0)));
    await page.reload();
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await chooseCommand(application, 'new-article');
    await page.locator('ct-new-article-dialog canvas').waitFor();
    expect(await page.getByLabel('Headline', { exact: true }).inputValue()).toBe(serbian);

    await page.getByRole('button', { name: 'Add to the library' }).click();
    await page.locator('ct-article h1', { hasText: 'Преговори' }).waitFor();
    await page.getByText(`Added “${serbian}”.`).waitFor();
    await chooseCommand(application, 'view-side');
    await page.locator('ct-original canvas').waitFor();
    await shoot(page, 'clipping');
    await page.getByRole('combobox', { name: 'Search the archive' }).fill('vombatu');
    await page.getByText('1 article').first().waitFor();
    await chooseCommand(application, 'new-article');
    await page.getByLabel('Headline', { exact: true }).waitFor();
    expect(await page.getByLabel('Headline', { exact: true }).inputValue()).toBe('');
  } finally {
    await launched.close();
    remove();
  }
});
