import type { ArticleId } from '../model/article.ts';
import type { ImportLine } from '../model/import-report.ts';
import type { ChangeNumbers } from './change-numbers.ts';
import { integer, text, textOrNull } from './columns.ts';
import { collectionNameOf } from './membership.ts';
import type { ListedItems } from './listed-items.ts';
import type { Database, Row } from './sqlite.ts';
import type { TotalChanges } from './totals.ts';

/** What a removal works with: that of one write transaction. */
export interface RemovalTools {
  readonly database: Database;
  readonly numbers: ChangeNumbers;
  readonly totals: TotalChanges;
  readonly listed: ListedItems;
}

/**
 * Takes an article out of every table, the lines of reports too, and gives back to the lists what it answered to. Its
 * original goes to `doomed`, and its parts, when no other article came from it. False when there is no such article.
 */
export function removeArticle(id: ArticleId, tools: RemovalTools): boolean {
  const { database, numbers, totals, listed } = tools;
  const row = database.first('SELECT * FROM articles WHERE id = ?', id);
  if (row === null) return false;
  const items = listed.concerned(id, {
    url: textOrNull(row, 'url'),
    headlineKey: text(row, 'headline_key'),
  });
  const collection = collectionNameOf(database, id);
  listed.abandoned(id);
  database.run('DELETE FROM articles WHERE id = ?', id);
  numbers.remove(id, integer(row, 'born'));
  for (const item of items) listed.reconsider(item);
  uncount(row, collection, totals);
  doom(text(row, 'original'), tools);
  return true;
}

function uncount(row: Row, collection: string, totals: TotalChanges): void {
  totals.add('collection', collection, -1);
  totals.narrow(collection);
  for (const kind of ['section', 'source', 'language'] as const) {
    const name = textOrNull(row, kind);
    if (name !== null) totals.add(kind, name, -1);
  }
}

const isNeeded = `
  SELECT 1 WHERE EXISTS (SELECT 1 FROM articles WHERE original = ?1) OR EXISTS (SELECT 1 FROM parts WHERE part = ?1)`;

/** An original that nothing was read from any more goes, and its parts with it. */
function doom(sha256: string, tools: RemovalTools): void {
  const { database, totals } = tools;
  if (database.first(isNeeded, sha256) !== null) return;
  const parts = database.all('SELECT DISTINCT part FROM parts WHERE original = ?', sha256);
  const original = database.first('DELETE FROM originals WHERE sha256 = ? RETURNING bytes', sha256);
  if (original === null) return;
  totals.add('originals', '', -1);
  totals.add('original-bytes', '', -integer(original, 'bytes'));
  database.run('INSERT OR IGNORE INTO doomed (sha256) VALUES (?)', sha256);
  for (const part of parts) doom(text(part, 'part'), tools);
}

/**
 * Takes removed articles out of the lines of all reports, which are looked through once. A path may say as much as a
 * headline: a line of nothing but removed articles keeps only that there were some.
 */
export function forgetInReports(removed: ReadonlySet<string>, database: Database): void {
  const lines = database.all(
    `SELECT run, ordinal, line FROM import_lines WHERE EXISTS (
      SELECT 1 FROM json_each(line, '$.articles') WHERE value IN (SELECT value FROM json_each(?)))`,
    JSON.stringify([...removed]),
  );
  for (const row of lines) {
    const line = JSON.parse(text(row, 'line')) as ImportLine;
    if (!('articles' in line)) continue;
    const articles = line.articles.filter((one) => !removed.has(one));
    const path = articles.length === 0 && line.count === undefined ? '(deleted)' : line.path;
    database.run(
      'UPDATE import_lines SET line = ? WHERE run = ? AND ordinal = ?',
      ...[JSON.stringify({ ...line, path, articles }), integer(row, 'run'), integer(row, 'ordinal')],
    );
  }
}
