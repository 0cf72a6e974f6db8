import { randomBytes } from 'node:crypto';
import { integer, text } from './columns.ts';
import type { Database } from './sqlite.ts';

/** A state of the library: the last change number, and the random token of the transaction that gave it. */
export interface Commit {
  readonly change: number;
  /** 16 hexadecimal digits; empty for a library in which nothing was ever searched. */
  readonly token: string;
}

/** The state the library is in. `{ change: 0, token: '' }` when nothing was ever added. */
export function lastCommit(database: Database): Commit {
  const row = database.first('SELECT change, token FROM commits ORDER BY change DESC LIMIT 1');
  return row === null
    ? { change: 0, token: '' }
    : { change: integer(row, 'change'), token: text(row, 'token') };
}

/** The commit that ends with this change, or null when none does. */
export function commitAt(database: Database, change: number): Commit | null {
  const row = database.first('SELECT change, token FROM commits WHERE change = ?', change);
  return row === null ? null : { change, token: text(row, 'token') };
}

/** How many changes there are until the next commit after a change ends; `last` is the last one. */
export function changesToCommit(database: Database, after: number, last: Commit): number {
  const next = database.first('SELECT min(change) AS change FROM commits WHERE change > ?', after)?.[
    'change'
  ];
  return (typeof next === 'number' ? next : last.change) - after;
}

/**
 * Whether the library ever was in this state. False when it was restored from a backup and went another way since:
 * then an index that covers the state holds what the library does not.
 */
export function hasCommit(database: Database, { change, token }: Commit): boolean {
  if (change === 0) return true;
  return database.first('SELECT 1 FROM commits WHERE change = ? AND token = ?', change, token) !== null;
}

/**
 * The change numbers of one write transaction. Each record that is added, changed or removed takes the next one; none is
 * used twice, because a transaction that is rolled back takes its numbers with it.
 */
export class ChangeNumbers {
  /** The last number before this transaction. */
  readonly before: number;
  private readonly database: Database;
  private last: number;
  /** Whether any record ever went away: without one, a new record costs no look. */
  private anyRemoved: boolean;

  /** Only inside the transaction: another process may have committed until it began. */
  constructor(database: Database) {
    this.database = database;
    this.before = lastCommit(database).change;
    this.last = this.before;
    this.anyRemoved = database.first('SELECT 1 FROM removed LIMIT 1') !== null;
  }

  /** The number that `take` would give. */
  get upcoming(): number {
    return this.last + 1;
  }

  take(): number {
    this.last += 1;
    return this.last;
  }

  /** Takes as many numbers as records were numbered by one statement, from `upcoming` on. */
  skip(count: number): void {
    this.last += count;
  }

  /**
   * The first number of a record that comes with `change`: that of its earlier life when it was removed once, because an
   * index may know it from then. It is no longer among the removed.
   */
  bornOf(id: string, change: number): number {
    if (!this.anyRemoved) return change;
    const row = this.database.first('DELETE FROM removed WHERE id = ? RETURNING born', id);
    return row === null ? change : integer(row, 'born');
  }

  /** Numbers a record that went away. */
  remove(id: string, born: number): void {
    this.anyRemoved = true;
    const sql = 'INSERT OR REPLACE INTO removed (id, change, born) VALUES (?, ?, ?)';
    this.database.run(sql, id, this.take(), born);
  }

  /** Ends the transaction's numbers; says nothing when none was taken. */
  finish(): void {
    if (this.last === this.before) return;
    const token = randomBytes(8).toString('hex');
    this.database.run('INSERT INTO commits (change, token) VALUES (?, ?)', this.last, token);
  }
}
