import { cyrillicToLatin } from './transliterate.ts';
import { apostrophes } from './tokens.ts';

const invisible = /[\u00AD\u200B-\u200D\u2060\uFEFF]/gu;
const anyApostrophe = new RegExp(`[${apostrophes}]`, 'gu');
const notAscii = /[^\u0000-\u007F]/u;
/** Nothing of what `caseFold` looks for beyond capitals, and in NFC as it stands: most words of Europe. */
const settled =
  /^[\u0000-\u005F\u0061-\u00AC\u00AE-\u00B3\u00B5-\u00DE\u00E0-\u02BB\u02BD-\u02FF\u0400-\u0482\u048A-\u052F]*$/u;

/**
 * Marks that stand on Latin, Greek and Cyrillic letters. The vowel signs of Indic scripts, Hebrew and Arabic are
 * letters to their readers and stay.
 */
const diacritics = /[\u0300-\u036F\u1AB0-\u1AFF\u1DC0-\u1DFF\u20D0-\u20FF\uFE20-\uFE2F]/gu;

/** Latin letters that Unicode does not take apart into a base letter and a mark. */
const plainOfLetter: ReadonlyMap<string, string> = new Map([
  ['ł', 'l'],
  ['ø', 'o'],
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ı', 'i'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ħ', 'h'],
  ['ŧ', 't'],
  ['ŋ', 'n'],
  ['ə', 'e'],
]);
const specialLetters = /[łøßæœıðþħŧŋə]/gu;

/**
 * NFC and case folding (Unicode's full folding where it changes a letter of a European script: `ß`, final sigma), one
 * kind of apostrophe, and no invisible characters. Nothing that a reader would call a spelling is changed.
 */
export function caseFold(text: string): string {
  const lower = text.toLowerCase();
  if (!notAscii.test(lower)) {
    return lower.replace(/`/gu, "'");
  }
  if (settled.test(lower)) {
    return lower;
  }
  return lower
    .replace(invisible, '')
    .replace(anyApostrophe, "'")
    .replace(/ß/gu, 'ss')
    .replace(/ς/gu, 'σ')
    .normalize('NFC');
}

function strip(text: string): string {
  const bare = text.normalize('NFKD').replace(diacritics, '');
  return cyrillicToLatin(bare)
    .normalize('NFKD')
    .replace(diacritics, '')
    .replace(specialLetters, (letter) => plainOfLetter.get(letter) ?? letter)
    .normalize('NFC');
}

/**
 * Plain spellings of single letters by code unit, where the neighbours have no say: lower case, Latin, Greek or
 * Cyrillic, and not `đ`. Filled as letters are met; null for one that has to be seen in its word.
 */
const plainOfCode: (string | null | undefined)[] = [];

function isLoneLetter(code: number): boolean {
  return (
    (code >= 0xc0 && code < 0x2b0) ||
    (code >= 0x370 && code < 0x483) ||
    (code >= 0x48a && code < 0x530) ||
    (code >= 0x1e00 && code < 0x1f00)
  );
}

function learnLetter(code: number): string | null {
  const letter = String.fromCharCode(code);
  const latin = cyrillicToLatin(letter);
  const lone = isLoneLetter(code) && letter === letter.toLowerCase() && latin !== 'đ';
  return lone ? strip(latin) : null;
}

/** The one plain spelling of a word, letter by letter; null when it needs the whole way. */
function foldLetters(caseFolded: string): string | null {
  let plain = '';
  for (let at = 0; at < caseFolded.length; at += 1) {
    const code = caseFolded.charCodeAt(at);
    if (code < 0x80) {
      if (code !== 0x27) plain += caseFolded.charAt(at);
      continue;
    }
    let letters = plainOfCode[code];
    if (letters === undefined) {
      letters = learnLetter(code);
      plainOfCode[code] = letters;
    }
    if (letters === null) return null;
    plain += letters;
  }
  return plain;
}

/**
 * The plain spellings of a case-folded word: Cyrillic in Latin letters, letters without their marks. There is one
 * (`thaçi` gives `thaci`), or two for a word with `đ` or `ђ`, which is met both as `d` and as `dj`
 * (`đinđić` gives `dindic`, `djindjic`). A written `dj` stays itself. May give an empty list, for a word of signs only.
 */
export function foldings(caseFolded: string): readonly string[] {
  if (!notAscii.test(caseFolded)) {
    const bare = caseFolded.replace(/'/gu, '');
    return bare === '' ? [] : [bare];
  }
  const plain = foldLetters(caseFolded);
  if (plain !== null) {
    return plain === '' ? [] : [plain];
  }
  const latin = cyrillicToLatin(caseFolded).replace(/'/gu, '');
  const both = latin.includes('đ') ? [latin.replace(/đ/gu, 'd'), latin.replace(/đ/gu, 'dj')] : [latin];
  return both.map(strip).filter((word) => word !== '');
}
