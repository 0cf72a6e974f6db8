import { caseFold, foldings } from '../../text/fold.ts';
import { withoutPossessive } from '../../text/tokens.ts';
import { isAbbreviation, isStopWord } from './stop-words.ts';

/** To be raised when the same word would get other forms: indexes made before are then rebuilt. */
export const wordFormsVersion = 1;

/** How a word is kept in the index. */
export interface WordForm {
  /** Its plain spelling: Latin letters for Cyrillic ones, no marks, no apostrophes. At most 128 code units. */
  readonly folded: string;
  /** As written, case folded and in NFC, without a possessive ending. At most 64 code units. */
  readonly written: string;
}

/** Longer words are cut, in the index and in queries alike: nobody types them, and they are mostly encoded data. */
const longestWritten = 64;
/** Folding makes words longer, by two for most letters; some ligatures stand for a whole sentence. */
const longestFolded = 128;

const plain = /^[0-9A-Za-z]+$/u;
const edges = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}\p{M}]+$/gu;
const blanks = /\s+/gu;

/** The beginning of a word, in whole characters. */
function cut(word: string, longest: number): string {
  if (word.length <= longest) return word;
  const last = word.charCodeAt(longest - 1);
  return word.slice(0, last >= 0xd800 && last < 0xdc00 ? longest - 1 : longest);
}

/**
 * The forms of a word just as it stands in a text (`scanWords`) or a query: one, or two for a word with `đ` or `ђ`,
 * which is met in plain spelling both as `d` and as `dj`. None for what folds to nothing.
 *
 * A stop word in capitals, of two letters or more, keeps them in `written`: `US` and `us` are two terms under `us`, so
 * that the country and the organisation can be told from the pronoun.
 */
export function wordForms(raw: string): readonly WordForm[] {
  if (plain.test(raw)) {
    const written = cut(raw.toLowerCase(), longestWritten);
    return [{ folded: written, written: keepsCapitals(raw, written) ? raw : written }];
  }
  const composed = raw.normalize('NFC');
  const bare = withoutPossessive(composed);
  const written = cut(withoutPossessive(caseFold(composed)).replace(edges, ''), longestWritten);
  return foldings(written)
    .map((folding) => cut(folding.replace(blanks, ''), longestFolded))
    .filter((folded) => folded !== '')
    .map((folded) => ({ folded, written: keepsCapitals(bare, folded) ? bare : written }));
}

function keepsCapitals(bare: string, folded: string): boolean {
  return isStopWord(folded) && isAbbreviation(bare);
}

const capital = /^[\p{Lu}\p{Lt}]/u;
const onlyCapitals = /^(?:\P{L}*\p{Lu}){2}[^\p{Ll}\p{Lt}]*$/u;

/** How a word is capitalised: 0 not at all or only within, 1 its first letter, 2 all its letters, of two or more. */
export function capitalOf(raw: string): 0 | 1 | 2 {
  if (!capital.test(raw)) return 0;
  return onlyCapitals.test(withoutPossessive(raw)) ? 2 : 1;
}
