import { archiveError } from '../model/errors.ts';
import type { ArchiveError } from '../model/errors.ts';
import { fail } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import { takeLease } from './lease.ts';
import type { Lease } from './lease.ts';

/** The right to import into a library. */
export type ImportLease = Lease;

/** Takes it, without waiting. Error: `import-running`, or what keeps its file from being made. */
export function takeImportLease(folder: string): Result<ImportLease, ArchiveError> {
  const lease = takeLease(folder, 'import.lock.sqlite');
  if (lease.ok) return lease;
  return fail(lease.error === 'busy' ? archiveError('import-running', { path: folder }) : lease.error);
}
