import { reportOf } from '../model/import-report.ts';
import type { ImportLine, ImportReport } from '../model/import-report.ts';
import type { ImportRun } from '../model/import-runs.ts';
import { integer, json, text, textOrNull } from './columns.ts';
import type { Database, Row } from './sqlite.ts';

/** Begins the report of an import and gives its number. Like all of these, inside a transaction. */
export function beginRun(database: Database): number {
  database.run('INSERT INTO import_runs (started) VALUES (?)', new Date().toISOString());
  return integer(database.first('SELECT last_insert_rowid() AS id') ?? {}, 'id');
}

/** Writes lines of a report by their place in it; a line that has been written before is replaced. */
export function writeLines(
  database: Database,
  run: number,
  lines: Iterable<readonly [place: number, line: ImportLine]>,
): void {
  const sql = 'INSERT OR REPLACE INTO import_lines (run, ordinal, line) VALUES (?, ?, ?)';
  for (const [place, line] of lines) database.run(sql, run, place, JSON.stringify(line));
}

/** Ends the report of an import. */
export function endRun(database: Database, run: number, cancelled: boolean): void {
  const sql = 'UPDATE import_runs SET finished = ?, cancelled = ? WHERE id = ?';
  database.run(sql, new Date().toISOString(), cancelled ? 1 : 0, run);
}

function linesOf(database: Database, run: number): readonly ImportLine[] {
  const sql = 'SELECT line FROM import_lines WHERE run = ? ORDER BY ordinal';
  return database.all(sql, run).map((row) => json<ImportLine>(row, 'line'));
}

function reportOfRow(database: Database, row: Row): ImportReport {
  const finished = textOrNull(row, 'finished');
  const took = finished === null ? 0 : Date.parse(finished) - Date.parse(text(row, 'started'));
  const lines = linesOf(database, integer(row, 'id'));
  return reportOf(lines, integer(row, 'cancelled') === 1, Math.max(0, took));
}

/** The imports made into a library, the last first, at most `limit`. */
export function importRuns(database: Database, limit: number): readonly ImportRun[] {
  return database.all('SELECT * FROM import_runs ORDER BY id DESC LIMIT ?', limit).map((row) => {
    const { lines: _, ...totals } = reportOfRow(database, row);
    return {
      run: integer(row, 'id'),
      started: text(row, 'started'),
      finished: textOrNull(row, 'finished'),
      totals,
    };
  });
}

/** The report of one import, as far as it came; null when there was none of this number. */
export function importReport(database: Database, run: number): ImportReport | null {
  const row = database.first('SELECT * FROM import_runs WHERE id = ?', run);
  return row === null ? null : reportOfRow(database, row);
}
