import type { Sha256 } from './article.ts';

/** What is wrong with an original. */
export interface OriginalFault {
  readonly kind: 'missing' | 'damaged';
  readonly sha256: Sha256;
  /** The name of the file it came from. */
  readonly name: string;
  /** Where it was left instead of being copied; absent for what was copied. */
  readonly linked?: string;
  /** Articles that were read from it. Their text is whole in the catalogue. */
  readonly articles: number;
}

/** What looking through a whole library found. */
export interface LibraryReport {
  /** What SQLite says of its file, a sentence a line; empty when it is whole. */
  readonly database: readonly string[];
  /** Rows that name what is not there, by table: nothing but damage from outside makes them. */
  readonly references: readonly { readonly table: string; readonly rows: number }[];
  readonly articles: number;
  readonly originals: number;
  /** Bytes of originals that were read and hashed. */
  readonly bytes: number;
  readonly faults: readonly OriginalFault[];
  /** Files under `originals/` that the catalogue does not name: an import was killed before it could. They do no harm. */
  readonly unnamed: { readonly files: number; readonly bytes: number };
  /** It was stopped before all originals were read. */
  readonly stopped: boolean;
}

/** What a backup copied. */
export interface BackupReport {
  readonly originals: number;
  readonly copied: number;
  readonly bytes: number;
  /** Originals that are missing or damaged here, and were not copied. */
  readonly faults: readonly OriginalFault[];
}

/** What an export wrote. */
export interface ExportReport {
  readonly records: number;
  readonly pages: number;
  /** Of the whole file. */
  readonly bytes: number;
  /** Originals that are missing or damaged here, and are not in it. */
  readonly faults: readonly OriginalFault[];
}

/** How far reading or copying originals is. */
export interface OriginalsProgress {
  readonly done: number;
  readonly total: number;
  readonly bytes: number;
}

/** How many things are wrong: what SQLite says, rows that name what is not there, originals. */
export function faultsOf({ database, references, faults }: LibraryReport): number {
  return database.length + references.reduce((sum, { rows }) => sum + rows, 0) + faults.length;
}

/** Whether nothing is wrong: everything is there, with the bytes it was kept with. */
export function isWhole({ database, references, faults }: LibraryReport): boolean {
  return database.length + references.length + faults.length === 0;
}
