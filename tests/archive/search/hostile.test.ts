import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Mark, SearchRequest } from '../../../archive/model/search.ts';
import { createFoldedAnalysis } from '../../../archive/search/analysis.ts';
import { createSearchEngine } from '../../../archive/search/lunr-engine.ts';
import { bundledNames } from '../../../archive/text/names.ts';
import { listedRecord, record, request } from './corpus.ts';

const engine = createSearchEngine(bundledNames());
const strange = record({
  id: 'strange',
  headline: 'Hašim Tači 😀 in \uD83D Пришти\u0301на',
  standfirst: `${'x'.repeat(5_000)} constructor __proto__ toString ${'科索沃'.repeat(200)}`,
  blocks: ['', ' ', '…', `Đinđić met Thac\u0327i's people. ${'The end, again. '.repeat(40)}Frank G. Wisner.`],
  published: '2007-11-28T11:49:00Z',
  listed: ['', 'Kosovo’s \u202Eday'],
});
engine.index([strange, listedRecord(''), record({ id: 'empty', headline: '', published: 'no date' })]);

const pieces = fc.constantFrom(
  ...[
    'headline:',
    'body:',
    ':',
    '+',
    '-',
    '~',
    '^',
    '*',
    '\\',
    '"',
    '“',
    '”',
    ' ',
    '\t',
    '\n',
    '\u00A0',
    '1',
    '9',
    '-1',
  ],
  ...[
    'Thaçi',
    'Тачи',
    'kosovo',
    'the',
    'đ',
    'ђ',
    "'",
    '’',
    '\u0301',
    '\uD83D',
    '\uDE00',
    '😀',
    '科',
    'constructor',
  ],
  ...['__proto__', 'a', 'x'.repeat(70), '/', '.', '(', '[', '\u0000', '\uFEFF', '=', 'Frank', 'G.', 'Wisner'],
);
const text = fc.oneof(
  fc.array(pieces, { maxLength: 12 }).map((list) => list.join('')),
  fc.string({ unit: 'binary' }),
);
const options: fc.Arbitrary<Partial<SearchRequest>> = fc.record({
  match: fc.constantFrom('all', 'any'),
  exactSpelling: fc.boolean(),
  typing: fc.boolean(),
  sort: fc.constantFrom('relevance', 'newest', 'oldest'),
});

function expectSound(marked: string, marks: readonly Mark[]): void {
  let end = 0;
  for (const [start, stop] of marks) {
    expect(start).toBeGreaterThanOrEqual(end);
    expect(stop).toBeGreaterThan(start);
    end = stop;
  }
  expect(end).toBeLessThanOrEqual(marked.length);
}

describe('whatever is typed', () => {
  test('there is an answer, and every mark lies in its text', () => {
    fc.assert(
      fc.property(text, options, (typed, more) => {
        const answer = engine.search(request(typed, more));
        expect(answer.query).toBe(typed);
        expect(answer.hits).toHaveLength(answer.total);
        for (const hit of answer.hits) {
          expect(Number.isFinite(hit.score)).toBe(true);
          expect(hit.snippet.text.length).toBeLessThan(260);
          expectSound(hit.snippet.text, hit.snippet.marks);
          expectSound(hit.headline, hit.headlineMarks);
        }
        const marks = engine.marks(strange.article, request(typed, more));
        expectSound(strange.article.headline, marks.headline);
      }),
      { numRuns: 2_000 },
    );
  });

  test('at great length it is answered within a second', () => {
    const many = (make: (index: number) => string) =>
      Array.from({ length: 2_000 }, (_, index) => make(index)).join(' ');
    const texts = [
      'a:'.repeat(5_000),
      '"'.repeat(10_000),
      '*'.repeat(10_000),
      `${'a*'.repeat(2_000)}b`,
      `${'x'.repeat(10_000)}~2`,
      'đ'.repeat(5_000),
      `${'đ*'.repeat(2_000)}`,
      `${' '.repeat(10_000)}-`,
      '\\'.repeat(9_999),
      many((index) => `w${String(index)}`),
      many((index) => `abcdefgh${String(index)}~2`),
      many(() => 'Frank'),
    ];
    for (const long of texts) {
      const begun = performance.now();
      engine.search(request(long, { typing: true }));
      expect([long.slice(0, 20), performance.now() - begun < 1_000]).toEqual([long.slice(0, 20), true]);
    }
  });
});

test('a mark covers a word that shares a term with the query, and no such word is left out', () => {
  const analysis = createFoldedAnalysis();
  const plain = createSearchEngine({ names: [] });
  const words = [
    'Thaçi',
    'Thaci',
    'thaci’s',
    'Ђинђић',
    'Djindjic',
    'protests',
    'PROTEST',
    'protesting',
    'Čaglavica',
    'x',
  ];
  const oneWord = fc.constantFrom(...words);
  fc.assert(
    fc.property(oneWord, fc.array(oneWord, { maxLength: 8 }), (wanted, list) => {
      const one = record({ id: 'one', headline: list.join(', ') });
      plain.index([one]);
      const { headline } = plain.marks(one.article, request(wanted));
      const marked = headline.map(([start, end]) => one.article.headline.slice(start, end));
      const shares = (word: string) =>
        analysis.termsOf(word).some((term) => analysis.termsOf(wanted).includes(term));
      expect(marked).toEqual(list.filter(shares));
    }),
  );
});
