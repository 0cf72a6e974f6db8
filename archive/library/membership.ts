import { integer, text } from './columns.ts';
import type { Database } from './sqlite.ts';

/** The name of an article's collection, as a column; `article` is the table or alias that the article's row is in. */
export function collectionOf(article: string): string {
  return `(SELECT collections.name FROM memberships JOIN collections ON collections.id = memberships.collection
    WHERE memberships.article = ${article}.id)`;
}

/** The days of a collection, first and last, without a walk through its articles; `?1` is its name. */
export const firstAndLast = `
  (SELECT min(day) FROM memberships WHERE collection = (SELECT id FROM collections WHERE name = ?1)),
  (SELECT max(day) FROM memberships WHERE collection = (SELECT id FROM collections WHERE name = ?1))`;

/** Puts articles that come in into their collections, which are made when they are new. Lives for one transaction. */
export class Memberships {
  private readonly database: Database;
  private readonly ids = new Map<string, number>();

  constructor(database: Database) {
    this.database = database;
  }

  /** `published` as far as it is known. */
  add(article: string, collection: string, published: string | null): void {
    const sql = 'INSERT INTO memberships (article, collection, day) VALUES (?, ?, ?)';
    this.database.run(sql, article, this.idOf(collection), published?.slice(0, 10) ?? null);
  }

  /** The collection of this name, made when there is none. */
  private idOf(name: string): number {
    const known =
      this.ids.get(name) ?? findCollection(this.database, name) ?? addCollection(this.database, name);
    this.ids.set(name, known);
    return known;
  }
}

/** The collection of this name, or null. */
export function findCollection(database: Database, name: string): number | null {
  const row = database.first('SELECT id FROM collections WHERE name = ?', name);
  return row === null ? null : integer(row, 'id');
}

/** Makes a collection; its name must be free. */
export function addCollection(database: Database, name: string): number {
  const sql = 'INSERT INTO collections (name, created) VALUES (?, ?) RETURNING id';
  return integer(database.first(sql, name, new Date().toISOString()) ?? {}, 'id');
}

/** The name of the collection an article is in. */
export function collectionNameOf(database: Database, article: string): string {
  return text(
    database.first(`SELECT ${collectionOf('articles')} AS name FROM articles WHERE id = ?`, article) ?? {},
    'name',
  );
}
