import type { ArticleSummary } from './article.ts';
import type { DateHistogram } from './search.ts';

export interface CollectionSummary {
  readonly name: string;
  readonly articles: number;
  /** First and last published date among its articles, cut to the day at most; null when none is dated. */
  readonly first: string | null;
  readonly last: string | null;
}

export interface SectionSummary {
  readonly name: string;
  readonly articles: number;
}

/** What the front page and the library column show. */
export interface LibraryOverview {
  readonly articles: number;
  /** Items that pages list but the library does not hold. */
  readonly listed: number;
  readonly originals: number;
  readonly originalBytes: number;
  readonly collections: readonly CollectionSummary[];
  readonly sections: readonly SectionSummary[];
  readonly sources: readonly SectionSummary[];
  readonly dates: DateHistogram;
  /** The article that most others refer to; among equals the newest. */
  readonly lead: ArticleSummary | null;
  /** Up to 200 others, oldest first, undated last: the front page's table of contents. */
  readonly contents: readonly ArticleSummary[];
}
