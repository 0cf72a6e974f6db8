import { integer, text, textOrNull } from './columns.ts';
import { findCollection, firstAndLast } from './membership.ts';
import type { Database } from './sqlite.ts';

export type TotalKind =
  'collection' | 'section' | 'source' | 'language' | 'item' | 'originals' | 'original-bytes' | 'bare';

/** A count kept by the library. */
export interface Total {
  readonly name: string;
  readonly amount: number;
  /** The first and last day published in a collection, as `PartialDate.value` cut to the day; else null. */
  readonly first: string | null;
  readonly last: string | null;
}

interface Change {
  amount: number;
  first: string | null;
  last: string | null;
}

/** The most names that `totalsOf` gives: a library of many papers may have as many sources as it has days. */
const namesLimit = 1_000;

const add = `
  INSERT INTO totals (kind, name, amount, first, last) VALUES (?, ?, ?, ?, ?)
  ON CONFLICT (kind, name) DO UPDATE SET
    amount = amount + excluded.amount,
    first = coalesce(min(first, excluded.first), first, excluded.first),
    last = coalesce(max(last, excluded.last), last, excluded.last)`;

const narrowSpan = `UPDATE totals SET (first, last) = (SELECT ${firstAndLast}) WHERE kind = 'collection' AND name = ?1`;

const recount = `
  INSERT OR REPLACE INTO totals (kind, name, amount, first, last) SELECT 'collection', ?1,
    (SELECT count(*) FROM memberships WHERE collection = (SELECT id FROM collections WHERE name = ?1)), ${firstAndLast}`;

/** Adds up what one transaction changes, so that each total is written once at its end. */
export class TotalChanges {
  private readonly database: Database;
  private readonly changes = new Map<TotalKind, Map<string, Change>>();
  private readonly narrowed = new Set<string>();
  private readonly recounted = new Set<string>();

  constructor(database: Database) {
    this.database = database;
  }

  /** `day` widens the span of the name's days. */
  add(kind: TotalKind, name: string, amount: number, day: string | null = null): void {
    let names = this.changes.get(kind);
    if (names === undefined) this.changes.set(kind, (names = new Map<string, Change>()));
    const known = names.get(name);
    if (known === undefined) {
      names.set(name, { amount, first: day, last: day });
      return;
    }
    known.amount += amount;
    if (day === null) return;
    if (known.first === null || day < known.first) known.first = day;
    if (known.last === null || day > known.last) known.last = day;
  }

  /** An article of this collection went away: the span of its days is worked out anew. */
  narrow(collection: string): void {
    this.narrowed.add(collection);
  }

  /** Articles of this collection were moved, or it has another name: it is counted anew, and forgotten when it is gone. */
  recount(collection: string): void {
    this.recounted.add(collection);
  }

  finish(): void {
    this.write();
    for (const collection of this.narrowed) this.database.run(narrowSpan, collection);
    for (const collection of this.recounted) {
      if (findCollection(this.database, collection) !== null) this.database.run(recount, collection);
      else this.database.run("DELETE FROM totals WHERE kind = 'collection' AND name = ?", collection);
    }
  }

  private write(): void {
    for (const [kind, names] of this.changes) {
      for (const [name, { amount, first, last }] of names) {
        this.database.run(add, kind, name, amount, first, last);
      }
    }
  }
}

/** The amount of a kind, over all its names. */
export function totalOf(database: Database, kind: TotalKind): number {
  const row = database.first('SELECT coalesce(sum(amount), 0) AS n FROM totals WHERE kind = ?', kind);
  return integer(row ?? {}, 'n');
}

/** The names of a kind, the largest first; at most 1,000. */
export function totalsOf(database: Database, kind: TotalKind): readonly Total[] {
  const sql = `
    SELECT name, amount, first, last FROM totals WHERE kind = ? AND amount > 0
    ORDER BY amount DESC, name LIMIT ?`;
  return database.all(sql, kind, namesLimit).map((row) => ({
    name: text(row, 'name'),
    amount: integer(row, 'amount'),
    first: textOrNull(row, 'first'),
    last: textOrNull(row, 'last'),
  }));
}
