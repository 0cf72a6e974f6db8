import { analyse } from 'chardet';
import iconv from 'iconv-lite';
import { commonSigns, groupShares, languageProfiles, singleByteEncodings } from './encoding-profiles.ts';
import type { LanguageProfile, SingleByteEncoding } from './encoding-profiles.ts';

/** An encoding guessed from the bytes. */
export interface EncodingGuess {
  readonly encoding: SingleByteEncoding;
  /** 0 to 100: how far ahead of the best guess that reads other characters. */
  readonly confidence: number;
  /** The share, 0 to 1, of the bytes above 0x7F that make sense as letters or signs where they stand. */
  readonly plausible: number;
}

/** A byte above 0x7F between its neighbours. */
interface Spot {
  readonly before: number;
  readonly byte: number;
  readonly after: number;
}

const spotLimit = 4_000;
const wordSample = 8_000;
const chardetSample = 20_000;

// Natural logarithms of the chances of what is not one of a language's own letters, and of odd surroundings.
const signChance = Math.log(0.015);
const otherLetter = Math.log(0.0015);
const otherSign = Math.log(0.0004);
const control = Math.log(0.000_001);
const oddPlace = Math.log(0.02);
const wordBonus = 0.6;
const wordBonusLimit = 10;
/** What chardet's full confidence is worth. */
const chardetBonus = 1.5;

const space = 0x20;
const tables = new Map(singleByteEncodings.map((encoding) => [encoding, tableOf(encoding)]));
const chances = languageProfiles.map(letterChances);

function tableOf(encoding: SingleByteEncoding): readonly string[] {
  return Array.from({ length: 256 }, (_, byte) => iconv.decode(Uint8Array.of(byte), encoding));
}

function letterChances(profile: LanguageProfile): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const shares = groupShares[profile.letters.length - 1] ?? [];
  profile.letters.forEach((group, rank) => {
    const chance = (shares[rank] ?? 0) / group.length;
    for (const letter of group) {
      found.set(letter, Math.log(chance * 0.93));
      found.set(letter.toUpperCase(), Math.log(chance * 0.07));
    }
  });
  for (const sign of commonSigns) found.set(sign, signChance);
  return found;
}

function spotsOf(bytes: Uint8Array): Spot[] {
  const spots: Spot[] = [];
  for (let at = 0; at < bytes.length && spots.length < spotLimit; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) continue;
    spots.push({ before: bytes[at - 1] ?? space, byte, after: bytes[at + 1] ?? space });
  }
  return spots;
}

const isLetter = (char: string): boolean => /\p{L}/u.test(char);
const isLower = (char: string): boolean => /\p{Ll}/u.test(char);
const isUpper = (char: string): boolean => /\p{Lu}/u.test(char);

/** A capital inside a word, a sign between letters, a letter glued to a digit: what wrong encodings make of text. */
function isOddly(before: string, char: string, after: string): boolean {
  if (isUpper(char)) return isLower(before) || (isUpper(before) && isLower(after));
  if (isLetter(char)) return /\p{N}/u.test(before) || (isLower(char) && isUpper(before) && isUpper(after));
  if ('’\u00ad–—·'.includes(char)) return false;
  return isLetter(before) && isLetter(after);
}

interface Place {
  readonly char: string;
  readonly odd: boolean;
}

function placesIn(spots: readonly Spot[], encoding: SingleByteEncoding): Place[] {
  const table = tables.get(encoding) ?? [];
  const charOf = (byte: number): string => table[byte] ?? '';
  return spots.map(({ before, byte, after }) => {
    const char = charOf(byte);
    return { char, odd: isOddly(charOf(before), char, charOf(after)) };
  });
}

function strangerChance(char: string): number {
  if (char === '\ufffd' || /\p{Cc}/u.test(char)) return control;
  return isLetter(char) ? otherLetter : otherSign;
}

function wordsIn(bytes: Uint8Array): ReadonlyMap<string, number> {
  const sample = iconv.decode(bytes.subarray(0, wordSample), 'iso-8859-1').toLowerCase();
  const counts = new Map<string, number>();
  for (const word of sample.match(/(?<![\x80-\xff])\b[a-z]+\b(?![\x80-\xff])/gu) ?? []) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

function bonusOfWords(profile: LanguageProfile, words: ReadonlyMap<string, number>): number {
  if (profile.words === null) return 0;
  const met = profile.words.split(' ').reduce((sum, word) => sum + (words.get(word) ?? 0), 0);
  const total = [...words.values()].reduce((sum, count) => sum + count, 0);
  const share = total === 0 ? 0 : met / total;
  return Math.min(wordBonusLimit, met * wordBonus) * Math.min(1, share / 0.15);
}

const namesOfChardet = new Map<string, SingleByteEncoding>([
  ['ISO-8859-1', 'windows-1252'],
  ['windows-1252', 'windows-1252'],
  ['ISO-8859-2', 'iso-8859-2'],
  ['windows-1250', 'windows-1250'],
  ['windows-1251', 'windows-1251'],
  ['ISO-8859-5', 'iso-8859-5'],
]);

/** What the library says, for the encodings that it tells apart. */
function bonusOfChardet(bytes: Uint8Array): ReadonlyMap<SingleByteEncoding, number> {
  const bonus = new Map<SingleByteEncoding, number>();
  for (const { name, confidence } of analyse(bytes.subarray(0, chardetSample))) {
    const encoding = namesOfChardet.get(name);
    if (encoding !== undefined) bonus.set(encoding, (confidence / 100) * chardetBonus);
  }
  return bonus;
}

interface Reading {
  readonly encoding: SingleByteEncoding;
  readonly score: number;
  readonly places: readonly Place[];
  readonly chances: ReadonlyMap<string, number>;
}

function readings(bytes: Uint8Array): Reading[] {
  const spots = spotsOf(bytes);
  const words = wordsIn(bytes);
  const library = bonusOfChardet(bytes);
  const places = new Map(singleByteEncodings.map((encoding) => [encoding, placesIn(spots, encoding)]));
  return languageProfiles.flatMap((profile, number) =>
    profile.encodings.map((encoding, rank) => {
      const letters = chances[number] ?? new Map<string, number>();
      const here = places.get(encoding) ?? [];
      const fit = here.reduce(
        (sum, { char, odd }) => sum + (letters.get(char) ?? strangerChance(char)) + (odd ? oddPlace : 0),
        0,
      );
      const extra = profile.prior - rank * 0.5 + bonusOfWords(profile, words) + (library.get(encoding) ?? 0);
      return { encoding, score: fit + extra, places: here, chances: letters };
    }),
  );
}

const textOf = ({ places }: Reading): string => places.map(({ char }) => char).join('');

function plausibleShare({ places, chances: letters }: Reading): number {
  if (places.length === 0) return 1;
  const good = places.filter(({ char, odd }) => !odd && letters.has(char)).length;
  return good / places.length;
}

/**
 * Guesses the eight-bit encoding of bytes that are not UTF-8, and have at least one byte above 0x7F. chardet knows no
 * South Slavic language and no Albanian, so its answer is one voice among others: each pair of an encoding and a language is
 * scored by how well the characters fit (naive Bayes over letters, their surroundings, and common ASCII words).
 */
export function guessEncoding(bytes: Uint8Array): EncodingGuess {
  const all = readings(bytes).sort((a, b) => b.score - a.score);
  const best = all[0];
  if (best === undefined) throw new Error('there are no language profiles');
  const text = textOf(best);
  const rival = all.find((reading) => textOf(reading) !== text);
  const lead = rival === undefined ? Infinity : best.score - rival.score;
  const plausible = plausibleShare(best);
  const confidence = Math.round(100 * plausible * (1 - Math.exp(-lead / 2)));
  return { encoding: best.encoding, confidence: Math.min(99, confidence), plausible };
}
