import fc from 'fast-check';
import { expect, test } from 'vitest';
import { request } from './support/corpus.ts';
import { ChangingIndex, changesArbitrary } from './support/changing-index.ts';
import { isLong } from './support/form.ts';
import { queryArbitrary } from './support/model-arbitraries.ts';
import { printed } from './support/model-query.ts';

const numRuns = isLong ? 3_000 : 40;

test('after whatever changes, merges and reopenings, what a scan of all texts finds is found', () => {
  fc.assert(
    fc.property(
      changesArbitrary,
      fc.array(queryArbitrary, { minLength: 4, maxLength: 12 }),
      (changes, queries) => {
        const changing = new ChangingIndex();
        for (const change of changes) changing.apply(change);
        for (const query of queries) {
          const text = printed(query);
          const { total, exact, hits } = changing.index.search.search(request(text, { limit: 1_000 }));
          const expected = changing.model.find(query);
          const found = hits.map(({ id }) => id as string).sort();
          expect({ text, total, exact, found }).toEqual({
            text,
            total: expected.length,
            exact: true,
            found: expected,
          });
        }
      },
    ),
    { numRuns },
  );
});
