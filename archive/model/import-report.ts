import type { ArchiveError } from './errors.ts';
import type { ArticleId, Sha256 } from './article.ts';

/** The most articles that a line of the report names, and the most failures that one file has lines for. */
export const reportLimit = 1_000;

/**
 * What became of one input, in the order the inputs were met. A file of many articles has one line for those added, one
 * for those that were there, and one for each that failed or had no article in it, up to `reportLimit`; then a line counts
 * the rest. Images and the like in a container are one line.
 */
export type ImportLine =
  /** `articles` are at most the first `reportLimit`; `count` is their true number when there are more. */
  | {
      readonly outcome: 'added';
      readonly path: string;
      readonly articles: readonly ArticleId[];
      readonly count?: number;
    }
  /** Everything in it was in the library already. */
  | {
      readonly outcome: 'duplicate';
      readonly path: string;
      readonly articles: readonly ArticleId[];
      readonly count?: number;
    }
  /** The original is kept, but no article could be made of it. */
  | {
      readonly outcome: 'kept';
      readonly path: string;
      readonly error: ArchiveError;
      /** The original kept, which for a part of a file is that of the whole file; absent in lines of older versions. */
      readonly original?: Sha256;
    }
  | { readonly outcome: 'failed'; readonly path: string; readonly error: ArchiveError }
  /** Nothing of the person's: a file the operating system left there. */
  | { readonly outcome: 'skipped'; readonly path: string; readonly error: ArchiveError };

/** How many things a line stands for: articles, failures, or the one file. */
export function countOf(line: ImportLine): number {
  if ('articles' in line) return Math.max(1, line.count ?? line.articles.length);
  const { params } = line.error;
  return 'count' in params ? params.count : 1;
}

/** What can become of an input. */
export type ImportOutcome = ImportLine['outcome'];

/** An import in figures. `added` and `duplicates` count articles, the others files and lines of files. */
export interface ImportTotals {
  readonly added: number;
  readonly duplicates: number;
  readonly kept: number;
  readonly failed: number;
  readonly skipped: number;
  readonly tookMs: number;
  /** True when it was cancelled; what had been committed stays. */
  readonly cancelled: boolean;
}

export interface ImportReport extends ImportTotals {
  /** The import's number in its library. */
  readonly run: number;
  readonly lines: readonly ImportLine[];
}

export interface ImportProgress {
  readonly files: number;
  readonly articles: number;
  /** Of the files that are done with, as they are on the disk. */
  readonly bytes: number;
  /** What there is in all; absent until it has been counted, which goes on beside the reading. */
  readonly total?: { readonly files: number; readonly bytes: number };
  /** The file being read. */
  readonly path: string;
  /** How far a large file is, in bytes; absent for files that are read at one go. It is copied first, then read. */
  readonly file?: {
    readonly stage: 'copying' | 'reading';
    readonly done: number;
    readonly total: number;
  };
}

/** Adds the lines of an import up. */
export function reportOf(
  run: number,
  lines: readonly ImportLine[],
  cancelled: boolean,
  tookMs: number,
): ImportReport {
  const count = (outcome: ImportLine['outcome']): number =>
    lines.reduce((sum, line) => sum + (line.outcome === outcome ? countOf(line) : 0), 0);
  return {
    run,
    added: count('added'),
    duplicates: count('duplicate'),
    kept: count('kept'),
    failed: count('failed'),
    skipped: count('skipped'),
    tookMs: Math.round(tookMs),
    cancelled,
    lines,
  };
}
