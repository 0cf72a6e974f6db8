import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { integer, text } from '../library/columns.ts';
import { needsCheck } from '../library/opening-check.ts';
import { Database } from '../library/sqlite.ts';
import { databaseCode } from '../library/system-errors.ts';

/** A library's copies, in the folder of what is derived. */
export function copiesPath(folder: string): string {
  return join(folder, 'index', 'copies.sqlite');
}

/*
 * - `texts`: each different text once. `key` is a hash of all its words, `copies` counts the articles that have it, `smallest`
 *   are its smallest shingles (`text-sketch.ts`). `grp` is the lowest number in its group; null when it is like no other.
 * - `copies`: which text an article has, by the article's id as 16 bytes; `address` is a hash of its URL.
 * - `features`: which texts have a feature (`feature-table.ts`).
 * - `state`: `change` and `token` of the library's commit that all this covers; `identity` of what it was made from and by.
 */
const tables = `
  CREATE TABLE state (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE texts (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    key INTEGER NOT NULL UNIQUE,
    words INTEGER NOT NULL,
    copies INTEGER NOT NULL,
    smallest BLOB NOT NULL,
    grp INTEGER
  ) STRICT;
  CREATE INDEX texts_in_groups ON texts (coalesce(grp, number)) WHERE grp IS NOT NULL OR copies > 1;
  CREATE TABLE copies (
    article BLOB PRIMARY KEY,
    text INTEGER NOT NULL REFERENCES texts (number),
    address INTEGER
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX copies_by_text ON copies (text);
  CREATE INDEX copies_by_address ON copies (address, text) WHERE address IS NOT NULL;
  CREATE TABLE features (id INTEGER PRIMARY KEY, entries BLOB NOT NULL) STRICT;
`;

/** To be raised when the tables change: they are then made and filled anew. */
const tablesVersion = 1;

const notADatabase = 26;
const corrupt = 11;

/** Whether an error says that the file is damaged. */
export function isDamage(error: unknown): boolean {
  const code = databaseCode(error);
  return code === notADatabase || code === corrupt;
}

function connect(path: string): Database {
  const check = needsCheck(path);
  const database = new Database(path, 5_000);
  try {
    database.execute('PRAGMA journal_mode = WAL');
    // What is lost with the power is found again: the state that is covered is in the same transaction.
    database.execute('PRAGMA synchronous = NORMAL');
    // Words of deleted articles are not to be guessed from what is left of their hashes.
    database.execute('PRAGMA secure_delete = ON');
    database.execute('PRAGMA cache_size = -16384');
    const found = check ? text(database.first('PRAGMA quick_check(1)') ?? {}, 'quick_check') : 'ok';
    if (found !== 'ok') throw new DamagedCopies(found);
    make(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

class DamagedCopies extends Error {}

function versionOf(database: Database): number {
  return integer(database.first('PRAGMA user_version') ?? {}, 'user_version');
}

/** Whether the tables are there in this version. */
export function hasTables(database: Database): boolean {
  return versionOf(database) === tablesVersion;
}

/** Makes the tables, unless they are there in this version. */
function make(database: Database): void {
  if (hasTables(database)) return;
  database.transaction(() => {
    if (hasTables(database)) return;
    const own = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
    // Copies before the texts that they refer to.
    const names = database.all(own).map((row) => text(row, 'name'));
    for (const name of names.sort()) database.execute(`DROP TABLE "${name.replaceAll('"', '""')}"`);
    database.execute(tables);
    database.execute(`PRAGMA user_version = ${String(tablesVersion)}`);
  });
}

/**
 * Opens the copies of a library to be written, and makes the file when there is none; a damaged one is made anew. Only for
 * who holds the index lease. Throws what the system throws.
 */
export function openCopies(folder: string): Database {
  const path = copiesPath(folder);
  mkdirSync(join(folder, 'index'), { recursive: true });
  try {
    return connect(path);
  } catch (error) {
    if (!(error instanceof DamagedCopies) && !isDamage(error)) throw error;
    for (const suffix of ['-wal', '-shm', '']) rmSync(`${path}${suffix}`, { force: true });
    return connect(path);
  }
}
