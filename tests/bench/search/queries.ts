/** A question as all engines get it: what is meant, not how an engine spells it. Words are in lower case, `a` to `z`. */
export type BenchQuery = Asked &
  (
    | { readonly kind: 'words'; readonly words: readonly string[]; readonly match: 'all' | 'any' }
    | { readonly kind: 'phrase'; readonly words: readonly string[] }
    | { readonly kind: 'prefix'; readonly beginning: string }
    /** `*` stands for any letters or none: at the beginning or within. */
    | { readonly kind: 'wildcard'; readonly pattern: string }
    | { readonly kind: 'fuzzy'; readonly word: string; readonly distance: 1 | 2 }
    /** Articles with the word from the first to the last date, both ISO and included. */
    | { readonly kind: 'dates'; readonly word: string; readonly from: string; readonly to: string }
    /** How many of the articles with the word are of each year and of each source. */
    | { readonly kind: 'facets'; readonly word: string }
  );

interface Asked {
  readonly set: SetName;
  /** How many of the best results are passed over; so many after them are wanted. */
  readonly offset: number;
  readonly limit: number;
}

/** The sets of questions, in the order of the printed table. */
export const setNames = [
  'common word',
  'middling word',
  'rare word',
  'two words, all',
  'three words, all',
  'two words, any',
  'three words, any',
  'phrase',
  'prefix',
  'leading wildcard',
  'inner wildcard',
  'fuzzy ~1',
  'fuzzy ~2',
  'date range',
  'facets',
  'deep page',
] as const;
export type SetName = (typeof setNames)[number] | 'warming up';

/** What an engine says to a question. */
export interface BenchAnswer {
  /** Of all articles that match; of an engine that estimates, the estimate. */
  readonly total: number;
  /** The documents of the page, the best first. */
  readonly ids: readonly number[];
}
