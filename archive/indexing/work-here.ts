import { Worker } from 'node:worker_threads';
import { asked } from '../asked.ts';
import { backupLibrary } from '../keeping/backup-library.ts';
import { verifyLibrary } from '../keeping/verify-library.ts';
import { ingest } from '../ingest/ingest.ts';
import { readingThreads } from '../ingest/reading-threads.ts';
import type { ReadingThreads } from '../ingest/reading-threads.ts';
import type { Library } from '../library/library.ts';
import { libraryError } from '../library/system-errors.ts';
import type { Cancellation } from '../model/cancellation.ts';
import type { ArchiveError } from '../model/errors.ts';
import type { ImportReport } from '../model/import-report.ts';
import { fail, ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import { choosing } from '../readers/records/mapped-readers.ts';
import { chooseReader } from '../readers/registry.ts';
import { MergeCancelled } from '../search/segment/merge-segments.ts';
import { followApart } from './follow-apart.ts';
import { followHere } from './index-follower.ts';
import type { FollowsImport } from './index-follower.ts';
import { takeIndexLease } from './index-lease.ts';
import { LibraryIndexer } from './library-indexer.ts';
import type { ImportWorkOptions, LibraryWork, WorkOptions } from './library-work.ts';
import type { JobData } from './work-messages.ts';

/** The heap of a thread that reads, in megabytes: a file that needs more fails for itself. */
const mostHeap = 1_024;

/** How often a cancellation is looked for while files are read in threads, in milliseconds. */
const lookEvery = 100;

/** Ends the threads that read as soon as the import is cancelled: a file over which one hangs is not waited for. */
function endingWith(
  signal: Cancellation | undefined,
  leaves: ReadingThreads | undefined,
): () => Promise<void> {
  const timer = setInterval(() => {
    if (signal?.aborted !== true) return;
    clearInterval(timer);
    void leaves?.close();
  }, lookEvery);
  return async () => {
    clearInterval(timer);
    await leaves?.close();
  };
}

/** Where an import reads and indexes: in threads of its own when there is a script to start them with. */
function helpers(
  library: Library,
  script: string | undefined,
  options: ImportWorkOptions,
): { readonly leaves: ReadingThreads | undefined; readonly follower: FollowsImport } {
  if (script === undefined) return { leaves: undefined, follower: followHere(library, options) };
  const data: JobData = {
    folder: library.folder,
    script,
    job: { kind: 'read', map: options.map ?? null },
    stop: new SharedArrayBuffer(4),
  };
  const resourceLimits = { maxOldGenerationSizeMb: mostHeap };
  const leaves = readingThreads(() => new Worker(script, { workerData: data, resourceLimits }));
  return { leaves, follower: followApart(script, library, options) };
}

async function importHere(
  library: Library,
  paths: readonly string[],
  options: ImportWorkOptions,
  script: string | undefined,
): Promise<Result<ImportReport, ArchiveError>> {
  const { collection, map = null, link, only, onProgress, signal } = options;
  const { leaves, follower } = helpers(library, script, options);
  const end = endingWith(signal, leaves);
  const afterCommit = () => follower.afterBatch();
  let error: ArchiveError | null = null;
  try {
    const report = await ingest(library, paths, {
      collection,
      chooseReader: choosing(map, chooseReader),
      leaves,
      link,
      only,
      onProgress,
      signal,
      afterCommit,
    });
    await end();
    // What was committed is searched, also when the import was cancelled.
    error = await follower.finish();
    if (!report.ok || error === null) return report;
    const line = { outcome: 'failed', path: library.folder, error } as const;
    return ok({ ...report.value, failed: report.value.failed + 1, lines: [...report.value.lines, line] });
  } finally {
    await end();
  }
}

async function withIndexer(
  library: Library,
  work: (indexer: LibraryIndexer) => Promise<unknown>,
): Promise<Result<null, ArchiveError>> {
  const lease = takeIndexLease(library.folder);
  if (!lease.ok) return lease;
  let indexer: LibraryIndexer | null = null;
  try {
    indexer = new LibraryIndexer(library);
    await work(indexer);
    return ok(null);
  } catch (error) {
    if (error instanceof MergeCancelled) return ok(null);
    return fail(libraryError(error, library.folder));
  } finally {
    indexer?.close();
    lease.value.release();
  }
}

/**
 * Does the work in this thread. `script` is the built `archive-worker`: an import then has threads beside it that read and
 * index.
 */
export function workHere(library: Library, script?: string): LibraryWork {
  const told = ({ signal, onIndexProgress }: WorkOptions) => ({ signal, onProgress: onIndexProgress });
  return {
    isApart: false,
    import: (paths, options) => importHere(library, paths, options, script),
    catchUp: (options) => withIndexer(library, (indexer) => indexer.catchUp(told(options))),
    rebuild: (options) => withIndexer(library, (indexer) => indexer.rebuild(told(options))),
    verify: (options) => asked(library, async () => ok(await verifyLibrary(library, options))),
    backup: (folder, options) => asked(library, () => backupLibrary(library, folder, options)),
    merge: (options) => withIndexer(library, (indexer) => indexer.merge(told(options))),
  };
}
