import { expect, test } from 'vitest';
import type { SearchRequest } from '../../archive/model/search.ts';
import { bundledNames } from '../../archive/text/names.ts';
import { record, request } from '../archive/search/support/corpus.ts';
import { TestIndex } from '../archive/search/support/index-of.ts';
import { oddQuery } from '../archive/search/support/odd-queries.ts';
import { below, randomFrom } from '../archive/search/support/random.ts';
import { timedAnswer } from '../archive/search/support/timed-answer.ts';
import { unpackedCorpus } from '../bench/search/corpora.ts';
import { readReuters } from '../bench/search/reuters.ts';

/** No answer takes so long over Reuters. In milliseconds. */
const longest = 200;
const queries = Number(process.env['CUTTINGS_FUZZ_QUERIES'] ?? 100_000);

function options(random: () => number): Partial<SearchRequest> {
  return {
    match: random() < 0.5 ? 'all' : 'any',
    exactSpelling: random() < 0.2,
    typing: random() < 0.4,
    sort: (['relevance', 'newest', 'oldest'] as const)[below(random, 3)]!,
    offset: random() < 0.1 ? below(random, 20_000) : 0,
    limit: 20,
  };
}

function reutersIndex(folder: string): TestIndex {
  const index = new TestIndex(bundledNames());
  let batch: ReturnType<typeof record>[] = [];
  const put = (): void => {
    index.put(batch);
    batch = [];
  };
  for (const { id, title, body, date } of readReuters(folder)) {
    batch.push(
      record({
        id: String(id),
        headline: title,
        blocks: [body],
        ...(date === null ? {} : { published: date }),
      }),
    );
    if (batch.length === 6_000) put();
  }
  put();
  return index;
}

test('over Reuters, too, whatever is typed is answered soon', ({ skip }) => {
  const folder = unpackedCorpus('reuters-21578');
  if (folder === null) return skip('Reuters-21578 is not unpacked');
  const index = reutersIndex(folder);
  const slow: (readonly [took: number, text: string])[] = [];
  for (let seed = 1; seed <= queries; seed += 1) {
    const random = randomFrom(seed);
    const asked = request(oddQuery(random), options(random));
    const { answer, took } = timedAnswer(index.search, asked, longest);
    expect([seed, answer.hits.length]).toEqual([
      seed,
      Math.max(0, Math.min(answer.total - asked.offset, 20)),
    ]);
    slow.push([took, `${JSON.stringify(asked.text)} ${asked.match}`]);
    if (slow.length > 1_000) slow.sort(([a], [b]) => b - a).splice(10);
  }
  slow.sort(([a], [b]) => b - a);
  process.stdout.write(
    `The slowest of ${String(queries)} queries: ${slow
      .slice(0, 5)
      .map(([took, text]) => `${took.toFixed(0)} ms ${text}`)
      .join('\n')}\n`,
  );
  expect(slow.filter(([took]) => took >= longest)).toEqual([]);
});
