import { ingest } from '../ingest/ingest.ts';
import type { Lease } from '../library/lease.ts';
import type { Library } from '../library/library.ts';
import { libraryError } from '../library/system-errors.ts';
import type { ArchiveError } from '../model/errors.ts';
import type { ImportReport } from '../model/import-report.ts';
import { fail, ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import { chooseReader } from '../readers/registry.ts';
import { MergeCancelled } from '../search/segment/merge-segments.ts';
import { takeIndexLease } from './index-lease.ts';
import { LibraryIndexer } from './library-indexer.ts';
import type { ImportWorkOptions, LibraryWork, WorkOptions } from './library-work.ts';

/** While an import goes on, what has come in is searched after this time at the latest and the earliest, in milliseconds. */
const mostWait = 4_000;
const leastWait = 250;

/** The index being written while an import goes on. A failure of it does not touch the import: the library is whole. */
class ImportIndexer {
  error: ArchiveError | null = null;
  private readonly library: Library;
  private readonly options: ImportWorkOptions;
  private lease: Lease | null = null;
  private indexer: LibraryIndexer | null = null;
  private nextTime = 0;

  constructor(library: Library, options: ImportWorkOptions) {
    this.library = library;
    this.options = options;
  }

  /** After a batch: at once, or not before some more have come, since a few large parts cost less than many small ones. */
  async afterBatch(): Promise<void> {
    if (performance.now() < this.nextTime) return;
    const begun = performance.now();
    await this.follow();
    const took = performance.now() - begun;
    this.nextTime = performance.now() + Math.min(mostWait, Math.max(leastWait, 3 * took));
  }

  async follow(last = false): Promise<void> {
    if (this.error !== null) return;
    try {
      if (this.indexer === null) {
        const lease = takeIndexLease(this.library.folder);
        // Another process writes the index, and follows us when it is done.
        if (!lease.ok) return;
        this.lease = lease.value;
        this.indexer = new LibraryIndexer(this.library);
      }
      const { signal, onIndexProgress } = this.options;
      await this.indexer.catchUp({ signal: last ? undefined : signal, onProgress: onIndexProgress });
    } catch (error) {
      if (error instanceof MergeCancelled) return;
      this.error = libraryError(error, this.library.folder);
    }
  }

  close(): void {
    this.indexer?.close();
    this.lease?.release();
  }
}

async function importHere(
  library: Library,
  paths: readonly string[],
  options: ImportWorkOptions,
): Promise<Result<ImportReport, ArchiveError>> {
  const indexer = new ImportIndexer(library, options);
  try {
    const { collection, onProgress, signal } = options;
    const afterCommit = () => indexer.afterBatch();
    const report = await ingest(library, paths, {
      collection,
      chooseReader,
      onProgress,
      signal,
      afterCommit,
    });
    // What was committed is searched, also when the import was cancelled.
    await indexer.follow(true);
    if (!report.ok || indexer.error === null) return report;
    const line = { outcome: 'failed', path: library.folder, error: indexer.error } as const;
    return ok({ ...report.value, failed: report.value.failed + 1, lines: [...report.value.lines, line] });
  } finally {
    indexer.close();
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

/** Does the work in this thread. */
export function workHere(library: Library): LibraryWork {
  const told = ({ signal, onIndexProgress }: WorkOptions) => ({ signal, onProgress: onIndexProgress });
  return {
    isApart: false,
    import: (paths, options) => importHere(library, paths, options),
    catchUp: (options) => withIndexer(library, (indexer) => indexer.catchUp(told(options))),
    rebuild: (options) => withIndexer(library, (indexer) => indexer.rebuild(told(options))),
    merge: (options) => withIndexer(library, (indexer) => indexer.merge(told(options))),
  };
}
