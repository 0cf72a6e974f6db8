import type { ImportLine } from '../model/import-report.ts';
import { integer } from './columns.ts';
import type { Database } from './sqlite.ts';

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

export function endRun(database: Database, run: number, cancelled: boolean): void {
  const sql = 'UPDATE import_runs SET finished = ?, cancelled = ? WHERE id = ?';
  database.run(sql, new Date().toISOString(), cancelled ? 1 : 0, run);
}
