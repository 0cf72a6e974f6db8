import type { Article, ArticleId, ArticleSummary } from '../model/article.ts';

/** What is searched: an archived article, or an item that a page lists. */
export type SearchRecord =
  | { readonly kind: 'article'; readonly summary: ArticleSummary; readonly article: Article }
  | { readonly kind: 'listed'; readonly summary: ArticleSummary; readonly url: string | null };

/** Where the records come from that an answer shows. */
export interface RecordSource {
  /** The records of these ids, in this order; null for one that is not there (any more). */
  records(ids: readonly ArticleId[]): readonly (SearchRecord | null)[];
}
