import type { DictionaryName } from '../segment/format.ts';
import type { TermEntry } from '../segment/dictionary-cursor.ts';

/** How a term of the index came to stand for what was typed. */
export type Closeness = 'written' | 'folded' | 'variant' | 'stem' | 'beginning' | 'pattern' | 'near' | 'far';

/**
 * How much an occurrence counts by that: what fits more closely ranks higher. Whole numbers, so that sums do not depend
 * on their order.
 */
export const closenessWeights: Readonly<Record<Closeness, number>> = {
  written: 20,
  folded: 18,
  variant: 18,
  stem: 14,
  beginning: 8,
  pattern: 10,
  near: 8,
  far: 5,
};

/** A term of one segment that stands for a word of the query. */
export interface SegmentTerm {
  readonly dictionary: DictionaryName;
  readonly entry: TermEntry;
  readonly closeness: Closeness;
  /** Counts only in documents of these stem languages, as bits; 0 for all. */
  readonly languages: number;
  /** The term as text: the plain spelling, and how it was written. */
  readonly folded: string;
  readonly written: string;
}

/** A word of the query with all that may stand for it: one thing that a document has or has not. */
export interface Requirement {
  /** The fields it may stand in, as bits. */
  readonly mask: number;
  readonly boost: number;
  /** The terms of each segment, in the order of the snapshot's. */
  readonly terms: readonly (readonly SegmentTerm[])[];
  /** In how many live documents its terms stand, each counted by itself, and no more than there are. */
  readonly documents: number;
  /** How much it tells documents apart (Robertson and Spärck Jones, as in BM25; never negative). */
  readonly rarity: number;
  /** The word as typed, for explanations. */
  readonly label: string;
  /** Single words of a list beside each other are nearer to the query when they are near to each other. */
  readonly isWord: boolean;
}

/** What is evaluated, segment by segment. */
export type PlanNode =
  | { readonly kind: 'terms'; readonly requirement: Requirement }
  | PhrasePlan
  | { readonly kind: 'everything' }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'exists'; readonly mask: number }
  | {
      readonly kind: 'date';
      readonly how: 'within' | 'after' | 'before' | 'none';
      /** Milliseconds since 1970: `within` is overlap with `[from, to)`, `after` begins at or after `from`, `before` ends by `to`. */
      readonly from: number;
      readonly to: number;
    }
  | {
      readonly kind: 'property';
      readonly column: PropertyColumn;
      readonly accepts: (value: string) => boolean;
    }
  | { readonly kind: 'all'; readonly nodes: readonly PlanNode[] }
  | { readonly kind: 'one'; readonly nodes: readonly PlanNode[] }
  | { readonly kind: 'not'; readonly node: PlanNode }
  /** `extra` only counts for the order. */
  | { readonly kind: 'also'; readonly node: PlanNode; readonly extra: readonly PlanNode[] };

export type PropertyColumn = 'language' | 'collection' | 'section' | 'source' | 'tags' | 'archived';

export interface PhrasePlan {
  readonly kind: 'phrase';
  readonly places: readonly Requirement[];
  /** For each place of an exact phrase the pair of common words that begins there, or null. */
  readonly pairs: readonly (Requirement | null)[];
  readonly slop: number;
  readonly ordered: boolean;
  readonly mask: number;
  readonly boost: number;
  readonly rarity: number;
  readonly label: string;
}
