import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { caseFold, foldings } from '../../../archive/text/fold.ts';
import { cyrillicToLatin } from '../../../archive/text/transliterate.ts';

const fold = (word: string) => foldings(caseFold(word.normalize('NFC')));

describe('foldings', () => {
  test.each([
    ['Thaçi', ['thaci']],
    ['Thac\u0327i', ['thaci']],
    ['Тачи', ['taci']],
    ['Љубљана', ['ljubljana']],
    ['Ǉubǉana', ['ljubljana']],
    ['Đinđić', ['dindic', 'djindjic']],
    ['Ђинђић', ['dindic', 'djindjic']],
    ['Djindjić', ['djindjic']],
    ['Џаковић', ['dzakovic']],
    ['Сергей', ['sergej']],
    ['Ќосев', ['kjosev']],
    ['STRASSE', ['strasse']],
    ['Straße', ['strasse']],
    ['Łódź', ['lodz']],
    ['ΟΔΟΣ', ['οδοσ']],
    ['O’Brien', ['obrien']],
    ["O'Brien", ['obrien']],
    ['co\u00ADoperate', ['cooperate']],
    ['Ｋｏｓｏｖｏ', ['kosovo']],
    ['한국', ['한국']],
    ['हिन्दी', ['हिन्दी']],
    ['', []],
  ])('%s is compared as %j', (word, plain) => {
    expect(fold(word)).toEqual(plain);
  });

  test('fold once is fold for ever, whatever the normalisation', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (word) => {
        for (const plain of fold(word)) {
          expect(foldings(plain)).toEqual([plain]);
          expect(plain.normalize('NFC')).toBe(plain);
        }
        expect(fold(word.normalize('NFD'))).toEqual(fold(word.normalize('NFC')));
      }),
    );
  });
});

test('case folding keeps what a reader calls the spelling', () => {
  expect(['THAÇI', 'Thac\u0327i', 'Kosovo’s', 'İ'].map(caseFold)).toEqual([
    'thaçi',
    'thaçi',
    "kosovo's",
    'i\u0307',
  ]);
});

test('Cyrillic is written in Latin letters, capitals as a typesetter would', () => {
  const pairs = [
    ['Љубљана', 'Ljubljana'],
    ['ЉУБЉАНА', 'LJUBLJANA'],
    ['Њ. Његош', 'Nj. Njegoš'],
    ['БОЉЊ', 'BOLJNJ'],
    ['Ђурђа и Џемо', 'Đurđa i Džemo'],
    ['Щедрин, Ёлка, объём', 'Ščedrin, Jolka, objom'],
    ['Ѓорѓи Ќосев од Ѕвезда', 'Gjorgji Kjosev od Dzvezda'],
    ['Kosovo, 2007', 'Kosovo, 2007'],
  ];
  expect(pairs.map(([cyrillic = '']) => cyrillicToLatin(cyrillic))).toEqual(pairs.map(([, latin]) => latin));
});
