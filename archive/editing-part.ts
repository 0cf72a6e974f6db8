import type { EditingApi } from './api/editing.ts';
import type { ImportOptions } from './api/host-api.ts';
import type { KeepingApi } from './api/keeping-api.ts';
import { archivedId, asked } from './asked.ts';
import { addArticle } from './clippings/add-article.ts';
import { scanOf } from './clippings/scan-of.ts';
import { CopiesPart } from './copies-part.ts';
import { deletionOf } from './keeping/deletion-of.ts';
import type { Article, ArticleId } from './model/article.ts';
import type { CorrectedField, Correction } from './model/correction.ts';
import type { Deletion } from './model/deletion.ts';
import { archiveError } from './model/errors.ts';
import type { ArchiveError } from './model/errors.ts';
import type { ImportReport } from './model/import-report.ts';
import type { NewArticle, NewArticleKept, Scan } from './model/new-article.ts';
import { fail, ok } from './model/result.ts';
import type { Result } from './model/result.ts';

type Outcome<T> = Promise<Result<T, ArchiveError>>;

/** The part of an archive that changes single articles; whoever looks after the library does the work. */
export abstract class EditingPart extends CopiesPart implements EditingApi {
  abstract readonly keeping: KeepingApi;
  abstract import(paths: readonly string[], options: ImportOptions): Outcome<ImportReport>;

  addArticle(article: NewArticle): Outcome<NewArticleKept> {
    return asked(this.library, () =>
      addArticle(this.library, article, (paths, collection) => this.import(paths, { collection })),
    );
  }

  scan(id: ArticleId): Outcome<Scan | null> {
    return asked(this.library, async () => {
      const named = archivedId(this.library, id);
      if (!named.ok) return named;
      const article = this.library.catalogue.article(named.value);
      return article === null
        ? fail(archiveError('article-not-found', { id }))
        : scanOf(this.library, article);
    });
  }

  correctArticle(id: ArticleId, correction: Correction, revert: readonly CorrectedField[]): Outcome<Article> {
    return this.keeping.correct(id, correction, revert);
  }

  deletion(id: ArticleId): Outcome<Deletion> {
    return asked(this.library, async () => {
      const named = archivedId(this.library, id);
      return named.ok ? ok(deletionOf(this.library, named.value)) : named;
    });
  }

  async deleteArticle(id: ArticleId): Outcome<null> {
    const named = await asked(this.library, async () => archivedId(this.library, id));
    if (!named.ok) return named;
    const deleted = await this.keeping.delete([named.value]);
    return deleted.ok ? ok(null) : deleted;
  }
}
