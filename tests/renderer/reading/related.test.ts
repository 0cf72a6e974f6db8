import { html } from 'lit';
import { afterEach, expect, test } from 'vitest';
import type { ArticleId } from '../../../archive/model/article.ts';
import '../../../renderer/components/ct-reading-pane.ts';
import type { CtReadingPane } from '../../../renderer/components/ct-reading-pane.ts';
import { OpenArticleEvent } from '../../../renderer/components/events.ts';
import { FakeArchive, summaryOf } from './support/fake-archive.ts';
import { albanianHeld, bbc, every, serbian } from './support/more-articles.ts';
import { deep, deepAll, next, show, until, violations, words } from './support/page.ts';
import { bbcId } from './support/sample-articles.ts';

function open(archive: FakeArchive, id: ArticleId = bbcId): CtReadingPane {
  const element = show<CtReadingPane>(
    html`<ct-reading-pane .archive=${archive} .articleId=${id}></ct-reading-pane>`,
  );
  element.style.height = '700px';
  return element;
}

/** An archive in which two articles are related to the BBC page, and none to the others. */
function related(): FakeArchive {
  const archive = new FakeArchive([bbc, every, serbian, albanianHeld]);
  archive.relatives.set(bbcId, [
    { article: summaryOf(serbian.article), score: 3, because: ['Косово', 'Баден'] },
    { article: { ...summaryOf(every.article), published: null, source: null }, score: 1, because: [] },
  ]);
  return archive;
}

afterEach(() => document.body.replaceChildren());

test('what is related is asked when the article is shown, and each opens', async () => {
  const archive = related();
  let letGo = (): void => undefined;
  archive.gates.set(bbcId, new Promise((resolve) => (letGo = resolve)));
  const pane = open(archive);
  await until(() => archive.calls.length > 0);
  letGo();
  await until(() => deepAll(pane, 'ct-related-articles li').length === 2);
  expect(archive.calls).toEqual([`read ${bbcId.slice(0, 4)}`, `related ${bbcId.slice(0, 4)}`]);
  expect(deepAll(pane, 'ct-related-articles li').map(words)).toEqual([
    `${serbian.article.headline} Cuttings background · 28 November 2007 both have Косово, Баден`,
    `${every.article.headline} undated`,
  ]);
  expect(await violations()).toEqual([]);
  const opened = next(OpenArticleEvent);
  deep(pane, 'ct-related-articles button').click();
  expect((await opened).articleId).toBe(serbian.article.id);
});

test('where nothing is related nothing is said, and no list outlives its article', async () => {
  const archive = related();
  const pane = open(archive);
  await until(() => deepAll(pane, 'ct-related-articles li').length === 2);
  pane.articleId = albanianHeld.article.id;
  await until(() => words(deep(pane, 'h1')) === albanianHeld.article.headline);
  expect(words(deep(pane, 'ct-related-articles'))).toBe('');
  await until(() => archive.calls.some((call) => call === `related ${albanianHeld.article.id.slice(0, 4)}`));
  await pane.updateComplete;
  expect(words(deep(pane, 'ct-related-articles'))).toBe('');
});

test('an article that is listed or refers to this one is not repeated, and others take its place', async () => {
  const listing = summaryOf(serbian.article);
  const listed = summaryOf(albanianHeld.article);
  const links = bbc.article.listed.map((link) => ({ ...link, article: listed.id })).slice(0, 1);
  const page = { ...bbc, article: { ...bbc.article, listed: links }, listedBy: [listing] };
  const archive = new FakeArchive([page, every, serbian, albanianHeld]);
  const six = Array.from({ length: 6 }, (_, at) => ({ ...summaryOf(every.article), headline: `No. ${at}` }));
  archive.relatives.set(
    bbcId,
    [listing, listed, ...six].map((article) => ({ article, score: 1, because: [] })),
  );
  const pane = open(archive);
  await until(() => deepAll(pane, 'ct-related-articles li').length > 0);
  const shown = deepAll(pane, 'ct-related-articles li button').map(words);
  expect(shown).toEqual(six.map(({ headline }) => headline));
  expect(deepAll(pane, 'ct-article ct-article-list').map(words).join()).toContain(serbian.article.headline);
  expect(archive.wanted).toEqual([8]);
});

test('an article that is only passed by is not asked about', async () => {
  const archive = related();
  const pane = open(archive);
  await until(() => words(pane).includes(bbc.article.headline));
  pane.articleId = serbian.article.id;
  await until(() => archive.calls.some((call) => call.startsWith('related')));
  expect(archive.calls.filter((call) => call.startsWith('related'))).toEqual([
    `related ${serbian.article.id.slice(0, 4)}`,
  ]);
});
