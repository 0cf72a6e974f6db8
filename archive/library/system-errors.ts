import { archiveError } from '../model/errors.ts';
import type { ArchiveError } from '../model/errors.ts';
import { DamagedRow } from './columns.ts';

/** The system's own code of a failed file operation, such as `EACCES`; null for any other error. */
export function systemCode(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const { code } = error as NodeJS.ErrnoException;
  return code !== undefined && /^E[A-Z0-9]+$/u.test(code) ? code : null;
}

/** SQLite's primary result code (https://www.sqlite.org/rescode.html), or null for any other error. */
export function databaseCode(error: unknown): number | null {
  if (!(error instanceof Error) || !('errcode' in error)) return null;
  return typeof error.errcode === 'number' ? error.errcode & 0xff : null;
}

/** Another connection holds a lock that we needed. */
export function isBusy(error: unknown): boolean {
  const code = databaseCode(error);
  return code === sqlite.busy || code === sqlite.locked;
}

const sqlite = {
  permission: 3,
  busy: 5,
  locked: 6,
  readOnly: 8,
  inputOutput: 10,
  corrupt: 11,
  full: 13,
  cannotOpen: 14,
  notADatabase: 26,
} as const;

const full: readonly string[] = ['ENOSPC', 'EDQUOT'];
const unwritable: readonly string[] = [
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOTDIR',
  'EEXIST',
  'ENAMETOOLONG',
  'ELOOP',
];
const unwritableCodes: readonly number[] = [
  sqlite.permission,
  sqlite.busy,
  sqlite.locked,
  sqlite.readOnly,
  sqlite.cannotOpen,
];
const brokenCodes: readonly number[] = [sqlite.inputOutput, sqlite.corrupt, sqlite.notADatabase];

/** Whether there is no room left on the disk. */
export function isDiskFull(error: unknown): boolean {
  return full.includes(systemCode(error) ?? '') || databaseCode(error) === sqlite.full;
}

/** What a thrown error means for the library at `path`. An error that is none of the system's is a bug: `internal`. */
export function libraryError(error: unknown, path: string): ArchiveError {
  const detail = error instanceof Error ? error.message : String(error);
  if (isDiskFull(error)) return archiveError('disk-full', { path });
  const code = systemCode(error);
  if (code !== null && unwritable.includes(code)) {
    return archiveError('library-unwritable', { path, detail: code });
  }
  const result = databaseCode(error);
  if (result !== null && unwritableCodes.includes(result)) {
    return archiveError('library-unwritable', { path, detail });
  }
  if (error instanceof DamagedRow || (result !== null && brokenCodes.includes(result)) || code !== null) {
    return archiveError('library-broken', { path, detail });
  }
  return archiveError('internal', { detail });
}
