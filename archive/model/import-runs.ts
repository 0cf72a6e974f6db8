import type { ImportReport } from './import-report.ts';

/** An import that was made into this library. */
export interface ImportRun {
  readonly run: number;
  /** ISO 8601 in UTC. */
  readonly started: string;
  /** Null for one that was killed, or goes on just now: what it had committed is in the library. */
  readonly finished: string | null;
  /** Its report without the lines. */
  readonly totals: Omit<ImportReport, 'lines'>;
}

/** What files are by their content, before they are imported. */
export interface Recognised {
  /** By format, the most files first. `reader` is a reader's name. */
  readonly formats: readonly { readonly reader: string; readonly files: number; readonly bytes: number }[];
  /** The first of those that no reader knows or that cannot be read, and how many there are. */
  readonly others: readonly { readonly path: string; readonly reason: string }[];
  readonly otherFiles: number;
  /** The collections they go into when nothing else is said: the names of their folders, `Imported` for loose files. */
  readonly collections: readonly string[];
  /** All files were looked at; false when there were too many, or it was stopped. */
  readonly complete: boolean;
}
