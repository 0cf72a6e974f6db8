import { afterEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { archiveError } from '../../../archive/model/errors.ts';
import type { Sha256 } from '../../../archive/model/article.ts';
import type { ImportLine } from '../../../archive/model/import-report.ts';
import { deepAll, until, violations, words } from '../reading/support/page.ts';
import { Screen } from '../support/app.ts';
import { FakeArchive } from '../support/fake-archive.ts';

const folder = '/home/a/Штампа/Gazeta e Përditshme e Prishtinës';

/** A report with a line of each kind, and names as long as they come. */
function linesOf(archive: FakeArchive): readonly ImportLine[] {
  const [one, two, three] = archive.articles.map(({ id }) => id);
  if (!one || !two || !three) throw new Error('the archive is too small');
  const scan = `${folder}/Službeni glasnik Republike Srbije, godina LXIV, broj 27, ponedeljak 10. mart 2008 (skenirano).pdf`;
  const picture = `${folder}/Преговори о будућем статусу Косова и Метохије у Бечу, завршна рунда.png`;
  return [
    { outcome: 'added', path: `${folder}/një artikull.html`, articles: [one] },
    { outcome: 'added', path: `${folder}/dump.jsonl`, articles: [two, three], count: 1_204 },
    { outcome: 'duplicate', path: `${folder}/copy.html`, articles: [one] },
    {
      outcome: 'kept',
      path: scan,
      original: 'ab'.repeat(32) as Sha256,
      error: archiveError('no-text-layer', { path: scan, pages: 4 }),
    },
    {
      outcome: 'failed',
      path: picture,
      error: archiveError('unsupported', { path: picture, detail: 'a picture (PNG)' }),
    },
    { outcome: 'failed', path: '<img src=x>', error: archiveError('empty', { path: '<img src=x>' }) },
    {
      outcome: 'skipped',
      path: `${folder}/.DS_Store`,
      error: archiveError('system-file', { path: `${folder}/.DS_Store` }),
    },
  ];
}

afterEach(() => {
  document.body.replaceChildren();
  delete document.documentElement.dataset['theme'];
});

/** A window whose library was imported into twice. */
async function imported(width = 1440): Promise<Screen> {
  const archive = new FakeArchive();
  const first: ImportLine = { outcome: 'added', path: '/press/old.txt', articles: [] };
  archive.reports.made = [
    { started: '2025-02-03T09:05:00', finished: null, lines: [first] },
    { started: '2026-11-24T16:07:00', lines: linesOf(archive) },
  ];
  return Screen.open({ archive, width });
}

const rows = (screen: Screen): readonly string[] =>
  deepAll(screen.root, 'ct-import-report li .name').map(words);

/** The report of the second import, by its place in the list. */
async function report(width?: number): Promise<Screen> {
  const screen = await imported(width);
  screen.bridge.commands.emit('show-imports');
  await until(() => deepAll(screen.root, 'ct-import-history button').length === 2);
  screen.click('ct-import-history button', '24 November 2026');
  await until(() => rows(screen).length === 7);
  return screen;
}

test('earlier imports are listed, and a report is reopened and left by keys', async () => {
  const screen = await imported();
  screen.bridge.commands.emit('show-imports');
  await until(() => deepAll(screen.root, 'ct-import-history button').length === 2);
  expect(deepAll(screen.root, 'ct-import-history button').map(words)).toEqual([
    '24 November 2026, 16:07 Gazeta e Përditshme e Prishtinës 1,205 articles added, 1 already in the library, ' +
      '1 kept without an article, 2 failed, 1 passed over.',
    '3 February 2025, 09:05 press 1 article added. Did not end.',
  ]);
  await until(() => Screen.focused?.textContent?.includes('24 November 2026') === true);
  await userEvent.keyboard('{Enter}');
  await until(() => screen.words('ct-import-report .totals').startsWith('1,205 articles added'));
  await until(() => Screen.focused?.textContent?.trim() === 'All imports');
  await userEvent.keyboard('{Enter}');
  await until(() => Screen.focused?.textContent?.includes('24 November 2026') === true);
  await userEvent.keyboard('{Escape}');
  await until(() => screen.words('ct-import-reports') === '');
});

test('a line for each input, narrowed to an outcome by the archive', async () => {
  const screen = await report();
  expect(screen.words('ct-import-report .totals')).toBe(
    '1,205 articles added, 1 already in the library, 1 kept without an article, 2 failed, 1 passed over, in 1.4 s.',
  );
  expect(deepAll(screen.root, 'ct-import-report [role=radio]').map(words)).toEqual([
    'All 7',
    'Added 2',
    'Already there 1',
    'Kept, no article 1',
    'Failed 2',
    'Passed over 1',
  ]);
  deepAll(screen.root, 'ct-import-report [role=radio]')[0]?.focus();
  await userEvent.keyboard('{End}{ArrowLeft}');
  await until(() => rows(screen).length === 2);
  expect(rows(screen)[1]).toBe('<img src=x>');
  expect(screen.archive.reports.asked.at(-1)).toEqual({ run: 2, outcome: 'failed', offset: 0, limit: 200 });
});

test('each line leads to its source', async () => {
  const screen = await report();
  screen.click('ct-import-report .kept .link', 'Show the original kept');
  screen.click('ct-import-report .failed .link', 'Show where it is');
  screen.click('ct-import-report .skipped .link', 'Show where it is');
  expect(screen.bridge.revealed).toEqual([
    [2, 3, 'original'],
    [2, 4, 'source'],
    [2, 6, 'source'],
  ]);
  screen.click('ct-line-articles .link', 'Show them');
  await until(() => deepAll(screen.root, 'ct-line-articles li').length === 3);
  const [, two] = screen.archive.articles;
  expect(screen.words('ct-line-articles li')).toContain(two?.headline);
  expect(screen.words('ct-line-articles li')).toContain('and 1,202 more');
  screen.click('ct-line-articles li .link', two?.headline ?? '');
  await until(() => screen.article === two?.headline);
  expect(screen.words('ct-import-reports')).toBe('');
});

test('a report is saved, and it is said under which name', async () => {
  const screen = await report();
  screen.click('ct-import-report .link', 'Save as CSV');
  await until(() => screen.words('ct-import-report .save').startsWith('Saved as Import 2.csv'));
  expect(screen.bridge.savedReports).toEqual([2]);
});

test('a report of thousands of lines is asked for by and by', async () => {
  const screen = await imported();
  const many = Array.from({ length: 3000 }, (_, at): ImportLine => {
    return { outcome: 'added', path: `press/${String(at)}.txt`, articles: [] };
  });
  screen.archive.reports.made = [{ started: '2026-11-24T16:07:00', lines: many }];
  screen.bridge.imports.emit({
    state: 'finished',
    run: 1,
    totals: {
      ...{ added: 3000, duplicates: 0, kept: 0, failed: 0, skipped: 0 },
      ...{ tookMs: 9, cancelled: false },
    },
  });
  await until(() => screen.words('ct-notice p') === 'Import finished: 3,000 articles added.');
  screen.click('ct-notice button', 'Report');
  await until(() => rows(screen).length === 200);
  screen.click('ct-import-report .button', 'Show more of the 2,800 left');
  await until(() => rows(screen).length === 400);
});

test('a report that is not there says so', async () => {
  const screen = await report();
  screen.archive.reports.made = [];
  screen.click('ct-import-reports .back', 'All imports');
  await until(() => screen.words('ct-import-history') === 'Nothing has been imported yet.');
});

for (const theme of ['light', 'dark']) {
  for (const width of [1440, 480]) {
    test(`axe finds nothing in the list and the report, ${theme}, ${String(width)} wide`, async () => {
      document.documentElement.dataset['theme'] = theme;
      const screen = await report(width);
      screen.click('ct-line-articles .link', 'Show them');
      await until(() => deepAll(screen.root, 'ct-line-articles li').length === 3);
      expect(await violations()).toEqual([]);
      screen.click('ct-import-reports .back', 'All imports');
      await until(() => deepAll(screen.root, 'ct-import-history button').length === 2);
      expect(await violations()).toEqual([]);
    });
  }
}
