import { pairWordList, stopWordLists } from './stop-word-lists.ts';

const stopWords: ReadonlySet<string> = new Set(
  Object.values(stopWordLists).flatMap((list) => list.split(/\s+/u)),
);
const pairWords: ReadonlySet<string> = new Set(pairWordList.split(/\s+/u));

/** Every beginning of every stop word, the whole words included: some hundreds. */
const beginnings: ReadonlySet<string> = new Set(
  [...stopWords].flatMap((word) => Array.from(word, (_, at) => word.slice(0, at + 1))),
);

/**
 * Whether a word of a query, in plain spelling, is too common to tell articles apart, in any of the languages of the
 * lists. It is indexed all the same, for phrases. One written as an abbreviation is none: see `isAbbreviation`.
 */
export function isStopWord(folded: string): boolean {
  return stopWords.has(folded);
}

/** Whether a person who typed this, in plain spelling, may be on the way to a stop word, or has arrived. */
export function beginsStopWord(folded: string): boolean {
  return folded === '' || beginnings.has(folded);
}

/** Whether a word as written, without a possessive, is in capitals only, such as `US`, `WHO` or `IT`. */
export function isAbbreviation(written: string): boolean {
  return /^\p{Lu}{2,}$/u.test(written);
}

/** Whether a word in plain spelling is one of the commonest, of which adjacent pairs have postings of their own. */
export function isPairWord(folded: string): boolean {
  return pairWords.has(folded);
}
