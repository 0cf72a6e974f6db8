import type { Database, Value } from '../library/sqlite.ts';

/** Rows of one statement: a call for each row would cost as much as the row. */
const together = 50;

/** Inserts rows, many at a time. `into` is the table with its columns: `copies (article, text)`. Throws what SQLite throws. */
export function insertRows(database: Database, into: string, rows: readonly (readonly Value[])[]): void {
  const width = rows[0]?.length ?? 0;
  const row = `(${Array.from({ length: width }, () => '?').join(', ')})`;
  const many = `INSERT INTO ${into} VALUES ${Array.from({ length: together }, () => row).join(', ')}`;
  const whole = rows.length - (rows.length % together);
  for (let at = 0; at < whole; at += together) database.run(many, ...rows.slice(at, at + together).flat());
  for (const one of rows.slice(whole)) database.run(`INSERT INTO ${into} VALUES ${row}`, ...one);
}
