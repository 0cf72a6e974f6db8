import type { ArchiveError } from '../model/errors.ts';
import type { FieldMap } from '../model/field-map.ts';
import type { ImportProgress, ImportReport } from '../model/import-report.ts';
import type { BackupReport, LibraryReport, OriginalsProgress } from '../model/library-report.ts';
import type { Result } from '../model/result.ts';
import type { IndexProgress } from './library-indexer.ts';

/** What a thread is started to do. */
export type Job =
  | {
      readonly kind: 'import';
      readonly paths: readonly string[];
      readonly collection: string | null;
      readonly map: FieldMap | null;
      readonly link: boolean;
      readonly only: readonly string[] | undefined;
    }
  | { readonly kind: 'catch-up' | 'rebuild' | 'merge' | 'verify' }
  | { readonly kind: 'backup'; readonly into: string }
  /** Beside an import: to index what it commits, told by the shared memory (`follow-apart.ts`). */
  | { readonly kind: 'follow'; readonly follow: SharedArrayBuffer }
  /** Beside an import: to read the files that are sent (`serve-reading.ts`). */
  | { readonly kind: 'read'; readonly map: FieldMap | null };

/** What the thread is started with. */
export interface JobData {
  readonly folder: string;
  /** The built `archive-worker`, for threads that it starts itself. */
  readonly script: string;
  readonly job: Job;
  /** Four bytes of shared memory: one of `asking`. A thread in the middle of a merge reads no messages. */
  readonly stop: SharedArrayBuffer;
}

/** What a thread is asked by its shared memory. */
export const asking = { goOn: 0, stop: 1, wait: 2 } as const;

/** What a job gives: an import, a look through the library and a backup their reports. */
export type JobResult = ImportReport | LibraryReport | BackupReport | null;

/** What it says. The last message is `done`. */
export type JobMessage =
  | { readonly type: 'progress'; readonly progress: ImportProgress }
  | { readonly type: 'indexed'; readonly progress: IndexProgress }
  | { readonly type: 'originals'; readonly progress: OriginalsProgress }
  | { readonly type: 'done'; readonly result: Result<JobResult, ArchiveError> };
