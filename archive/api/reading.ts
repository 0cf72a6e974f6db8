import type { Article, ArticleId, ArticleSummary, Original } from '../model/article.ts';
import type { ArchiveError } from '../model/errors.ts';
import type { Result } from '../model/result.ts';
import type { ArticleMarks, SearchRequest } from '../model/search.ts';

/** An article with the marks of the query that led to it. */
export interface Reading {
  readonly article: Article;
  /** Null when no query was given. */
  readonly marks: ArticleMarks | null;
  /** Archived articles that list this one, oldest first. */
  readonly listedBy: readonly ArticleSummary[];
}

/** The exact text as it came, decoded but otherwise untouched (line ends as they were). */
export interface OriginalText {
  readonly original: Original;
  readonly text: string;
}

/** What part of a search request decides the marks. */
export type MarkRequest = Pick<SearchRequest, 'text' | 'match' | 'exactSpelling' | 'typing'>;

export interface ReadingApi {
  /** Errors: `article-not-found`; `article-not-archived` for an item that is only listed. */
  read(id: ArticleId, marks: MarkRequest | null): Promise<Result<Reading, ArchiveError>>;
  /** A summary of an article or of a listed item. Error: `article-not-found`. */
  summary(id: ArticleId): Promise<Result<ArticleSummary, ArchiveError>>;
  /** Errors: those of `read`, and `original-damaged` when the bytes no longer have their hash. */
  originalText(id: ArticleId): Promise<Result<OriginalText, ArchiveError>>;
}
