import { archiveError } from '../model/errors.ts';
import type { ArchiveError } from '../model/errors.ts';
import { fail } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import { takeLease } from '../library/lease.ts';
import type { Lease } from '../library/lease.ts';

/** Takes the right to write the index of a library, without waiting. Error: `indexing-running`, when another has it. */
export function takeIndexLease(folder: string): Result<Lease, ArchiveError> {
  const lease = takeLease(folder, 'index.lock.sqlite');
  if (lease.ok) return lease;
  return fail(lease.error === 'busy' ? archiveError('indexing-running', { path: folder }) : lease.error);
}
