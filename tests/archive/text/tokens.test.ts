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
    '科索',
    '索沃',
    '沃',
    "rock'n'roll",
    'ق\u064Fر',
  ]);
});

test('positions are those of the text as it came, in order, and no word begins within another but in Han and Kana', () => {
  const unit = fc.oneof(
    fc.constantFrom('a', 'Ч', '\u0301', "'", '’', '-', ' ', '\uD83D', '\uDE00', '😀', '索', '\u00AD'),
  );
  fc.assert(
    fc.property(fc.string({ unit }), (text) => {
      let [start, end] = [-1, 0];
      for (const word of words(text)) {
        expect(word.start).toBeGreaterThanOrEqual(word.text.startsWith('索') ? start + 1 : end);
        expect(text.slice(word.start, word.end)).toBe(word.text);
        ({ start, end } = word);
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
