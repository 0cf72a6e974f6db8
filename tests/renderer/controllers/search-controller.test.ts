import type { ReactiveControllerHost } from 'lit';
import { describe, expect, test } from 'vitest';
import { archiveError } from '../../../archive/model/errors.ts';
import { noFilter } from '../../../renderer/controllers/place.ts';
import { hitsPerPage } from '../../../renderer/controllers/hit-pages.ts';
import { SearchController, type Question } from '../../../renderer/controllers/search-controller.ts';
import { articleFrom, articleId } from '../reading/support/sample-articles.ts';
import { FakeArchive } from '../support/fake-archive.ts';
import { MillionArchive } from '../support/million-archive.ts';

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

test('the same question again keeps what is shown until it has come again, and drops the rest', async () => {
  const archive = new MillionArchive();
  const search = new SearchController(host, archive, () => undefined);
  await search.ask(asking('talks'));
  const { question } = search.answered!;
  for (const place of [300, 600_000]) {
    search.need([place], 600_000);
    while (!search.hits.has(place)) await new Promise((resolve) => setTimeout(resolve));
  }
  const before = search.hitAt(600_000);
  const asked: number[] = [];
  const waiting: (() => void)[] = [];
  archive.gate = async ({ offset }) => {
    asked.push(offset);
    if (offset > 0) await new Promise<void>((resolve) => waiting.push(resolve));
  };
  await search.ask(asking('talks'));
  expect([search.answered?.question, search.hitAt(600_000)]).toEqual([question, before]);
  expect(search.answered?.question).toBe(question);
  expect([asked, search.hitAt(300)]).toEqual([[0, 600_000], undefined]);
  waiting[0]?.();
  await expect.poll(() => search.hitAt(600_000) !== before).toBe(true);
  expect(search.hitAt(600_000)?.id).toBe(before?.id);
});

describe('what a result consists of', () => {
  test('comes after the answer, and the former counts stay until then', async () => {
    const archive = new FakeArchive();
    const waiting: (() => void)[] = [];
    archive.facetGate = () => new Promise((resolve) => waiting.push(resolve));
    const search = new SearchController(host, archive, () => undefined);
    await search.ask(asking('troika'));
    expect([search.total > 0, search.facets]).toEqual([true, null]);
    await expect.poll(() => waiting.length).toBe(1);
    waiting[0]?.();
    await expect.poll(() => search.facets?.total).toBe(search.total);
    const former = search.facets;
    await search.ask(asking('vienna'));
    expect(search.facets).toBe(former);
    await expect.poll(() => waiting.length).toBe(2);
    await search.ask(asking('kosovo'));
    await expect.poll(() => waiting.length).toBe(3);
    // The counts of the question before are no longer wanted, whenever they come.
    waiting[2]?.();
    await expect.poll(() => search.facets?.total).toBe(search.total);
    const present = search.facets;
    waiting[1]?.();
    await new Promise((resolve) => setTimeout(resolve));
    expect(search.facets).toBe(present);
  });

  test('is not asked while a word is being typed', async () => {
    const archive = new FakeArchive();
    const search = new SearchController(host, archive, () => undefined);
    for (const text of ['t', 'tr', 'tro', 'troi']) await search.ask({ ...asking(text), typing: true });
    await expect.poll(() => search.facets?.total).toBe(search.total);
    expect(archive.counted).toEqual(['troi']);
  });
});

test('pages passed over are given up, and what is held does not grow with what was seen', async () => {
  const archive = new MillionArchive();
  const search = new SearchController(host, archive, () => undefined);
  await search.ask(asking('talks'));
  const waiting = new Map<number, () => void>();
  archive.gate = ({ offset }) => new Promise((resolve) => waiting.set(offset, resolve));
  search.need([600_000]);
  search.need([900_000, 900_010]);
  search.need([900_000, 900_061]);
  for (const letGo of waiting.values()) letGo();
  await expect.poll(() => [search.hitAt(900_000), search.hitAt(900_061)].every(Boolean)).toBe(true);
  expect([[...waiting.keys()], search.hitAt(600_000)]).toEqual([[600_000, 900_000, 900_060], undefined]);
  archive.gate = () => Promise.resolve();
  for (let page = 20; page < 120; page += 1) {
    search.need([page * hitsPerPage], 65);
    while (!search.hits.has(page * hitsPerPage)) await new Promise((resolve) => setTimeout(resolve));
  }
  expect(search.hits.size).toBeLessThan(30 * hitsPerPage);
});
