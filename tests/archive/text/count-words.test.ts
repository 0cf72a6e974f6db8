import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countWords } from '../../../archive/text/count-words.ts';
import { remembered } from '../../../archive/text/remembered.ts';

const naive = (text: string): number =>
  text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

test('words are counted as by splitting, in every script, astral ones too', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'Prishtinë',
      'Ђинђић',
      '𝒜𝒷',
      '𐌰',
      '😀',
      '—',
      '...',
      '',
      ' ',
      '\n',
      '\u00a0',
      '\u2028',
      '中文',
      '٣',
    ),
    fc.string({ unit: 'binary', maxLength: 4 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      for (const text of [pieces.join(''), pieces.join(' ')]) expect(countWords(text)).toBe(naive(text));
    }),
    { numRuns: 2_000 },
  );
});

test('what is remembered is what the function gives, however many texts are asked', () => {
  let calls = 0;
  const length = remembered((text) => {
    calls += 1;
    return text.length % 7;
  });
  const texts = Array.from({ length: 10_000 }, (_, at) => 'x'.repeat(at % 2_100));
  expect(texts.map(length)).toEqual(texts.map((text) => text.length % 7));
  const before = calls;
  expect([length('again'), length('again'), calls - before]).toEqual([5, 5, 1]);
});
