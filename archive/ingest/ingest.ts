import { setTimeout as wait } from 'node:timers/promises';
import { takeImportLease } from '../library/import-lease.ts';
import { beginRun, endRun } from '../library/import-runs.ts';
import type { Library } from '../library/library.ts';
import { libraryError } from '../library/system-errors.ts';
import type { Cancellation } from '../model/cancellation.ts';
import type { ArchiveError } from '../model/errors.ts';
import { reportOf } from '../model/import-report.ts';
import type { ImportProgress, ImportReport } from '../model/import-report.ts';
import { fail, ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import { Spool } from '../readers/access/spool.ts';
import type { ContainerReader } from '../readers/member.ts';
import type { Reader, SourceFile } from '../readers/reader.ts';
import { chooseContainer as containerOf } from '../readers/registry.ts';
import { Batch } from './batch.ts';
import { collectionOf } from './collection-of.ts';
import { ImportLog } from './import-log.ts';
import { inOrder } from './in-order.ts';
import { measure } from './measure.ts';
import type { Amount } from './measure.ts';
import { prepareLarge } from './prepare-large.ts';
import { prepare } from './prepare.ts';
import { LibraryFailure } from './prepare-support.ts';
import type { Prepared, Workshop } from './prepare-support.ts';
import { readHere } from './read-content.ts';
import type { LeafReader } from './read-content.ts';
import { takeContent } from './take-content.ts';
import type { ContentFile, FilePart } from './take-content.ts';
import { walk } from './walk.ts';
import type { Entry } from './walk.ts';
import { recordingOf } from './whole-file.ts';

/** What an import is asked, beside its paths. */
export interface IngestOptions {
  /** Null names it after the folder, or `Imported`. */
  readonly collection: string | null;
  readonly chooseReader: (source: SourceFile) => Reader | null;
  /** That of the registry when absent. */
  readonly chooseContainer?: ((head: SourceFile) => ContainerReader | null) | undefined;
  /** Leaves large files of many articles, or of other files, where they are, instead of copying them. */
  readonly link?: boolean | undefined;
  /** Of a folder's files only these, by their paths; the others are passed over without a word. */
  readonly only?: readonly string[] | undefined;
  /** Where files are read; in this thread when absent. */
  readonly leaves?: LeafReader | undefined;
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined;
  readonly signal?: Cancellation | undefined;
  /** Awaited after every committed batch, before more is read: what is derived from the library catches up here. */
  readonly afterCommit?: (() => Promise<void>) | undefined;
}

/** A file or folder met, and what became of it so far. */
interface Met {
  readonly entry: Entry;
  readonly collection: string;
  /** Throws at the file's turn what preparing it threw. */
  readonly prepared: () => Prepared;
}

/** How often a paused import looks whether it may go on, in milliseconds. */
const lookEvery = 100;

/** One import under way: what is read but not committed, and what has become of the rest. */
class Ingest {
  readonly log: ImportLog;
  private cancelled = false;
  private readonly started = performance.now();
  private readonly library: Library;
  private readonly options: IngestOptions;
  private readonly run: number;
  private readonly spool: Spool;
  private readonly batch: Batch;
  /** The file that is being read, and may be in no batch yet. */
  private reading: string | null = null;
  private files = 0;
  private bytes = 0;
  private articles = 0;
  private total: Amount | null = null;

  constructor(library: Library, options: IngestOptions, run: number) {
    this.library = library;
    this.options = options;
    this.run = run;
    this.spool = new Spool(library.originals.temporary);
    this.log = new ImportLog(run);
    this.batch = new Batch(library, this.log);
  }

  /** Reads everything. Throws when the library can no longer be written; what was committed stays. */
  async read(paths: readonly string[]): Promise<void> {
    const stop = { aborted: false };
    const counting = this.count(paths, stop);
    const { leaves = readHere } = this.options;
    try {
      for await (const met of inOrder(this.steps(paths), leaves.width)) {
        await this.whilePaused();
        if (this.isCancelled()) break;
        await this.take(met);
      }
    } finally {
      stop.aborted = true;
      await counting;
    }
    await this.commit();
    await this.spool.close();
    this.isCancelled();
    this.library.write(() => endRun(this.library.database, this.run, this.cancelled));
  }

  /** What was read but could not be committed, as failures of this kind. */
  abandon(error: ArchiveError): void {
    const paths = new Set(this.batch.paths);
    if (this.reading !== null) paths.add(this.reading);
    this.log.discard();
    for (const path of paths) this.log.add({ outcome: 'failed', path, error });
    this.log.settle();
    this.batch.clear();
    this.reading = null;
  }

  report(): ImportReport {
    return reportOf(this.run, this.log.lines, this.cancelled, performance.now() - this.started);
  }

  private isCancelled(): boolean {
    if (this.options.signal?.aborted === true) this.cancelled = true;
    return this.cancelled;
  }

  /** Counts beside the reading what there is, when somebody is told how far it is. */
  private async count(paths: readonly string[], stop: Cancellation): Promise<void> {
    if (this.options.onProgress === undefined) return;
    this.total = await measure(paths, [this.library.folder], stop);
  }

  /** What was read is committed before the import waits, so that it is found meanwhile and nothing is held. */
  private async whilePaused(): Promise<void> {
    const { signal } = this.options;
    if (signal?.paused !== true) return;
    await this.commit();
    while (signal.paused === true && !this.isCancelled()) await wait(lookEvery);
  }

  private async *steps(paths: readonly string[]): AsyncGenerator<() => Promise<Met>> {
    const only = this.options.only === undefined ? null : new Set(this.options.only);
    for await (const entry of walk(paths, [this.library.folder])) {
      if (this.isCancelled()) return;
      if (only !== null && !only.has(entry.path)) continue;
      const collection = this.options.collection ?? collectionOf(entry);
      yield async () => ({ entry, collection, prepared: await this.prepared(entry, collection) });
    }
  }

  private async prepared(entry: Entry, collection: string): Promise<() => Prepared> {
    if (entry.kind !== 'file') return () => entry;
    try {
      const prepared = await prepare(entry, this.workshop(entry.path, collection));
      return () => prepared;
    } catch (error) {
      return () => {
        throw error;
      };
    }
  }

  private async take(met: Met): Promise<void> {
    const { path } = met.entry;
    const { collection } = met;
    this.progress(path);
    this.reading = path;
    const prepared = met.prepared();
    const file =
      prepared.kind === 'large' ? await prepareLarge(prepared, this.workshop(path, collection)) : prepared;
    if (file.kind === 'content') await this.takeContent(file, collection);
    else if (file.kind !== 'stopped') this.batch.add(recordingOf(file, this.log));
    this.reading = null;
    this.files += 1;
    if (met.entry.kind === 'file') this.bytes += met.entry.size;
    if (this.batch.isFull) await this.commit();
  }

  private async takeContent(file: ContentFile, collection: string): Promise<void> {
    await takeContent(file, this.workshop(file.path, collection), {
      log: this.log,
      batch: this.batch,
      onRead: (part) => this.progress(file.path, part),
      afterPart: async () => {
        await this.whilePaused();
        if (this.batch.isFull) await this.commit();
      },
    });
  }

  private workshop(path: string, collection: string): Workshop {
    const { library, spool, options } = this;
    const { chooseReader, chooseContainer = containerOf, leaves = readHere, link = false, signal } = options;
    const onCopied = (part: FilePart) => this.progress(path, part);
    return { library, collection, chooseReader, chooseContainer, spool, leaves, link, signal, onCopied };
  }

  private async commit(): Promise<void> {
    if (this.batch.isEmpty) return;
    this.articles += await this.batch.commit();
    await this.options.afterCommit?.();
  }

  private progress(path: string, file?: ImportProgress['file']): void {
    const { files, articles, bytes, total } = this;
    this.options.onProgress?.({
      ...{ files, articles, bytes, path },
      ...(total === null ? {} : { total }),
      ...(file === undefined ? {} : { file }),
    });
  }
}

/**
 * Reads files and folders into the library, in batches of one transaction each. Errors when nothing was committed:
 * `import-running`, `disk-full`, `library-unwritable`, `library-broken`. Later failures of the library end the import, and
 * the report says which files they kept out.
 */
export async function ingest(
  library: Library,
  paths: readonly string[],
  options: IngestOptions,
): Promise<Result<ImportReport, ArchiveError>> {
  const lease = takeImportLease(library.folder);
  if (!lease.ok) return lease;
  try {
    const run = library.write(() => beginRun(library.database));
    const work = new Ingest(library, options, run);
    try {
      await work.read(paths);
    } catch (error) {
      const reason = libraryError(error instanceof LibraryFailure ? error.cause : error, library.folder);
      if (reason.code === 'internal') throw error;
      if (work.log.lines.length === 0) return fail(reason);
      work.abandon(reason);
    }
    return ok(work.report());
  } catch (error) {
    const reason = libraryError(error, library.folder);
    if (reason.code === 'internal') throw error;
    return fail(reason);
  } finally {
    // What was read ahead of a cancellation or a failure has no row, and never will. Where even that fails, the next opening
    // removes it.
    await library.originals.discard().catch(() => undefined);
    lease.value.release();
  }
}
