import { expect, test } from 'vitest';
import { folderWith, temporaryFolder } from '../support/temporary.ts';
import { run, runJson } from './support.ts';

interface Listed {
  readonly articles: readonly {
    readonly id: string;
    readonly headline: string;
    readonly collection: string;
  }[];
}

const words = async (library: string, ...argv: readonly string[]): Promise<string> => {
  const { code, stdout, stderr } = await run(library, 'collections', ...argv);
  return `${String(code)} ${stdout.toString()}${stderr}`.trim();
};

/** The bundled 32 articles and one of the person's own. */
async function libraryWithFerry(): Promise<{ readonly library: string; readonly id: string }> {
  const library = temporaryFolder();
  const folder = folderWith({
    'ferry.txt': 'Zanzibarian ferry\n3 March 2008\nIts text has one quokkaword.\n\nMore.\n',
  });
  await run(library, 'import', folder, '--collection', 'Ferries');
  const { articles } = await runJson<Listed>(library, 'list');
  return { library, id: articles.find(({ collection }) => collection === 'Ferries')?.id ?? '' };
}

/** The collections that the articles found are in, by the index. */
const foundIn = async (library: string, query: string): Promise<readonly string[]> => {
  const { facets } = await runJson<{
    readonly facets: { readonly collections: readonly { readonly value: string }[] };
  }>(library, 'search', query, '--facets');
  return facets.collections.map(({ value }) => value);
};

const bundled = 'Kosovo status talks';

test('collections are made, renamed, merged, removed and taken back; what is searched follows', async () => {
  const { library } = await libraryWithFerry();
  expect(await words(library)).toBe(
    `0 Ferries               1  2008-03-03\n${bundled}  32  1974 to 2013-04-19`,
  );
  expect(await words(library, 'create', '  Štampa  i arhiva ')).toMatch(
    /^0 Made the collection “Štampa i arhiva”\./u,
  );
  expect(await words(library, 'rename', 'Ferries', 'Трајекти')).toMatch(
    /^0 Renamed “Ferries” to “Трајекти”\./u,
  );
  expect(await foundIn(library, 'quokkaword')).toEqual(['Трајекти']);
  expect(await words(library, 'merge', 'Трајекти', 'Štampa i arhiva', '--into', 'Gjithçka')).toMatch(
    /^0 Merged “Трајекти” and “Štampa i arhiva” into “Gjithçka”: 1 article moved\./u,
  );
  expect(await foundIn(library, 'quokkaword')).toEqual(['Gjithçka']);
  expect(await words(library, 'delete', 'Gjithçka', '--into', bundled)).toMatch(
    /^0 Removed the collection “Gjithçka”; its 1 article is in “Kosovo status talks” now\./u,
  );
  expect(await words(library, 'list')).toBe(`0 ${bundled}  33  1974 to 2013-04-19`);
  expect(await words(library, 'undo')).toBe('0 Undone: “Gjithçka” is back, with 1 article.');
  expect(await words(library, 'undo')).toBe(
    '0 Undone: “Трајекти” and “Štampa i arhiva” are back, with 1 article.',
  );
  expect(await words(library, 'undo')).toBe('0 Undone: the collection is “Ferries” again.');
  expect(await words(library, 'undo')).toBe('0 Undone: the collection “Štampa i arhiva” was not made.');
  expect(await foundIn(library, 'quokkaword')).toEqual(['Ferries']);
  expect(await words(library, 'undo')).toMatch(/^1 This cannot be undone any more/u);
});

test('articles are moved by the first digits of their ids; a wrong one moves nothing', async () => {
  const { library, id } = await libraryWithFerry();
  expect(await words(library, 'move', id.slice(0, 10), 'ffffffffff', '--into', 'Boats')).toMatch(/^1 /u);
  expect(await foundIn(library, 'quokkaword')).toEqual(['Ferries']);
  expect(await words(library, 'move', id.slice(0, 10), '--into', 'Boats')).toMatch(
    /^0 Moved 1 article into “Boats”\./u,
  );
  expect(await runJson(library, 'collections')).toMatchObject({
    collections: [
      { name: 'Boats', articles: 1 },
      { name: 'Ferries', articles: 0, first: null },
      { name: bundled, articles: 32 },
    ],
  });
  expect(await words(library, 'delete', 'Ferries')).toMatch(/^0 Removed the collection “Ferries”\./u);
});

test('a collection with articles is not removed without a word on them; deleted with them, nothing of them is left', async () => {
  const { library } = await libraryWithFerry();
  expect(await words(library, 'delete', 'Ferries')).toMatch(
    /^1 “Ferries” still has articles\. Say which collection they go into, or delete them with it\./u,
  );
  expect(await words(library, 'delete', 'Ferries', '--with-articles')).toMatch(
    /^0 Deleted “Ferries” and 1 article\./u,
  );
  expect(await foundIn(library, 'quokkaword')).toEqual([]);
  expect(await runJson(library, 'verify')).toMatchObject({
    articles: 32,
    originals: 32,
    unnamed: { files: 0 },
  });
  expect(await words(library, 'list')).toBe(`0 ${bundled}  32  1974 to 2013-04-19`);
});

test('every article of a large collection is deleted, a batch at a time', async () => {
  const library = temporaryFolder();
  const lines = Array.from({ length: 450 }, (_, at) =>
    JSON.stringify({ headline: `Wallaby ${String(at)}`, body: `Text number ${String(at)}.` }),
  );
  await run(library, 'import', folderWith({ 'many.jsonl': `${lines.join('\n')}\n` }), '--collection', 'Many');
  expect(await words(library, 'delete', 'Many', '--with-articles')).toMatch(
    /^0 Deleted “Many” and 450 articles\./u,
  );
  expect(await foundIn(library, 'wallaby')).toEqual([]);
  expect(await runJson(library, 'verify')).toMatchObject({ articles: 32, originals: 32, references: [] });
});

test.each([
  [['rename', 'Kosovo'], 2, 'It is called so: cuttings collections rename NAME NEW.'],
  [['create', ' '], 1, 'A collection needs a name.'],
  [
    ['create', bundled],
    1,
    'There is a collection “Kosovo status talks” already. Merge the two, or choose another name.',
  ],
  [['rename', 'Serbia', 'Srbija'], 1, 'There is no collection “Serbia” in this library.'],
  [['merge', '--into', bundled], 2, 'It is called so: cuttings collections merge NAME… --into NAME.'],
  [['move', '012345', '--into', bundled], 1, 'This library has no article 012345.'],
  [['list', '--into', bundled], 2, 'collections list has no --into.'],
  [['delete', 'Kosovo', '--into', 'A', '--with-articles'], 2, 'not both.'],
  [['mrege', 'Kosovo'], 2, 'collections has no action mrege. Did you mean merge?'],
] as const)('%j says what is wrong', async (argv, code, sentence) => {
  const said = await words(temporaryFolder(), ...argv);
  expect([said.slice(0, 1), said.includes(sentence) ? sentence : said]).toEqual([String(code), sentence]);
});
