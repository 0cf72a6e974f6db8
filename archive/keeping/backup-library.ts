import { createHash } from 'node:crypto';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { syncFolder } from '../library/durable-files.ts';
import type { Library } from '../library/library.ts';
import { Database } from '../library/sqlite.ts';
import { OriginalStore } from '../library/originals.ts';
import { systemCode } from '../library/system-errors.ts';
import { archiveError } from '../model/errors.ts';
import type { ArchiveError } from '../model/errors.ts';
import type { BackupReport, OriginalFault } from '../model/library-report.ts';
import { fail, ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import { fileSource, piecesOf } from '../readers/access/byte-source.ts';
import { faultOf, namedOriginals } from './verify-library.ts';
import type { NamedOriginal, VerifyOptions } from './verify-library.ts';

/** The original's bytes are not those it is named by. */
class Damaged extends Error {}

async function* checkedPieces(path: string, sha256: string): AsyncGenerator<Uint8Array> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    const hash = createHash('sha256');
    for await (const piece of piecesOf(fileSource(handle, size))) {
      hash.update(piece);
      yield piece;
    }
    if (hash.digest('hex') !== sha256) throw new Damaged();
  } finally {
    await handle.close();
  }
}

/** Copies an original unless the backup has it in full length; null when it is there, else what is wrong with ours. */
async function copyOriginal(
  library: Library,
  into: OriginalStore,
  { sha256, bytes }: NamedOriginal,
): Promise<OriginalFault['kind'] | 'copied' | 'there'> {
  const size = await stat(into.pathOf(sha256)).then(
    (stats) => stats.size,
    () => null,
  );
  // Names are hashes and files are renamed into place when they are whole.
  if (size === bytes) return 'there';
  try {
    await into.putPieces(checkedPieces(library.originals.pathOf(sha256), sha256));
    return 'copied';
  } catch (error) {
    if (error instanceof Damaged) return 'damaged';
    if (systemCode(error) === 'ENOENT') return 'missing';
    throw error;
  }
}

/** The id of the library that a backup is of; null when there is no backup. Throws for a file that is no library. */
function idOfBackup(path: string): string | null {
  const database = new Database(path, 1_000);
  try {
    const value = database.first("SELECT value FROM meta WHERE key = 'library'")?.['value'];
    return typeof value === 'string' ? value : null;
  } finally {
    database.close();
  }
}

/** Refuses a folder that holds another library, or another program's files under our names. */
async function isOther(library: Library, path: string): Promise<boolean> {
  const exists = await stat(path).then(
    () => true,
    () => false,
  );
  if (!exists) return false;
  try {
    return idOfBackup(path) !== library.meta('library');
  } catch {
    return true;
  }
}

/**
 * Copies the library into a folder, consistently and while others write to it: the catalogue as it is at one moment, then
 * every original that it names and the folder does not have yet. The copy is a library itself; its index is made when it is
 * opened. A second backup into the same folder copies only what is new, and never replaces an original. Errors:
 * `backup-refused`; throws what the disk throws.
 */
export async function backupLibrary(
  library: Library,
  folder: string,
  options: VerifyOptions = {},
): Promise<Result<BackupReport, ArchiveError>> {
  const target = resolve(folder);
  const path = join(target, 'library.sqlite');
  if (target === library.folder || target.startsWith(join(library.folder, '/')))
    return fail(archiveError('backup-refused', { path: target, detail: 'it is the library itself' }));
  if (await isOther(library, path))
    return fail(archiveError('backup-refused', { path: target, detail: 'it holds another library' }));
  const into = new OriginalStore(join(target, 'originals'));
  await mkdir(target, { recursive: true });
  await into.prepare();
  await into.removeLeftovers();
  const partial = `${path}.partial`;
  await rm(partial, { force: true });
  library.database.run('VACUUM INTO ?', partial);
  const originals = originalsOf(partial);
  const faults: OriginalFault[] = [];
  let [copied, bytes, done] = [0, 0, 0];
  for (const original of originals) {
    if (options.signal?.aborted === true) break;
    const outcome = await copyOriginal(library, into, original);
    if (outcome === 'copied') [copied, bytes] = [copied + 1, bytes + original.bytes];
    else if (outcome !== 'there') faults.push(faultOf(library, outcome, original));
    done += 1;
    options.onProgress?.({ done, total: originals.length, bytes });
  }
  await into.flush();
  // The catalogue comes last: one that is there names nothing that is not.
  if (options.signal?.aborted === true) await rm(partial, { force: true });
  else await replaceCatalogue(partial, path, target);
  return ok({ originals: done, copied, bytes, faults });
}

/** What the copied catalogue names: ours may have grown meanwhile. */
function originalsOf(path: string): readonly NamedOriginal[] {
  const database = new Database(path, 1_000);
  try {
    // What was left elsewhere is copied too: a backup is whole by itself.
    database.run('DELETE FROM linked_originals');
    return namedOriginals(database);
  } finally {
    database.close();
  }
}

/** The former copy's log must not be taken for the new one's. */
async function replaceCatalogue(partial: string, path: string, folder: string): Promise<void> {
  for (const suffix of ['-wal', '-shm']) await rm(`${path}${suffix}`, { force: true });
  await rename(partial, path);
  await syncFolder(folder);
}
