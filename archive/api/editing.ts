import type { Article, ArticleId } from '../model/article.ts';
import type { CorrectedField, Correction } from '../model/correction.ts';
import type { Deletion } from '../model/deletion.ts';
import type { ArchiveError } from '../model/errors.ts';
import type { NewArticle, NewArticleKept, Scan } from '../model/new-article.ts';
import type { Result } from '../model/result.ts';

type Outcome<T> = Promise<Result<T, ArchiveError>>;

/** What a person does to one article. Errors where one is named: `article-not-found`, `article-not-archived`. */
export interface EditingApi {
  /**
   * Puts an article right; what its source gave is kept beside it, and shown again for the fields that `revert` names. A
   * correction is taken back by correcting to what was shown before.
   */
  correctArticle(id: ArticleId, correction: Correction, revert: readonly CorrectedField[]): Outcome<Article>;
  /**
   * Adds an article that a person wrote, with a picture or without: it is kept as a file of its own and read like any other.
   * Errors: `article-incomplete`, `not-an-image`, `image-too-large`, `import-running`.
   */
  addArticle(article: NewArticle): Outcome<NewArticleKept>;
  /** The picture that an article is the text of; null when it has none. */
  scan(id: ArticleId): Outcome<Scan | null>;
  /** What deleting an article would take away. Nothing is changed. */
  deletion(id: ArticleId): Outcome<Deletion>;
  /**
   * Deletes an article for good, with its original unless others were read from it: database, index and disk keep no word of
   * it. Error: `indexing-running` while another process writes the index; nothing was deleted then.
   */
  deleteArticle(id: ArticleId): Outcome<null>;
}
