import type { ArticleSummary } from './article.ts';

/** An article that says the same as another, or nearly. */
export interface ArticleCopy {
  readonly article: ArticleSummary;
  /** How many words its text has. */
  readonly words: number;
  /** Its text is the same word for word, whatever its case, marks and script. */
  readonly same: boolean;
  /**
   * What share of the runs of five words that either text has both have, from 0 to 1: 1 when it is the same. Null beyond the
   * first hundred copies, which are not compared.
   */
  readonly likeness: number | null;
}

/** The other copies of one article. */
export interface ArticleCopies {
  /** All other copies, not only those given. */
  readonly total: number;
  /** Whether the article asked for is the best of them all. */
  readonly isBest: boolean;
  /** The best first (`best-copy.ts`). */
  readonly copies: readonly ArticleCopy[];
}

/** Articles that are copies of each other. */
export interface CopyGroup {
  /** How many there are. */
  readonly total: number;
  /** The best first; of very large groups the first hundred. `likeness` is to the best. */
  readonly copies: readonly ArticleCopy[];
}

export interface CopyGroups {
  /** How many groups there are, and how many articles are in them. */
  readonly total: number;
  readonly articles: number;
  /** The largest first. */
  readonly groups: readonly CopyGroup[];
}
