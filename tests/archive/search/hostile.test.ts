import { describe, expect, test } from 'vitest';
import type { Mark, SearchRequest } from '../../../archive/model/search.ts';
import { bundledNames } from '../../../archive/text/names.ts';
import { listedRecord, record, request } from './support/corpus.ts';
import { isLong } from './support/form.ts';
import { TestIndex } from './support/index-of.ts';
import { timedAnswer } from './support/timed-answer.ts';
import { oddQuery } from './support/odd-queries.ts';
import { below, randomFrom } from './support/random.ts';

/** No answer takes so long. In milliseconds. */
const longest = 200;

const strange = record({
  id: 'strange',
  headline: 'Hašim Tači 😀 in \uD83D Пришти\u0301на',
  standfirst: `${'x'.repeat(5_000)} constructor __proto__ toString ${'科索沃'.repeat(200)}`,
  blocks: ['', ' ', '…', `Đinđić met Thac\u0327i's people. ${'The end, again. '.repeat(40)}Frank G. Wisner.`],
  published: '2007-11-28T11:49:00Z',
  listed: ['', 'Kosovo’s \u202Eday'],
});
const plain = Array.from({ length: 60 }, (_, index) =>
  record({
    id: `plain ${String(index)}`,
    headline: `Oil prices and the bank of place ${String(index)}`,
    blocks: [`The bank of Kosovo said that prices of oil rose by ${String(index)} in 2007. `.repeat(5)],
  }),
);
const index = new TestIndex(bundledNames())
  .put([strange, listedRecord(''), record({ id: 'empty', headline: '', published: 'no date' })])
  .put(plain);

function options(random: () => number): Partial<SearchRequest> {
  return {
    match: random() < 0.5 ? 'all' : 'any',
    exactSpelling: random() < 0.2,
    typing: random() < 0.4,
    sort: (['relevance', 'newest', 'oldest'] as const)[below(random, 3)]!,
  };
}

/** What is wrong with the marks of a text, if anything. */
function faultOf(text: string, marks: readonly Mark[]): string | null {
  let end = 0;
  for (const [start, stop] of marks) {
    if (start < end || stop <= start || stop > text.length) return `${JSON.stringify(marks)} in ${text}`;
    end = stop;
  }
  return null;
}

describe('whatever is typed', () => {
  test('there is an answer, soon, and every mark lies in its text', () => {
    const runs = isLong ? 100_000 : 3_000;
    let slowest = { took: 0, text: '' };
    for (let seed = 1; seed <= runs; seed += 1) {
      const random = randomFrom(seed);
      const asked = request(oddQuery(random), options(random));
      const { answer, took } = timedAnswer(index.search, asked, longest);
      if (took > slowest.took) slowest = { took, text: asked.text };
      const faults = answer.hits.flatMap(({ headline, headlineMarks, score, snippet }) => [
        faultOf(headline, headlineMarks),
        faultOf(snippet.text, snippet.marks),
        Number.isFinite(score) ? null : `score ${String(score)}`,
        snippet.text.length < 260 ? null : `a snippet of ${String(snippet.text.length)}`,
      ]);
      const { headline } = index.search.marks(strange.article, asked);
      faults.push(faultOf(strange.article.headline, headline));
      expect([seed, asked.text, answer.hits.length, faults.filter((fault) => fault !== null)]).toEqual([
        seed,
        asked.text,
        Math.min(answer.total, 100),
        [],
      ]);
    }
    expect(slowest.took, slowest.text).toBeLessThan(longest);
  });

  test('at great length it is answered within a second', () => {
    const many = (make: (at: number) => string) =>
      Array.from({ length: 2_000 }, (_, at) => make(at)).join(' ');
    const texts = [
      'a:'.repeat(5_000),
      '"'.repeat(10_000),
      '('.repeat(10_000),
      'NOT '.repeat(2_500),
      '*'.repeat(10_000),
      `${'a*'.repeat(2_000)}b`,
      `${'x'.repeat(10_000)}~2`,
      'đ'.repeat(5_000),
      `${'đ*'.repeat(2_000)}`,
      `${' '.repeat(10_000)}-`,
      '\\'.repeat(9_999),
      '科索沃'.repeat(700),
      `"${many(() => 'the')}"`,
      `"${many(() => 'the')}"~50`,
      `"${many((at) => `(a${String(at)} OR b)`)}"`,
      many((at) => `w${String(at)}`),
      many((at) => `abcdefgh${String(at)}~2`),
      many(() => 'Frank'),
    ];
    for (const long of texts) {
      const begun = performance.now();
      index.search.search(request(long, { typing: true }));
      const took = performance.now() - begun;
      expect([long.slice(0, 20), took < 1_000 || took]).toEqual([long.slice(0, 20), true]);
    }
  });
});
