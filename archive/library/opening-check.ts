import { statSync } from 'node:fs';
import { Database } from './sqlite.ts';
import { isBusy, systemCode } from './system-errors.ts';

/** Up to this size, in bytes, a database is checked at every opening: it takes about a fifth of a second. */
const quickSize = 64_000_000;

function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch (error) {
    if (systemCode(error) === null) throw error;
    return 0;
  }
}

/**
 * Whether no other connection has the database open. In exclusive mode SQLite takes a lock at the first read that nobody
 * else may share (https://www.sqlite.org/wal.html#noshm). What is no database is nobody's.
 */
function isAlone(path: string): boolean {
  let database: Database | null = null;
  try {
    database = new Database(path, 0);
    database.execute('PRAGMA locking_mode = EXCLUSIVE');
    // Not as a prepared statement: one that is not yet collected as garbage would keep the connection, and its lock.
    database.execute('SELECT count(*) FROM sqlite_master');
    return true;
  } catch (error) {
    return !isBusy(error);
  } finally {
    database?.close();
  }
}

/**
 * Whether the pages of a database are to be looked through at opening: always while that is quick, else only when its
 * last process was killed. That process left its write-ahead log, which the last one to close removes. To be asked before
 * it is opened (decision record 6).
 */
export function needsCheck(path: string, quick = quickSize): boolean {
  if (sizeOf(path) <= quick) return true;
  return sizeOf(`${path}-wal`) > 0 && isAlone(path);
}
