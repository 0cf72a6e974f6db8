import type { ArticleSummary } from '../model/article.ts';
import type { ArchiveError } from '../model/errors.ts';
import type { LibraryHoldings } from '../model/library-holdings.ts';
import type { LibraryOverview } from '../model/overview.ts';
import type { Result } from '../model/result.ts';

export interface LibraryApi {
  /** What the library holds and lacks, and how it is kept; quick for any size. */
  holdings(): Promise<Result<LibraryHoldings, ArchiveError>>;
  overview(): Promise<Result<LibraryOverview, ArchiveError>>;
  /** Archived articles, oldest first, undated last; `limit` at most 1,000. */
  list(page: {
    readonly offset: number;
    readonly limit: number;
  }): Promise<Result<{ readonly total: number; readonly articles: readonly ArticleSummary[] }, ArchiveError>>;
}
