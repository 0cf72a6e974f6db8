import type { CollectionChange } from '../model/collections.ts';
import { integer, json } from './columns.ts';
import type { Database } from './sqlite.ts';

/** So many changes of collections can be taken back. */
const kept = 10;

/** A collection's row. */
export interface CollectionRow {
  readonly id: number;
  readonly name: string;
  readonly created: string;
}

/** What a change of collections did, so that it can be taken back. */
export interface UndoStep {
  readonly change: Omit<CollectionChange, 'undo'>;
  /** Where it moved articles to; null when it moved none. Where they were stands in `undo_articles`. */
  readonly into: number | null;
  /** The collections it made. */
  readonly created: readonly number[];
  /** The collections it removed. */
  readonly removed: readonly CollectionRow[];
  readonly renamed: { readonly id: number; readonly from: string; readonly to: string } | null;
}

/** Keeps a step, and forgets the oldest. Gives its number. */
export function addStep(database: Database, step: UndoStep): number {
  const sql = 'INSERT INTO undo_steps (done, step) VALUES (?, ?) RETURNING id';
  const id = integer(database.first(sql, new Date().toISOString(), JSON.stringify(step)) ?? {}, 'id');
  database.run(
    'DELETE FROM undo_steps WHERE id <= (SELECT id FROM undo_steps ORDER BY id DESC LIMIT 1 OFFSET ?)',
    kept,
  );
  return id;
}

/** Remembers, for a step, where the articles of these collections are. */
export function rememberMembers(database: Database, step: number, collections: readonly number[]): void {
  database.run(
    `INSERT INTO undo_articles (article, step, collection) SELECT article, ?, collection FROM memberships
     WHERE collection IN (SELECT value FROM json_each(?))`,
    step,
    JSON.stringify(collections),
  );
}

/** Remembers, for a step, where these articles are; those in `except` already are left out. */
export function rememberArticles(
  database: Database,
  step: number,
  articles: readonly string[],
  except: number,
): void {
  database.run(
    `INSERT INTO undo_articles (article, step, collection) SELECT article, ?, collection FROM memberships
     WHERE article IN (SELECT value FROM json_each(?)) AND collection <> ?`,
    step,
    JSON.stringify(articles),
    except,
  );
}

/** A step by its number, or null when it is none or was forgotten. */
export function stepOf(database: Database, id: number): UndoStep | null {
  const row = database.first('SELECT step FROM undo_steps WHERE id = ?', id);
  return row === null ? null : json<UndoStep>(row, 'step');
}

/** The number of the last step, or null. */
export function lastStep(database: Database): number | null {
  const row = database.first('SELECT id FROM undo_steps ORDER BY id DESC LIMIT 1');
  return row === null ? null : integer(row, 'id');
}
