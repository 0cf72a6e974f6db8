import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Sort } from '../../../archive/model/search.ts';
import { ChangingIndex, changesArbitrary, ranked } from './support/changing-index.ts';
import { isLong } from './support/form.ts';
import { TestIndex } from './support/index-of.ts';
import { rankedTextArbitrary, recordArbitrary } from './support/model-arbitraries.ts';

const sorts: readonly Sort[] = ['relevance', 'newest', 'oldest'];
const texts = fc.array(rankedTextArbitrary, { minLength: 3, maxLength: 8 });

/** The whole result, asked page by page. */
function paged(index: TestIndex, text: string, sort: Sort, limit: number) {
  const hits: (readonly [string, number])[] = [];
  for (let offset = 0; ; offset += limit) {
    const answer = index.search.search({ ...asked(text, sort), offset, limit });
    hits.push(...answer.hits.map(({ id, score }) => [id, score] as const));
    if (offset + limit >= answer.total) return hits;
  }
}

function asked(text: string, sort: Sort) {
  const filter = { collection: null, section: null, dates: null };
  return { text, match: 'any', exactSpelling: false, sort, typing: false, filter } as const;
}

function expectSameOrder(index: TestIndex, fresh: TestIndex, list: readonly string[]): void {
  for (const text of list) {
    for (const sort of sorts) {
      const expected = ranked(fresh, text, { sort, match: 'any' });
      expect({ text, sort, ...ranked(index, text, { sort, match: 'any' }) }).toEqual({
        text,
        sort,
        ...expected,
      });
    }
  }
}

describe('the order of a result', () => {
  test('is that of an index made at once, whatever was added, replaced, removed and merged', () => {
    fc.assert(
      fc.property(changesArbitrary, texts, (changes, list) => {
        const changing = new ChangingIndex();
        for (const change of changes) changing.apply(change);
        expectSameOrder(changing.index, changing.fresh(), list);
      }),
      { numRuns: isLong ? 2_000 : 15 },
    );
  });

  test.each([1, 7, 50])(
    'is the same over %d segments, also right after documents were removed',
    (segments) => {
      const records = fc.array(recordArbitrary(1_000), { minLength: 50, maxLength: 70 });
      fc.assert(
        fc.property(records, texts, fc.integer({ min: 2, max: 5 }), (all, list, share) => {
          const distinct = [...new Map(all.map((one) => [one.summary.id, one] as const)).values()];
          const index = new TestIndex();
          const size = Math.max(1, Math.floor(distinct.length / segments));
          for (let at = 0; at < distinct.length; at += size) index.put(distinct.slice(at, at + size));
          expectSameOrder(index, new TestIndex().put(distinct), list);
          index.remove(distinct.filter((_, at) => at % share === 0).map(({ summary }) => summary.id));
          expectSameOrder(index, new TestIndex().put([...index.records.values()]), list);
        }),
        { numRuns: isLong ? 200 : 2, endOnFailure: true },
      );
    },
  );

  test('is the same when it is asked page by page', () => {
    const records = fc.array(recordArbitrary(1_000), { minLength: 30, maxLength: 60 });
    fc.assert(
      fc.property(records, texts, fc.integer({ min: 1, max: 9 }), (all, list, limit) => {
        const index = new TestIndex();
        const distinct = [...new Map(all.map((one) => [one.summary.id, one] as const)).values()];
        for (let at = 0; at < distinct.length; at += 11) index.put(distinct.slice(at, at + 11));
        for (const text of list) {
          for (const sort of sorts) {
            const whole = ranked(index, text, { sort, match: 'any' }).hits;
            expect({ text, sort, hits: paged(index, text, sort, limit) }).toEqual({
              text,
              sort,
              hits: whole,
            });
          }
        }
      }),
      { numRuns: isLong ? 300 : 4, endOnFailure: true },
    );
  });
});
