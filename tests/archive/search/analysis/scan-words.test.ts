import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apostrophes, isUnspacedWord, scanWords } from '../../../../archive/search/analysis/scan-words.ts';

function places(text: string): [number, number][] {
  const found: [number, number][] = [];
  scanWords(text, (start, end) => found.push([start, end]));
  return found;
}

const cut = (text: string) => places(text).map(([start, end]) => text.slice(start, end));

describe('as one pattern would cut it', () => {
  const part = String.raw`[\p{L}\p{N}][\p{L}\p{N}\p{M}\u00AD\u200C\u2060\uFEFF\u200D]*`;
  const model = new RegExp(`${part}(?:[${apostrophes}]${part})*`, 'gu');
  const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u30FC\uFF70]/gu;

  const modelPlaces = (text: string) =>
    Array.from(text.matchAll(model), (match) => [match.index, match.index + match[0].length]);

  const tricky = [...apostrophes, ...'aZ9čЧжß½ \n-.'].concat(
    ['\u0301', '\u00AD', '\u200D', '\uFEFF', '\u02BC', '\u00A0'],
    ['\uD83D', '\uDE00', '😀', '𝒜', '𐐷', '\u{1E8D0}', '\u{E0100}', 'ق', '\u064F', '한', 'क', '\u093F'],
  );

  test.each([
    ['signs that matter', fc.string({ unit: fc.constantFrom(...tricky), maxLength: 20 })],
    ['any code units', fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)) })],
    ['any characters', fc.string({ unit: 'binary' })],
  ])('%s', (_, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        const spaced = text.replace(unspaced, ' ');
        expect(places(spaced)).toEqual(modelPlaces(spaced));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('Han and Kana', () => {
  test.each([
    ['科索沃', ['科索', '索沃', '沃']],
    ['沃', ['沃']],
    ['科索沃独立,沃!', ['科索', '索沃', '沃独', '独立', '立', '沃']],
    ['セルビア', ['セル', 'ルビ', 'ビア', 'ア']],
    ['サッカー', ['サッ', 'ッカ', 'カー', 'ー']],
    ['か\u3099き', ['か\u3099き', 'き']],
    ['𠮷野家', ['𠮷野', '野家', '家']],
    ['EU科索沃2008年', ['EU', '科索', '索沃', '沃', '2008', '年']],
    ["l'科", ['l', '科']],
    ['한국어', ['한국어']],
  ])('%s is cut into pairs and the last character: %j', (text, words) => {
    expect(cut(text)).toEqual(words);
  });

  test('places are those of the text', () => {
    expect(places('a 科索沃')).toEqual([
      [0, 1],
      [2, 4],
      [3, 5],
      [4, 5],
    ]);
    expect(['科索', 'カ', 'ー', '𠮷', 'a', '한', ''].map(isUnspacedWord)).toEqual([
      ...[true, true, true, true],
      ...[false, false, false],
    ]);
  });
});
