import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Library } from '../library/library.ts';
import { archiveError } from '../model/errors.ts';
import type { ArchiveError } from '../model/errors.ts';
import type { ImportReport } from '../model/import-report.ts';
import { mostImageBytes } from '../model/image-kind.ts';
import type { NewArticle, NewArticleKept } from '../model/new-article.ts';
import { readPartialDate } from '../model/read-partial-date.ts';
import { fail, ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import { clippingFile } from './clipping-file.ts';

type Outcome<T> = Promise<Result<T, ArchiveError>>;

/** Imports files into a collection, as any others. */
export type ImportFiles = (paths: readonly string[], collection: string) => Outcome<ImportReport>;

function whyNot({ headline, date, text, image }: NewArticle): ArchiveError | null {
  if (headline.trim() === '') return archiveError('article-incomplete', { missing: 'headline' });
  if (text.trim() === '' && image === null) return archiveError('article-incomplete', { missing: 'text' });
  if (date !== null && typeof readPartialDate(date) === 'string')
    return archiveError('article-incomplete', { missing: 'date' });
  if (image === null || image.length <= mostImageBytes) return null;
  return archiveError('image-too-large', { bytes: image.length, limit: mostImageBytes });
}

function keptOf({ lines }: ImportReport): Result<NewArticleKept, ArchiveError> {
  for (const line of lines) {
    if ((line.outcome === 'added' || line.outcome === 'duplicate') && line.articles[0] !== undefined)
      return ok({ id: line.articles[0], isNew: line.outcome === 'added' });
  }
  const failed = lines.find((line) => 'error' in line && line.error.code !== 'other-entries');
  return fail(
    failed !== undefined && 'error' in failed
      ? failed.error
      : archiveError('internal', { detail: 'the new article was not found in what was written' }),
  );
}

/**
 * Adds an article that a person wrote: what was written becomes a file, which is imported like any other. Errors:
 * `article-incomplete`, `not-an-image`, `image-too-large`, and what an import says. Throws what the system throws.
 */
export async function addArticle(
  library: Library,
  article: NewArticle,
  importFiles: ImportFiles,
): Outcome<NewArticleKept> {
  const reason = whyNot(article);
  if (reason !== null) return fail(reason);
  const file = await clippingFile(article);
  if (file === null) return fail(archiveError('not-an-image', {}));
  // In the library, whose disk the person trusts with it.
  const folder = await mkdtemp(join(library.folder, 'new-article-'));
  try {
    const path = join(folder, file.name);
    await writeFile(path, file.bytes, { mode: 0o600 });
    const report = await importFiles([path], article.collection);
    return report.ok ? keptOf(report.value) : report;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
