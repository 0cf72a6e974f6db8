import type { ImportLine, ImportOutcome, ImportTotals } from './import-report.ts';

/** An import that was made into this library. */
export interface ImportRun {
  readonly run: number;
  /** ISO 8601 in UTC. */
  readonly started: string;
  /** Null for one that was killed, or goes on just now: what it had committed is in the library. */
  readonly finished: string | null;
  readonly totals: ImportTotals;
  /** The path of its first line: what it was an import of. Null when it met nothing. */
  readonly firstPath: string | null;
  /** How many lines its report has of each outcome: a line may stand for many articles. */
  readonly lines: Readonly<Record<ImportOutcome, number>>;
}

/** A part of a report: the lines of one outcome, or with null of all, in their order. */
export interface ImportLinesRequest {
  readonly run: number;
  readonly outcome: ImportOutcome | null;
  readonly offset: number;
  /** At most 1,000. */
  readonly limit: number;
}

/** A line of a report, and its place in the whole of it. */
export interface PlacedLine {
  readonly place: number;
  readonly line: ImportLine;
}

/** What files are by their content, before they are imported. */
export interface Recognised {
  /** By format, the most files first. `reader` is a reader's name. */
  readonly formats: readonly { readonly reader: string; readonly files: number; readonly bytes: number }[];
  /** The first of those that no reader knows or that cannot be read, and how many there are. */
  readonly others: readonly { readonly path: string; readonly reason: string }[];
  readonly otherFiles: number;
  /** Files that the operating system left there, which are passed over. */
  readonly systemFiles: number;
  /** The collections they go into when nothing else is said: the names of their folders, `Imported` for loose files. */
  readonly collections: readonly string[];
  /** All files were looked at; false when there were too many, or it was stopped. */
  readonly complete: boolean;
}
