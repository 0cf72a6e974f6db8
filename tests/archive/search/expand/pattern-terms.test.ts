import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compilePattern } from '../../../../archive/search/expand/compiled-pattern.ts';
import { commonestFitting, eachFitting } from '../../../../archive/search/expand/pattern-terms.ts';
import type { PatternTerm } from '../../../../archive/search/query/query-tree.ts';
import { commonnessOf } from '../../../../archive/search/segment/term-signature.ts';
import { dictionaryOf } from '../support/dictionary-of.ts';

const letters = ['a', 'b', 'c', '7', 'ж', '科', '😀'];
const word = fc
  .array(fc.constantFrom(...letters), { minLength: 1, maxLength: 7 })
  .map((list) => list.join(''));
/** Each with a number of documents, from 1 on. */
const words = fc.uniqueArray(fc.tuple(word, fc.integer({ min: 1, max: 60 })), {
  selector: ([one]) => one,
  maxLength: 120,
});
const pieces = fc
  .array(fc.oneof(fc.constantFrom('*', '?'), fc.constantFrom(...letters)), { minLength: 1, maxLength: 6 })
  .filter((list) => list.includes('*') || list.includes('?'));

function patternOf(list: readonly string[]) {
  const term = {
    kind: 'pattern',
    pieces: list.map((piece) => (piece === '*' || piece === '?' ? { sign: piece } : { text: piece })),
  } as unknown as PatternTerm;
  // Exactly spelt, so that no letter is folded away.
  const [pattern] = compilePattern(term, true);
  return pattern!;
}

function expressionOf(list: readonly string[]): RegExp {
  const source = list.map((piece) => (piece === '*' ? '.*' : piece === '?' ? '.' : piece)).join('');
  return new RegExp(`^${source}$`, 'u');
}

function sorted(list: readonly (readonly [string, number])[]) {
  return [...list].sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}

test('the terms that fit a pattern are those that fit it as a regular expression', () => {
  fc.assert(
    fc.property(words, pieces, (list, pattern) => {
      const all = sorted(list);
      const dictionary = dictionaryOf(all.map(([one]) => Buffer.from(one)));
      const found: string[] = [];
      eachFitting(dictionary, patternOf(pattern), (cursor) => {
        found.push(Buffer.from(cursor.keyBytes()).toString());
        return true;
      });
      expect(found).toEqual(all.map(([one]) => one).filter((one) => expressionOf(pattern).test(one)));
    }),
    { numRuns: 500 },
  );
});

test('the commonest of them are those in the most documents, the first in order where that is the same', () => {
  fc.assert(
    fc.property(words, pieces, fc.integer({ min: 1, max: 20 }), (list, pattern, limit) => {
      const all = sorted(list);
      const dictionary = dictionaryOf(
        all.map(([one]) => Buffer.from(one)),
        { documentsOf: (number) => all[number]![1] },
      );
      const fitting = all.flatMap(([one, documents], number) =>
        expressionOf(pattern).test(one) ? [{ number, documents }] : [],
      );
      const best = [...fitting].sort((a, b) => b.documents - a.documents || a.number - b.number);
      const numbers = best.slice(0, limit).map(({ number }) => number);
      expect(commonestFitting(dictionary, patternOf(pattern), limit)).toEqual({
        numbers: numbers.sort((a, b) => a - b),
        cut: fitting.length > limit,
      });
    }),
    { numRuns: 500 },
  );
});

test('commonness never falls as documents grow', () => {
  for (let documents = 1; documents < 5_000; documents += 1) {
    expect(commonnessOf(documents)).toBeGreaterThanOrEqual(commonnessOf(documents - 1));
  }
  expect(commonnessOf(2 ** 31)).toBeLessThan(256);
});
