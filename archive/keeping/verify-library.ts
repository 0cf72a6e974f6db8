import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { integer, text } from '../library/columns.ts';
import type { Library } from '../library/library.ts';
import type { Database } from '../library/sqlite.ts';
import { sha256OfFile } from '../library/originals.ts';
import { systemCode } from '../library/system-errors.ts';
import type { Sha256 } from '../model/article.ts';
import type { Cancellation } from '../model/cancellation.ts';
import type { LibraryReport, OriginalFault, OriginalsProgress } from '../model/library-report.ts';

export interface VerifyOptions {
  readonly signal?: Cancellation | undefined;
  readonly onProgress?: ((progress: OriginalsProgress) => void) | undefined;
}

/** An original as the catalogue names it. */
export interface NamedOriginal {
  readonly sha256: Sha256;
  readonly name: string;
  readonly bytes: number;
}

/** The originals the catalogue names, by their hash. */
export function namedOriginals(database: Database): readonly NamedOriginal[] {
  return database.all('SELECT sha256, name, bytes FROM originals ORDER BY sha256').map((row) => ({
    sha256: text(row, 'sha256') as Sha256,
    name: text(row, 'name'),
    bytes: integer(row, 'bytes'),
  }));
}

/** A fault of an original, with the number of articles it concerns. */
export function faultOf(
  { database }: Library,
  kind: OriginalFault['kind'],
  { sha256, name }: NamedOriginal,
): OriginalFault {
  const row = database.first('SELECT count(*) AS articles FROM articles WHERE original = ?', sha256);
  const link = database.first('SELECT path FROM linked_originals WHERE sha256 = ?', sha256);
  const linked = link === null ? {} : { linked: text(link, 'path') };
  return { kind, sha256, name, articles: row === null ? 0 : integer(row, 'articles'), ...linked };
}

/** What SQLite finds wrong with its file. https://www.sqlite.org/pragma.html#pragma_integrity_check */
function databaseFaults({ database }: Library): readonly string[] {
  const found = database.all('PRAGMA integrity_check').map((row) => text(row, 'integrity_check'));
  return found.length === 1 && found[0] === 'ok' ? [] : found;
}

/** Rows whose foreign key leads nowhere, and records that lie beyond the end of their original. */
function brokenReferences({ database }: Library): LibraryReport['references'] {
  const counts = new Map<string, number>();
  const add = (table: string): void => void counts.set(table, (counts.get(table) ?? 0) + 1);
  for (const row of database.all('PRAGMA foreign_key_check')) add(text(row, 'table'));
  const beyond = `
    SELECT articles.id FROM articles JOIN originals ON originals.sha256 = articles.original
    WHERE articles.members IS NULL AND articles.span_end > originals.bytes`;
  for (const row of database.all(beyond)) if (row['id'] !== null) add('articles');
  const nowhere = 'SELECT id FROM articles WHERE id NOT IN (SELECT article FROM memberships)';
  for (const row of database.all(nowhere)) if (row['id'] !== null) add('memberships');
  return [...counts].map(([table, rows]) => ({ table, rows }));
}

/** Files under `originals/` whose name the catalogue does not have. */
async function unnamedFiles(
  folder: string,
  named: ReadonlySet<string>,
): Promise<{ readonly files: number; readonly bytes: number }> {
  let files = 0;
  let bytes = 0;
  for (const part of await readdir(folder, { withFileTypes: true })) {
    if (!part.isDirectory() || part.name === 'partial') continue;
    for (const name of await readdir(join(folder, part.name))) {
      if (named.has(name)) continue;
      files += 1;
      bytes += (await lstat(join(folder, part.name, name))).size;
    }
  }
  return { files, bytes };
}

/** Null when the bytes are those it is named by. A file that cannot be read is as good as missing. */
async function faultKind(library: Library, { sha256 }: NamedOriginal): Promise<OriginalFault['kind'] | null> {
  try {
    const found = await sha256OfFile(library.originals.pathOf(sha256));
    if (found === null) return 'missing';
    return found === sha256 ? null : 'damaged';
  } catch (error) {
    if (systemCode(error) === null) throw error;
    return 'missing';
  }
}

/**
 * Looks through all of a library: the database's pages, every reference, and every byte of every original against its
 * hash. Changes nothing. Throws what the database and the disk throw.
 */
export async function verifyLibrary(library: Library, options: VerifyOptions = {}): Promise<LibraryReport> {
  const database = databaseFaults(library);
  const references = brokenReferences(library);
  const originals = namedOriginals(library.database);
  const faults: OriginalFault[] = [];
  let bytes = 0;
  let done = 0;
  for (const original of originals) {
    if (options.signal?.aborted === true) break;
    const kind = await faultKind(library, original);
    if (kind !== null) faults.push(faultOf(library, kind, original));
    done += 1;
    bytes += original.bytes;
    options.onProgress?.({ done, total: originals.length, bytes });
  }
  const named = new Set<string>(originals.map(({ sha256 }) => sha256));
  const unnamed = await unnamedFiles(library.originals.folder, named);
  const stopped = done < originals.length;
  const articles = library.catalogue.count();
  return { database, references, articles, originals: done, bytes, faults, unnamed, stopped };
}
