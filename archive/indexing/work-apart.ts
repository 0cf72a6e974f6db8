import { Worker } from 'node:worker_threads';
import { archiveError } from '../model/errors.ts';
import type { ArchiveError } from '../model/errors.ts';
import type { ImportReport } from '../model/import-report.ts';
import type { BackupReport, LibraryReport } from '../model/library-report.ts';
import { fail } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import type { ImportWorkOptions, LibraryWork, OriginalsWorkOptions, WorkOptions } from './library-work.ts';
import { asking } from './work-messages.ts';
import type { Job, JobData, JobMessage, JobResult } from './work-messages.ts';

/** How often a cancellation is looked for, in milliseconds: a signal of the caller's does not cross to the thread. */
const lookEvery = 50;

type Outcome = Result<JobResult, ArchiveError>;

/** What goes with any piece of work; each tells what it has to tell. */
interface RunOptions extends WorkOptions {
  readonly onProgress?: ImportWorkOptions['onProgress'];
  readonly onOriginals?: OriginalsWorkOptions['onProgress'];
}

function run(
  script: string,
  { folder, job }: Pick<JobData, 'folder' | 'job'>,
  options: RunOptions,
): Promise<Outcome> {
  return new Promise((resolve) => {
    const stop = new SharedArrayBuffer(4);
    const data: JobData = { folder, script, job, stop };
    const worker = new Worker(script, { workerData: data });
    const timer = setInterval(() => {
      const { aborted = false, paused = false } = options.signal ?? {};
      Atomics.store(new Int32Array(stop), 0, aborted ? asking.stop : paused ? asking.wait : asking.goOn);
    }, lookEvery);
    let outcome: Outcome | null = null;
    worker.on('message', (message: JobMessage) => {
      if (message.type === 'progress') options.onProgress?.(message.progress);
      else if (message.type === 'indexed') options.onIndexProgress?.(message.progress);
      else if (message.type === 'originals') options.onOriginals?.(message.progress);
      else outcome = message.result;
    });
    worker.on('error', (error) => {
      outcome = fail(archiveError('internal', { detail: `the working thread failed: ${String(error)}` }));
    });
    worker.on('exit', () => {
      clearInterval(timer);
      resolve(
        outcome ?? fail(archiveError('internal', { detail: 'the working thread ended without a word' })),
      );
    });
  });
}

/** Does the work in a thread of its own, started for each piece of it. `script` is the built `archive-worker`. */
export function workApart(script: string, folder: string): LibraryWork {
  const index = async (job: Job, options: WorkOptions): Promise<Result<null, ArchiveError>> => {
    const result = await run(script, { folder, job }, options);
    return result.ok ? { ok: true, value: null } : result;
  };
  // That a job gives its own kind of report is the worker's side of the bargain.
  const reported = async <T extends JobResult>(
    job: Job,
    options: RunOptions,
  ): Promise<Result<T, ArchiveError>> => {
    const result = await run(script, { folder, job }, options);
    if (!result.ok) return result;
    if (result.value !== null) return { ok: true, value: result.value as T };
    return fail(archiveError('internal', { detail: 'the working thread gave no report' }));
  };
  return {
    isApart: true,
    import: (paths, options) => {
      const { collection, map = null, link = false, only } = options;
      return reported<ImportReport>({ kind: 'import', paths, collection, map, link, only }, options);
    },
    verify: ({ signal, onProgress }) =>
      reported<LibraryReport>({ kind: 'verify' }, { signal, onOriginals: onProgress }),
    backup: (into, { signal, onProgress }) =>
      reported<BackupReport>({ kind: 'backup', into }, { signal, onOriginals: onProgress }),
    catchUp: (options) => index({ kind: 'catch-up' }, options),
    rebuild: (options) => index({ kind: 'rebuild' }, options),
    merge: (options) => index({ kind: 'merge' }, options),
  };
}
