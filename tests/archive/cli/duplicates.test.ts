import path from 'node:path';
import { expect, test } from 'vitest';
import { folderWith, temporaryFolder } from '../support/temporary.ts';
import { run, runJson } from './support.ts';

const words = Array.from(
  { length: 60 },
  (_, place) => `word${String.fromCharCode(97 + (place % 26))}${String(place)}`,
);
const body = words.join(' ');
const records = [
  { title: 'Report', source: 'Agency', date: '2007-11-27', body },
  { title: '=Report, "printed"', source: 'Paper', date: '2007-11-28', body: `${body} printed here` },
];

async function libraryWithCopies(): Promise<string> {
  const folder = folderWith({ 'news.jsonl': records.map((one) => JSON.stringify(one)).join('\n') });
  const library = path.join(temporaryFolder(), 'library');
  await run(library, 'import', path.join(folder, 'news.jsonl'), '--collection', 'News');
  return library;
}

test('duplicates lists the groups, the best copy first, for people, as JSON and as a table', async () => {
  const library = await libraryWithCopies();
  const { stdout, stderr, code } = await run(library, 'duplicates');
  expect(code).toBe(0);
  expect(stderr).toBe('1 group of 2 articles.\n');
  expect(stdout.toString().replace(/^[0-9a-f]{12}/gmu, 'ID')).toBe(
    '2 copies\nID  Report  (Agency · 2007-11-27; 60 words, the best)\n' +
      'ID  =Report, "printed"  (Paper · 2007-11-28; 62 words, 96 % alike)\n\n',
  );
  const [best, other] = (
    await runJson<{ copies: readonly [{ id: string }, { id: string }] }>(library, 'duplicates')
  ).copies;
  const table = await run(library, 'duplicates', '--csv');
  expect(table.stdout.toString()).toBe(
    'group,place,id,headline,source,published,collection,words,likeness\r\n' +
      `1,1,${best.id},Report,Agency,2007-11-27,News,60,1.000\r\n` +
      `1,2,${other.id},"'=Report, ""printed""",Paper,2007-11-28,News,62,0.966\r\n`,
  );
});

test('show names the other copies', async () => {
  const library = await libraryWithCopies();
  const group = await runJson<{ copies: readonly [{ id: string }, { id: string }] }>(library, 'duplicates');
  const [best, other] = group.copies;
  const shown = await run(library, 'show', best.id);
  expect(shown.stdout.toString()).toContain(
    `1 other copy. This is the best one.\n- =Report, "printed" (Paper · 2007-11-28; 96 % alike) [${other.id}]\n`,
  );
  const { copies } = await runJson<{ copies: unknown }>(library, 'show', other.id);
  expect(copies).toMatchObject({ total: 1, isBest: false, copies: [{ id: best.id, same: false }] });
});

test('a library without copies says so, and a mistake in the options is told', async () => {
  const library = path.join(temporaryFolder(), 'library');
  expect(await run(library, 'duplicates')).toMatchObject({
    code: 0,
    stderr: 'No article is a copy of another.\n',
  });
  expect(await run(library, 'duplicates', '--csv', '--json')).toMatchObject({ code: 2 });
  expect(await run(library, 'duplicates', 'word')).toMatchObject({ code: 2 });
});
