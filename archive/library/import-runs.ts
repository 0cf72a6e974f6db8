import { reportOf } from '../model/import-report.ts';
import type { ImportLine, ImportOutcome, ImportReport } from '../model/import-report.ts';
import type { ImportLinesRequest, ImportRun, PlacedLine } from '../model/import-runs.ts';
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

/** Whether there was an import of this number. */
export function hasRun(database: Database, run: number): boolean {
  return database.first('SELECT 1 FROM import_runs WHERE id = ?', run) !== null;
}

const outcomes: readonly ImportOutcome[] = ['added', 'duplicate', 'kept', 'failed', 'skipped'];

// As `countOf` counts: articles where the line names some, what the error counts, else one.
const sums = `
  SELECT line ->> '$.outcome' AS outcome, count(*) AS lines,
    sum(CASE WHEN json_type(line, '$.articles') IS NULL
      THEN coalesce(line ->> '$.error.params.count', 1)
      ELSE max(1, coalesce(line ->> '$.count', json_array_length(line, '$.articles'))) END) AS things
  FROM import_lines WHERE run = ? GROUP BY 1`;

const firstPath = "SELECT line ->> '$.path' AS path FROM import_lines WHERE run = ? ORDER BY ordinal LIMIT 1";

function runOfRow(database: Database, row: Row): ImportRun {
  const run = integer(row, 'id');
  const rows = database.all(sums, run);
  const of = (outcome: ImportOutcome, column: 'lines' | 'things'): number => {
    const found = rows.find((one) => text(one, 'outcome') === outcome);
    return found === undefined ? 0 : integer(found, column);
  };
  const lines = Object.fromEntries(outcomes.map((outcome) => [outcome, of(outcome, 'lines')]));
  const first = database.first(firstPath, run);
  const [started, finished] = [text(row, 'started'), textOrNull(row, 'finished')];
  return {
    ...{ run, started, finished },
    totals: {
      added: of('added', 'things'),
      duplicates: of('duplicate', 'things'),
      kept: of('kept', 'things'),
      failed: of('failed', 'things'),
      skipped: of('skipped', 'things'),
      tookMs: finished === null ? 0 : Math.max(0, Date.parse(finished) - Date.parse(started)),
      cancelled: integer(row, 'cancelled') === 1,
    },
    firstPath: first === null ? null : text(first, 'path'),
    lines: lines as ImportRun['lines'],
  };
}

/** The imports made into a library, the last first, at most `limit`. */
export function importRuns(database: Database, limit: number): readonly ImportRun[] {
  const rows = database.all('SELECT * FROM import_runs ORDER BY id DESC LIMIT ?', limit);
  return rows.map((row) => runOfRow(database, row));
}

/** One import; null when there was none of this number. */
export function importRun(database: Database, run: number): ImportRun | null {
  const row = database.first('SELECT * FROM import_runs WHERE id = ?', run);
  return row === null ? null : runOfRow(database, row);
}

/** A part of the lines of a report, in their order. */
export function importLines(
  database: Database,
  { run, outcome, offset, limit }: ImportLinesRequest,
): readonly PlacedLine[] {
  const condition = outcome === null ? '' : "AND line ->> '$.outcome' = ?";
  const sql = `SELECT ordinal, line FROM import_lines WHERE run = ? ${condition} ORDER BY ordinal LIMIT ? OFFSET ?`;
  const rows = database.all(sql, run, ...(outcome === null ? [] : [outcome]), limit, offset);
  return rows.map((row) => ({ place: integer(row, 'ordinal'), line: json<ImportLine>(row, 'line') }));
}

/** The line at a place of a report; null when there is none. */
export function importLine(database: Database, run: number, place: number): ImportLine | null {
  const row = database.first('SELECT line FROM import_lines WHERE run = ? AND ordinal = ?', run, place);
  return row === null ? null : json<ImportLine>(row, 'line');
}

/** The report of one import, as far as it came; null when there was none of this number. */
export function importReport(database: Database, run: number): ImportReport | null {
  const made = importRun(database, run);
  if (made === null) return null;
  const rows = database.all('SELECT line FROM import_lines WHERE run = ? ORDER BY ordinal', run);
  const { cancelled, tookMs } = made.totals;
  return reportOf(
    run,
    rows.map((row) => json<ImportLine>(row, 'line')),
    cancelled,
    tookMs,
  );
}
