import type { ArticleId, ArticleSummary } from './article.ts';

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
  /** The words could not be parsed as a query and were searched as plain words. `at` is an offset into the text. */
  | { readonly code: 'searched-as-words'; readonly reason: QueryProblem; readonly at: number | null }
  /** No article has all the words; articles with any of them are shown. */
  | { readonly code: 'any-instead-of-all' }
  /** These words are too common to search for and were left out. */
  | { readonly code: 'common-words-ignored'; readonly words: readonly string[] }
  /** Quotation marks do not ask for an exact phrase yet. */
  | { readonly code: 'quotes-ignored' };

export type QueryProblem =
  | { readonly code: 'unknown-field'; readonly field: string; readonly fields: readonly string[] }
  | { readonly code: 'nothing-after'; readonly sign: string }
  | { readonly code: 'number-expected'; readonly sign: string }
  | { readonly code: 'unreadable'; readonly detail: string };

export interface DateBar {
  /** `2007-11` or `2007`. */
  readonly start: string;
  readonly count: number;
}

/** Counts by date over a result or a library. Bars are contiguous (zeros included) and ascending. */
export interface DateHistogram {
  readonly step: 'year' | 'month';
  readonly bars: readonly DateBar[];
  readonly undated: number;
}

export interface SearchAnswer {
  readonly query: string;
  /** All matches, not only this page of them. */
  readonly total: number;
  readonly tookMs: number;
  readonly offset: number;
  readonly hits: readonly Hit[];
  /** Written forms that matched by variant or folding and differ from what was typed. */
  readonly alsoMatched: readonly string[];
  readonly notices: readonly SearchNotice[];
  /** Over the whole result, without the date filter. */
  readonly dates: DateHistogram;
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
