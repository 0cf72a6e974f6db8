/** A word of a text, where it stands in it. */
export interface Word {
  /** Exactly as written. */
  readonly text: string;
  /** `[start, end)` in UTF-16 code units of the text that was cut, whatever its normalisation. */
  readonly start: number;
  readonly end: number;
}

/** Characters that are printed as an apostrophe inside a word. U+02BC is the one that counts as a letter. */
export const apostrophes = "'\u2019\u2018\u02BC\u0060\u00B4\uFF07";

/** Soft hyphen, joiners and the byte order mark: within a word they are part of its typesetting, not its spelling. */
const invisible = String.raw`\u00AD\u200C\u2060\uFEFF\u200D`;

const start = String.raw`[\p{L}\p{N}]`;
const rest = String.raw`[\p{L}\p{N}\p{M}${invisible}]*`;

/**
 * Han and Kana are written without blanks, so each of their characters is a word of its own: a query of several
 * asks for all of them, which finds every text that has the word.
 */
const unspaced = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]\p{M}*`;
const spaced = String.raw`(?:(?!${unspaced})${start})(?:(?!${unspaced})[\p{L}\p{N}\p{M}${invisible}])*`;
const wordPattern = new RegExp(`${unspaced}|${spaced}(?:[${apostrophes}]${start}${rest})*`, 'gu');

/**
 * The words of a text in order: runs of letters, numbers and the marks on them, with apostrophes inside. Hyphens, dots
 * and slashes separate. Lone surrogates, symbols and emoji are not words.
 */
export function words(text: string): readonly Word[] {
  const found: Word[] = [];
  for (const match of text.matchAll(wordPattern)) {
    found.push({ text: match[0], start: match.index, end: match.index + match[0].length });
  }
  return found;
}

const possessive = new RegExp(`[${apostrophes}]s?$`, 'iu');

/** The word without an English possessive: `Kosovo's` and `Serbs'` give `Kosovo` and `Serbs`. */
export function withoutPossessive(word: string): string {
  const bare = word.replace(possessive, '');
  return bare === '' ? word : bare;
}
