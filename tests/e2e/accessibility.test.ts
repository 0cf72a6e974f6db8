import axe from 'axe-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keepScreenshot, launchApplication } from './support/launch.ts';
import type { Launched } from './support/launch.ts';
import { chooseCommand } from './support/menu.ts';

let launched: Launched;

/** The violations of WCAG 2 levels A and AA on what the window shows now, one line each. */
async function violations(): Promise<readonly string[]> {
  const { page } = launched;
  // Evaluated through the debugger, which the page's content security policy does not govern.
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe: checker } = window as unknown as { readonly axe: typeof axe };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    const found = await checker.run(document, { runOnly: { type: 'tag', values: tags } });
    return found.violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map((node) => `${node.target.join(' ')} ${node.failureSummary ?? ''}`).join(' | ')}`,
    );
  });
}

beforeAll(async () => {
  launched = await launchApplication({ args: ['--size', '1440x900'] });
  await launched.page
    .getByRole('heading', { name: /Final Kosovo talks/u })
    .first()
    .waitFor();
});

afterAll(() => launched?.close());

test.each(['light', 'dark'] as const)('no screen violates level A or AA in the %s theme', async (theme) => {
  const { application, page } = launched;
  const found: Record<string, readonly string[]> = {};
  await chooseCommand(application, `theme-${theme}`);
  found['front page'] = await violations();
  await page.getByRole('combobox', { name: 'Search the archive' }).fill('kosovo');
  await page.getByRole('listbox', { name: 'Results' }).getByRole('option').first().click();
  await page.locator('ct-article').first().waitFor();
  found['results'] = await violations();
  await chooseCommand(application, 'view-side');
  await page.locator('ct-original').first().waitFor();
  found['side by side'] = await violations();
  await chooseCommand(application, 'view-clean');
  await chooseCommand(application, 'correct-article');
  await page.getByLabel('Headline', { exact: true }).waitFor();
  found['correction'] = await violations();
  await page.keyboard.press('Escape');
  await chooseCommand(application, 'new-article');
  await page.getByRole('heading', { name: 'New article' }).waitFor();
  found['new article'] = await violations();
  await page.keyboard.press('Escape');
  await chooseCommand(application, 'delete-article');
  await page.getByText('This cannot be undone.').waitFor();
  found['deletion'] = await violations();
  await page.keyboard.press('Escape');
  await chooseCommand(application, 'shortcuts');
  await page.getByRole('dialog').first().waitFor();
  found['help'] = await violations();
  await keepScreenshot(page, `help-${theme}`);
  await page.keyboard.press('Escape');
  await page.getByRole('combobox', { name: 'Search the archive' }).fill('xylophone');
  await page.getByRole('heading', { name: 'Nothing found' }).waitFor();
  found['nothing found'] = await violations();
  await chooseCommand(application, 'front-page');
  expect(found).toEqual({
    ...{
      'front page': [],
      results: [],
      'side by side': [],
      correction: [],
      'new article': [],
      deletion: [],
      help: [],
    },
    'nothing found': [],
  });
});
