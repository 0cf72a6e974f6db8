import type { Lease } from '../library/lease.ts';
import type { Library } from '../library/library.ts';
import { libraryError } from '../library/system-errors.ts';
import type { ArchiveError } from '../model/errors.ts';
import { MergeCancelled } from '../search/segment/merge-segments.ts';
import { takeIndexLease } from './index-lease.ts';
import { LibraryIndexer } from './library-indexer.ts';
import type { WorkOptions } from './library-work.ts';

/** While an import goes on, what has come in is searched after this time at the latest and the earliest, in milliseconds. */
const mostWait = 4_000;
const leastWait = 250;

/** Keeps the index up with an import. */
export interface FollowsImport {
  /** After a batch was committed. */
  afterBatch(): Promise<void>;
  /** Brings the index to what was committed, also when the import was cancelled. Why it could not, when it could not. */
  finish(): Promise<ArchiveError | null>;
}

/** The index being written while an import goes on. A failure of it does not touch the import: the library is whole. */
export class IndexFollower {
  error: ArchiveError | null = null;
  private readonly library: Library;
  private readonly options: WorkOptions;
  private lease: Lease | null = null;
  private indexer: LibraryIndexer | null = null;

  constructor(library: Library, options: WorkOptions) {
    this.library = library;
    this.options = options;
  }

  /**
   * Indexes what is committed, and says how long to wait before the next time, in milliseconds: a few large parts cost
   * less than many small ones. The index comes to rest only with the `last` time.
   */
  async follow(last: boolean): Promise<number> {
    const begun = performance.now();
    await this.catchUp(last);
    return Math.min(mostWait, Math.max(leastWait, 3 * (performance.now() - begun)));
  }

  close(): void {
    this.indexer?.close();
    this.lease?.release();
  }

  private async catchUp(last: boolean): Promise<void> {
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
      await this.indexer.catchUp({
        signal: last ? undefined : signal,
        onProgress: onIndexProgress,
        rest: last,
      });
    } catch (error) {
      if (error instanceof MergeCancelled) return;
      this.error = libraryError(error, this.library.folder);
    }
  }
}

/** Follows in the thread of the import, between its batches. */
export function followHere(library: Library, options: WorkOptions): FollowsImport {
  const follower = new IndexFollower(library, options);
  let nextTime = 0;
  return {
    async afterBatch() {
      if (performance.now() < nextTime) return;
      const pause = await follower.follow(false);
      nextTime = performance.now() + pause;
    },
    async finish() {
      try {
        await follower.follow(true);
        return follower.error;
      } finally {
        follower.close();
      }
    },
  };
}
