import type { ArticleId } from '../model/article.ts';
import type { ArticleCopies, CopyGroups } from '../model/copies.ts';
import type { ArchiveError } from '../model/errors.ts';
import type { Result } from '../model/result.ts';

/** Which articles are copies of each other: printed by several papers, corrected, saved twice. All are kept. */
export interface CopiesApi {
  /** The other copies of an article, the best first; `limit` at most 1,000. Errors: those of `read`. */
  copies(id: ArticleId, limit: number): Promise<Result<ArticleCopies, ArchiveError>>;
  /** The groups of copies, the largest first; `limit` at most 1,000. */
  copyGroups(page: {
    readonly offset: number;
    readonly limit: number;
  }): Promise<Result<CopyGroups, ArchiveError>>;
}
