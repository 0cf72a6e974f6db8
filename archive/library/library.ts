import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { ArchiveError } from '../model/errors.ts';
import { fail, ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import { Catalogue } from './catalogue.ts';
import { integer, text } from './columns.ts';
import { takeImportLease } from './import-lease.ts';
import { openDatabase } from './open-database.ts';
import { OriginalStore } from './originals.ts';
import { Recorder } from './recorder.ts';
import type { Database } from './sqlite.ts';
import { libraryError } from './system-errors.ts';

/** A library's folder, open: the catalogue and the originals. Several processes may have it open. */
export class Library {
  /** Absolute. */
  readonly folder: string;
  readonly database: Database;
  readonly originals: OriginalStore;
  readonly catalogue: Catalogue;

  constructor(folder: string, database: Database, originals: OriginalStore) {
    this.folder = folder;
    this.database = database;
    this.originals = originals;
    this.catalogue = new Catalogue(database);
  }

  /**
   * Runs `work` in one write transaction. What it changes of what is searched is numbered, and the commit gets its token.
   * When `work` throws, nothing is changed.
   */
  write<T>(work: (recorder: Recorder) => T): T {
    return this.database.transaction(() => {
      const recorder = new Recorder(this.database);
      const value = work(recorder);
      recorder.finish();
      return value;
    });
  }

  /** An entry of the table `meta`, or null. */
  meta(key: string): string | null {
    const row = this.database.first('SELECT value FROM meta WHERE key = ?', key);
    return row === null ? null : text(row, 'value');
  }

  /** A number that changes when another connection commits something; our own commits leave it. */
  dataVersion(): number {
    return integer(this.database.first('PRAGMA data_version') ?? {}, 'data_version');
  }

  close(): void {
    this.database.close();
  }
}

/**
 * Opens the library in `folder`, and makes both when they do not exist; `meta` is what a new one is born with. Errors:
 * `library-newer`, `library-broken`, `library-unwritable`, `disk-full`.
 */
export async function openLibrary(
  folder: string,
  meta: Readonly<Record<string, string>>,
): Promise<Result<Library, ArchiveError>> {
  const absolute = resolve(folder);
  const originals = new OriginalStore(join(absolute, 'originals'));
  try {
    await mkdir(absolute, { recursive: true });
    const database = await openDatabase(absolute, { meta });
    if (!database.ok) return database;
    try {
      await originals.prepare();
      await tidy(absolute, originals);
      return ok(new Library(absolute, database.value, originals));
    } catch (error) {
      database.value.close();
      throw error;
    }
  } catch (error) {
    return fail(libraryError(error, absolute));
  }
}

/** Removes what a killed import left, unless an import is running: then it is not left over. */
async function tidy(folder: string, originals: OriginalStore): Promise<void> {
  const lease = takeImportLease(folder);
  if (!lease.ok) return;
  try {
    await originals.removeLeftovers();
  } finally {
    lease.value.release();
  }
}
