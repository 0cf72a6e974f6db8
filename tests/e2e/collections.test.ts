import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { importPaths } from './support/importing.ts';
import { keepScreenshot, launchApplication, temporaryFolder } from './support/launch.ts';
import { chooseCommand } from './support/menu.ts';

const serbian = 'Преговори о коначном статусу Косова и Метохије у Бечу, 2005–2008';
const albanian = 'Bisedimet për statusin përfundimtar të Kosovës në Vjenë, të gjitha artikujt e ruajtur';

/** Three folders of articles, and so three collections beside the bundled one. */
function folders(into: string): readonly string[] {
  return [serbian, albanian, 'Štampa'].map((name, at) => {
    const folder = path.join(into, name);
    fs.mkdirSync(folder);
    for (let number = 0; number <= at; number += 1) {
      const text = `Wallaby of collection ${String(at)} number ${String(number)}\n3 March 2008\nIts text.\n\nMore of it.\n`;
      fs.writeFileSync(path.join(folder, `${String(number)}.txt`), text);
    }
    return folder;
  });
}

const theme = async (page: Page, name: 'light' | 'dark'): Promise<void> => {
  await page.evaluate((chosen) => void window.cuttings.changeSettings({ theme: chosen }), name);
  await page.waitForFunction((chosen) => document.documentElement.dataset['theme'] === chosen, name);
};

const shoot = async (page: Page, name: string): Promise<void> => {
  for (const each of ['dark', 'light'] as const) {
    await theme(page, each);
    await keepScreenshot(page, `${name}-${each}`);
  }
};

test('collections are renamed, merged and deleted in the window; undo, the index and a restart agree', async () => {
  const { folder, remove } = temporaryFolder();
  const library = path.join(folder, 'library');
  fs.mkdirSync(path.join(folder, 'in'));
  const first = await launchApplication({ library });
  try {
    const { application, page } = first;
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    const ended = await importPaths(application, page, folders(path.join(folder, 'in')));
    expect(ended.state).toBe('finished');
    const entry = (name: string) => page.locator('ct-collections .entry', { hasText: name });
    await entry('Štampa').waitFor();
    await entry(serbian).hover();
    await shoot(page, 'library-sidebar');

    await entry('Štampa').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Rename' }).waitFor();
    await shoot(page, 'library-menu');
    await page.getByRole('menuitem', { name: 'Rename' }).click();
    await page.keyboard.type('Shtypi 2008');
    await keepScreenshot(page, 'library-rename-light');
    await page.keyboard.press('Enter');
    await page.getByText('Renamed “Štampa” to “Shtypi 2008”.').waitFor();
    await entry('Shtypi 2008').waitFor();

    await entry(serbian).focus();
    await page.keyboard.press('Delete');
    await page.getByRole('heading', { name: 'Delete a collection' }).waitFor();
    await shoot(page, 'library-delete');
    await page.getByRole('radio', { name: /^Shtypi 2008/u }).check();
    await page.getByRole('button', { name: 'Delete the collection' }).click();
    await page.getByText('its 1 article is in “Shtypi 2008” now.').waitFor();
    await entry(serbian).waitFor({ state: 'detached' });
    await page.getByRole('combobox', { name: 'Search the archive' }).fill('wallaby');
    await page.getByText('6 articles').first().waitFor();
    await entry('Shtypi 2008').click();
    await page.getByText('4 articles').first().waitFor();
    await shoot(page, 'library-notice');
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('is back, with 1 article.').waitFor();
    await page.getByText('3 articles').first().waitFor();

    await chooseCommand(application, 'move-to-collection');
    await page.getByRole('heading', { name: 'Move to a collection' }).waitFor();
    await shoot(page, 'library-move');
    await page.setViewportSize({ width: 420, height: 760 });
    await keepScreenshot(page, 'library-move-narrow');
    await page.getByRole('radio', { name: new RegExp(`^${albanian.slice(0, 20)}`, 'u') }).check();
    await page.getByRole('button', { name: 'Move', exact: true }).click();
    await page.getByText('Moved 1 article into').waitFor();
  } finally {
    await first.close();
  }
  const second = await launchApplication({ library });
  try {
    const entries = second.page.locator('ct-collections .entry');
    await entries.first().waitFor();
    const counts = new Map(
      await entries.evaluateAll((all) =>
        all.map((one) => {
          const text = (part: string) => one.querySelector(part)?.textContent ?? '';
          return [text('bdi'), Number(text('b'))] as const;
        }),
      ),
    );
    expect([...counts.keys()].sort()).toEqual(
      [albanian, 'Kosovo status talks', 'Shtypi 2008', serbian].sort(),
    );
    // The article that was open went there, from one of the other two.
    expect([counts.get(albanian), counts.get('Shtypi 2008'), counts.get(serbian)]).toSatisfy(
      ([here, shtypi, there]: readonly number[]) => here === 3 && (shtypi ?? 0) + (there ?? 0) === 3,
    );
  } finally {
    await second.close();
    remove();
  }
});
