import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { needsCheck } from '../../../archive/library/opening-check.ts';
import { Database } from '../../../archive/library/sqlite.ts';
import { temporaryFolder } from '../support/temporary.ts';

/** A database as a killed process leaves it: its write-ahead log beside it, and nobody who has it open. */
function leftBehind(): string {
  const folder = temporaryFolder();
  const [open, left] = [path.join(folder, 'open.sqlite'), path.join(folder, 'left.sqlite')];
  const database = new Database(open, 0);
  database.execute('PRAGMA journal_mode = WAL');
  database.execute('CREATE TABLE words (word TEXT)');
  for (const suffix of ['', '-wal']) fs.copyFileSync(open + suffix, left + suffix);
  database.close();
  return left;
}

test('whoever asks whether a large database was left behind leaves no lock on it', () => {
  const left = leftBehind();
  expect(needsCheck(left, 0)).toBe(true);
  const database = new Database(left, 0);
  try {
    expect(database.first('SELECT count(*) AS tables FROM sqlite_master')).toEqual({ tables: 1 });
  } finally {
    database.close();
  }
});
