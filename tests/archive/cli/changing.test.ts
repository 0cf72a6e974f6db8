import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { folderWith, temporaryFolder } from '../support/temporary.ts';
import { run, runJson } from './support.ts';

interface Listed {
  readonly articles: readonly { readonly id: string; readonly headline: string }[];
}

const text =
  'Zanzibarian ferry\n3 March 2008\nIts text has one quokkaword.\n\nAnd a second sentence of it.\n';

async function libraryWithFerry(): Promise<{ readonly library: string; readonly id: string }> {
  const library = temporaryFolder();
  await run(library, 'import', folderWith({ 'ferry-of-an-informant.txt': text }));
  const { articles } = await runJson<Listed>(library, 'list');
  return { library, id: articles.find(({ headline }) => headline === 'Zanzibarian ferry')?.id ?? '' };
}

const found = async (library: string, query: string): Promise<number> =>
  (await runJson<{ total: number }>(library, 'search', query)).total;

test('correct: what is put right is shown, found and listed; what the source gave stands beside it', async () => {
  const { library, id } = await libraryWithFerry();
  const corrected = [
    '--headline',
    'Paraguayan ferry',
    '--date',
    '2008-03',
    '--source',
    'The Harbour',
    '--language',
    'en-GB',
  ];
  const shown = await run(library, 'correct', id, ...corrected);
  expect(shown.stdout.toString()).toMatch(
    /^Paraguayan ferry\n\nThe Harbour · 2008-03\n[^]*Headline corrected; the source gave “Zanzibarian ferry”\.\n\nSource corrected; the source gave none\.[^]*Date corrected; the source gave “3 March 2008”/u,
  );
  expect([
    await found(library, 'title:paraguayan'),
    await found(library, 'title:zanzibarian'),
    await found(library, 'source:"The Harbour"'),
    await found(library, 'quokkaword date:2008-03-20'),
  ]).toEqual([1, 0, 1, 1]);
  expect(await runJson(library, 'stats')).toMatchObject({
    sources: expect.arrayContaining([{ name: 'The Harbour', articles: 1 }]) as unknown,
  });
  const again = await runJson<{ added: number; duplicates: number }>(
    library,
    'import',
    folderWith({ 'again.txt': text }),
  );
  expect(again).toMatchObject({ added: 0, duplicates: 1 });
  expect(await runJson(library, 'correct', id, '--revert', 'headline,date')).toMatchObject({
    headline: 'Zanzibarian ferry',
    published: { value: '2008-03-03' },
    asRead: { source: null },
  });
  expect(await runJson(library, 'correct', id, '--revert', 'all')).toMatchObject({
    source: null,
    asRead: {},
  });
  expect(await found(library, 'title:zanzibarian')).toBe(1);
});

test('correct: what is no date, no language or no headline is refused with a reason', async () => {
  const { library, id } = await libraryWithFerry();
  const said = async (...options: string[]) =>
    (await run(library, 'correct', id, ...options)).stderr.split('\n')[0];
  expect([
    await said('--date', 'soon'),
    await said('--language', 'English words'),
    await said('--headline', ' '),
    await said('--revert', 'text'),
    await said(),
  ]).toEqual([
    'cuttings: --date is a date such as 2007-11-28 or 2007-11, not soon.',
    'cuttings: --language is a code such as en, sr-Cyrl or sq, not English words.',
    'cuttings: --headline cannot be empty.',
    'cuttings: --revert names headline, date, source, byline, language or all, not text.',
    'cuttings: correct needs something to put right: --headline, --date, --source, --byline, --language.',
  ]);
});

/** Every file of a library that holds these words, in any of the two cases they are kept in. */
function filesWith(library: string, words: readonly string[]): string[] {
  return fs
    .readdirSync(library, { recursive: true, encoding: 'utf8' })
    .filter((name) => fs.statSync(path.join(library, name)).isFile())
    .filter((name) => {
      const bytes = fs.readFileSync(path.join(library, name));
      return words.some((word) => bytes.includes(word));
    });
}

test('delete: no file of the library holds a word of it, nor the name of its file', async () => {
  const { library, id } = await libraryWithFerry();
  const words = ['Zanzibarian', 'zanzibarian', 'quokkaword', 'ferry-of-an-informant'];
  expect(filesWith(library, words).length).toBeGreaterThanOrEqual(3);
  expect((await run(library, 'delete', id)).stdout.toString()).toMatch(/^Deleted 1 article\./u);
  expect(filesWith(library, words)).toEqual([]);
  expect(await found(library, 'quokkaword')).toBe(0);
  expect(await runJson(library, 'verify')).toMatchObject({
    articles: 32,
    originals: 32,
    faults: [],
    unnamed: { files: 0 },
  });
  const back = await runJson(library, 'import', folderWith({ 'back.txt': text }));
  expect(back).toMatchObject({ added: 1 });
  expect(await found(library, 'quokkaword')).toBe(1);
});

test('delete: an original stays as long as another article was read from it; a wrong id deletes nothing', async () => {
  const library = temporaryFolder();
  const lines = ['One', 'Two'].map((headline) =>
    JSON.stringify({ headline, body: `The text of ${headline}.` }),
  );
  await run(library, 'import', folderWith({ 'two.jsonl': `${lines.join('\n')}\n` }));
  const { articles } = await runJson<Listed>(library, 'list');
  const [one = '', two = ''] = ['One', 'Two'].map(
    (name) => articles.find(({ headline }) => headline === name)?.id,
  );
  expect((await run(library, 'delete', one, 'f'.repeat(32))).code).toBe(1);
  expect(await runJson(library, 'verify')).toMatchObject({ articles: 34, originals: 33 });
  await run(library, 'delete', one);
  expect(await runJson(library, 'verify')).toMatchObject({ articles: 33, originals: 33, faults: [] });
  await run(library, 'delete', two);
  expect(await runJson(library, 'verify')).toMatchObject({
    articles: 32,
    originals: 32,
    unnamed: { files: 0 },
  });
});
