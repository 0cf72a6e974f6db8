import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright';
import { keepScreenshot, launchApplication } from './support/launch.ts';
import type { Launched } from './support/launch.ts';
import { chooseCommand } from './support/menu.ts';

const bbcHeadline = 'Final Kosovo talks end in failure';

let launched: Launched;
let page: Page;

const box = () => page.getByRole('combobox', { name: 'Search the archive' });
const results = () => page.getByRole('listbox', { name: 'Results' });
const option = (name: string) => results().getByRole('option').filter({ hasText: name });
const article = () => page.getByRole('heading', { level: 1 });

/** The tag of the element that has the focus, however deep it stands. */
function focused(): Promise<string | undefined> {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element?.tagName;
  });
}

async function search(text: string): Promise<void> {
  await box().fill('');
  await box().pressSequentially(text, { delay: 5 });
}

beforeAll(async () => {
  launched = await launchApplication();
  ({ page } = launched);
  await page
    .getByRole('link', { name: bbcHeadline })
    .or(page.getByRole('button', { name: bbcHeadline }))
    .first()
    .waitFor();
});

afterAll(() => launched?.close());

describe('the reading room', () => {
  test('opens on the front page of the bundled collection, with the focus in the search box', async () => {
    expect(await page.evaluate(() => document.hasFocus())).toBe(true);
    await expect.poll(focused).toBe('INPUT');
    await keepScreenshot(page, 'front-page-light');
  });

  test('searches while typing and shows the article with its marks', async () => {
    await search('unilateral declaration');
    await option(bbcHeadline).first().waitFor();
    await expect.poll(() => article().textContent()).toContain(bbcHeadline);
    const marks = await page.locator('ct-article mark').allTextContents();
    expect(marks.map((mark) => mark.toLowerCase())).toEqual(
      expect.arrayContaining(['unilateral', 'declaration']),
    );
    await keepScreenshot(page, 'results-light');
  });

  test('finds a name however it is spelled, and only as written when that is asked for', async () => {
    for (const spelling of ['Thaçi', 'Thaci', 'Тачи', 'Hašim Tači']) {
      await search(spelling);
      await option(bbcHeadline).first().waitFor();
    }
    await search('Тачи');
    await option(bbcHeadline).first().waitFor();
    await chooseCommand(launched.application, 'exact-spelling');
    await expect.poll(() => option(bbcHeadline).count()).toBe(0);
    await chooseCommand(launched.application, 'exact-spelling');
    await option(bbcHeadline).first().waitFor();
  });

  /** Down goes into the completions while they are open. */
  const closeCompletions = async () => {
    await expect.poll(() => box().getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('Escape');
    await expect.poll(() => box().getAttribute('aria-expanded')).toBe('false');
  };

  test('moves between box, results and article by keyboard alone', async () => {
    await search('kosovo');
    await results().getByRole('option').first().waitFor();
    await closeCompletions();
    await page.keyboard.press('ArrowDown');
    const selected = () => results().getByRole('option', { selected: true }).getAttribute('data-index');
    await expect.poll(selected).toBe('0');
    await page.keyboard.press('ArrowDown');
    await expect.poll(selected).toBe('1');
    await page.keyboard.type('x');
    await expect.poll(() => box().inputValue()).toBe('kosovox');
    await page.getByRole('heading', { name: 'Nothing found' }).waitFor();
    await page.keyboard.press('Backspace');
    await results().getByRole('option').first().waitFor();
    await closeCompletions();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(focused).toBe('H1');
    await page.keyboard.press('/');
    await expect.poll(focused).toBe('INPUT');
  });

  test('steps through the marks with F3', async () => {
    await search('independence');
    await option(bbcHeadline).first().click();
    await expect.poll(() => article().textContent()).toContain(bbcHeadline);
    await chooseCommand(launched.application, 'next-mark');
    await expect
      .poll(() => page.locator('ct-mark-navigator .count').textContent())
      .toMatch(/^1 of \d+ marks$/u);
    await chooseCommand(launched.application, 'next-mark');
    await expect
      .poll(() => page.locator('ct-mark-navigator .count').textContent())
      .toMatch(/^2 of \d+ marks$/u);
  });

  test('shows the original exactly as it came, alone and side by side', async () => {
    await search('unilateral declaration');
    await option(bbcHeadline).first().click();
    await chooseCommand(launched.application, 'view-original');
    await page.getByText('watch One-Minute World News').waitFor();
    await keepScreenshot(page, 'original-light');
    await chooseCommand(launched.application, 'view-side');
    await page.getByText('watch One-Minute World News').waitFor();
    await keepScreenshot(page, 'side-by-side-light');
    await chooseCommand(launched.application, 'view-clean');
  });

  test('says what to try when nothing is found', async () => {
    await search('xylophone zeppelin');
    await page
      .getByText(/nothing|no article/iu)
      .first()
      .waitFor();
    await keepScreenshot(page, 'nothing-found-light');
  });

  test('follows the dark theme', async () => {
    await chooseCommand(launched.application, 'theme-dark');
    await expect
      .poll(() => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches))
      .toBe(true);
    await search('kosovo thaci');
    await option(bbcHeadline).first().click();
    await keepScreenshot(page, 'results-dark');
    await chooseCommand(launched.application, 'theme-light');
  });
});
