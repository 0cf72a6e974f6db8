import fs from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { takeImportLease } from '../../../archive/library/import-lease.ts';
import { openLibrary } from '../../../archive/library/library.ts';
import type { Library } from '../../../archive/library/library.ts';
import { openDatabase } from '../../../archive/library/open-database.ts';
import { migrations } from '../../../archive/library/schema.ts';
import { Database } from '../../../archive/library/sqlite.ts';
import { temporaryFolder } from '../support/temporary.ts';

async function opened(folder: string): Promise<Library> {
  const library = await openLibrary(folder, {});
  if (!library.ok) throw new Error(JSON.stringify(library.error));
  onTestFinished(() => library.value.close());
  return library.value;
}

/** The code of the error that opening ends with, or `opened`. */
async function outcome(folder: string): Promise<string> {
  const library = await openLibrary(folder, {});
  if (library.ok) library.value.close();
  return library.ok ? 'opened' : library.error.code;
}

function changeDatabase(file: string, sql: string): void {
  const database = new Database(file, 0);
  database.execute(sql);
  database.close();
}

test('a new library has an identity that stays, and the journal and checks it needs', async () => {
  const folder = path.join(temporaryFolder(), 'deep', 'library');
  const first = await opened(folder);
  const identity = first.meta('library');
  const pragmas = ['journal_mode', 'synchronous', 'foreign_keys', 'user_version'].map(
    (name) => first.database.first(`PRAGMA ${name}`)?.[name],
  );
  expect(pragmas).toEqual(['wal', 2, 1, migrations.length]);
  expect(identity).toMatch(/^[0-9a-f-]{36}$/u);
  expect((await opened(folder)).meta('library')).toBe(identity);
});

test('a library of a newer version is refused and left as it is', async () => {
  const folder = temporaryFolder();
  (await opened(folder)).close();
  const file = path.join(folder, 'library.sqlite');
  changeDatabase(file, `PRAGMA user_version = ${migrations.length + 1}`);
  const before = fs.readFileSync(file);
  expect(await outcome(folder)).toBe('library-newer');
  expect(fs.readFileSync(file).equals(before)).toBe(true);
});

test('what is no library is refused and left as it is', async () => {
  const [text, foreign, unwritable] = [temporaryFolder(), temporaryFolder(), temporaryFolder()];
  fs.writeFileSync(path.join(text, 'library.sqlite'), 'This is no database. '.repeat(400));
  changeDatabase(path.join(foreign, 'library.sqlite'), 'CREATE TABLE bookmarks (url TEXT)');
  fs.writeFileSync(path.join(unwritable, 'library'), 'a file stands in its place');
  const files = [text, foreign].map((folder) => path.join(folder, 'library.sqlite'));
  const before = files.map((file) => fs.readFileSync(file));
  const codes = [];
  for (const folder of [text, foreign, path.join(unwritable, 'library')]) codes.push(await outcome(folder));
  expect(codes).toEqual(['library-broken', 'library-broken', 'library-unwritable']);
  expect(files.map((file, at) => before[at]?.equals(fs.readFileSync(file)))).toEqual([true, true]);
});

test('damage inside the database is found at opening', async () => {
  const folder = temporaryFolder();
  const library = await opened(folder);
  library.database.execute('PRAGMA wal_checkpoint(TRUNCATE)');
  library.close();
  const file = path.join(folder, 'library.sqlite');
  const bytes = fs.readFileSync(file);
  // The first page stays, so that it is still a database; every table behind it is not.
  fs.writeFileSync(file, bytes.fill(0x5a, 4_096));
  expect(await outcome(folder)).toBe('library-broken');
});

test('a migration copies the library first, and a failed one leaves it at its version', async () => {
  const folder = temporaryFolder();
  (await opened(folder)).close();
  const failed = await openDatabase(folder, { meta: {} }, [
    ...migrations,
    'CREATE TABLE notes (a TEXT); SELECT nothing FROM nowhere',
  ]);
  expect(failed.ok).toBe(false);
  const still = await opened(folder);
  const kept = still.database.first("SELECT count(*) AS n FROM sqlite_master WHERE name = 'notes'");
  still.close();
  const migrated = await openDatabase(folder, { meta: {} }, [...migrations, 'CREATE TABLE notes (a TEXT)']);
  if (!migrated.ok) throw new Error(migrated.error.code);
  const version = migrated.value.first('PRAGMA user_version');
  migrated.value.close();
  const copy = new Database(path.join(folder, `library.version-${migrations.length}.sqlite`), 0);
  const copied = [copy.first('PRAGMA user_version'), copy.first('SELECT count(*) AS n FROM meta')];
  copy.close();
  expect([kept, version, ...copied]).toEqual([
    { n: 0 },
    { user_version: migrations.length + 1 },
    { user_version: migrations.length },
    { n: 2 },
  ]);
});

test('what a killed import left is removed at opening, unless an import is running', async () => {
  const folder = temporaryFolder();
  (await opened(folder)).close();
  const left = path.join(folder, 'originals', 'partial', '1-0.partial');
  fs.writeFileSync(left, 'half');
  const lease = takeImportLease(folder);
  (await opened(folder)).close();
  const during = fs.existsSync(left);
  if (lease.ok) lease.value.release();
  (await opened(folder)).close();
  expect([lease.ok, during, fs.existsSync(left)]).toEqual([true, true, false]);
});
