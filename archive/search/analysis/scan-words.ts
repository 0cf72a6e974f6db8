/** To be raised when the same text would be cut differently: indexes made before are then rebuilt. */
export const scanWordsVersion = 1;

/** Characters that are printed as an apostrophe inside a word. U+02BC is the one that counts as a letter. */
export const apostrophes = "'\u2019\u2018\u02BC\u0060\u00B4\uFF07";

const letter = /^[\p{L}\p{N}]/u;
const mark = /^\p{M}/u;

/**
 * Han and Kana, written without blanks. The marks of long vowels (U+30FC and its narrow form) belong to no script of
 * their own and are met in Kana only.
 */
const unspacedLetter = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u30FC\uFF70]/u;

/** Soft hyphen, joiners and the byte order mark: within a word they are part of its typesetting, not its spelling. */
const invisible = /^[\u00AD\u200C\u2060\uFEFF\u200D]/u;

// What a character may be to a word, as bits. Numbers, and not a record, because this is asked for every character.
const begins = 1;
const continues = 2;
const joins = 4;
const unspaced = 8;
const follows = 16;
/** It takes two code units. */
const wide = 32;
const known = 64;

/**
 * By code unit, filled as characters are met: asking the pattern costs a hundred times as much. Surrogates stay
 * empty, because one alone does not tell the character.
 */
const kinds = new Uint8Array(0x10000);

function askPatterns(character: string): number {
  const marks = mark.test(character) ? follows : 0;
  if (unspacedLetter.test(character)) return known | unspaced | marks;
  if (letter.test(character)) return known | begins | continues;
  if (marks !== 0) return known | continues | marks;
  if (invisible.test(character)) return known | continues;
  return apostrophes.includes(character) ? known | joins : known;
}

function learn(codes: Uint16Array, at: number): number {
  const unit = codes[at]!;
  const next = codes[at + 1] ?? 0;
  const isPair = unit >= 0xd800 && unit < 0xdc00 && next >= 0xdc00 && next < 0xe000;
  if (isPair) return askPatterns(String.fromCharCode(unit, next)) | wide;
  const kind = askPatterns(String.fromCharCode(unit));
  if (unit < 0xd800 || unit > 0xdfff) kinds[unit] = kind;
  return kind;
}

/** Beyond the end of the text stand zeros, which are nothing to a word. */
function kindAt(codes: Uint16Array, at: number): number {
  const kind = kinds[codes[at]!]!;
  return kind === 0 ? learn(codes, at) : kind;
}

/** The end of the word that begins at `at`: letters, numbers and marks, and the same again behind an apostrophe. */
function endOfWord(codes: Uint16Array, begin: number): number {
  let at = begin;
  for (;;) {
    const kind = kindAt(codes, at);
    if ((kind & continues) !== 0) {
      at += (kind & wide) === 0 ? 1 : 2;
    } else if ((kind & joins) !== 0 && (kindAt(codes, at + 1) & begins) !== 0) {
      at += 1;
    } else {
      return at;
    }
  }
}

/** The end of one Han or Kana character with the marks on it. */
function endOfCharacter(codes: Uint16Array, begin: number): number {
  let at = begin + ((kindAt(codes, begin) & wide) === 0 ? 1 : 2);
  for (;;) {
    const kind = kindAt(codes, at);
    if ((kind & follows) === 0) return at;
    at += (kind & wide) === 0 ? 1 : 2;
  }
}

type Visit = (start: number, end: number) => void;

/** Visits a run of Han and Kana, two characters at a time and the last one alone, and returns where it ends. */
function visitRun(codes: Uint16Array, begin: number, visit: Visit): number {
  let start = begin;
  let end = endOfCharacter(codes, start);
  while ((kindAt(codes, end) & unspaced) !== 0) {
    const next = endOfCharacter(codes, end);
    visit(start, next);
    start = end;
    end = next;
  }
  visit(start, end);
  return end;
}

/** The UTF-16 code units of a text, with zeros behind them; see `codesOf`. */
export interface Codes {
  readonly units: Uint16Array;
  readonly length: number;
}

let memory = new Uint16Array(1 << 16);

/**
 * The code units of a text in an array, where looking at them costs a fifth of what it costs in a string that was cut from
 * another. Good until the next call.
 */
export function codesOf(text: string): Codes {
  const { length } = text;
  if (memory.length < length + 2) memory = new Uint16Array(Math.max(length + 2, memory.length * 2));
  const bytes = Buffer.from(memory.buffer);
  bytes.write(text, 0, length * 2, 'utf16le');
  memory[length] = 0;
  memory[length + 1] = 0;
  return { units: memory, length };
}

/**
 * Calls `visit` with the place of every word in order, `[start, end)` in UTF-16 code units. A word is a run of letters,
 * numbers and the marks on them, with apostrophes inside; hyphens, dots and slashes separate; lone surrogates, symbols and
 * emoji are not words.
 *
 * A run of Han or Kana is visited as overlapping pairs of characters, then its last character alone: 科索沃 as 科索, 索沃
 * and 沃. So every pair is a word, and every character begins one; only these words overlap.
 */
export function scanCodes({ units, length }: Codes, visit: Visit): void {
  let at = 0;
  while (at < length) {
    const kind = kindAt(units, at);
    if ((kind & begins) !== 0) {
      const end = endOfWord(units, at);
      visit(at, end);
      at = end;
    } else if ((kind & unspaced) !== 0) {
      at = visitRun(units, at, visit);
    } else {
      at += (kind & wide) === 0 ? 1 : 2;
    }
  }
}

/** Whether the shared memory holds a text that is being scanned. */
let busy = false;

/** `scanCodes` over a text; `visit` may scan other texts. */
export function scanWords(text: string, visit: Visit): void {
  const shared = !busy;
  const codes = shared ? codesOf(text) : { units: unitsOf(text), length: text.length };
  busy = true;
  try {
    scanCodes(codes, visit);
  } finally {
    if (shared) busy = false;
  }
}

/** The code units in memory of their own, with zeros behind them. */
function unitsOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length + 2);
  for (let at = 0; at < text.length; at += 1) units[at] = text.charCodeAt(at);
  return units;
}

/** Whether a word of `scanWords` is of a run of Han or Kana. */
export function isUnspacedWord(word: string): boolean {
  return word !== '' && (kindAt(unitsOf(word.slice(0, 2)), 0) & unspaced) !== 0;
}
