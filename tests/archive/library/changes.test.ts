import path from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { changedRecords, hasCommit, lastCommit } from '../../../archive/library/changes.ts';
import { openLibrary } from '../../../archive/library/library.ts';
import type { Library } from '../../../archive/library/library.ts';
import { overviewOf } from '../../../archive/library/overview.ts';
import { sha256Of } from '../../../archive/library/originals.ts';
import { recordId } from '../../../archive/library/article-id.ts';
import type { ArticleId } from '../../../archive/model/article.ts';
import type { SearchRecord } from '../../../archive/search/search-record.ts';
import { temporaryFolder } from '../support/temporary.ts';

interface Page {
  readonly headline: string;
  readonly url: string | null;
  readonly day: string | null;
  readonly listed: readonly { readonly headline: string; readonly url: string | null }[];
}

async function emptyLibrary(): Promise<Library> {
  const opened = await openLibrary(path.join(temporaryFolder(), 'library'), {});
  if (!opened.ok) throw new Error(opened.error.code);
  onTestFinished(() => opened.value.close());
  return opened.value;
}

const original = { sha256: sha256Of(new Uint8Array()), bytes: 0, name: 'pages.jsonl' };

function add(library: Library, pages: readonly Page[], from: number): ArticleId[] {
  return library.write((recorder) => {
    recorder.original(original);
    return pages.map(({ headline, url, day, listed }, at) => {
      const payload = sha256Of(new TextEncoder().encode(`page ${from + at}`));
      const id = recordId(payload);
      recorder.article(original, {
        id,
        origin: { payload, member: null, captured: null, members: [] },
        ordinal: from + at,
        collection: 'Test',
        reader: { name: 'test', version: 1 },
        draft: {
          ...{ headline, url, standfirst: null, blocks: [], byline: null, source: null, section: null },
          ...{ language: null, warnings: [], mediaType: 'text/plain', encoding: 'utf-8' },
          published: day === null ? null : { value: day, precision: 'day', printed: day, zone: null },
          listed: listed.map((link) => ({ ...link, heading: null })),
          places: { headline: null, standfirst: null, published: null },
        },
      });
      return id;
    });
  });
}

/** What an index keeps of a record, as far as these tests go. */
function searched(record: SearchRecord): readonly unknown[] {
  const { headline, listedOn } = record.summary;
  if (record.kind === 'listed') return ['item', headline, record.url, listedOn?.headline];
  return [
    headline,
    record.article.listed.filter((link) => link.article === null).map((link) => link.headline),
  ];
}

/** Follows a library as an index does: applies what changed since it looked last, `limit` records at a time. */
class Follower {
  readonly held = new Map<string, unknown>();
  private upTo = 0;

  follow(library: Library, limit: number): void {
    const { change } = lastCommit(library.database);
    while (this.upTo < change) {
      const { records, upTo } = changedRecords(library.database, this.upTo, limit);
      expect(upTo).toBeGreaterThan(this.upTo);
      for (const { id, isNew, record } of records) {
        if (isNew) expect(this.held.has(id)).toBe(false);
        if (record === null) this.held.delete(id);
        else this.held.set(id, searched(record));
      }
      this.upTo = upTo;
    }
  }
}

/** All records of pages, worked out at one go: the yardstick. */
function naive(pages: readonly Page[]): readonly unknown[] {
  const answered = (link: Page['listed'][number]): boolean =>
    pages.some(({ headline, url }) => headline === link.headline || (url !== null && url === link.url));
  const undatedLast = (page: Page): string => page.day ?? '9';
  const items = new Map<string, { readonly day: string; readonly link: Page['listed'][number] }>();
  for (const page of pages) {
    for (const link of page.listed) {
      const key = JSON.stringify([link.headline, link.url]);
      const known = items.get(key);
      if (!answered(link) && (known === undefined || undatedLast(page) < known.day)) {
        items.set(key, { day: undatedLast(page), link });
      }
    }
  }
  const articles = pages.map((page) => [
    page.headline,
    page.listed.filter((link) => !answered(link)).map(({ headline }) => headline),
  ]);
  return [...articles, ...[...items.values()].map(({ link, day }) => ['item', link.headline, link.url, day])];
}

const name = fc.constantFrom('A', 'B', 'C', 'D', 'E');
const address = fc.option(fc.constantFrom('https://a.example/1', 'https://a.example/2'), { freq: 2 });
const day = fc.option(fc.constantFrom('2007-11-26', '2007-11-27', '2007-11-28'), { freq: 4 });
const link = fc.record({ headline: name, url: address });
const page = fc.record({ headline: name, url: address, day, listed: fc.array(link, { maxLength: 4 }) });
const batches = fc.array(fc.array(page, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 });
/** After a batch, which of the pages until then are removed; at most some of them are there still. */
const removals = fc.array(fc.array(fc.nat({ max: 23 }), { maxLength: 3 }), { minLength: 6, maxLength: 6 });

test('whoever follows the changes, in pages of any size, holds what the library holds', async () => {
  await fc.assert(
    fc.asyncProperty(batches, removals, fc.integer({ min: 1, max: 7 }), async (all, gone, limit) => {
      const library = await emptyLibrary();
      const [eager, lazy] = [new Follower(), new Follower()];
      const there = new Map<ArticleId, Page>();
      let added = 0;
      for (const [at, batch] of all.entries()) {
        add(library, batch, added).forEach((id, place) => there.set(id, batch[place] as Page));
        added += batch.length;
        const out = gone[at]?.flatMap((place) => [...there.keys()][place] ?? []) ?? [];
        library.write((recorder) => {
          for (const id of out) expect(recorder.remove(id)).toBe(there.delete(id));
        });
        eager.follow(library, limit);
        if (at % 3 === 2) lazy.follow(library, limit + 3);
      }
      lazy.follow(library, 100);
      const days = (records: readonly unknown[]): string[] =>
        records.map((record) => JSON.stringify(record)).sort();
      const pageDays = new Map(
        library.catalogue.list(0, 100).map(({ id, published }) => [id, published?.value ?? '9']),
      );
      const pages = [...there.values()];
      const { records } = changedRecords(library.database, 0, 1_000);
      const held = records.flatMap(({ record }) => {
        if (record === null) return [];
        const listing = record.summary.listedOn?.id;
        return [
          listing === undefined ? searched(record) : [...searched(record).slice(0, 3), pageDays.get(listing)],
        ];
      });
      expect(days(held)).toEqual(days(naive(pages)));
      expect([...eager.held].sort()).toEqual([...lazy.held].sort());
      expect(
        new Map(records.flatMap(({ id, record }) => (record === null ? [] : [[id, searched(record)]]))),
      ).toEqual(eager.held);
      const { articles, listed, collections, originals } = overviewOf(library.database);
      const dated = pages.flatMap((one) => one.day ?? []).sort();
      expect([articles, listed, collections[0]?.articles, originals]).toEqual([
        ...[pages.length, held.length - pages.length],
        // A collection stays when its last article goes.
        ...(added === 0 ? [undefined, 0] : [pages.length, pages.length === 0 ? 0 : 1]),
      ]);
      expect([collections[0]?.first ?? null, collections[0]?.last ?? null]).toEqual([
        dated[0] ?? null,
        dated.at(-1) ?? null,
      ]);
      library.close();
    }),
    { numRuns: process.env['CUTTINGS_LONG_TESTS'] === '1' ? 2_000 : 80 },
  );
}, 120_000);

test('a commit is known by its number and token; a transaction that fails leaves neither number nor row', async () => {
  const library = await emptyLibrary();
  const plain = { url: null, day: null, listed: [] };
  add(library, [{ headline: 'A', ...plain }], 0);
  const first = lastCommit(library.database);
  expect(() =>
    library.write((recorder) => {
      recorder.setMeta('half', 'done');
      throw new Error('stopped');
    }),
  ).toThrow('stopped');
  library.write((recorder) => recorder.setMeta('only', 'this'));
  const [ids] = [
    add(
      library,
      [
        { headline: 'B', ...plain },
        { headline: 'A', ...plain },
      ],
      1,
    ),
  ];
  const second = lastCommit(library.database);
  const known = [first, second, { ...second, token: first.token }, { change: 0, token: '' }];
  expect([first.change, second.change, library.meta('half'), library.meta('only')]).toEqual([
    1,
    3,
    null,
    'this',
  ]);
  expect(known.map((commit) => hasCommit(library.database, commit))).toEqual([true, true, false, true]);
  const wanted = [ids[1], 'f'.repeat(32), ids[0]] as ArticleId[];
  expect(library.catalogue.articlesByIds(wanted).map((article) => article?.headline)).toEqual([
    'A',
    undefined,
    'B',
  ]);
  expect(library.catalogue.namedAll(wanted).map((named) => named?.summary.headline)).toEqual([
    'A',
    undefined,
    'B',
  ]);
});
