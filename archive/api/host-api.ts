import type { Cancellation } from '../model/cancellation.ts';
import type { ArticleId } from '../model/article.ts';
import type { ArchiveError } from '../model/errors.ts';
import type { ImportProgress, ImportReport } from '../model/import-report.ts';
import type { Result } from '../model/result.ts';
import type { ArchiveApi } from './archive-api.ts';

export interface OpenOptions {
  /** The library's folder. It is created, and filled with the bundled collection, when it does not exist. */
  readonly library: string;
  /** The folder of the bundled collection, or null to start empty. */
  readonly bundled: string | null;
}

export interface ImportOptions {
  /** The collection the articles go into; null names it after the folder or `Imported`. */
  readonly collection: string | null;
  readonly onProgress?: (progress: ImportProgress) => void;
  readonly signal?: Cancellation;
}

/** What the main process and the command line may do besides: everything that takes a path. */
export interface HostApi extends ArchiveApi {
  /** Reads files and folders into the library. Error only when nothing could begin (`import-running`, `disk-full` …). */
  import(paths: readonly string[], options: ImportOptions): Promise<Result<ImportReport, ArchiveError>>;
  /** The original's exact bytes. Errors as `originalText`. */
  originalBytes(id: ArticleId): Promise<Result<Uint8Array, ArchiveError>>;
  /** Calls the listener after each committed change; returns a function that stops it. */
  onChange(listener: () => void): () => void;
  close(): Promise<void>;
}
