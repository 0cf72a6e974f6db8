import type { Library } from '../library/library.ts';
import type { NewArticle, NewOriginal } from '../library/recorder.ts';
import type { Cancellation } from '../model/cancellation.ts';
import type { ArchiveError } from '../model/errors.ts';
import type { ImportProgress } from '../model/import-report.ts';
import type { ContainerReader } from '../readers/member.ts';
import type { Reader, SourceFile } from '../readers/reader.ts';
import type { Spool } from '../readers/access/spool.ts';
import type { Found } from './found.ts';
import type { KeptPart } from './kept-part.ts';
import type { LeafReader } from './read-content.ts';
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
  /** A file of many articles, or of other files: kept. `takeContent` reads what is not read yet, batch by batch. */
  | {
      readonly kind: 'content';
      readonly path: string;
      readonly original: NewOriginal;
      readonly content: KeptContent;
      /** Files that it was read from besides, kept like it. */
      readonly parts?: readonly KeptPart[];
    }
  | {
      readonly kind: 'kept';
      readonly path: string;
      readonly original: NewOriginal;
      readonly error: ArchiveError;
    }
  | { readonly kind: 'failed' | 'skipped'; readonly path: string; readonly error: ArchiveError }
  /** Too large to be held: nothing was done with it yet. */
  | { readonly kind: 'large'; readonly entry: FileEntry; readonly size: number; readonly head: Uint8Array }
  /** The import was cancelled before it was kept. */
  | { readonly kind: 'stopped'; readonly path: string };

/** What is to be read of a kept file: its bytes where they are few, what was found in them, or null for the file itself. */
export type KeptContent =
  { readonly bytes: Uint8Array } | { readonly found: readonly Found[] } | { readonly large: true };

export type FileEntry = Extract<Entry, { kind: 'file' }>;

/** What preparing needs of its surroundings. */
export interface Workshop {
  readonly library: Library;
  readonly collection: string;
  readonly chooseReader: (source: SourceFile) => Reader | null;
  readonly chooseContainer: (head: SourceFile) => ContainerReader | null;
  readonly spool: Spool;
  readonly leaves: LeafReader;
  /** Whether large files of many articles, or of other files, are left where they are. */
  readonly link: boolean;
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

/** Runs what writes to the library; its failure ends the import. */
export async function onLibrary<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new LibraryFailure('The library cannot be written.', { cause: error });
  }
}
