import type { ArticleId, ArticleSummary } from './article.ts';
import type { ArchiveErrorCode } from './errors.ts';

export type Match = 'all' | 'any';
export type Sort = 'relevance' | 'newest' | 'oldest';

/** The fields that `field:word` may name. */
export const searchFields = ['headline', 'standfirst', 'body', 'caption', 'source', 'listed'] as const;
export type SearchField = (typeof searchFields)[number];

/** Months or years, inclusive at both ends, as `2007`, `2007-11` or `2007-11-28`. */
export interface DateRange {
  readonly from: string;
  readonly to: string;
}

export interface SearchRequest {
  /** As typed. Empty text asks for all archived articles. */
  readonly text: string;
  /** Whether an article must have every word or one of them. */
  readonly match: Match;
  /** Compare words as written: no folding of diacritics and scripts, no stems, no name variants. */
  readonly exactSpelling: boolean;
  readonly sort: Sort;
  /** The last word is still being typed: it also matches as a prefix. */
  readonly typing: boolean;
  readonly filter: {
    readonly collection: string | null;
    readonly section: string | null;
    readonly dates: DateRange | null;
  };
  readonly offset: number;
  /** At most 1,000. */
  readonly limit: number;
}

/** A marked stretch of a string: `[start, end)` in UTF-16 code units. */
export type Mark = readonly [start: number, end: number];

export interface MarkedText {
  readonly text: string;
  /** Sorted, not overlapping. */
  readonly marks: readonly Mark[];
}

export interface Hit extends ArticleSummary {
  readonly url: string | null;
  readonly score: number;
  /** Marks on the headline itself. */
  readonly headlineMarks: readonly Mark[];
  readonly snippet: MarkedText;
}

/** What the engine did differently from what was typed, so that the interface can say so. */
export type SearchNotice =
  /** A part of the text could not be understood and was searched as plain words. `at` is an offset into the text. */
  | {
      readonly code: 'searched-as-words';
      readonly reason: QueryProblem;
      readonly at: number | null;
      /** The whole text put right, when there is an obvious way: a query without mistakes. */
      readonly suggestion: string | null;
    }
  /** No article has all the words; articles with any of them are shown. */
  | { readonly code: 'any-instead-of-all' }
  /** These words are too common to search for and were left out. */
  | { readonly code: 'common-words-ignored'; readonly words: readonly string[] }
  /** So many words fit this wildcard or fuzzy term that only the commonest were searched: the total is a minimum. */
  | { readonly code: 'expansion-cut'; readonly term: string; readonly limit: number }
  /** A part of the index is damaged: articles may be missing until it is rebuilt. */
  | { readonly code: 'index-damaged' }
  /** The index is being made: so many articles of the library are not searched yet. */
  | { readonly code: 'indexing'; readonly missing: number }
  /** The index could not be written: so many changes of the library are not searched. `error` is the reason's code. */
  | { readonly code: 'index-not-written'; readonly missing: number; readonly error: ArchiveErrorCode };

export type QueryProblem =
  | { readonly code: 'unknown-field'; readonly field: string; readonly fields: readonly string[] }
  | { readonly code: 'nothing-after'; readonly sign: string }
  | { readonly code: 'number-expected'; readonly sign: string }
  /** A bracket or quotation mark without its partner. */
  | { readonly code: 'unbalanced'; readonly sign: string }
  /** `date:` with something that is no date. */
  | { readonly code: 'date-expected'; readonly text: string }
  | { readonly code: 'too-many'; readonly what: 'terms' | 'patterns' | 'levels'; readonly limit: number }
  | { readonly code: 'unreadable'; readonly detail: string };

export interface DateBar {
  /** `2007-11-28`, `2007-11` or `2007`. */
  readonly start: string;
  readonly count: number;
}

/** Counts by date over a result or a library. Bars are contiguous (zeros included) and ascending. */
export interface DateHistogram {
  readonly step: 'year' | 'month' | 'day';
  readonly bars: readonly DateBar[];
  /** Articles whose date is known less exactly than the step: by the year or month that is known, ascending. */
  readonly imprecise: readonly DateBar[];
  readonly undated: number;
}

export interface SearchAnswer {
  readonly query: string;
  /** All matches, not only this page of them. */
  readonly total: number;
  /** False when there may be more than `total`: an expansion was cut, or the index is damaged or not complete. */
  readonly exact: boolean;
  readonly tookMs: number;
  readonly offset: number;
  readonly hits: readonly Hit[];
  /** Written forms that matched by variant or folding and differ from what was typed. */
  readonly alsoMatched: readonly string[];
  /** The text with words that the archive knows instead, when little was found; else null. */
  readonly didYouMean: string | null;
  readonly notices: readonly SearchNotice[];
}

/** How many articles of a result have a value. */
export interface FacetCount {
  readonly value: string;
  readonly count: number;
}

/** What a whole result is made of. Counts are descending, at most 100 values each. */
export interface Facets {
  readonly total: number;
  /** The collection and dates of the filter do not narrow their own counts, so that another can be chosen. */
  readonly dates: DateHistogram;
  readonly years: readonly FacetCount[];
  readonly sources: readonly FacetCount[];
  readonly languages: readonly FacetCount[];
  readonly sections: readonly FacetCount[];
  readonly collections: readonly FacetCount[];
  readonly tags: readonly FacetCount[];
  readonly tookMs: number;
}

/** What decides which articles are found, whatever their order and page. */
export type FacetRequest = Omit<SearchRequest, 'sort' | 'offset' | 'limit'>;

/** A way to go on with what is being typed. */
export interface Completion {
  /** The whole text of the box with the last word completed. */
  readonly text: string;
  /** What is shown: the word, name or source as it is mostly written. */
  readonly shown: string;
  readonly kind: 'word' | 'name' | 'source';
  /** In how many articles it stands. */
  readonly articles: number;
}

/** An article that is about the same, and the words that say so. */
export interface RelatedArticle {
  readonly article: ArticleSummary;
  readonly score: number;
  /** The most telling words that both have, as they are mostly written; at most five. */
  readonly because: readonly string[];
}

/** Marks over one article, in the order a reader meets them. */
export interface ArticleMarks {
  readonly id: ArticleId;
  readonly headline: readonly Mark[];
  readonly standfirst: readonly Mark[];
  /** One entry a block, in the block's text parts: paragraph, crosshead: [text]; quote: [text]; list: one an item; image: [caption, legend]. */
  readonly blocks: readonly (readonly (readonly Mark[])[])[];
  readonly listed: readonly (readonly Mark[])[];
}
