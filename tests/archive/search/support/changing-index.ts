import fc from 'fast-check';
import type { SearchRequest } from '../../../../archive/model/search.ts';
import type { SearchRecord } from '../../../../archive/search/search-record.ts';
import { request } from './corpus.ts';
import { TestIndex } from './index-of.ts';
import { recordArbitrary } from './model-arbitraries.ts';
import { NaiveModel } from './naive-model.ts';

/** Something that happens to an index. */
export type Change =
  | { readonly kind: 'put'; readonly records: readonly SearchRecord[] }
  | { readonly kind: 'remove'; readonly share: number }
  | { readonly kind: 'merge-once' | 'merge-all' | 'reopen' };

const ids = 24;

export const changesArbitrary: fc.Arbitrary<readonly Change[]> = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        kind: fc.constant('put' as const),
        records: fc.array(recordArbitrary(ids), { maxLength: 8 }),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constant('remove' as const), share: fc.integer({ min: 2, max: 6 }) }),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom<Change>({ kind: 'merge-once' }, { kind: 'merge-all' }, { kind: 'reopen' }),
    },
  ),
  { minLength: 1, maxLength: 14 },
);

/** An index and the model of it, changed alike. */
export class ChangingIndex {
  index = new TestIndex();
  readonly model = new NaiveModel();

  apply(change: Change): void {
    switch (change.kind) {
      case 'put': {
        // The last of several with one id is meant.
        const records = [
          ...new Map(change.records.map((record) => [record.summary.id, record] as const)).values(),
        ];
        for (const record of records) this.model.put(record);
        this.index.put(records);
        break;
      }
      case 'remove': {
        const gone = [...this.index.records.keys()].sort().filter((_, at) => at % change.share === 0);
        for (const id of gone) this.model.remove(id);
        this.index.remove(gone);
        break;
      }
      case 'merge-once':
        while (this.index.writer.mergeOnce());
        break;
      case 'merge-all':
        this.index.writer.mergeAll();
        break;
      case 'reopen':
        this.reopen();
    }
  }

  /** The same documents written at once, as one segment. */
  fresh(): TestIndex {
    return new TestIndex().put([...this.index.records.values()]);
  }

  private reopen(): void {
    const { files, records, writer } = this.index;
    writer.close();
    this.index = new TestIndex({ names: [] }, files);
    for (const [id, record] of records) this.index.records.set(id, record);
  }
}

/** What is found, in order, with scores. */
export function ranked(index: TestIndex, text: string, more: Partial<SearchRequest>) {
  const { total, hits, exact } = index.search.search(request(text, { ...more, limit: 1_000 }));
  return { total, exact, hits: hits.map(({ id, score }) => [id, score] as const) };
}
