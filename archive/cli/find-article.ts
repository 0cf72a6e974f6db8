import type { HostApi } from '../api/host-api.ts';
import type { ArticleId, ArticleSummary } from '../model/article.ts';
import type { ArchiveError } from '../model/errors.ts';
import { archiveError } from '../model/errors.ts';
import type { Result } from '../model/result.ts';
import { fail, ok } from '../model/result.ts';
import { UsageError } from './streams.ts';

const pageLength = 1_000;

/** Calls `take` with all archived articles, page by page, oldest first. */
export async function eachPage(
  archive: HostApi,
  take: (articles: readonly ArticleSummary[]) => Promise<void> | void,
): Promise<Result<null, ArchiveError>> {
  for (let offset = 0; ;) {
    const listed = await archive.list({ offset, limit: pageLength });
    if (!listed.ok) return listed;
    const { articles, total } = listed.value;
    await take(articles);
    offset += articles.length;
    if (articles.length === 0 || offset >= total) return ok(null);
  }
}

/**
 * The article that a whole id or its first digits name. Throws UsageError for what is no id or begins several. Error:
 * `article-not-found`.
 */
export async function findArticle(archive: HostApi, given: string): Promise<Result<ArticleId, ArchiveError>> {
  if (!/^[0-9a-f]{6,32}$/u.test(given)) {
    throw new UsageError(
      `${given} is not an id: ids are 32 digits from 0 to f, of which the first six may do.`,
    );
  }
  if (given.length === 32) return ok(given as ArticleId);
  const found: ArticleId[] = [];
  const read = await eachPage(archive, (articles) => {
    for (const { id } of articles) if (id.startsWith(given)) found.push(id);
  });
  if (!read.ok) return read;
  if (found.length > 1)
    throw new UsageError(`${given} is the beginning of ${String(found.length)} ids. Give more digits.`);
  return found[0] === undefined ? fail(archiveError('article-not-found', { id: given })) : ok(found[0]);
}
