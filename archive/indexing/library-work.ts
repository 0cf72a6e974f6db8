import type { Cancellation } from '../model/cancellation.ts';
import type { ArchiveError } from '../model/errors.ts';
import type { FieldMap } from '../model/field-map.ts';
import type { ImportProgress, ImportReport } from '../model/import-report.ts';
import type { BackupReport, LibraryReport, OriginalsProgress } from '../model/library-report.ts';
import type { Result } from '../model/result.ts';
import type { IndexProgress } from './library-indexer.ts';

/** What is told while long work goes on. */
export interface WorkOptions {
  readonly signal?: Cancellation | undefined;
  readonly onIndexProgress?: ((progress: IndexProgress) => void) | undefined;
}

export interface ImportWorkOptions extends WorkOptions {
  readonly collection: string | null;
  readonly map?: FieldMap | null | undefined;
  readonly link?: boolean | undefined;
  /** Of a folder's files only these, by their paths; the others are passed over without a word. */
  readonly only?: readonly string[] | undefined;
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined;
}

/** What is told while all originals are read or copied. */
export interface OriginalsWorkOptions {
  readonly signal?: Cancellation | undefined;
  readonly onProgress?: ((progress: OriginalsProgress) => void) | undefined;
}

/** Long work on a library, here or in a thread of its own. What was committed stays when it is cancelled. */
export interface LibraryWork {
  /** Whether it goes on beside the questions that are asked meanwhile. */
  readonly isApart: boolean;
  import(paths: readonly string[], options: ImportWorkOptions): Promise<Result<ImportReport, ArchiveError>>;
  /** Brings the index up to the library. Error: `indexing-running`, or what the system says. */
  catchUp(options: WorkOptions): Promise<Result<null, ArchiveError>>;
  /** Makes the index anew. */
  rebuild(options: WorkOptions): Promise<Result<null, ArchiveError>>;
  /** Looks through the whole library. Error: what the database or the disk says. */
  verify(options: OriginalsWorkOptions): Promise<Result<LibraryReport, ArchiveError>>;
  /** Copies the library into a folder. Error: `backup-refused`, or what the disk says. */
  backup(folder: string, options: OriginalsWorkOptions): Promise<Result<BackupReport, ArchiveError>>;
  /** Merges the index into one segment; nothing that was removed is left in it. */
  merge(options: WorkOptions): Promise<Result<null, ArchiveError>>;
}
