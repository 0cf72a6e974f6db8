import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scanWords } from '../../../../archive/search/analysis/scan-words.ts';
import { capitalOf, wordForms } from '../../../../archive/search/analysis/word-forms.ts';
import { caseFold, foldings } from '../../../../archive/text/fold.ts';

describe('wordForms', () => {
  test.each([
    ['Kosovo', [['kosovo', 'kosovo']]],
    ['2007', [['2007', '2007']]],
    ["Kosovo's", [['kosovo', 'kosovo']]],
    ['Thac\u0327i’s', [['thaci', 'thaçi']]],
    ['O’Brien', [['obrien', "o'brien"]]],
    ['Косово', [['kosovo', 'косово']]],
    [
      'Ђинђић',
      [
        ['dindic', 'ђинђић'],
        ['djindjic', 'ђинђић'],
      ],
    ],
    ['us', [['us', 'us']]],
    ['Us', [['us', 'us']]],
    ['US', [['us', 'US']]],
    ["WHO's", [['who', 'WHO']]],
    ['НА', [['na', 'НА']]],
    ['A', [['a', 'a']]],
    ['NATO', [['nato', 'nato']]],
    ['co\u00ADoperate', [['cooperate', 'cooperate']]],
    ['\u037A', []],
    ["'", []],
  ])('%s is kept as %j', (raw, forms) => {
    expect(wordForms(raw).map(({ folded, written }) => [folded, written])).toEqual(forms);
  });

  test('long words are cut in whole characters', () => {
    expect(wordForms('Ab'.repeat(50))).toEqual([{ folded: 'ab'.repeat(32), written: 'ab'.repeat(32) }]);
    expect(wordForms(`a${'𐐷'.repeat(40)}`).map(({ written }) => written)).toEqual([`a${'𐐷'.repeat(31)}`]);
    expect(wordForms('\uFDFA'.repeat(64)).map(({ folded }) => folded.length)).toEqual([128]);
  });

  test('any word keeps within its bounds, and its plain spelling is that of its letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (text) => {
        scanWords(text, (start, end) => {
          const raw = text.slice(start, end);
          for (const { folded, written } of wordForms(raw)) {
            expect([folded.length > 0, folded.length <= 128, written.length <= 64]).toEqual([
              true,
              true,
              true,
            ]);
            expect(folded).not.toMatch(/\s/u);
            expect(written).toBe(written.normalize('NFC'));
            expect(`${folded} ${written}`).not.toMatch(/[\uD800-\uDFFF]/u);
          }
        });
      }),
      { numRuns: 300 },
    );
  });

  test('a word in letters of Europe folds as its letters do, one by one', () => {
    const letter = fc.integer({ min: 0xa0, max: 0x52f }).map((code) => String.fromCharCode(code));
    fc.assert(
      fc.property(fc.string({ unit: letter }), (word) => {
        // Behind a letter of another script every way but the short one is taken.
        const longWay = foldings(`${caseFold(word)}한`).map((folded) => folded.slice(0, -1));
        expect(foldings(caseFold(word))).toEqual(longWay.filter((folded) => folded !== ''));
      }),
      { numRuns: 2000 },
    );
  });
});

test('capitals: none or inside only, the first, all', () => {
  const words = [
    'kosovo',
    'iPhone',
    '7UP',
    'Kosovo',
    'McCain',
    'A',
    'Č',
    'US',
    "US's",
    'KOSOVO',
    'ЕУ',
    'F16',
  ];
  expect(words.map(capitalOf)).toEqual([0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 1]);
});
