import type { ArchiveError } from '../model/errors.ts';
import type { ImportProgress, ImportReport } from '../model/import-report.ts';
import type { Result } from '../model/result.ts';
import type { IndexProgress } from './library-indexer.ts';

/** What a thread is started to do. */
export type Job =
  | { readonly kind: 'import'; readonly paths: readonly string[]; readonly collection: string | null }
  | { readonly kind: 'catch-up' | 'rebuild' | 'merge' };

/** What the thread is started with. */
export interface JobData {
  readonly folder: string;
  readonly job: Job;
  /** Four bytes of shared memory: anything but 0 asks to stop. A thread in the middle of a merge reads no messages. */
  readonly stop: SharedArrayBuffer;
}

/** What it says. The last message is `done`. */
export type JobMessage =
  | { readonly type: 'progress'; readonly progress: ImportProgress }
  | { readonly type: 'indexed'; readonly progress: IndexProgress }
  | { readonly type: 'done'; readonly result: Result<ImportReport | null, ArchiveError> };
