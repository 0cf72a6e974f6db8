import { html } from 'lit';
import { afterEach, expect, test } from 'vitest';
import { archiveError } from '../../../archive/model/errors.ts';
import '../../../renderer/components/ct-reading-pane.ts';
import type { CtReadingPane } from '../../../renderer/components/ct-reading-pane.ts';
import { OpenArticleEvent } from '../../../renderer/components/events.ts';
import { FakeArchive, summaryOf } from './support/fake-archive.ts';
import { albanianHeld, bbc, every, serbian } from './support/more-articles.ts';
import { deep, deepAll, next, show, until, violations, words } from './support/page.ts';
import { bbcId } from './support/sample-articles.ts';

function open(archive: FakeArchive): CtReadingPane {
  const element = show<CtReadingPane>(
    html`<ct-reading-pane .archive=${archive} .articleId=${bbcId}></ct-reading-pane>`,
  );
  element.style.height = '700px';
  return element;
}

function withCopies(isBest: boolean): FakeArchive {
  const archive = new FakeArchive([bbc, every, serbian, albanianHeld]);
  archive.known.set(bbcId, {
    total: 23,
    isBest,
    copies: [
      { article: summaryOf(serbian.article), words: 400, same: true, likeness: 1 },
      {
        article: { ...summaryOf(every.article), published: null, source: null },
        words: 380,
        same: false,
        likeness: 0.929,
      },
      { article: summaryOf(albanianHeld.article), words: 90, same: false, likeness: null },
    ],
  });
  return archive;
}

afterEach(() => document.body.replaceChildren());

test('an article says how many other copies there are, and the list opens each', async () => {
  const archive = withCopies(false);
  const pane = open(archive);
  await until(() => deepAll(pane, 'ct-copies summary').length === 1);
  expect(archive.copiesWanted).toEqual([20]);
  expect(words(deep(pane, 'ct-copies summary'))).toBe(
    '23 other copies; the best one is from Cuttings background',
  );
  expect(await violations()).toEqual([]);
  deep(pane, 'ct-copies summary').click();
  expect(deepAll(pane, 'ct-copies li').map(words)).toEqual([
    `${serbian.article.headline} Cuttings background · 28 November 2007 · the same text · the best one`,
    `${every.article.headline} undated · 92 % alike`,
    `${albanianHeld.article.headline} ${words(deepAll(pane, 'ct-copies li')[2]!.querySelector('small')!)}`,
    'and 20 more',
  ]);
  expect(await violations()).toEqual([]);
  const opened = next(OpenArticleEvent);
  deepAll(pane, 'ct-copies button')[1]!.click();
  expect((await opened).articleId).toBe(every.article.id);
});

test('the best copy says that it is', async () => {
  const pane = open(withCopies(true));
  await until(() => deepAll(pane, 'ct-copies summary').length === 1);
  expect(words(deep(pane, 'ct-copies summary'))).toBe('23 other copies; this is the best one');
});

test('where there are no copies, or none can be told, the article is read all the same', async () => {
  const archive = withCopies(false);
  archive.copiesError = archiveError('library-broken', { path: '', detail: '' });
  const pane = open(archive);
  await until(() => deepAll(pane, 'h1').length === 1);
  expect(words(deep(pane, 'h1'))).toBe(bbc.article.headline);
  expect(deepAll(pane, 'ct-copies summary')).toEqual([]);
  archive.copiesError = null;
  pane.articleId = every.article.id;
  await until(() => words(deep(pane, 'h1')) === every.article.headline);
  expect(deepAll(pane, 'ct-copies summary')).toEqual([]);
});
