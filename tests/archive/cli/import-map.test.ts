import { expect, test } from 'vitest';
import { folderWith, temporaryFolder } from '../support/temporary.ts';
import { run } from './support.ts';

const table = () =>
  folderWith({
    'export.csv':
      'id,kop,veld,dag\n1,Talks end,The talks ended in Baden.,28.11.2007\n2,Second,More words of it.,2007\n',
  });

const told = (text: Buffer, folder: string) => text.toString().replaceAll(folder, 'FOLDER');

test('a preview shows the fields of a table, says when none is known, and what a map makes of them', async () => {
  const [library, folder] = [temporaryFolder(), table()];
  const file = `${folder}/export.csv`;
  const unknown = await run(library, 'import', file, '--preview');
  const known = await run(library, 'import', file, '--preview', '--map', 'headline=kop,body=veld,date=dag');
  expect([unknown.code, told(unknown.stdout, folder)]).toEqual([
    1,
    `FOLDER/export.csv
Fields:
  id
  kop
  veld
  dag
First articles:
  No field is known to hold a headline or a text: name them, --map headline=FIELD,body=FIELD.
`,
  ]);
  expect([known.code, told(known.stdout, folder)]).toEqual([
    0,
    `FOLDER/export.csv
Fields:
  id
  kop  → headline
  veld  → body
  dag  → date
First articles:
  Talks end · 28.11.2007
    The talks ended in Baden.
  Second · 2007
    More words of it.
`,
  ]);
  const stats = await run(library, 'search', 'veld OR Baden', '--json');
  expect(stats.stdout.toString()).not.toContain('Talks end');
});

test('an import with a map reads what has the fields by it, and the rest as ever', async () => {
  const [library, folder] = [temporaryFolder(), table()];
  const other = folderWith({ 'a.txt': 'A headline\n\nA paragraph of some words here.\n' });
  const map = ['--map', 'headline=kop,body=veld,date=dag'];
  const { code, stderr } = await run(library, 'import', `${folder}/export.csv`, other, ...map);
  const found = await run(library, 'search', 'headline:Talks body:Baden');
  expect([code, /(\d+) added/u.exec(stderr)?.[1]]).toEqual([0, '3']);
  expect(found.stdout.toString()).toContain('Talks end');
});

test.each([
  ['title=kop', '--map: “title” is none of headline, body'],
  ['headline', '--map: “headline” is not of the form part=field'],
])('the map %s is a mistake of the call', async (map, said) => {
  const { code, stderr } = await run(temporaryFolder(), 'import', table(), '--map', map);
  expect([code, stderr.includes(said)]).toEqual([2, true]);
});
