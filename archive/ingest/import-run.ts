import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { ImportOptions } from '../api/host-api.ts';
import { takeImportLease } from '../library/import-lease.ts';
import type { Library } from '../library/library.ts';
import { libraryError, systemCode } from '../library/system-errors.ts';
import type { ArchiveError } from '../model/errors.ts';
import type { ImportLine, ImportReport } from '../model/import-report.ts';
import { fail, ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import { commitBatch } from './batch.ts';
import type { Pending } from './batch.ts';
import { readSourceFile } from './read-file.ts';
import { walk } from './walk.ts';
import type { Met } from './walk.ts';

/** A batch is committed at this many inputs, or at this many bytes of text, whichever comes first. */
const batchInputs = 50;
const batchBytes = 4_000_000;

/** The collection that paths go into when none is named: the folder's name, when it is one folder. */
async function collectionOf(paths: readonly string[], named: string | null): Promise<string> {
  if (named !== null && named.trim() !== '') return named.trim();
  const [only, ...others] = paths;
  if (only === undefined || others.length > 0) return 'Imported';
  try {
    const name = basename(resolve(only));
    return (await stat(only)).isDirectory() && name !== '' ? name : 'Imported';
  } catch (error) {
    if (systemCode(error) === null) throw error;
    return 'Imported';
  }
}

function lineOf({ path, error }: Extract<Met, { kind: 'problem' }>): ImportLine {
  return { outcome: error.code === 'system-file' ? 'skipped' : 'failed', path, error };
}

/** One import under way: gathers inputs, commits them batch by batch, keeps the report. */
class ImportRun {
  private readonly lines: ImportLine[] = [];
  private readonly started = performance.now();
  private batch: Pending[] = [];
  private waitingBytes = 0;
  private readBytes = 0;

  private readonly library: Library;
  private readonly options: ImportOptions;
  private readonly run: number;
  private readonly collection: string;

  constructor(
    library: Library,
    options: ImportOptions,
    place: { readonly run: number; readonly collection: string },
  ) {
    this.library = library;
    this.options = options;
    this.run = place.run;
    this.collection = place.collection;
  }

  async take(met: Met): Promise<void> {
    if (met.kind === 'problem') {
      this.batch.push({ kind: 'line', line: lineOf(met) });
    } else {
      const read = await readSourceFile(met, this.library.originals, this.options.signal);
      this.batch.push({ kind: 'file', path: met.path, read });
      this.waitingBytes += met.bytes;
    }
    if (this.batch.length >= batchInputs || this.waitingBytes >= batchBytes) await this.commit();
    this.options.onProgress?.({
      files: this.lines.length + this.batch.length,
      articles: this.count('added'),
      bytes: this.readBytes + this.waitingBytes,
      path: met.path,
    });
  }

  async commit(): Promise<void> {
    if (this.batch.length === 0) return;
    await this.library.originals.flush();
    const place = { run: this.run, before: this.lines.length, collection: this.collection };
    this.lines.push(...commitBatch(this.library, this.batch, place));
    this.readBytes += this.waitingBytes;
    this.batch = [];
    this.waitingBytes = 0;
  }

  report(cancelled: boolean): ImportReport {
    return {
      added: this.count('added'),
      duplicates: this.count('duplicate'),
      kept: this.count('kept'),
      failed: this.count('failed'),
      skipped: this.count('skipped'),
      tookMs: performance.now() - this.started,
      cancelled,
      lines: this.lines,
    };
  }

  private count(outcome: ImportLine['outcome']): number {
    return this.lines.filter((line) => line.outcome === outcome).length;
  }
}

async function runAll(
  library: Library,
  paths: readonly string[],
  options: ImportOptions,
): Promise<ImportReport> {
  const { database, recorder } = library;
  const number = database.transaction(() => recorder.beginRun());
  const collection = await collectionOf(paths, options.collection);
  const run = new ImportRun(library, options, { run: number, collection });
  let cancelled = false;
  for await (const met of walk(paths)) {
    cancelled = options.signal?.aborted === true;
    if (cancelled) break;
    await run.take(met);
  }
  await run.commit();
  database.transaction(() => recorder.endRun(number, cancelled));
  return run.report(cancelled);
}

/**
 * Imports files and folders. Every input gets a line; a bad one never ends the run. What was committed stays, whatever
 * happens after. Errors: `import-running`, `disk-full`, `library-unwritable`.
 */
export async function importPaths(
  library: Library,
  paths: readonly string[],
  options: ImportOptions,
): Promise<Result<ImportReport, ArchiveError>> {
  const lease = takeImportLease(library.folder);
  if (!lease.ok) return lease;
  try {
    return ok(await runAll(library, paths, options));
  } catch (error) {
    return fail(libraryError(error, library.folder));
  } finally {
    lease.value.release();
  }
}
