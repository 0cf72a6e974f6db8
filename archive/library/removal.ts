import type { ArticleId } from '../model/article.ts';
import type { ImportLine } from '../model/import-report.ts';
import type { ChangeNumbers } from './change-numbers.ts';
import { integer, text, textOrNull } from './columns.ts';
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
 * original goes to `doomed` when no other article came from it. False when there is no such article.
 */
export function removeArticle(id: ArticleId, tools: RemovalTools): boolean {
  const { database, numbers, totals, listed } = tools;
  const row = database.first('SELECT * FROM articles WHERE id = ?', id);
  if (row === null) return false;
  const items = listed.concerned(id, {
    url: textOrNull(row, 'url'),
    headlineKey: text(row, 'headline_key'),
  });
  listed.abandoned(id);
  database.run('DELETE FROM articles WHERE id = ?', id);
  numbers.remove(id, integer(row, 'born'));
  for (const item of items) listed.reconsider(item);
  uncount(row, totals);
  doom(text(row, 'original'), tools);
  forgetInReports(id, database);
  return true;
}

function uncount(row: Row, totals: TotalChanges): void {
  totals.add('collection', text(row, 'collection'), -1);
  totals.narrow(text(row, 'collection'));
  const [section, source] = [textOrNull(row, 'section'), textOrNull(row, 'source')];
  if (section !== null) totals.add('section', section, -1);
  if (source !== null) totals.add('source', source, -1);
}

function doom(sha256: string, { database, totals }: RemovalTools): void {
  if (database.first('SELECT 1 FROM articles WHERE original = ? LIMIT 1', sha256) !== null) return;
  const original = database.first('DELETE FROM originals WHERE sha256 = ? RETURNING bytes', sha256);
  if (original === null) return;
  totals.add('originals', '', -1);
  totals.add('original-bytes', '', -integer(original, 'bytes'));
  database.run('INSERT OR IGNORE INTO doomed (sha256) VALUES (?)', sha256);
}

/** A path may say as much as a headline: a line of nothing but this article keeps only that there was one. */
function forgetInReports(id: ArticleId, database: Database): void {
  const lines = database.all('SELECT run, ordinal, line FROM import_lines WHERE instr(line, ?) > 0', id);
  for (const row of lines) {
    const line = JSON.parse(text(row, 'line')) as ImportLine;
    if (!('articles' in line)) continue;
    const articles = line.articles.filter((one) => one !== id);
    const path = articles.length === 0 && line.count === undefined ? '(deleted)' : line.path;
    database.run(
      'UPDATE import_lines SET line = ? WHERE run = ? AND ordinal = ?',
      ...[JSON.stringify({ ...line, path, articles }), integer(row, 'run'), integer(row, 'ordinal')],
    );
  }
}
