import type { Library } from './library/library.ts';
import { libraryError } from './library/system-errors.ts';
import type { ArticleId } from './model/article.ts';
import { archiveError } from './model/errors.ts';
import type { ArchiveError } from './model/errors.ts';
import { fail, ok } from './model/result.ts';
import type { Result } from './model/result.ts';

/** Runs what was asked of a library: what the database or the disk throws becomes a value. */
export async function asked<T>(
  library: Library,
  work: () => Promise<Result<T, ArchiveError>>,
): Promise<Result<T, ArchiveError>> {
  try {
    return await work();
  } catch (error) {
    return fail(libraryError(error, library.folder));
  }
}

/** The archived article an id names; an item that is only listed has no text. Errors: `article-not-found`, `article-not-archived`. */
export function archivedId({ catalogue }: Library, id: ArticleId): Result<ArticleId, ArchiveError> {
  const named = catalogue.named(id);
  if (named === null) return fail(archiveError('article-not-found', { id }));
  const { kind, summary } = named;
  if (kind !== 'listed') return ok(summary.id);
  return fail(archiveError('article-not-archived', { id, headline: summary.headline }));
}
