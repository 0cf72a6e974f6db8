import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withoutPossessive, words } from '../../../archive/text/tokens.ts';

test('words are runs of letters, marks and numbers, with apostrophes inside', () => {
  const text =
    "“Kosovo’s” 'imminent' Čaglavica—S/2007/168, Botsan-Kharchenko c\u0327a 😀 科索沃 rock'n'roll' ق\u064Fر";
  expect(words(text).map((word) => word.text)).toEqual([
    'Kosovo’s',
    'imminent',
    'Čaglavica',
    'S',
    '2007',
    '168',
    'Botsan',
    'Kharchenko',
    'c\u0327a',
    '科',
    '索',
    '沃',
    "rock'n'roll",
    'ق\u064Fر',
  ]);
});

test('positions are those of the text as it came, and words never overlap', () => {
  const unit = fc.oneof(
    fc.constantFrom('a', 'Ч', '\u0301', "'", '’', '-', ' ', '\uD83D', '\uDE00', '😀', '索', '\u00AD'),
  );
  fc.assert(
    fc.property(fc.string({ unit }), (text) => {
      let end = 0;
      for (const word of words(text)) {
        expect(word.start).toBeGreaterThanOrEqual(end);
        expect(text.slice(word.start, word.end)).toBe(word.text);
        end = word.end;
      }
      expect(end).toBeLessThanOrEqual(text.length);
    }),
  );
});

test('a possessive is left out, a name that ends so is not', () => {
  expect(["Kosovo's", 'Kosovo’s', "Serbs'", 'Boris', "'s", "O'Brien"].map(withoutPossessive)).toEqual([
    'Kosovo',
    'Kosovo',
    'Serbs',
    'Boris',
    "'s",
    "O'Brien",
  ]);
});
