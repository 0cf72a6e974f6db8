import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { LibraryHoldings } from '../../../archive/model/library-holdings.ts';
import { folderWith, temporaryFolder } from '../support/temporary.ts';
import { run, runJson, runWith } from './support.ts';

const article = 'A second article\n3 March 2008\nIts text has one sentence.\n\nAnd a second one.\n';

async function libraryOfOneMore(): Promise<string> {
  const library = temporaryFolder();
  await run(library, 'import', folderWith({ 'second.txt': article }));
  return library;
}

/** The kept files, by their paths under `originals`. */
function originalsIn(library: string): string[] {
  const root = path.join(library, 'originals');
  return fs
    .readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => fs.statSync(path.join(root, name)).isFile())
    .sort();
}

function changeOne(library: string, change: (file: string) => void): string {
  const [name = ''] = originalsIn(library);
  change(path.join(library, 'originals', name));
  return path.basename(name);
}

function plain({ code, stdout, stderr }: Awaited<ReturnType<typeof run>>): string {
  const text = stdout
    .toString()
    .replace(/[0-9a-f]{2}\/[0-9a-f]{64}/gu, 'HASH')
    .replace(/in [\d.]+ m?s/gu, 'in no time')
    .replace(/[\d.]+ (?:KB|bytes)/gu, 'SIZE');
  return `${code} ${stderr}${text}`;
}

test('verify: all is well, and a file that no article needs is no fault', async () => {
  const library = await libraryOfOneMore();
  expect(plain(await run(library, 'verify'))).toBe(
    '0 Nothing is missing or damaged: 33 articles, 33 originals, SIZE read in no time.\n',
  );
  fs.mkdirSync(path.join(library, 'originals', 'ff'), { recursive: true });
  fs.writeFileSync(path.join(library, 'originals', 'ff', 'f'.repeat(64)), 'left');
  expect(await runJson(library, 'verify')).toMatchObject({ unnamed: { files: 1, bytes: 4 }, faults: [] });
});

test('verify: a damaged and a missing original are named, with what to do; what is searched stays', async () => {
  const library = await libraryOfOneMore();
  const damaged = changeOne(library, (file) => {
    fs.chmodSync(file, 0o600);
    fs.appendFileSync(file, '!');
  });
  const said = await runJson<{ faults: { kind: string; sha256: string; articles: number }[] }>(
    library,
    'verify',
  );
  expect(said.faults).toMatchObject([{ kind: 'damaged', sha256: damaged, articles: 1 }]);
  changeOne(library, (file) => fs.rmSync(file));
  const missing = await run(library, 'verify');
  expect([missing.code, missing.stdout.toString()]).toEqual([
    1,
    expect.stringMatching(
      /^Missing {2}.*\nThe text of these articles is still in the library\..*\nNot all is well/u,
    ),
  ]);
  expect((await run(library, 'search', 'independence')).code).toBe(0);
});

test('verify: rows that name what is not there are counted', async () => {
  const library = await libraryOfOneMore();
  const { Database } = await import('../../../archive/library/sqlite.ts');
  const database = new Database(path.join(library, 'library.sqlite'), 1_000);
  database.execute(
    'PRAGMA foreign_keys = OFF; UPDATE articles SET original = substr(original, 2) || 0 WHERE rowid = 1',
  );
  database.close();
  expect(await runJson(library, 'verify')).toMatchObject({ references: [{ table: 'articles', rows: 1 }] });
});

test('backup: a library of its own, brought up to date by a second one; others are not overwritten', async () => {
  const library = await libraryOfOneMore();
  const backup = path.join(temporaryFolder(), 'Резервна копија');
  expect(plain(await run(library, 'backup', backup))).toBe(
    '0 Backed up: the catalogue and 33 originals, 33 of them new (SIZE).\n',
  );
  await run(library, 'import', folderWith({ 'third.txt': article.replaceAll('second', 'third') }));
  expect(await runJson(library, 'backup', backup)).toMatchObject({ originals: 34, copied: 1, faults: [] });
  expect(originalsIn(backup)).toEqual(originalsIn(library));
  expect(await runJson(backup, 'verify')).toMatchObject({ articles: 34, originals: 34, faults: [] });
  expect((await runJson<{ total: number }>(backup, 'search', 'third')).total).toBe(1);
  const other = await libraryOfOneMore();
  const refused = await run(other, 'backup', backup);
  expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('it holds another library')]);
  expect((await run(library, 'backup', path.join(library, 'inside'))).stderr).toContain(
    'it is the library itself',
  );
});

test('backup: a damaged original is named and does not replace a good copy', async () => {
  const library = await libraryOfOneMore();
  const backup = temporaryFolder();
  await run(library, 'backup', backup);
  changeOne(library, (file) => {
    fs.chmodSync(file, 0o600);
    fs.appendFileSync(file, '!');
  });
  expect(await runJson(library, 'backup', backup)).toMatchObject({ copied: 0, faults: [] });
  expect(await runJson(backup, 'verify')).toMatchObject({ faults: [] });
  const fresh = temporaryFolder();
  expect(await runJson(library, 'backup', fresh)).toMatchObject({
    copied: 32,
    faults: [{ kind: 'damaged' }],
  });
});

test('stopped: verify and backup say so, and the backup keeps no catalogue that is not whole', async () => {
  const library = await libraryOfOneMore();
  const backup = temporaryFolder();
  const stopped = await runWith({ interrupted: true }, library, 'backup', backup);
  expect([stopped.code, stopped.stdout.toString()]).toEqual([
    1,
    expect.stringMatching(/^Stopped\. 0 originals/u),
  ]);
  expect(fs.existsSync(path.join(backup, 'library.sqlite'))).toBe(false);
  const verified = await runWith({ interrupted: true }, library, 'verify');
  expect([verified.code, verified.stdout.toString()]).toEqual([
    1,
    expect.stringMatching(/^Stopped: so far/u),
  ]);
});

test('when it was verified and backed up is kept in the library; what it lacks is counted', async () => {
  const library = temporaryFolder();
  const folder = folderWith({
    'ferry.txt': 'Zanzibarian ferry\n3 March 2008\nIts text.\n\nMore.\n',
    'undated.txt': 'A ferry without a day\nIts text.\n\nMore of it.\n',
    'none.jsonl': 'not json\n[]\n',
    'empty.txt': '',
  });
  await run(library, 'import', folder);
  await run(library, 'import', folder);
  interface Stats {
    readonly holdings: LibraryHoldings;
  }
  const before = (await runJson<Stats>(library, 'stats')).holdings;
  expect([before.verified, before.backedUp, before.imports]).toEqual([null, null, 3]);
  expect(before.gaps).toMatchObject({ undated: 1, failed: 2, duplicates: 3, withoutArticle: 1 });
  const { months, span, days } = before;
  expect(months.find(({ month }) => month === '2008-03')?.days).toContain(3);
  expect([span?.last, days.total - days.without]).toEqual([
    '2013-04-19',
    months.reduce((sum, month) => sum + month.days.length, 0),
  ]);
  await run(library, 'verify');
  const copy = temporaryFolder();
  await run(library, 'backup', copy);
  const { verified, backedUp, disk } = (await runJson<Stats>(library, 'stats')).holdings;
  expect([verified?.faults, backedUp]).toEqual([
    0,
    { at: expect.any(String) as string, folder: copy, faults: 0 },
  ]);
  expect([disk.originals > 50_000, disk.catalogue > 100_000, disk.index > 10_000]).toEqual([
    true,
    true,
    true,
  ]);
  fs.rmSync(path.join(library, 'originals', '00'), { recursive: true, force: true });
  for (const part of fs.readdirSync(path.join(library, 'originals')).slice(0, 3)) {
    fs.rmSync(path.join(library, 'originals', part), { recursive: true });
  }
  expect((await run(library, 'verify')).code).toBe(1);
  expect((await runJson<Stats>(library, 'stats')).holdings.verified?.faults).toBeGreaterThan(0);
  const text = (await run(library, 'stats')).stdout.toString();
  expect(text).toMatch(/^gaps {8}1 undated, .*3 met again, 1 original without an article$/mu);
  expect(text).toMatch(/^kept {8}verified \d{4}-\d\d-\d\d: \d+ faults?; backed up \d{4}-\d\d-\d\d to /mu);
});
