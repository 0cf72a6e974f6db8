import type { EditingApi } from '../../../archive/api/editing.ts';
import type { Article, ArticleId } from '../../../archive/model/article.ts';
import { correctedFields, type CorrectedField, type Correction } from '../../../archive/model/correction.ts';
import type { Deletion } from '../../../archive/model/deletion.ts';
import { archiveError, type ArchiveError } from '../../../archive/model/errors.ts';
import type { NewArticle, NewArticleKept, Scan } from '../../../archive/model/new-article.ts';
import { fail, ok, type Result } from '../../../archive/model/result.ts';
import { FakeCopies } from './fake-copies.ts';

type Answer<T> = Promise<Result<T, ArchiveError>>;

/** Articles in memory, corrected and deleted as a person wants. */
export class FakeEditing extends FakeCopies implements EditingApi {
  articles: readonly Article[];
  /** What is known of an article's original besides. */
  originalChange: Partial<Deletion['original']> = {};
  editingError: ArchiveError | null = null;
  /** The corrections that were asked for, in order. */
  readonly corrections: (readonly [Correction, readonly CorrectedField[]])[] = [];

  constructor(articles: readonly Article[]) {
    super();
    this.articles = articles;
  }

  private found(id: ArticleId): Result<Article, ArchiveError> {
    if (this.editingError) return fail(this.editingError);
    const article = this.articles.find((one) => one.id === id);
    return article ? ok(article) : fail(archiveError('article-not-found', { id }));
  }

  async correctArticle(
    id: ArticleId,
    correction: Correction,
    revert: readonly CorrectedField[],
  ): Answer<Article> {
    this.corrections.push([correction, revert]);
    const found = this.found(id);
    if (!found.ok) return found;
    const before = found.value;
    const read = { ...before, ...before.asRead };
    const back = Object.fromEntries(revert.map((field) => [field, read[field]]));
    const shown = { ...before, ...back, ...correction };
    const differ = correctedFields.filter(
      (field) => JSON.stringify(shown[field]) !== JSON.stringify(read[field]),
    );
    const after = { ...shown, asRead: Object.fromEntries(differ.map((field) => [field, read[field]])) };
    this.articles = this.articles.map((one) => (one.id === id ? after : one));
    return ok(after);
  }

  /** The articles that were added, in order. */
  readonly added: NewArticle[] = [];
  readonly scans = new Map<ArticleId, Scan>();

  async addArticle(article: NewArticle): Answer<NewArticleKept> {
    this.added.push(article);
    if (this.editingError) return fail(this.editingError);
    const [first] = this.articles;
    return first
      ? ok({ id: first.id, isNew: this.added.length === 1 })
      : fail(archiveError('internal', { detail: '' }));
  }

  async scan(id: ArticleId): Answer<Scan | null> {
    return ok(this.scans.get(id) ?? null);
  }

  async deletion(id: ArticleId): Answer<Deletion> {
    const found = this.found(id);
    if (!found.ok) return found;
    const { headline, collection, original } = found.value;
    const { name, bytes } = original;
    return ok({
      id,
      headline,
      collection,
      original: { name, bytes, others: 0, linked: false, ...this.originalChange },
    });
  }

  async deleteArticle(id: ArticleId): Answer<null> {
    const found = this.found(id);
    if (!found.ok) return found;
    this.articles = this.articles.filter((one) => one.id !== id);
    return ok(null);
  }
}
