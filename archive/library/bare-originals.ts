import type { Database } from './sqlite.ts';
import type { TotalChanges } from './totals.ts';

/**
 * Keeps the number of originals without an article that are no part of another, within one write transaction. An original is
 * never left without its articles: it goes with the last of them, or stays as a part.
 */
export class BareOriginals {
  private readonly database: Database;
  private readonly totals: TotalChanges;
  /** Of the originals met in this transaction: whether they have no article. */
  private readonly known = new Map<string, boolean>();

  constructor(database: Database, totals: TotalChanges) {
    this.database = database;
    this.totals = totals;
  }

  /** An original is new. */
  came(sha256: string): void {
    this.known.set(sha256, true);
    this.totals.add('bare', '', 1);
  }

  /** Asked before an article of it is added, or it becomes a part: afterwards it could not be seen any more. */
  look(sha256: string): void {
    if (this.known.has(sha256)) return;
    const has = this.database.first(
      'SELECT 1 WHERE EXISTS (SELECT 1 FROM articles WHERE original = ?1) OR EXISTS (SELECT 1 FROM parts WHERE part = ?1)',
      sha256,
    );
    this.known.set(sha256, has === null);
  }

  /** An article of it was added, or it became a part. */
  filled(sha256: string): void {
    if (this.known.get(sha256) !== true) return;
    this.known.set(sha256, false);
    this.totals.add('bare', '', -1);
  }
}
