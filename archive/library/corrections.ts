import type { ArticleId } from '../model/article.ts';
import { correctedFields } from '../model/correction.ts';
import type { CorrectedField, Correction, ReadValues } from '../model/correction.ts';
import type { ChangeNumbers } from './change-numbers.ts';
import { json, text, textOrNull } from './columns.ts';
import { collectionNameOf } from './membership.ts';
import { published as dateOf } from './rows.ts';
import type { Database, Row } from './sqlite.ts';
import type { TotalChanges } from './totals.ts';

export interface CorrectionTools {
  readonly database: Database;
  readonly numbers: ChangeNumbers;
  readonly totals: TotalChanges;
}

/** The fields of a row that can be put right, as they are shown. */
function shownOf(row: Row): Required<Correction> {
  return {
    headline: text(row, 'headline'),
    byline: textOrNull(row, 'byline'),
    source: textOrNull(row, 'source'),
    language: textOrNull(row, 'language'),
    published: dateOf(row),
  };
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The reader's values of all fields that differ from what is now to be shown. */
function readValuesOf(read: Required<Correction>, shown: Required<Correction>): ReadValues {
  const changed = correctedFields.filter((field) => !same(read[field], shown[field]));
  return Object.fromEntries(changed.map((field) => [field, read[field]]));
}

/** What the reader gave for each corrected field of an article; empty when nothing was corrected. */
export function readValues(database: Database, id: ArticleId): ReadValues {
  const row = database.first('SELECT read_values FROM corrections WHERE article = ?', id);
  return row === null ? {} : json<ReadValues>(row, 'read_values');
}

function write(id: ArticleId, shown: Required<Correction>, tools: CorrectionTools): void {
  const { headline, byline, source, language, published } = shown;
  // The key stays that of the source's own headline: it is what other pages list.
  tools.database.run(
    `UPDATE articles SET headline = ?, byline = ?, source = ?, language = ?, published = ?, published_precision = ?,
       published_printed = ?, published_zone = ?, change = ? WHERE id = ?`,
    ...[headline, byline, source, language, published?.value ?? null, published?.precision ?? null],
    ...[published?.printed ?? null, published?.zone ?? null, tools.numbers.take(), id],
  );
}

function recount(
  row: Row,
  before: Required<Correction>,
  shown: Required<Correction>,
  { database, totals }: CorrectionTools,
): void {
  const collection = collectionNameOf(database, text(row, 'id'));
  if (before.source !== shown.source) {
    if (before.source !== null) totals.add('source', before.source, -1);
    if (shown.source !== null) totals.add('source', shown.source, 1);
  }
  if (before.language !== shown.language) {
    if (before.language !== null) totals.add('language', before.language, -1);
    if (shown.language !== null) totals.add('language', shown.language, 1);
  }
  if (same(before.published, shown.published)) return;
  const day = shown.published?.value.slice(0, 10) ?? null;
  database.run('UPDATE memberships SET day = ? WHERE article = ?', day, text(row, 'id'));
  totals.add('collection', collection, 0);
  totals.narrow(collection);
}

/**
 * Puts an article right: what is given is shown from now on, and what the reader gave is kept beside it. `revert` names
 * fields that show the reader's value again. False when there is no such article.
 */
export function correctArticle(
  id: ArticleId,
  correction: Correction,
  revert: readonly CorrectedField[],
  tools: CorrectionTools,
): boolean {
  const { database } = tools;
  const row = database.first('SELECT * FROM articles WHERE id = ?', id);
  if (row === null) return false;
  const before = shownOf(row);
  const read = { ...before, ...readValues(database, id) };
  const reverted = Object.fromEntries(revert.map((field) => [field, read[field]]));
  const shown = { ...before, ...reverted, ...correction };
  if (same(before, shown)) return true;
  write(id, shown, tools);
  const kept = readValuesOf(read, shown);
  if (Object.keys(kept).length === 0) database.run('DELETE FROM corrections WHERE article = ?', id);
  else {
    const sql = 'INSERT OR REPLACE INTO corrections (article, read_values, corrected) VALUES (?, ?, ?)';
    database.run(sql, id, JSON.stringify(kept), new Date().toISOString());
  }
  recount(row, before, shown, tools);
  return true;
}
