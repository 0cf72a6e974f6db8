import type { ReactiveControllerHost } from 'lit';
import { expect, test } from 'vitest';
import { archiveError } from '../../../archive/model/errors.ts';
import { noFilter } from '../../../renderer/controllers/place.ts';
import {
  hitsPerPage,
  SearchController,
  type Question,
} from '../../../renderer/controllers/search-controller.ts';
import { articleFrom, articleId } from '../reading/support/sample-articles.ts';
import { FakeArchive } from '../support/fake-archive.ts';

const host: ReactiveControllerHost = {
  addController: () => undefined,
  removeController: () => undefined,
  requestUpdate: () => undefined,
  updateComplete: Promise.resolve(true),
};

function asking(text: string): Question {
  return { text, match: 'all', exactSpelling: false, sort: 'relevance', typing: false, filter: noFilter };
}

/** Holds each search back until its text is let go. */
function gated(archive: FakeArchive): (text: string) => void {
  const open = new Map<string, () => void>();
  archive.gate = ({ text }) => new Promise((resolve) => open.set(text, resolve));
  return (text) => open.get(text)?.();
}

test('the latest question wins, whatever order the answers come in', async () => {
  const archive = new FakeArchive();
  const letGo = gated(archive);
  const arrived: string[] = [];
  const search = new SearchController(host, archive, ({ question }) => arrived.push(question.text));
  const asked = ['kosovo', 'troika', 'vienna'].map((text) => search.ask(asking(text)));
  letGo('vienna');
  await asked[2];
  letGo('kosovo');
  letGo('troika');
  await Promise.all(asked);
  expect({ arrived, shown: search.answered?.answer.query }).toEqual({ arrived: ['vienna'], shown: 'vienna' });
});

test('the former answer stays until the next is there, also when that one fails', async () => {
  const archive = new FakeArchive();
  const search = new SearchController(host, archive, () => undefined);
  await search.ask(asking('troika'));
  const { total } = search;
  const letGo = gated(archive);
  const next = search.ask(asking('kosovo'));
  expect([search.answered?.answer.query, search.total]).toEqual(['troika', total]);
  archive.searchError = archiveError('internal', { detail: 'x' });
  letGo('kosovo');
  await next;
  expect([search.answered?.answer.query, search.error?.code]).toEqual(['troika', 'internal']);
  archive.searchError = null;
  const last = search.ask(asking('vienna'));
  letGo('vienna');
  await last;
  expect([search.answered?.answer.query, search.error]).toEqual(['vienna', null]);
});

test('further hits come by the page, each once, and not for a question that is past', async () => {
  const many = Array.from({ length: 3 * hitsPerPage }, (_, at) =>
    articleFrom({ id: articleId(String(at)), headline: `Number ${String(at)}`, text: '', blocks: [] }),
  );
  const archive = new FakeArchive(many);
  const search = new SearchController(host, archive, () => undefined);
  await search.ask(asking('number'));
  expect([search.total, search.hits.size]).toEqual([3 * hitsPerPage, hitsPerPage]);
  search.need([hitsPerPage - 2, hitsPerPage + 2]);
  search.need([hitsPerPage, hitsPerPage + 4]);
  await expect.poll(() => search.hits.size).toBe(2 * hitsPerPage);
  expect(archive.searched).toHaveLength(2);
  const letGo = gated(archive);
  search.need([2 * hitsPerPage, 99 * hitsPerPage]);
  const next = search.ask(asking('kosovo'));
  letGo('number');
  letGo('kosovo');
  await next;
  expect(search.hits.size).toBe(0);
});
