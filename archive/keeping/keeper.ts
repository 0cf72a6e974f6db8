import { basename, resolve } from 'node:path';
import type { KeepingApi, KeepingOptions, ReportedPlace } from '../api/keeping-api.ts';
import { archivedId, asked } from '../asked.ts';
import { exportWacz } from '../export/wacz/export-wacz.ts';
import { previewFile } from '../ingest/preview-file.ts';
import { recognise } from '../ingest/recognise.ts';
import { takeIndexLease } from '../indexing/index-lease.ts';
import type { LibraryWork } from '../indexing/library-work.ts';
import { noteKeeping } from '../library/holdings.ts';
import { importLine, importReport } from '../library/import-runs.ts';
import type { Library } from '../library/library.ts';
import { libraryError } from '../library/system-errors.ts';
import type { Article, ArticleId } from '../model/article.ts';
import type { Cancellation } from '../model/cancellation.ts';
import type { CorrectedField, Correction } from '../model/correction.ts';
import { archiveError } from '../model/errors.ts';
import type { ArchiveError } from '../model/errors.ts';
import type { FieldMap, RecordPreview } from '../model/field-map.ts';
import type { ImportReport } from '../model/import-report.ts';
import type { Recognised } from '../model/import-runs.ts';
import type { BackupNote, VerifiedNote } from '../model/library-holdings.ts';
import { faultsOf } from '../model/library-report.ts';
import type { BackupReport, ExportReport, LibraryReport } from '../model/library-report.ts';
import { fail, ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import { deleteArticles } from './delete-articles.ts';
import { saveReport } from './save-report.ts';

type Outcome<T> = Promise<Result<T, ArchiveError>>;

/** What looking after a library needs of the archive that has it open. */
export interface KeeperHost {
  readonly follow: () => Outcome<null>;
  /** Resolves when this archive is not writing the index itself. */
  readonly settled: () => Promise<unknown>;
  /** Looks through all originals, or copies them, beside the questions that are asked meanwhile. */
  readonly work: Pick<LibraryWork, 'verify' | 'backup'>;
  /** Leaves nothing of what was removed in the index's files. */
  readonly mergeIndex: () => Outcome<null>;
  /** Tells the open views that something changed. */
  readonly tell: () => void;
}

/** Looks after one open library. */
export class Keeper implements KeepingApi {
  private readonly library: Library;
  private readonly host: KeeperHost;

  constructor(library: Library, host: KeeperHost) {
    this.library = library;
    this.host = host;
  }

  async recognise(
    paths: readonly string[],
    signal?: Cancellation,
    onProgress?: (files: number) => void,
  ): Outcome<Recognised> {
    const own = [this.library.folder];
    return asked(this.library, async () => ok(await recognise(paths, own, signal, onProgress)));
  }

  async preview(path: string, map: FieldMap | null): Outcome<RecordPreview | null> {
    return asked(this.library, () => previewFile(path, map));
  }

  async importReport(run: number): Outcome<ImportReport> {
    return asked(this.library, async () => {
      const report = importReport(this.library.database, run);
      return report === null ? fail(archiveError('import-not-found', { run })) : ok(report);
    });
  }

  async reportedPlace(run: number, place: number): Outcome<ReportedPlace> {
    return asked(this.library, async () => {
      const { database, originals } = this.library;
      const line = importLine(database, run, place);
      if (line === null) return fail(archiveError('import-not-found', { run }));
      const sha256 = line.outcome === 'kept' ? (line.original ?? null) : null;
      const kept = sha256 !== null && this.library.catalogue.hasOriginal(sha256);
      return ok({ path: line.path, original: kept ? originals.pathOf(sha256) : null });
    });
  }

  async saveImportReport(run: number, file: string): Outcome<null> {
    return asked(this.library, () => saveReport(this.library, run, file));
  }

  async verify(options: KeepingOptions): Outcome<LibraryReport> {
    return asked(this.library, async () => {
      const done = await this.host.work.verify(options);
      if (!done.ok || done.value.stopped) return done;
      this.note('verified', { at: new Date().toISOString(), faults: faultsOf(done.value) });
      return done;
    });
  }

  async backup(folder: string, options: KeepingOptions): Outcome<BackupReport> {
    return asked(this.library, async () => {
      const done = await this.host.work.backup(folder, options);
      if (!done.ok || options.signal?.aborted === true) return done;
      const faults = done.value.faults.length;
      this.note('backed-up', { at: new Date().toISOString(), folder: resolve(folder), faults });
      return done;
    });
  }

  async delete(ids: readonly ArticleId[]): Outcome<number> {
    return asked(this.library, async () => {
      // Nothing is deleted while its words could not be taken out of the index.
      await this.host.settled();
      const lease = takeIndexLease(this.library.folder);
      if (!lease.ok) return lease;
      lease.value.release();
      const deleted = await deleteArticles(this.library, ids);
      const merged = deleted === 0 ? ok(null) : await this.host.mergeIndex();
      if (!merged.ok) this.host.tell();
      return merged.ok ? ok(deleted) : merged;
    });
  }

  async correct(id: ArticleId, correction: Correction, revert: readonly CorrectedField[]): Outcome<Article> {
    return asked(this.library, async () => {
      const named = archivedId(this.library, id);
      if (!named.ok) return named;
      this.library.write((recorder) => recorder.correct(named.value, correction, revert));
      const article = this.library.catalogue.article(named.value);
      const followed = await this.host.follow();
      this.host.tell();
      if (!followed.ok) return followed;
      return article === null ? fail(archiveError('article-not-found', { id })) : ok(article);
    });
  }

  /** A library that cannot be written, on a full disk perhaps, is verified and copied all the same. */
  private note(
    ...[key, note]: [key: 'verified', note: VerifiedNote] | [key: 'backed-up', note: BackupNote]
  ): void {
    try {
      noteKeeping(this.library, key, note);
      this.host.tell();
    } catch (error) {
      if (libraryError(error, this.library.folder).code === 'internal') throw error;
    }
  }

  async exportWacz(
    file: string,
    options: KeepingOptions & { readonly software: string },
  ): Outcome<ExportReport | null> {
    const about = { title: basename(this.library.folder), software: options.software };
    return asked(this.library, () => exportWacz(this.library, file, about, options));
  }
}
