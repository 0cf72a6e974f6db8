import { afterEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { ArticleId } from '../../../archive/model/article.ts';
import { archiveError } from '../../../archive/model/errors.ts';
import { painted } from '../../../renderer/components/painted.ts';
import { deep, deepAll, until, words } from '../reading/support/page.ts';
import { articleFrom, articleId } from '../reading/support/sample-articles.ts';
import { Screen } from '../support/app.ts';
import { collectionArticles, idOf } from '../support/collection-articles.ts';
import { FakeArchive } from '../support/fake-archive.ts';

const final = 'Final Kosovo talks end in failure';

afterEach(() => {
  document.body.replaceChildren();
  delete document.documentElement.dataset['theme'];
  delete document.documentElement.dataset['still'];
});

describe('the front page', () => {
  test('has the lead, the figures, the dates and the contents by section', async () => {
    const screen = await Screen.open();
    expect(document.title).toBe('Cuttings');
    expect(screen.words('ct-front-page .lead')).toMatch(
      /^BBC News · 28 November 2007, 11:49 GMT Final Kosovo talks end in failure Serbs and ethnic/,
    );
    const held = collectionArticles.length;
    expect(screen.words('ct-front-page dl')).toMatch(
      new RegExp(`^articles ${held} sources 3 originals, .* KB ${held} listed, not held 3 undated 1$`),
    );
    const headings = deepAll(screen.root, 'ct-front-page .group h2 .link').map(words);
    expect([headings[0], [...headings].sort()]).toEqual([
      'Events',
      ['Documents', 'Events', 'Institutions', 'People', 'Places'],
    ]);
    const dates = deepAll(screen.root, '.dated .date').map(words);
    expect(dates.at(0)).toBe('March 1999');
    expect(screen.words('ct-sidebar footer')).toBe(`${held} articles, all originals kept.`);
    expect(screen.words('ct-sidebar small')).toBe('Kosovo, 1974–2013');
  });

  test('opens an article with the list it is in, and back leads to the front', async () => {
    const screen = await Screen.open();
    screen.click('ct-front-page .dated .link', 'The riots of March 2004');
    await until(() => screen.article === 'The riots of March 2004');
    await until(() => Screen.focused?.tagName === 'H1');
    await until(() => screen.selected === 'The riots of March 2004');
    expect(document.title).toBe('The riots of March 2004 – Cuttings');
    screen.bridge.commands.emit('back');
    await until(() => screen.words('ct-front-page h1') === 'Kosovo');
    screen.click('ct-front-page h2 .link', 'People');
    await until(() => screen.words('.chip') === 'People×');
  });

  test('its dates can be clicked', async () => {
    const screen = await Screen.open();
    const control = deep(screen.root, 'ct-front-page ct-timeline [role=slider]');
    control.focus();
    await userEvent.keyboard('{End}{Enter}');
    await until(() => screen.headlines.join() === 'The Brussels agreement of 2013');
  });
});

describe('a start', () => {
  test('with a query shows it with its first article before it says so', async () => {
    const screen = await Screen.open({ start: { query: 'troika', still: true } });
    expect([screen.article, screen.selected]).toEqual([screen.headlines[0], screen.headlines[0]]);
    expect(screen.app.room.search.answered?.question.typing).toBe(false);
    expect(document.documentElement.dataset['still']).toBe('');
  });

  test('does not say so while the article is still being read', async () => {
    const archive = new FakeArchive();
    let letGo = (): void => undefined;
    archive.readGate = () => new Promise((resolve) => (letGo = resolve));
    const screen = await Screen.open({ archive, start: { query: 'troika' } }, false);
    await until(() => screen.headlines.length > 0);
    await document.fonts.ready;
    for (let times = 0; times < 3; times += 1) await painted();
    expect(screen.bridge.shown).toBe(0);
    letGo();
    await until(() => screen.bridge.shown === 1);
  });

  test.each([
    ['an id', idOf(final), final],
    ['words of a headline', 'final talks failure', final],
    ['a headline', 'hashim thaçi', 'Hashim Thaçi'],
  ])('with an article by %s opens it', async (_, open, headline) => {
    const screen = await Screen.open({ start: { open } });
    expect(screen.article).toBe(headline);
    expect(screen.words('ct-notice')).toBe('');
  });

  test('with an article that is not there says so', async () => {
    const screen = await Screen.open({ start: { open: 'no such thing' } });
    expect(screen.words('ct-notice p')).toBe('No article of the library is called “no such thing”.');
    screen.click('ct-notice button', 'Dismiss');
    await until(() => screen.words('ct-notice') === '');
  });

  test('while running goes there', async () => {
    const screen = await Screen.open();
    screen.bridge.startRequests.emit({ query: 'vienna', open: null, still: false });
    await screen.answered('vienna');
  });
});

describe('when things happen', () => {
  test('the archive restarts: it is said, and what was asked is asked again', async () => {
    const archive = new FakeArchive();
    const screen = await Screen.open({ archive });
    let hold = true;
    archive.gate = () => (hold ? new Promise(() => undefined) : Promise.resolve());
    await userEvent.keyboard('x');
    screen.app.room.goTo({ text: 'troika', filter: screen.app.room.place.filter });
    await until(() => archive.searched.includes('troika'));
    screen.bridge.die();
    await until(() => screen.words('ct-notice').startsWith('The archive stopped'));
    hold = false;
    screen.bridge.archiveState.emit({ state: 'ready' });
    await screen.answered('troika');
    await until(() => screen.words('ct-notice') === '');
    expect(archive.searched.filter((text) => text === 'troika')).toHaveLength(2);
  });

  test('the library cannot be opened: what, where, what to do, and nothing that cannot act', async () => {
    const path = '/home/a/library/library.sqlite';
    const screen = await Screen.open({}, false);
    screen.bridge.archiveState.emit({
      state: 'failed',
      error: archiveError('library-broken', { path, detail: 'file is not a database' }),
    });
    await until(() => screen.bridge.shown > 0);
    await until(() => screen.words('ct-failure') !== '');
    expect(screen.words('ct-failure')).toMatch(
      /^The library cannot be opened .*library\.sqlite file is not a database What to do .*Show the library’s folder Open library… New library…$/,
    );
    expect(screen.words(':is(ct-search-box,ct-result-list)')).toBe('');
    expect(screen.bridge.commandState.enabled).not.toContain('focus-search');
    screen.click('ct-failure button', 'folder');
    expect(screen.bridge.ran).toEqual(['reveal-library']);
  });

  test('a search fails: the former results stay and it can be tried again', async () => {
    const archive = new FakeArchive();
    const screen = await Screen.open({ archive, start: { query: 'troika' } });
    const before = screen.headlines;
    archive.searchError = archiveError('internal', { detail: 'x' });
    screen.app.room.goTo({ text: 'vienna', filter: screen.app.room.place.filter });
    await until(() => screen.words('ct-notice button') === 'Try again');
    expect(screen.headlines).toEqual(before);
    archive.searchError = null;
    screen.click('ct-notice button', 'Try again');
    await screen.answered('vienna');
  });

  test('an import is told while it runs and when it is done, and its articles appear', async () => {
    const archive = new FakeArchive();
    const screen = await Screen.open({ archive, start: { query: 'quagga' } });
    expect(screen.words('ct-empty-state h2')).toBe('Nothing found');
    const progress = { files: 2, articles: 1, bytes: 9, path: 'b.txt' };
    screen.bridge.imports.emit({ state: 'running', progress });
    await until(() => screen.words('ct-import-progress .facts') === '9 bytes read 2 files 1 article');
    const fresh = articleFrom({
      id: articleId('7'),
      headline: 'A quagga in Vienna',
      text: 'A quagga in Vienna',
      collection: 'Imported',
      blocks: [],
    });
    archive.articles = [...archive.articles, fresh];
    screen.bridge.libraryChanged();
    await until(() => screen.headlines.join() === fresh.headline);
    await until(() => screen.words('ct-sidebar').includes('Imported'));
    const totals = {
      added: 1,
      duplicates: 0,
      kept: 0,
      failed: 1,
      skipped: 0,
      tookMs: 9,
      cancelled: false,
    };
    screen.bridge.imports.emit({ state: 'finished', run: 2, totals });
    await until(() => screen.words('ct-notice p') === 'Import finished: 1 article added, 1 failed.');
    expect(screen.bridge.commandState.enabled).toContain('show-imports');
    screen.click('ct-notice button', 'Report');
    await until(() => screen.words('ct-import-reports').includes('Import report'));
  });

  test('an empty library offers to import', async () => {
    const screen = await Screen.open({ archive: new FakeArchive([]) });
    screen.click('ct-sidebar button', 'All articles');
    await until(() => screen.words('ct-empty-state h2') === 'The library is empty');
    screen.click('ct-empty-state button', 'Import');
    await until(() => screen.words('ct-import-sheet .choices') !== '');
    screen.click('ct-import-sheet .choose', 'Choose files');
    expect(screen.bridge.ran).toEqual(['import-files']);
  });

  test('the theme follows the settings', async () => {
    const screen = await Screen.open({ settings: { theme: 'dark' } });
    expect(document.documentElement.dataset['theme']).toBe('dark');
    screen.bridge.commands.emit('theme-light');
    await until(() => document.documentElement.dataset['theme'] === 'light');
    screen.bridge.commands.emit('theme-system');
    await until(() => !('theme' in document.documentElement.dataset));
  });

  test('what was found is spoken once it rests', async () => {
    const screen = await Screen.open();
    await userEvent.keyboard('troika');
    await screen.answered('troika');
    const spoken = (): string => words(deep(screen.root, '.spoken'));
    expect(spoken()).toBe('');
    await until(() => spoken() === `${String(screen.app.room.search.total)} articles found`);
  });
});

describe('a narrow window', () => {
  test('shows results and article one at a time, with a way back', async () => {
    const screen = await Screen.open({ width: 480, start: { query: 'troika' } });
    expect([screen.article, screen.headlines.length > 0]).toEqual(['', true]);
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    await until(() => screen.app.room.index === 1);
    const headline = screen.selected;
    await userEvent.keyboard('{Enter}');
    await until(() => Screen.focused?.tagName === 'H1');
    expect(screen.article).toBe(headline);
    expect(deep(screen.root, '.results').checkVisibility()).toBe(false);
    screen.click('ct-reading-pane .back', 'Back');
    await until(() => Screen.focused?.getAttribute('aria-posinset') === '2');
    expect(document.documentElement.scrollWidth).toBe(480);
  });

  test('keeps the library behind a button', async () => {
    const screen = await Screen.open({ width: 480 });
    expect(screen.words('ct-sidebar')).toBe('');
    screen.click('.library', 'Library');
    await until(() => screen.words('ct-sidebar').includes('People'));
    screen.click('ct-sidebar button', 'People');
    await until(() => screen.words('.chip') === 'People×');
    expect(screen.words('ct-sidebar')).toBe('');
  });
});

test('ten thousand results are drawn only where one looks, and End waits for its page', async () => {
  const many = Array.from({ length: 10_000 }, (_, at) =>
    articleFrom({
      id: `${String(at).padStart(31, '0')}f` as ArticleId,
      headline: `Number ${String(at)}`,
      text: '',
      blocks: [],
    }),
  );
  const screen = await Screen.open({ archive: new FakeArchive(many), start: { query: 'number' } });
  expect(deepAll(screen.root, '[role=option]').length).toBeLessThan(40);
  await userEvent.keyboard('{ArrowDown}{End}');
  await until(() => screen.app.room.index === 9999);
  await until(() => Screen.focused?.getAttribute('aria-posinset') === '10000');
  // Of 167 pages only those that came into view on the way.
  expect(screen.archive.searched.length).toBeLessThan(12);
  expect(deepAll(screen.root, '[role=option]').length).toBeLessThan(60);
});
