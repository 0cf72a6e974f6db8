import { join } from 'node:path';
import { archiveError } from '../model/errors.ts';
import type { ArchiveError } from '../model/errors.ts';
import { fail, ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import { Database } from './sqlite.ts';
import { isBusy, libraryError } from './system-errors.ts';

/** The right to import into a library; one process and one import at a time has it. */
export interface ImportLease {
  release(): void;
}

/**
 * Takes the lease, without waiting. It is an exclusive transaction on a database of its own, so that the system itself
 * frees it when the process dies. Error: `import-running`, or what keeps the file from being made.
 */
export function takeImportLease(folder: string): Result<ImportLease, ArchiveError> {
  let database: Database | null = null;
  try {
    database = new Database(join(folder, 'import.lock.sqlite'), 0);
    database.execute('BEGIN EXCLUSIVE');
    const held = database;
    return ok({ release: () => held.close() });
  } catch (error) {
    database?.close();
    return fail(
      isBusy(error) ? archiveError('import-running', { path: folder }) : libraryError(error, folder),
    );
  }
}
