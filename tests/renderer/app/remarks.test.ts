import { afterEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { SearchNotice } from '../../../archive/model/search.ts';
import { until, violations } from '../reading/support/page.ts';
import { Screen } from '../support/app.ts';
import { FakeArchive } from '../support/fake-archive.ts';

afterEach(() => {
  document.body.replaceChildren();
});

/** A window whose archive adds this to what it answers. */
async function answering(remarks: FakeArchive['remarks'], query = 'troika'): Promise<Screen> {
  const archive = new FakeArchive();
  archive.remarks = remarks;
  return Screen.open({ archive, start: { query } });
}

test('did you mean: another text for the same search, with its filters', async () => {
  const screen = await answering({ didYouMean: 'vienna' });
  screen.app.room.filter({ section: 'Events' });
  await until(() => screen.words('.chip') === 'Events×');
  expect(screen.words('.meant')).toBe('Did you mean vienna ?');
  screen.click('ct-result-summary .instead', 'vienna');
  await screen.answered('vienna');
  expect([screen.words('.chip'), Screen.focused?.role]).toEqual(['Events×', 'combobox']);
  screen.app.room.back();
  await screen.answered('troika');
});

test('did you mean, when nothing was found, stands where that is said, and only there', async () => {
  const screen = await answering({ didYouMean: 'vienna' }, 'xylophone');
  expect([screen.words('ct-empty-state .meant'), screen.words('ct-result-summary .meant')]).toEqual([
    'Did you mean vienna?',
    '',
  ]);
  screen.click('ct-empty-state .meant button', 'vienna');
  await screen.answered('vienna');
});

test('a part that was not understood: why, and the text put right as a button', async () => {
  const screen = await answering({}, 'vienna~');
  expect(screen.words('.notice')).toBe('Searched as plain words: “~” needs a number after it. Try vienna');
  screen.click('.notice button', 'vienna');
  await screen.answered('vienna');
});

test('what is counted may be a minimum', async () => {
  const notices: readonly SearchNotice[] = [
    { code: 'expansion-cut', term: '*e*', limit: 1024 },
    { code: 'indexing', missing: 12_400 },
  ];
  const screen = await answering({ exact: false, notices });
  const { total } = screen.app.room.search;
  expect(screen.words('ct-result-summary')).toMatch(
    new RegExp(
      `^At least ${String(total)} articles in .* 12,400 more articles are being indexed and will be found then\\.$`,
    ),
  );
  expect(screen.words('.notice')).toMatch(/^So many words fit “\*e\*”/);
  await until(() => screen.words('ct-reading-pane').includes(`Result 1 of at least ${String(total)}`));
  await until(() => screen.words('.spoken') === `At least ${String(total)} articles found`);
});

test('nothing found in an index that is not complete: what is missing, and no count that may be wrong', async () => {
  const archive = new FakeArchive();
  archive.remarks = { notices: [{ code: 'indexing', missing: 98_674 }] };
  const screen = await Screen.open({ archive, start: { query: 'xylophone zithers' } });
  const words =
    'Nothing found yet 98,674 more articles are being indexed and will be found then. What they have comes up here by itself.';
  await until(() => screen.words('ct-empty-state') === words);
  expect(archive.counted).toEqual([]);
  expect(archive.searched).toEqual(['xylophone zithers']);
  expect(screen.words('ct-result-summary')).toMatch(/^No articles yet in [^.]*\.$/);
  expect(screen.words('ct-sidebar [aria-labelledby=Collections] b')).toBe('34');
  await until(() => screen.words('.spoken').startsWith('Nothing found yet. 98,674 more articles'));
  expect(await violations()).toEqual([]);
  archive.remarks = {};
  screen.app.room.libraryChanged();
  await until(() => screen.words('ct-empty-state').startsWith('Nothing found What was looked for'));
});

test('while the index is being made: how far it is, no counts and no time line; they come up by themselves', async () => {
  const archive = new FakeArchive();
  const screen = await Screen.open({ archive, start: { query: 'troika' } });
  const counts = (): readonly string[] => [
    screen.words('ct-sidebar [aria-labelledby=Collections] b'),
    screen.words('ct-timeline text'),
  ];
  await until(() => counts()[1] !== '');
  const full = counts();
  archive.remarks = { exact: false, notices: [{ code: 'indexing', missing: 12_400 }] };
  screen.bridge.indexing({ done: 4_600, total: 17_000 });
  screen.bridge.libraryChanged();
  await until(() => screen.words('ct-result-summary').includes('12,400 more articles'));
  await until(() => counts()[1] === '');
  expect(counts()[0]).toBe('34');
  expect([screen.words('ct-notice p'), screen.words('ct-notice .done')]).toEqual([
    'The library is being indexed. What is indexed already is searched meanwhile.',
    '27 %',
  ]);
  expect(await violations()).toEqual([]);
  archive.remarks = {};
  screen.bridge.indexing(null);
  screen.bridge.libraryChanged();
  await until(() => screen.words('ct-notice p') === '');
  await until(() => counts().join() === full.join());
});

test('when the archive dies while it indexes, nothing says that it still does', async () => {
  const screen = await Screen.open();
  screen.bridge.indexing({ done: 1, total: 2 });
  await until(() => screen.words('ct-notice .done') === '50 %');
  screen.bridge.die();
  await until(() => screen.words('ct-notice').includes('being started again'));
  expect(screen.words('ct-notice .done')).toBe('');
});

test('a damaged index is said over everything, and made anew on demand', async () => {
  const screen = await answering({ exact: false, notices: [{ code: 'index-damaged' }] });
  expect([screen.words('ct-notice p'), screen.words('ct-result-summary .notice')]).toEqual([
    'A part of the search index is damaged: articles may be missing from this answer. Rebuild the index to find them again.',
    '',
  ]);
  expect(await violations()).toEqual([]);
  screen.click('ct-notice button', 'Rebuild the index');
  expect(screen.bridge.rebuilt).toBe(1);
  await until(() => screen.words('ct-notice p').includes('being made anew'));
  screen.app.room.goFront();
  await until(() => !screen.words('ct-notice p').includes('damaged'));
});

test('where the window cannot have the index made anew, nothing offers it', async () => {
  const screen = await answering({ notices: [{ code: 'index-damaged' }] });
  expect(screen.words('ct-notice button')).toBe('Rebuild the index');
  Object.assign(screen.app.bridge, { rebuildIndex: undefined });
  screen.app.requestUpdate();
  await until(() => screen.words('ct-notice button') === '');
});

test('the library column counts what was found, and the time line comes after the answer', async () => {
  const archive = new FakeArchive();
  const waiting: (() => void)[] = [];
  archive.facetGate = () => new Promise((resolve) => waiting.push(resolve));
  const screen = await Screen.open({ archive, start: { query: 'troika' } });
  const shown = (): readonly string[] => [
    screen.words('ct-sidebar [aria-labelledby=Collections] b'),
    screen.words('ct-timeline text'),
  ];
  expect([screen.headlines.length > 0, shown()]).toEqual([true, ['34', '']]);
  const before = screen.list.getBoundingClientRect().top;
  await until(() => waiting.length === 1);
  waiting[0]?.();
  const total = String(screen.app.room.search.total);
  await until(() => shown()[0] === total);
  expect([shown()[1] !== '', screen.list.getBoundingClientRect().top]).toEqual([true, before]);
  await userEvent.keyboard('x');
  await screen.app.updateComplete;
  expect(shown()[0]).toBe(total);
  screen.app.room.goFront();
  await until(() => shown()[0] === '34');
});
