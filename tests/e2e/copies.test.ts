import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { importPaths } from './support/importing.ts';
import { keepScreenshot, launchApplication, temporaryFolder } from './support/launch.ts';

const report = `Ministers from the six parties to the talks met in Vienna on Tuesday and agreed on nothing but the date of the
next round. The mediator said that he would report to the Secretary-General before the tenth of December.

Both delegations had come with papers of their own. Neither was discussed, because the first hour went by over the
question of who was to speak first, and the second over what had been said in the first.

“We have a common interest in stability,” the mediator said afterwards. “It is not yet a common text.” Diplomats who were
present spoke of a friendly tone between people who have met too often to be surprised.

The delegations return to Vienna on Monday.`;

const articles = [
  ['Talks in Vienna end without result', 'The Agency', '2007-11-27', report],
  [
    'Nichts Neues aus Wien: six parties, no text',
    'The Evening Paper',
    '2007-11-28',
    `${report}\n\nReporting by our agencies.`,
  ],
  [
    'No agreement, and a date for the next meeting',
    'The Weekly Review of the Danube and the Balkans',
    '2007-11-30',
    report.split('\n\n').slice(0, 3).join('\n\n'),
  ],
  [
    'Talks in Vienna end without result (corrected)',
    'The Agency',
    '2007-11-27',
    report.replace('six parties', 'four parties'),
  ],
] as const;

const shoot = async (page: Page, name: string): Promise<void> => {
  for (const theme of ['dark', 'light'] as const) {
    await page.evaluate((chosen) => void window.cuttings.changeSettings({ theme: chosen }), theme);
    await page.waitForFunction((chosen) => document.documentElement.dataset['theme'] === chosen, theme);
    await keepScreenshot(page, `${name}-${theme}`);
  }
};

test('an article says which other copies there are, and the list leads to each', async () => {
  const { folder, remove } = temporaryFolder();
  const news = path.join(folder, 'news.jsonl');
  const lines = articles.map(([title, source, date, body]) => JSON.stringify({ title, source, date, body }));
  fs.writeFileSync(news, lines.join('\n'));
  const { application, page, close } = await launchApplication({ library: path.join(folder, 'library') });
  try {
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    expect((await importPaths(application, page, [news])).state).toBe('finished');
    await page.keyboard.press('Escape');
    await page.getByRole('combobox').first().fill('mediator Danube');
    await page.locator('ct-result-list').getByText('No agreement, and a date').first().click();
    const copies = page.locator('ct-copies');
    await copies.locator('summary').waitFor();
    expect(await copies.locator('summary').innerText()).toBe(
      '3 other copies; the best one is from The Agency',
    );
    await copies.locator('summary').click();
    await shoot(page, 'copies');
    await page.getByRole('radio', { name: 'Side by side' }).click();
    await page.locator('ct-original').waitFor();
    await keepScreenshot(page, 'copies-side-by-side');
    await page.getByRole('radio', { name: 'Clean' }).click();
    await copies.getByRole('button', { name: 'Nichts Neues aus Wien' }).click();
    await page.locator('ct-article h1', { hasText: 'Nichts Neues' }).waitFor();
    expect(await copies.locator('summary').innerText()).toContain('3 other copies');
    await page.setViewportSize({ width: 420, height: 760 });
    if (!(await copies.locator('ul').isVisible())) await copies.locator('summary').click();
    await keepScreenshot(page, 'copies-narrow');
  } finally {
    await close();
    remove();
  }
});
