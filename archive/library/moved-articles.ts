import type { ChangeNumbers } from './change-numbers.ts';
import type { Database } from './sqlite.ts';
import type { TotalChanges } from './totals.ts';

/** What changes of collections work with: that of one write transaction. */
export interface CollectionTools {
  readonly database: Database;
  readonly numbers: ChangeNumbers;
  readonly totals: TotalChanges;
}

/** Numbers what was moved in one statement as changed, and what those pages list. Gives the number of articles. */
export function numbered(
  tools: CollectionTools,
  sql: string,
  ...values: readonly (string | number)[]
): number {
  const { database, numbers } = tools;
  const before = numbers.upcoming - 1;
  const moved = database.run(sql, before, ...values);
  numbers.skip(moved);
  if (moved === 0) return 0;
  const items = database.run(
    `UPDATE listed SET change = ? + turns.turn
     FROM (
       SELECT listed.rowid AS place, row_number() OVER () AS turn
       FROM memberships JOIN listed ON listed.article = memberships.article
       WHERE memberships.change > ? AND listed.change IS NOT NULL) AS turns
     WHERE turns.place = listed.rowid`,
    before + moved,
    before,
  );
  numbers.skip(items);
  return moved;
}

/** Moves the articles that a step remembers. */
export function moveRemembered(tools: CollectionTools, step: number, into: number): number {
  const sql = `
    UPDATE memberships SET change = ?1 + turns.turn, collection = ?3
    FROM (
      SELECT article AS moved, row_number() OVER () AS turn FROM undo_articles WHERE step = ?2) AS turns
    WHERE turns.moved = memberships.article`;
  return numbered(tools, sql, step, into);
}

/** The articles of a collection that has another name now. */
export function renumberMembers(tools: CollectionTools, collection: number): number {
  const sql = `
    UPDATE memberships SET change = ?1 + turns.turn
    FROM (
      SELECT article AS moved, row_number() OVER () AS turn FROM memberships WHERE collection = ?2) AS turns
    WHERE turns.moved = memberships.article`;
  return numbered(tools, sql, collection);
}
