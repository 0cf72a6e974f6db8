import { expect, test } from 'vitest';
import { recognise } from '../../../archive/ingest/recognise.ts';
import { folderWith, temporaryFolder } from '../support/temporary.ts';
import { run, runJson } from './support.ts';

const text = 'A ferry, "sunk"\n3 March 2008\nIts text has one sentence.\n\nAnd a second sentence of it.\n';
const line = JSON.stringify({ headline: 'A record', body: 'Its text.' });

test('an earlier import is listed and its report printed again, as a table too', async () => {
  const library = temporaryFolder();
  const folder = folderWith({
    'ferry, one.txt': text,
    'two.jsonl': `${line}\nnot json\n`,
    '=nothing.txt': '',
  });
  const said = await run(library, 'import', folder);
  const runs = await runJson<{ run: number; finished: string | null; totals: { added: number } }[]>(
    library,
    'imports',
  );
  // The first was the filling with the bundled collection.
  expect(runs.map(({ run: number, totals }) => [number, totals.added])).toEqual([
    [2, 2],
    [1, 32],
  ]);
  const again = await run(library, 'imports', '2');
  const withoutTime = (words: string): string => words.replace(/in [\d.]+ m?s/u, '');
  expect(withoutTime(again.stdout.toString())).toBe(withoutTime(said.stderr));
  const table = (await run(library, 'imports', '2', '--csv')).stdout.toString().split('\r\n');
  expect([
    table[0],
    table.find((row) => row.startsWith('added,"')),
    table.find((row) => row.includes('line-not-json')),
  ]).toEqual([
    'outcome,path,count,code,message',
    `added,"${folder}/ferry, one.txt",1,,`,
    expect.stringMatching(/^failed,.*two\.jsonl:2,1,line-not-json,/u),
  ]);
  expect(await run(library, 'imports', '9')).toMatchObject({
    code: 1,
    stderr: 'This library has no import number 9.\n',
  });
  expect((await run(library, 'imports', '--csv')).code).toBe(2);
});

test('what files are is said before they are imported, by their content', async () => {
  const folder = folderWith({
    'a.txt': text,
    'b.dat': text,
    'c.txt': `${line}\n`,
    'd.txt': '',
    'e.png': '\x89PNG\r\n\x1a\n\0\0',
  });
  const { formats, others, otherFiles, complete } = await recognise([folder, `${folder}/missing`], []);
  expect(formats.map(({ reader, files }) => [reader, files])).toEqual(
    expect.arrayContaining([['json-lines', 1]]),
  );
  expect(formats.reduce((sum, { files }) => sum + files, 0) + otherFiles).toBe(6);
  expect(others.some(({ reason }) => reason.startsWith('There is nothing at'))).toBe(true);
  expect(complete).toBe(true);
  expect((await recognise([folder], [], { aborted: true })).complete).toBe(false);
});

test('keywords that a source gives are searched and counted as tags', async () => {
  const library = temporaryFolder();
  const record = JSON.stringify({
    headline: 'Harvest',
    body: 'Its text.',
    keywords: ['grain', 'Živinarstvo'],
  });
  await run(library, 'import', folderWith({ 'one.jsonl': `${record}\n` }));
  const found = await runJson<{ total: number; facets: { tags: unknown } }>(
    library,
    'search',
    'tag:zivinarstvo',
    '--facets',
  );
  expect([found.total, found.facets.tags]).toEqual([
    1,
    [
      { value: 'grain', count: 1 },
      { value: 'Živinarstvo', count: 1 },
    ],
  ]);
});
