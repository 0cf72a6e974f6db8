import { rm } from 'node:fs/promises';
import { syncFolder } from '../library/durable-files.ts';
import { dirname } from 'node:path';
import { text } from '../library/columns.ts';
import type { Library } from '../library/library.ts';
import { systemCode } from '../library/system-errors.ts';
import type { ArticleId, Sha256 } from '../model/article.ts';

/** Removes the files of deleted originals. One that the system holds waits for the next opening. */
export async function removeDoomed({ database, originals }: Library): Promise<void> {
  for (const row of database.all('SELECT sha256 FROM doomed')) {
    const sha256 = text(row, 'sha256') as Sha256;
    // The same file may have been imported again meanwhile.
    const isNamed = database.first('SELECT 1 FROM originals WHERE sha256 = ?', sha256) !== null;
    if (!isNamed && !(await isGone(originals.pathOf(sha256)))) continue;
    database.run('DELETE FROM doomed WHERE sha256 = ?', sha256);
  }
}

async function isGone(path: string): Promise<boolean> {
  try {
    await rm(path, { force: true });
    await syncFolder(dirname(path));
    return true;
  } catch (error) {
    const code = systemCode(error);
    if (code === null) throw error;
    return code === 'ENOENT';
  }
}

/**
 * Deletes articles with their originals, and leaves no trace of them in the database's file: freed pages are overwritten
 * (https://www.sqlite.org/pragma.html#pragma_secure_delete) and the log is emptied. An original that other articles were
 * read from stays. The index forgets them when it is merged. Gives the number deleted; throws what the system throws.
 */
export async function deleteArticles(library: Library, ids: readonly ArticleId[]): Promise<number> {
  const removed = removeArticles(library, ids);
  await scrub(library);
  return removed;
}

/** The first half of it, in one transaction: what was deleted may still stand in the log and among the originals. */
export function removeArticles(library: Library, ids: readonly ArticleId[]): number {
  return library.write((recorder) => ids.filter((id) => recorder.remove(id)).length);
}

/** The second half: the files of deleted originals go, and the log is emptied. */
export async function scrub(library: Library): Promise<void> {
  await removeDoomed(library);
  library.database.all('PRAGMA wal_checkpoint(TRUNCATE)');
}
