import { DatabaseSync } from '@photostructure/sqlite';

/** What SQLite takes and gives in our tables. */
export type Value = string | number | Uint8Array | null;

/** One row as SQLite gave it; `columns.ts` reads its columns with their types checked. */
export type Row = Readonly<Record<string, unknown>>;

type Connection = InstanceType<typeof DatabaseSync>;
type Statement = ReturnType<Connection['prepare']>;

/**
 * One connection to a database file. The only place that knows which SQLite we use. Statements are prepared once.
 * Every method throws what SQLite throws; `system-errors.ts` says what that means to a person.
 */
export class Database {
  private readonly connection: Connection;
  private readonly statements = new Map<string, Statement>();

  /** Opens or creates the file. `busyMilliseconds` is how long a statement waits for another process's lock. */
  constructor(path: string, busyMilliseconds: number) {
    this.connection = new DatabaseSync(path, {
      timeout: busyMilliseconds,
      enableForeignKeyConstraints: true,
    });
  }

  /** Runs statements that take no values and give no rows. */
  execute(sql: string): void {
    this.connection.exec(sql);
  }

  /** Runs one statement with its values in order; gives the number of rows changed. */
  run(sql: string, ...values: readonly Value[]): number {
    return this.statement(sql).run(...values).changes;
  }

  all(sql: string, ...values: readonly Value[]): readonly Row[] {
    return this.statement(sql).all(...values) as Row[];
  }

  first(sql: string, ...values: readonly Value[]): Row | null {
    return (this.statement(sql).get(...values) as Row | undefined) ?? null;
  }

  /** Rows one by one; the statement must not be run again before the loop is over. */
  iterate(sql: string, ...values: readonly Value[]): IterableIterator<Row> {
    return this.statement(sql).iterate(...values) as IterableIterator<Row>;
  }

  /** Runs `work` on one state of the database, whatever other processes commit meanwhile. */
  snapshot<T>(work: () => T): T {
    if (this.connection.isTransaction) return work();
    this.execute('BEGIN');
    try {
      return work();
    } finally {
      if (this.connection.isTransaction) this.execute('COMMIT');
    }
  }

  /** Runs `work` in one write transaction: all of it is committed, or, when it throws, none. */
  transaction<T>(work: () => T): T {
    this.execute('BEGIN IMMEDIATE');
    try {
      const value = work();
      this.execute('COMMIT');
      return value;
    } catch (error) {
      // SQLite itself rolls back when the disk is full: then there is nothing left to undo.
      if (this.connection.isTransaction) this.execute('ROLLBACK');
      throw error;
    }
  }

  /** Closes the connection; a second call does nothing. */
  close(): void {
    this.statements.clear();
    if (this.connection.isOpen) this.connection.close();
  }

  private statement(sql: string): Statement {
    let statement = this.statements.get(sql);
    if (statement === undefined) {
      statement = this.connection.prepare(sql);
      this.statements.set(sql, statement);
    }
    return statement;
  }
}
