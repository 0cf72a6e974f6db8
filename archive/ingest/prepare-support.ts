import type { Library } from '../library/library.ts';
import type { NewArticle, NewOriginal } from '../library/recorder.ts';
import type { Cancellation } from '../model/cancellation.ts';
import type { ArchiveError } from '../model/errors.ts';
import type { ImportProgress } from '../model/import-report.ts';
import type { Reader, RecordReader, SourceFile } from '../readers/reader.ts';
import { unreadable } from './walk.ts';
import type { Entry } from './walk.ts';

/** A file read and kept on the disk, ready for its rows. */
export type Prepared =
  /** `errors` are the records of the file that could not be read, beside those that could. */
  | {
      readonly kind: 'articles';
      readonly path: string;
      readonly original: NewOriginal;
      readonly articles: readonly NewArticle[];
      readonly errors: readonly ArchiveError[];
    }
  /** A file of many articles, kept but not read yet: `takeRecords` reads it from its pieces, batch by batch. */
  | {
      readonly kind: 'records';
      readonly path: string;
      readonly original: NewOriginal;
      readonly reader: RecordReader;
      readonly pieces: () => AsyncIterable<Uint8Array>;
    }
  | {
      readonly kind: 'kept';
      readonly path: string;
      readonly original: NewOriginal;
      readonly error: ArchiveError;
    }
  | { readonly kind: 'failed' | 'skipped'; readonly path: string; readonly error: ArchiveError }
  /** The import was cancelled before it was kept. */
  | { readonly kind: 'stopped'; readonly path: string };

export type FileEntry = Extract<Entry, { kind: 'file' }>;

/** What preparing needs of its surroundings. */
export interface Workshop {
  readonly library: Library;
  readonly chooseReader: (source: SourceFile) => Reader | null;
  readonly signal: Cancellation | undefined;
  /** Told now and then how far the copying of a large file is. */
  readonly onCopied?: (file: NonNullable<ImportProgress['file']>) => void;
}

/** Thrown when the library, not the source, failed: it ends the import. */
export class LibraryFailure extends Error {}

/** What the system refuses when a source is read becomes a value. */
export async function attempt<T>(
  path: string,
  work: () => Promise<T>,
): Promise<T | { readonly error: ArchiveError }> {
  try {
    return await work();
  } catch (error) {
    return { error: unreadable(path, error) };
  }
}
