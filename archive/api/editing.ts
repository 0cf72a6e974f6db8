import type { Article, ArticleId } from '../model/article.ts';
import type { CorrectedField, Correction } from '../model/correction.ts';
import type { Deletion } from '../model/deletion.ts';
import type { ArchiveError } from '../model/errors.ts';
import type { Result } from '../model/result.ts';

type Outcome<T> = Promise<Result<T, ArchiveError>>;

/** What a person does to one article. Errors of all: `article-not-found`, `article-not-archived`. */
export interface EditingApi {
  /**
   * Puts an article right; what its source gave is kept beside it, and shown again for the fields that `revert` names. A
   * correction is taken back by correcting to what was shown before.
   */
  correctArticle(id: ArticleId, correction: Correction, revert: readonly CorrectedField[]): Outcome<Article>;
  /** What deleting an article would take away. Nothing is changed. */
  deletion(id: ArticleId): Outcome<Deletion>;
  /**
   * Deletes an article for good, with its original unless others were read from it: database, index and disk keep no word of
   * it. Error: `indexing-running` while another process writes the index; nothing was deleted then.
   */
  deleteArticle(id: ArticleId): Outcome<null>;
}
