import { CopyFollower } from '../copies/copy-follower.ts';
import { changedRecords, changesToCommit, commitAt, hasCommit, lastCommit } from '../library/changes.ts';
import type { Commit } from '../library/changes.ts';
import type { Library } from '../library/library.ts';
import type { Cancellation } from '../model/cancellation.ts';
import { DamagedSegment } from '../search/segment/damaged-segment.ts';
import { documentOf } from '../search/document-of.ts';
import type { SegmentBuilder } from '../search/segment/segment-builder.ts';
import type { Files } from '../search/store/files.ts';
import { IndexWriter } from '../search/store/index-writer.ts';
import { indexFiles, indexIdentity } from './index-identity.ts';

/** How far an indexing has come. */
export interface IndexProgress {
  /** Changes of the library that are covered, of all there are. */
  readonly done: number;
  readonly total: number;
  /** Whether that is written, so that it is searched. */
  readonly committed: boolean;
}

export interface IndexOptions {
  readonly signal?: Cancellation | undefined;
  readonly onProgress?: ((progress: IndexProgress) => void) | undefined;
  /** Whether the index comes to rest in as few segments as it can; not while more is about to come. True when absent. */
  readonly rest?: boolean | undefined;
}

/** About so many bytes are held before a segment is written. */
const mostHeld = 256_000_000;
const recordsPerPage = 2_000;

function isCancelled({ signal }: IndexOptions): boolean {
  return signal?.aborted === true;
}

/** Lets messages and timers in between pieces of long work. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Makes the index of a library follow it. Whoever has one holds the index lease. Methods throw what the system throws. */
export class LibraryIndexer {
  readonly writer: IndexWriter;
  /** What is a copy of what: it goes along with the index. */
  readonly copies: CopyFollower;
  private readonly library: Library;
  /** The library was restored from a backup and may have gone another way since: the index begins anew. */
  private readonly diverged: boolean;
  private mended = false;

  /** `files` is where the index is: the library's own folder, unless a test puts another in its place. */
  constructor(library: Library, files: Files = indexFiles(library)) {
    this.library = library;
    this.writer = new IndexWriter(files, indexIdentity(library));
    this.diverged = !hasCommit(library.database, this.writer.manifest);
    if (this.diverged) this.writer.startOver();
    try {
      this.copies = new CopyFollower(library);
    } catch (error) {
      this.writer.close();
      throw error;
    }
  }

  /**
   * Brings the index up to the library's last commit, and merges where that is due. An index of several commits is written
   * in parts, each of them whole commits, so that what was done is kept when it is interrupted. False when it was cancelled.
   */
  async catchUp(options: IndexOptions = {}): Promise<boolean> {
    const { library, writer } = this;
    for (;;) {
      if (isCancelled(options)) return false;
      const last = lastCommit(library.database);
      if (writer.manifest.change < last.change) await this.mending(() => this.step(last, options));
      else if (this.copies.change < last.change) await this.stepCopies(last, options);
      else if (options.rest === false) break;
      else if (!(await this.mending(() => writer.settle(options.signal)))) break;
    }
    const { change } = writer.manifest;
    // Of an empty library there is nothing to write that would take the place of what it held before.
    if (this.diverged && change === 0)
      writer.commit({ add: writer.builder(), remove: [] }, { change, token: '' });
    return true;
  }

  /** Adds what comes next, and merges where that is due. */
  private async step(last: Commit, options: IndexOptions): Promise<boolean> {
    const { writer } = this;
    await this.addPart(last, options);
    options.onProgress?.({ done: writer.manifest.change, total: last.change, committed: true });
    while (!isCancelled(options) && writer.mergeOnce(options.signal)) await breathe();
    return true;
  }

  /** Finds the copies among what the index has and they have not: it was made before them, or its last part was interrupted. */
  private async stepCopies(last: Commit, { signal, onProgress }: IndexOptions): Promise<void> {
    await this.copies.step(last, {
      signal,
      onProgress: (done) => onProgress?.({ done, total: last.change, committed: false }),
    });
    onProgress?.({ done: this.copies.change, total: last.change, committed: true });
  }

  /** Does a piece of work, and says whether more is to be done. Over damaged segments the index begins anew. */
  private async mending(work: () => boolean | Promise<boolean>): Promise<boolean> {
    try {
      return await work();
    } catch (error) {
      // Damage to what was only just written is no accident that beginning anew would mend.
      if (!(error instanceof DamagedSegment) || this.mended) throw error;
      this.mended = true;
      this.writer.startOver();
      return true;
    }
  }

  /** Makes the whole index anew; until the first part is written, the former one is searched. */
  async rebuild(options: IndexOptions = {}): Promise<boolean> {
    this.writer.startOver();
    this.copies.startOver();
    return this.catchUp(options);
  }

  /** Brings the index up to date and makes one segment of it, with nothing in it that was removed. */
  async merge(options: IndexOptions = {}): Promise<boolean> {
    if (!(await this.catchUp(options))) return false;
    const isAnew = await this.mending(() => {
      this.writer.mergeAll(options.signal);
      return false;
    });
    this.copies.purge();
    return isAnew ? this.merge(options) : true;
  }

  close(): void {
    this.writer.close();
    this.copies.close();
  }

  /** Reads changes until enough are held and a commit of the library ends, and writes them as one commit of the index. */
  private async addPart(last: Commit, options: IndexOptions): Promise<void> {
    const { library, writer, copies } = this;
    const add = writer.builder();
    const together = copies.change === writer.manifest.change;
    copies.discard();
    const remove: string[] = [];
    let covered = writer.manifest.change;
    for (;;) {
      const wanted = this.untilCommit(covered, add, last);
      const { records, upTo } = changedRecords(library.database, covered, wanted);
      for (const changed of records) {
        const { id, isNew, record } = changed;
        if (!isNew) remove.push(id);
        if (record !== null) add.add(documentOf(record));
        if (together) copies.take(changed, add.last);
      }
      covered = upTo;
      options.onProgress?.({ done: covered, total: last.change, committed: false });
      await breathe();
      const commit = commitAt(library.database, covered);
      const enough = add.held >= mostHeld || covered >= last.change || isCancelled(options);
      if (commit !== null && enough) {
        writer.commit({ add, remove }, commit);
        if (together) copies.commit(commit);
        return;
      }
      // A cancelled part that does not end with a commit is left out.
      if (isCancelled(options)) return;
    }
  }

  /** So many records at most that a full builder does not go beyond the end of the library's next commit. */
  private untilCommit(covered: number, add: SegmentBuilder, last: Commit): number {
    if (add.held < mostHeld) return recordsPerPage;
    return Math.max(1, Math.min(recordsPerPage, changesToCommit(this.library.database, covered, last)));
  }
}
