import { expect, test } from 'vitest';
import {
  beginsStopWord,
  isAbbreviation,
  isPairWord,
  isStopWord,
} from '../../../../archive/search/analysis/stop-words.ts';

const split = (words: string) => words.split(' ');

test('the commonest words of every language are stop words', () => {
  const common = split(
    'the us it was koji jer eshte dhe und nicht les dans della che eto ile hogy pentru que',
  );
  // `che` is Guevara, `die` and `me` are words elsewhere.
  expect(common.filter((word) => !isStopWord(word))).toEqual(['che']);
});

test('a word that means something in one language is a stop word in none', () => {
  const english = 'may own like die me more war hat man den cent fur van pour con un eu ai la los angeles';
  const names = 'ali tom sam duke tyre jane meg che gore po nato';
  const others = 'most let su mund kur sto ete son contre para como sobre este mai dar mais ego tome ante';
  const all = split(`${english} ${names} ${others}`);
  expect(all.filter(isStopWord)).toEqual([]);
});

test('half a stop word is recognised, and the whole one', () => {
  expect(['', 't', 'th', 'the', 'thei', 'theix', 'kosovo', 'qx'].map(beginsStopWord)).toEqual([
    ...[true, true, true, true, true],
    ...[false, false, false],
  ]);
});

test('a stop word in capitals may be an abbreviation', () => {
  expect(['US', 'WHO', 'ЕУ', 'Us', 'us', 'U', 'F16'].map(isAbbreviation)).toEqual([
    ...[true, true, true],
    ...[false, false, false, false],
  ]);
});

test('pairs are kept of the commonest words only', () => {
  expect(split('the of to be or not je da dhe kosovo senator').map(isPairWord)).toEqual([
    ...[true, true, true, true, true, true, true, true, true],
    ...[false, false],
  ]);
});
