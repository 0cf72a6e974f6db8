import type { KeepingApi } from './keeping-api.ts';
import type { Cancellation } from '../model/cancellation.ts';
import type { ArticleId } from '../model/article.ts';
import type { ArchiveError } from '../model/errors.ts';
import type { FieldMap } from '../model/field-map.ts';
import type { ImportProgress, ImportReport } from '../model/import-report.ts';
import type { Explanation } from '../model/explanation.ts';
import type { IndexingProgress } from '../model/indexing.ts';
import type { IndexReport } from '../model/index-report.ts';
import type { Result } from '../model/result.ts';
import type { SearchRequest } from '../model/search.ts';
import type { ArchiveApi } from './archive-api.ts';
import type { WatchingApi } from './watching-api.ts';

export interface OpenOptions {
  /** The library's folder. It is created, and filled with the bundled collection, when it does not exist. */
  readonly library: string;
  /** The folder of the bundled collection, or null to start empty. */
  readonly bundled: string | null;
  /** False for a library that must be there: when it is not, the error is `library-missing`, and nothing is made. */
  readonly create?: boolean;
  /**
   * The built `archive-worker`: imports and indexing go on in a thread of their own, so that questions are answered
   * meanwhile. Without it they are done in this thread.
   */
  readonly worker?: string;
  /** False leaves the search index as it is until something is searched: for work on the index itself. */
  readonly follow?: boolean;
  /** Imports what arrives in the watched folders, as long as the archive is open. */
  readonly watch?: boolean;
}

/** What goes with long work on the index. */
export interface IndexWorkOptions {
  readonly signal?: Cancellation;
  /** How many of the library's changes are covered, of all there are. */
  readonly onIndexProgress?: (progress: { readonly done: number; readonly total: number }) => void;
}

export interface ImportOptions {
  /** The collection the articles go into; null names it after the folder or `Imported`. */
  readonly collection: string | null;
  /** Which fields of files of records hold what, where their names do not say it. */
  readonly map?: FieldMap | null;
  /** Leaves large archives and files of records where they are: the library then has a link in the place of a copy. */
  readonly link?: boolean;
  readonly onProgress?: (progress: ImportProgress) => void;
  readonly signal?: Cancellation;
}

/** What the main process and the command line may do besides: everything that takes a path. */
export interface HostApi extends ArchiveApi {
  readonly keeping: KeepingApi;
  readonly watching: WatchingApi;
  /** Reads files and folders into the library. Error only when nothing could begin (`import-running`, `disk-full` …). */
  import(paths: readonly string[], options: ImportOptions): Promise<Result<ImportReport, ArchiveError>>;
  /** The original's exact bytes. Errors as `originalText`. */
  originalBytes(id: ArticleId): Promise<Result<Uint8Array, ArchiveError>>;
  /** What the search index consists of; with `verify` every byte of it is checked. */
  inspectIndex(verify: boolean): Promise<Result<IndexReport, ArchiveError>>;
  /** Makes the search index anew from the library. Error: `indexing-running`, or what the system says. */
  rebuildIndex(options: IndexWorkOptions): Promise<Result<null, ArchiveError>>;
  /** Merges the index into one part: words of removed articles are gone from the disk afterwards. */
  mergeIndex(options: IndexWorkOptions): Promise<Result<null, ArchiveError>>;
  /** How the hits of a page got their scores. */
  explain(request: SearchRequest): Promise<Result<readonly Explanation[], ArchiveError>>;
  /** Calls the listener after each committed change; returns a function that stops it. */
  onChange(listener: () => void): () => void;
  /**
   * Calls the listener with how far the making of the index is: at once when it is under way, at each step, and with null at
   * its end. Returns a function that stops it.
   */
  onIndexing(listener: (progress: IndexingProgress | null) => void): () => void;
  close(): Promise<void>;
}
