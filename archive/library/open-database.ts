import { randomUUID } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { archiveError } from '../model/errors.ts';
import type { ArchiveError } from '../model/errors.ts';
import { fail, ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import { integer, text } from './columns.ts';
import { syncFolder } from './durable-files.ts';
import { needsCheck } from './opening-check.ts';
import { migrations } from './schema.ts';
import { Database } from './sqlite.ts';
import { isBusy, libraryError } from './system-errors.ts';

/** `Cutt` in ASCII: tells our database from any other (https://www.sqlite.org/fileformat2.html#application_id). */
const applicationId = 0x43757474;

/** How long a statement waits for the write of another process; ours take under 200 ms. */
const busyMilliseconds = 5_000;

/** What a new library is born with. */
export interface NewLibrary {
  /** Entries of `meta` beside its id and its day of making. */
  readonly meta: Readonly<Record<string, string>>;
}

/** Thrown to leave the opening with an error that has its sentence already. */
class Refused extends Error {
  readonly reason: ArchiveError;

  constructor(reason: ArchiveError) {
    super(reason.code);
    this.reason = reason;
  }
}

function pragma(database: Database, name: string): number {
  const row = database.first(`PRAGMA ${name}`);
  return row === null ? 0 : integer(row, name);
}

/** Refuses what is no library, a newer one and, when its pages are looked through, a broken one, before anything is written. */
function inspect(database: Database, folder: string, supported: number, check: boolean): void {
  const version = pragma(database, 'user_version');
  const application = pragma(database, 'application_id');
  const tables = integer(database.first('SELECT count(*) AS tables FROM sqlite_master') ?? {}, 'tables');
  const ours = application === applicationId;
  if (!ours && (tables > 0 || application !== 0 || version !== 0)) {
    const detail = 'library.sqlite is a database of another program';
    throw new Refused(archiveError('library-broken', { path: folder, detail }));
  }
  if (version > supported) {
    throw new Refused(archiveError('library-newer', { path: folder, version, supported }));
  }
  if (!check) return;
  const found = text(database.first('PRAGMA quick_check(1)') ?? {}, 'quick_check');
  if (found !== 'ok') throw new Refused(archiveError('library-broken', { path: folder, detail: found }));
}

/** Several processes may set a new database up at once; SQLite does not wait by itself when the journal changes. */
async function useWriteAheadLog(database: Database): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      database.execute('PRAGMA journal_mode = WAL');
      break;
    } catch (error) {
      if (!isBusy(error) || attempt >= 50) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  database.execute('PRAGMA synchronous = FULL');
  // A batch of an import fits into both, so that its pages are written once and not while it goes on.
  database.execute('PRAGMA cache_size = -32768');
  database.execute('PRAGMA wal_autocheckpoint = 2048');
  // What is corrected or replaced leaves no trace either: a deletion finds only what is still in a table.
  // https://www.sqlite.org/pragma.html#pragma_secure_delete
  database.execute('PRAGMA secure_delete = ON');
}

/** A whole and durable copy of the library as it was before its tables are changed. */
async function copyBefore(database: Database, folder: string, version: number): Promise<void> {
  const copy = join(folder, `library.version-${version}.sqlite`);
  const partial = `${copy}.partial`;
  await rm(partial, { force: true });
  database.run('VACUUM INTO ?', partial);
  await rename(partial, copy);
  await syncFolder(folder);
}

function migrate(database: Database, steps: readonly string[], born: NewLibrary): void {
  database.transaction(() => {
    // Asked again inside the transaction: another process may have done it all meanwhile.
    const version = pragma(database, 'user_version');
    for (const step of steps.slice(version)) database.execute(step);
    if (version === 0) {
      database.execute(`PRAGMA application_id = ${applicationId}`);
      const meta = {
        library: randomUUID(),
        created: new Date().toISOString(),
        ...born.meta,
      };
      for (const [key, value] of Object.entries(meta)) {
        database.run('INSERT INTO meta (key, value) VALUES (?, ?)', key, value);
      }
    }
    if (version < steps.length) database.execute(`PRAGMA user_version = ${steps.length}`);
  });
}

/**
 * Opens `library.sqlite` in an existing folder, makes it when there is none, and brings it to the version of `steps`,
 * after copying it as `library.version-N.sqlite`. Errors: `library-newer`, `library-broken`, `library-unwritable`, `disk-full`.
 */
export async function openDatabase(
  folder: string,
  born: NewLibrary,
  steps: readonly string[] = migrations,
): Promise<Result<Database, ArchiveError>> {
  let database: Database | null = null;
  try {
    const path = join(folder, 'library.sqlite');
    const check = needsCheck(path);
    database = new Database(path, busyMilliseconds);
    inspect(database, folder, steps.length, check);
    const version = pragma(database, 'user_version');
    await useWriteAheadLog(database);
    if (version > 0 && version < steps.length) await copyBefore(database, folder, version);
    if (version < steps.length) migrate(database, steps, born);
    return ok(database);
  } catch (error) {
    database?.close();
    return fail(error instanceof Refused ? error.reason : libraryError(error, folder));
  }
}
