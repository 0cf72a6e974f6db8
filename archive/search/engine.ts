import type { Article, ArticleId, ArticleSummary } from '../model/article.ts';
import type { ArticleMarks, SearchAnswer, SearchRequest } from '../model/search.ts';
import type { MarkRequest } from '../api/reading.ts';

/** What is searched: an archived article, or an item that a page lists. */
export type SearchRecord =
  | { readonly kind: 'article'; readonly summary: ArticleSummary; readonly article: Article }
  | { readonly kind: 'listed'; readonly summary: ArticleSummary; readonly url: string | null };

/** The part of the archive that answers queries. Never throws for any text whatever. */
export interface SearchEngine {
  /** Replaces all that is indexed. */
  index(records: Iterable<SearchRecord>): void;
  search(request: SearchRequest): SearchAnswer;
  /** The words of the query in one article. */
  marks(article: Article, request: MarkRequest): ArticleMarks;
  has(id: ArticleId): boolean;
}
