import { writeLines } from '../library/import-runs.ts';
import type { Database } from '../library/sqlite.ts';
import type { ImportLine } from '../model/import-report.ts';

/**
 * The lines of an import's report, in memory and in the library. A line is staged first; `write` puts what is staged into
 * the transaction, and after its commit `settle` makes it part of the report, or `discard` forgets it.
 */
export class ImportLog {
  readonly lines: ImportLine[] = [];
  private readonly run: number;
  private readonly staged = new Map<number, ImportLine>();
  private next = 0;

  constructor(run: number) {
    this.run = run;
  }

  /** Adds a line and gives its place in the report. */
  add(line: ImportLine): number {
    const place = this.next;
    this.next += 1;
    this.staged.set(place, line);
    return place;
  }

  /** Puts another line in the place of one: a large file's line grows with each batch. */
  replace(place: number, line: ImportLine): void {
    this.staged.set(place, line);
  }

  write(database: Database): void {
    writeLines(database, this.run, this.staged);
  }

  settle(): void {
    for (const [place, line] of this.staged) this.lines[place] = line;
    this.staged.clear();
  }

  discard(): void {
    this.staged.clear();
    this.next = this.lines.length;
  }
}
