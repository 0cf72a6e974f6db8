import { basename, resolve } from 'node:path';
import { takeImportLease } from '../library/import-lease.ts';
import type { Library } from '../library/library.ts';
import { libraryError } from '../library/system-errors.ts';
import type { Cancellation } from '../model/cancellation.ts';
import type { ArchiveError } from '../model/errors.ts';
import type { ImportLine, ImportProgress, ImportReport } from '../model/import-report.ts';
import { fail, ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import type { Reader, SourceFile } from '../readers/reader.ts';
import { batchBytes, batchFiles, commitBatch, weightOf } from './batch.ts';
import { LibraryFailure, prepare } from './prepare.ts';
import type { Prepared } from './prepare.ts';
import { reportOf } from './report.ts';
import { walk } from './walk.ts';
import type { Entry } from './walk.ts';

/** What an import is asked, beside its paths. */
export interface IngestOptions {
  /** Null names it after the folder, or `Imported`. */
  readonly collection: string | null;
  readonly chooseReader: (source: SourceFile) => Reader | null;
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined;
  readonly signal?: Cancellation | undefined;
}

function collectionOf(entry: Entry, options: IngestOptions): string {
  if (options.collection !== null) return options.collection;
  const folder = entry.kind === 'file' && entry.root !== null ? basename(resolve(entry.root)) : '';
  return folder === '' ? 'Imported' : folder;
}

/** One import under way: what is read but not committed, and what has become of the rest. */
class Ingest {
  readonly lines: ImportLine[] = [];
  cancelled = false;
  private readonly started = performance.now();
  private readonly library: Library;
  private readonly options: IngestOptions;
  private readonly run: number;
  private batch: Prepared[] = [];
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
  }

  /** Reads everything. Throws when the library can no longer be written; what was committed stays. */
  async read(paths: readonly string[]): Promise<void> {
    for await (const entry of walk(paths, [this.library.folder])) {
      if (this.options.signal?.aborted === true) {
        this.cancelled = true;
        break;
      }
      await this.take(entry);
    }
    await this.commit();
    this.library.database.transaction(() => this.library.recorder.endRun(this.run, this.cancelled));
  }

  /** What was read but could not be committed, as failures of this kind. */
  abandon(error: ArchiveError): void {
    const paths = this.batch.map(({ path }) => path);
    if (this.reading !== null) paths.push(this.reading);
    for (const path of paths) this.lines.push({ outcome: 'failed', path, error });
    this.batch = [];
    this.reading = null;
  }

  report(): ImportReport {
    return reportOf(this.lines, this.cancelled, performance.now() - this.started);
  }

  private async take(entry: Entry): Promise<void> {
    const { library, options } = this;
    this.progress(entry.path);
    this.reading = entry.path;
    const prepared =
      entry.kind === 'file'
        ? await prepare(entry, collectionOf(entry, options), {
            library,
            chooseReader: options.chooseReader,
            signal: options.signal,
          })
        : entry;
    this.batch.push(prepared);
    this.reading = null;
    this.files += 1;
    this.weight += weightOf(prepared);
    if ('original' in prepared) this.bytes += prepared.original.bytes;
    if (this.batch.length >= batchFiles || this.weight >= batchBytes) await this.commit();
  }

  private async commit(): Promise<void> {
    if (this.batch.length === 0) return;
    const place = { run: this.run, before: this.lines.length };
    const lines = await commitBatch(this.library, this.batch, place);
    this.lines.push(...lines);
    for (const line of lines) if (line.outcome === 'added') this.articles += line.articles.length;
    this.batch = [];
    this.weight = 0;
  }

  private progress(path: string): void {
    const { files, articles, bytes } = this;
    this.options.onProgress?.({ files, articles, bytes, path });
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
    const run = library.database.transaction(() => library.recorder.beginRun());
    const work = new Ingest(library, options, run);
    try {
      await work.read(paths);
    } catch (error) {
      const reason = libraryError(error instanceof LibraryFailure ? error.cause : error, library.folder);
      if (reason.code === 'internal') throw error;
      if (work.lines.length === 0) return fail(reason);
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
