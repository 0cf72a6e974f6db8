import type { Article, ArticleId } from '../model/article.ts';
import type { Cancellation } from '../model/cancellation.ts';
import type { CorrectedField, Correction } from '../model/correction.ts';
import type { ArchiveError } from '../model/errors.ts';
import type { FieldMap, RecordPreview } from '../model/field-map.ts';
import type { ImportReport } from '../model/import-report.ts';
import type { Recognised } from '../model/import-runs.ts';
import type {
  BackupReport,
  ExportReport,
  LibraryReport,
  OriginalsProgress,
} from '../model/library-report.ts';
import type { Result } from '../model/result.ts';

/** What goes with looking through or copying all originals. */
export interface KeepingOptions {
  readonly signal?: Cancellation | undefined;
  readonly onProgress?: ((progress: OriginalsProgress) => void) | undefined;
}

/** Where what a line of an import's report is about was, and is. */
export interface ReportedPlace {
  /** As it was met: of a part of a file with the file's path before it. */
  readonly path: string;
  /** The file of the original that was kept; null when none is, or no longer. */
  readonly original: string | null;
}

/** Looking after a library: what went into it, whether it is whole, its copies, and what is put right or deleted. */
export interface KeepingApi {
  /** Says what files are, before they are imported. Nothing is written. `onProgress` is told how many were looked at. */
  recognise(
    paths: readonly string[],
    signal?: Cancellation,
    onProgress?: (files: number) => void,
  ): Promise<Result<Recognised, ArchiveError>>;
  /**
   * What a file of records (JSON, JSON Lines, a table) would give with these fields, or with those that its names suggest.
   * Null when it is none. Error: `unreadable`, `not-found`.
   */
  preview(path: string, map: FieldMap | null): Promise<Result<RecordPreview | null, ArchiveError>>;
  /** The whole report of an earlier import. Error: `import-not-found`. */
  importReport(run: number): Promise<Result<ImportReport, ArchiveError>>;
  /** Where to look for what a line of a report is about. Error: `import-not-found`. */
  reportedPlace(run: number, place: number): Promise<Result<ReportedPlace, ArchiveError>>;
  /**
   * Writes a report as CSV (RFC 4180, UTF-8 with a byte order mark, which spreadsheets need), whole or not at all; a file of
   * that name is replaced. Errors: `import-not-found`, or what the disk says.
   */
  saveImportReport(run: number, file: string): Promise<Result<null, ArchiveError>>;
  /** Looks through the whole library: the database, every reference, every byte of every original. Changes nothing. */
  verify(options: KeepingOptions): Promise<Result<LibraryReport, ArchiveError>>;
  /**
   * Copies the library into a folder while it is in use; a second backup there copies only what is new. Error:
   * `backup-refused`, or what the disk says.
   */
  backup(folder: string, options: KeepingOptions): Promise<Result<BackupReport, ArchiveError>>;
  /**
   * Deletes articles for good: from the database, which is overwritten, from the index, and their originals when nothing else
   * was read from these. Gives the number deleted. Backups and copies elsewhere are not touched. Error: `indexing-running` while
   * another process writes the index; nothing was deleted then.
   */
  delete(ids: readonly ArticleId[]): Promise<Result<number, ArchiveError>>;
  /** Puts an article right; the reader's values are kept. Error: `article-not-found`, `article-not-archived`. */
  correct(
    id: ArticleId,
    correction: Correction,
    revert: readonly CorrectedField[],
  ): Promise<Result<Article, ArchiveError>>;
  /**
   * Writes the whole library as a WACZ, which other tools open; imported elsewhere, every article has its id. Null when it was
   * cancelled. Error: `backup-refused` when there is a file of that name, or what the disk says.
   */
  exportWacz(
    file: string,
    options: KeepingOptions & { readonly software: string },
  ): Promise<Result<ExportReport | null, ArchiveError>>;
}
