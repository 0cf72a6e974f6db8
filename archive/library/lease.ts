import { join } from 'node:path';
import type { ArchiveError } from '../model/errors.ts';
import { fail, ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import { Database } from './sqlite.ts';
import { isBusy, libraryError } from './system-errors.ts';

/** A right that one process at a time has. */
export interface Lease {
  release(): void;
}

/**
 * Takes a lease of a library, without waiting. It is an exclusive transaction on a database of its own, so that the system
 * itself frees it when the process dies. The error is `busy` when another has it, else what keeps the file from being
 * made.
 */
export function takeLease(folder: string, name: string): Result<Lease, ArchiveError | 'busy'> {
  let database: Database | null = null;
  try {
    database = new Database(join(folder, name), 0);
    database.execute('BEGIN EXCLUSIVE');
    const held = database;
    return ok({ release: () => held.close() });
  } catch (error) {
    database?.close();
    return fail(isBusy(error) ? 'busy' : libraryError(error, folder));
  }
}
