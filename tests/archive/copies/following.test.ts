import fs from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openArchive } from '../../../archive/archive.ts';
import type { HostApi } from '../../../archive/api/host-api.ts';
import type { ArticleId } from '../../../archive/model/article.ts';
import { Database } from '../../../archive/library/sqlite.ts';
import { folderWith, temporaryFolder } from '../support/temporary.ts';

function sentence(seed: number): string {
  return Array.from(
    { length: 12 },
    (_, place) => `word${((seed * 37 + place * 11) % 997).toString(36)}`,
  ).join(' ');
}

function story(seed: number, sentences = 8): string {
  return Array.from({ length: sentences }, (_, place) => sentence(seed * 100 + place)).join('. ');
}

const lines = [
  { title: 'Agency report', source: 'Agency', date: '2007-11-27', body: story(1) },
  {
    title: 'What a paper made of it',
    source: 'Paper',
    date: '2007-11-28',
    body: `${story(1)}. Printed by the Paper`,
  },
  { title: 'Something else', source: 'Paper', date: '2007-11-28', body: story(2) },
  { title: 'The agency, cut', source: 'Weekly', date: '2007-11-30', body: story(1, 4) },
  { title: 'Agency report', source: 'Mirror', date: '2007-11-29', body: story(1) },
];

function news(records: readonly unknown[]): string {
  return path.join(
    folderWith({ 'news.jsonl': records.map((one) => JSON.stringify(one)).join('\n') }),
    'news.jsonl',
  );
}

async function open(library: string): Promise<HostApi> {
  const opened = await openArchive({ library, bundled: null });
  if (!opened.ok) throw new Error(opened.error.code);
  onTestFinished(() => opened.value.close());
  return opened.value;
}

async function libraryOf(records: readonly unknown[]): Promise<{ library: string; archive: HostApi }> {
  const library = path.join(temporaryFolder(), 'library');
  const archive = await open(library);
  const report = await archive.import([news(records)], { collection: null });
  if (!report.ok) throw new Error(report.error.code);
  return { library, archive };
}

/** Every group: the sources of its copies, the best first. */
async function groups(archive: HostApi) {
  const found = await archive.copyGroups({ offset: 0, limit: 10 });
  if (!found.ok) throw new Error(found.error.code);
  return found.value.groups.map(({ copies }) => copies.map(({ article }) => article.source));
}

async function idOf(archive: HostApi, source: string): Promise<ArticleId> {
  const list = await archive.list({ offset: 0, limit: 100 });
  if (!list.ok) throw new Error(list.error.code);
  return list.value.articles.find((one) => one.source === source)!.id;
}

const all = [['Agency', 'Paper', 'Mirror', 'Weekly']];

test('what an import brings is grouped, the best copy first, with how alike each is', async () => {
  const { archive } = await libraryOf(lines);
  const copies = await archive.copies(await idOf(archive, 'Agency'), 10);
  expect(copies).toMatchObject({
    ok: true,
    value: {
      total: 3,
      isBest: true,
      copies: [
        { article: { source: 'Paper' }, same: false, words: 100 },
        { article: { source: 'Mirror' }, same: true, likeness: 1, words: 96 },
        { article: { source: 'Weekly' }, same: false, words: 48 },
      ],
    },
  });
  const likenesses = copies.ok ? copies.value.copies.map(({ likeness }) => likeness) : [];
  expect(likenesses.map((one) => one?.toFixed(2))).toEqual(['0.96', '1.00', '0.48']);
  const alone = await archive.copies((await idOf(archive, 'Paper')).replace(/./gu, '0') as ArticleId, 10);
  expect(alone).toMatchObject({ ok: false, error: { code: 'article-not-found' } });
});

test('one article at a time makes the same groups as all at once', async () => {
  const { archive } = await libraryOf([]);
  for (const line of [...lines].reverse()) await archive.import([news([line])], { collection: null });
  const found = await groups(archive);
  expect(found.map((one) => [...one].sort())).toEqual(all.map((one) => [...one].sort()));
});

test('a deleted article leaves its group, and what held only through it', async () => {
  const between = `${story(1, 4)}. ${story(1, 8).split('. ').slice(4, 6).join('. ')}`;
  const { archive } = await libraryOf([
    { title: 'Long', source: 'Long', body: story(1) },
    { title: 'Between', source: 'Between', body: between },
    { title: 'Other', source: 'Other', body: story(3) },
  ]);
  expect(await groups(archive)).toEqual([['Long', 'Between']]);
  await archive.keeping.delete([await idOf(archive, 'Between')]);
  expect(await groups(archive)).toEqual([]);
});

test('a correction changes which copy is the best, and not the group', async () => {
  const { archive } = await libraryOf(lines);
  await archive.keeping.correct(await idOf(archive, 'Mirror'), { byline: 'A Reporter' }, []);
  expect(await groups(archive)).toEqual([['Mirror', 'Agency', 'Paper', 'Weekly']]);
});

test('a library that was indexed before copies were looked for has them at the next opening', async () => {
  const { library, archive } = await libraryOf(lines);
  const before = await groups(archive);
  await archive.close();
  fs.rmSync(path.join(library, 'index', 'copies.sqlite'));
  expect(await groups(await open(library))).toEqual(before);
});

test('a deleted index brings its copies back, also under an open archive', async () => {
  const { library, archive } = await libraryOf(lines);
  const before = await groups(archive);
  fs.rmSync(path.join(library, 'index'), { recursive: true });
  expect(await groups(await open(library))).toEqual(before);
  expect(await groups(archive)).toEqual(before);
});

test.each([
  ['of another version', (file: string) => edit(file, 'PRAGMA user_version = 99; DROP TABLE features')],
  [
    'of another library',
    (file: string) => edit(file, "UPDATE state SET value = 'another' WHERE key = 'identity'"),
  ],
  ['of another past', (file: string) => edit(file, "UPDATE state SET value = '00' WHERE key = 'token'")],
  [
    'damaged',
    (file: string) =>
      fs.writeFileSync(file, 'this is no database, and long enough to be looked at'.repeat(200)),
  ],
  ['cut in half', (file: string) => fs.truncateSync(file, fs.statSync(file).size / 2)],
])('copies %s are found anew', async (_, harm) => {
  const { library, archive } = await libraryOf(lines);
  const before = await groups(archive);
  await archive.close();
  harm(path.join(library, 'index', 'copies.sqlite'));
  const again = await open(library);
  expect(await groups(again)).toEqual(before);
  await again.rebuildIndex({});
  expect(await groups(again)).toEqual(before);
});

function edit(file: string, sql: string): void {
  const database = new Database(file, 1_000);
  database.execute(sql);
  database.close();
}
