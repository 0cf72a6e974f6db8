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
import { batchBytes, batchFiles, commitBatch, weightOf } from './batch.ts';
import type { WholeFile } from './batch.ts';
import { ImportLog } from './import-log.ts';
import { prepare } from './prepare.ts';
import { LibraryFailure } from './prepare-support.ts';
import type { Workshop } from './prepare-support.ts';
import { collectionOf } from './collection-of.ts';
import { takeContent } from './take-content.ts';
import type { ContentFile, FilePart } from './take-content.ts';
import { walk } from './walk.ts';
import type { Entry } from './walk.ts';

/** What an import is asked, beside its paths. */
export interface IngestOptions {
  /** Null names it after the folder, or `Imported`. */
  readonly collection: string | null;
  readonly chooseReader: (source: SourceFile) => Reader | null;
  /** That of the registry when absent. */
  readonly chooseContainer?: ((head: SourceFile) => ContainerReader | null) | undefined;
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined;
  readonly signal?: Cancellation | undefined;
  /** Awaited after every committed batch, before more is read: what is derived from the library catches up here. */
  readonly afterCommit?: (() => Promise<void>) | undefined;
}

/** One import under way: what is read but not committed, and what has become of the rest. */
class Ingest {
  readonly log: ImportLog;
  private cancelled = false;
  private readonly started = performance.now();
  private readonly library: Library;
  private readonly options: IngestOptions;
  private readonly run: number;
  private readonly spool: Spool;
  private batch: WholeFile[] = [];
  /** The file that is being read, and is in no batch yet. */
  private reading: string | null = null;
  private weight = 0;
  private files = 0;
  private bytes = 0;
  private articles = 0;

  constructor(library: Library, options: IngestOptions, run: number) {
    this.library = library;
    this.options = options;
    this.run = run;
    this.spool = new Spool(library.originals.temporary);
    this.log = new ImportLog(run);
  }

  /** Reads everything. Throws when the library can no longer be written; what was committed stays. */
  async read(paths: readonly string[]): Promise<void> {
    for await (const entry of walk(paths, [this.library.folder])) {
      if (this.isCancelled()) break;
      await this.take(entry);
    }
    await this.commit();
    await this.spool.close();
    this.isCancelled();
    this.library.write(() => endRun(this.library.database, this.run, this.cancelled));
  }

  /** What was read but could not be committed, as failures of this kind. */
  abandon(error: ArchiveError): void {
    const paths = this.batch.map(({ path }) => path);
    if (this.reading !== null) paths.push(this.reading);
    this.log.discard();
    for (const path of paths) this.log.add({ outcome: 'failed', path, error });
    this.log.settle();
    this.batch = [];
    this.reading = null;
  }

  report(): ImportReport {
    return reportOf(this.log.lines, this.cancelled, performance.now() - this.started);
  }

  private isCancelled(): boolean {
    if (this.options.signal?.aborted === true) this.cancelled = true;
    return this.cancelled;
  }

  private async take(entry: Entry): Promise<void> {
    this.progress(entry.path);
    this.reading = entry.path;
    const collection = this.options.collection ?? collectionOf(entry);
    const prepared =
      entry.kind === 'file' ? await prepare(entry, this.workshop(entry.path, collection)) : entry;
    if (prepared.kind === 'content') await this.takeContent(prepared, collection);
    else if (prepared.kind !== 'stopped') this.batch.push(prepared);
    this.reading = null;
    this.files += 1;
    if ('original' in prepared) this.bytes += prepared.original.bytes;
    if (prepared.kind === 'content' || prepared.kind === 'stopped') return;
    this.weight += weightOf(prepared);
    if (this.batch.length >= batchFiles || this.weight >= batchBytes) await this.commit();
  }

  private async takeContent(file: ContentFile, collection: string): Promise<void> {
    // What was met before it comes before it in the report too.
    await this.commit();
    await takeContent(file, this.workshop(file.path, collection), {
      log: this.log,
      onRead: (part) => this.progress(file.path, part),
      afterCommit: async (added) => {
        this.articles += added;
        await this.options.afterCommit?.();
      },
    });
  }

  private workshop(path: string, collection: string): Workshop {
    const { library, spool, options } = this;
    const { chooseReader, chooseContainer = containerOf, signal } = options;
    const onCopied = (part: FilePart) => this.progress(path, part);
    return { library, collection, chooseReader, chooseContainer, spool, signal, onCopied };
  }

  private async commit(): Promise<void> {
    if (this.batch.length === 0) return;
    const lines = await commitBatch(this.library, this.batch, this.log);
    for (const line of lines) if (line.outcome === 'added') this.articles += line.articles.length;
    this.batch = [];
    this.weight = 0;
    await this.options.afterCommit?.();
  }

  private progress(path: string, file?: ImportProgress['file']): void {
    const { files, articles, bytes } = this;
    this.options.onProgress?.({ files, articles, bytes, path, ...(file === undefined ? {} : { file }) });
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
    lease.value.release();
  }
}
