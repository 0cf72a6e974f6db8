import path from 'node:path';
import { expect, test } from 'vitest';
import { changedRecords, hasCommit, lastCommit } from '../../../archive/library/changes.ts';
import { openDatabase } from '../../../archive/library/open-database.ts';
import { overviewOf } from '../../../archive/library/overview.ts';
import { migrations } from '../../../archive/library/schema.ts';
import { Database } from '../../../archive/library/sqlite.ts';
import { temporaryFolder } from '../support/temporary.ts';

const id = (letter: string): string => letter.repeat(32);

/** A library as version 1 wrote it: four pages, of which the second names the first and two name a text nobody has. */
async function versionOne(folder: string): Promise<void> {
  const opened = await openDatabase(folder, { meta: { generation: '7' } }, migrations.slice(0, 1));
  if (!opened.ok) throw new Error(opened.error.code);
  const database = opened.value;
  const sha256 = 'a'.repeat(64);
  database.run("INSERT INTO originals VALUES (?, 12, 'a.txt', '2024-01-01')", sha256);
  const pages = [
    ['a', 'Floods', '2008-03-14', 'Europe', 'One'],
    ['b', 'Ferry', '2008-03-21', 'Europe', 'One'],
    ['c', 'Rain', null, null, 'Two'],
    ['d', 'Sun', '2008-02-01T10:00:00Z', null, 'Two'],
  ] as const;
  for (const [letter, headline, published, section, collection] of pages) {
    database.run(
      `INSERT INTO articles VALUES (?1, ?2, 0, ?3, lower(?3), NULL, NULL, 'BBC News', ?5, 'en', ?4, ?6, ?4, NULL, NULL,
        ?7, 'text/plain', 'a.txt', 'utf-8', 'page-text', 1, '[]', '[]', '{}')`,
      ...[id(letter), sha256, headline, published, section, published === null ? null : 'day', collection],
    );
  }
  const listed = [
    ['1', 'b', 0, 'Floods'],
    ['2', 'b', 1, 'Tunnel'],
    ['3', 'd', 0, 'Tunnel'],
    ['4', 'c', 0, 'Tunnel'],
  ] as const;
  for (const [letter, article, ordinal, headline] of listed) {
    const sql = 'INSERT INTO listed VALUES (?1, ?2, ?3, ?4, lower(?4), NULL, NULL)';
    database.run(sql, id(letter), id(article), ordinal, headline);
  }
  database.close();
}

test('a library of version 1 is copied, numbered and counted, and loses nothing', async () => {
  const folder = temporaryFolder();
  await versionOne(folder);
  const migrated = await openDatabase(folder, { meta: {} });
  if (!migrated.ok) throw new Error(JSON.stringify(migrated.error));
  const database = migrated.value;
  const commit = lastCommit(database);
  const { records, upTo } = changedRecords(database, 0, 100);
  const found = records.map(({ id: of, isNew, record }) => [
    of[0],
    isNew,
    record?.kind,
    record?.summary.headline,
  ]);
  const overview = overviewOf(database);
  const meta = database.first("SELECT count(*) AS n FROM meta WHERE key = 'generation'");
  const newColumns = database.first('SELECT sum(span_start IS NULL) AS whole FROM articles');
  const members = database.all(
    'SELECT substr(article, 1, 1) AS letter, name, day FROM memberships JOIN collections ON id = collection ORDER BY 1',
  );
  const counts = database.all(
    "SELECT kind, name, amount FROM totals WHERE kind IN ('language', 'bare') ORDER BY 1",
  );
  const broken = database.all('PRAGMA foreign_key_check');
  database.close();
  expect([commit.change, upTo, commit.token.length, meta, newColumns]).toEqual([
    5,
    5,
    16,
    { n: 0 },
    { whole: 4 },
  ]);
  expect([members.map((row) => Object.values(row)), counts.map((row) => Object.values(row)), broken]).toEqual(
    [
      [
        ['a', 'One', '2008-03-14'],
        ['b', 'One', '2008-03-21'],
        ['c', 'Two', null],
        ['d', 'Two', '2008-02-01'],
      ],
      [
        ['bare', '', 0],
        ['language', 'en', 4],
      ],
      [],
    ],
  );
  expect(found).toEqual([
    ['a', true, 'article', 'Floods'],
    ['b', true, 'article', 'Ferry'],
    ['c', true, 'article', 'Rain'],
    ['d', true, 'article', 'Sun'],
    ['3', true, 'listed', 'Tunnel'],
  ]);
  expect({ ...overview, contents: overview.contents.length, lead: overview.lead?.headline }).toEqual({
    ...{ articles: 4, listed: 1, originals: 1, originalBytes: 12, lead: 'Floods', contents: 3 },
    collections: [
      { name: 'One', articles: 2, first: '2008-03-14', last: '2008-03-21' },
      { name: 'Two', articles: 2, first: '2008-02-01', last: '2008-02-01' },
    ],
    sections: [{ name: 'Europe', articles: 2 }],
    sources: [{ name: 'BBC News', articles: 4 }],
  });
  const copy = new Database(path.join(folder, 'library.version-1.sqlite'), 0);
  const copied = copy.first(
    'SELECT (SELECT count(*) FROM articles) AS articles, (SELECT count(*) FROM listed) AS listed',
  );
  copy.close();
  expect(copied).toEqual({ articles: 4, listed: 4 });

  const again = await openDatabase(folder, { meta: {} });
  expect(again.ok && [hasCommit(again.value, commit), lastCommit(again.value)]).toEqual([true, commit]);
  if (again.ok) again.value.close();
});
