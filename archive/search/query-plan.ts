import type { IndexField } from './fields.ts';
import type { Presence } from './query-parser.ts';

/** How an index term came to stand for what was typed. */
export type Closeness =
  /** The word itself, folded (in exact spelling: as written). */
  | 'word'
  /** The word with the very marks and script that were typed; always beside `word`. */
  | 'written'
  /** Another form of the same name. */
  | 'variant'
  | 'stem'
  /** A wildcard, a fuzzy term, or a word still being typed. */
  | 'pattern';

/** How much each is worth. What fits more closely ranks higher: a word also has its own stem, so the values add up. */
export const closenessBoosts: Readonly<Record<Closeness, number>> = {
  word: 1,
  written: 0.4,
  variant: 0.9,
  stem: 0.4,
  pattern: 0.3,
};

/** One term of the index that satisfies a place of the query. */
export interface Atom {
  readonly term: string;
  readonly how: Closeness;
  readonly boost: number;
}

/** One word of the query with all that may stand for it; null stands for any word whatever (a lone `*`). */
export type Slot = readonly Atom[] | null;

/** What an article has (optional), must have, or must not have. */
export interface Clause {
  readonly presence: Presence;
  readonly fields: readonly IndexField[];
  /** One of these is enough; of one alternative, every slot is needed. */
  readonly alternatives: readonly (readonly Slot[])[];
  /**
   * Only ranks: a word that may yet become a common one. Typing `kosovo the` must not drop the articles that `kosovo`
   * has found.
   */
  readonly soft: boolean;
}

/** A query compiled against one index. */
export interface QueryPlan {
  readonly clauses: readonly Clause[];
  /** The words of the query that are wanted, case-folded: what was typed is not "also" matched. */
  readonly typed: ReadonlySet<string>;
  /** Common words that were left out. */
  readonly ignored: readonly string[];
  /** Whether somebody could wonder about the ignored ones: they were asked for explicitly, or nothing else was. */
  readonly ignoredMatters: boolean;
}
