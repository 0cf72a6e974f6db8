import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { folderWith, temporaryFolder } from '../support/temporary.ts';
import { run, runJson, runWith } from './support.ts';

interface Report {
  readonly documents: number;
  readonly covered: number;
  readonly last: number;
  readonly parts: readonly { readonly name: string; readonly documents: number; readonly removed: number }[];
  readonly damaged: readonly unknown[];
}

/** Without what differs from run to run: names of files, sizes, times. */
function plain({ code, stdout, stderr }: Awaited<ReturnType<typeof run>>) {
  const text = stdout
    .toString()
    .replace(/[0-9a-f]{16}\.segment/gu, 'SEGMENT')
    .replace(/\d+ (?:KB|bytes)/gu, 'SIZE')
    .replace(/ {2,}/gu, '  ')
    .replace(/in [\d.]+ m?s/gu, 'in no time');
  return { code, stderr, text };
}

async function importOne(library: string): Promise<void> {
  const article = 'A second article\n3 March 2008\nIts text has one sentence.\n\nAnd a second one.\n';
  await run(library, 'import', folderWith({ 'second.txt': article }));
}

test('stats, merge, rebuild: what the index has, in whole sentences', async () => {
  const library = temporaryFolder();
  await importOne(library);
  expect(
    [
      plain(await run(library, 'index', 'stats')),
      plain(await run(library, 'index', 'verify')),
      plain(await run(library, 'index', 'merge', '--purge')),
      plain(await run(library, 'index', 'rebuild')),
      plain(await run(library, 'index', 'stats')),
    ].map(({ code, stderr, text }) => `${code}${stderr} ${text}`),
  ).toEqual([
    `0 The search index has 36 articles and listed items: SIZE in 2 parts.
It has everything that is in the library.

items  removed  words  size  file in index/
  35  0  1,439  SIZE  SEGMENT
  1  0  9  SIZE  SEGMENT
`,
    '0 Nothing is damaged: 2 parts, SIZE read in no time.\n',
    '0 Merged in no time. Words of removed articles are gone from its files. The search index has 36 articles and listed items: SIZE in 1 part.\n',
    '0 Made anew in no time. The search index has 36 articles and listed items: SIZE in 1 part.\n',
    `0 The search index has 36 articles and listed items: SIZE in 1 part.
It has everything that is in the library.

items  removed  words  size  file in index/
  36  0  1,440  SIZE  SEGMENT
`,
  ]);
});

test('as JSON: everything is covered', async () => {
  const library = temporaryFolder();
  const report = await runJson<Report>(library, 'index', 'stats');
  expect(Object.keys(report)).toEqual(['documents', 'bytes', 'covered', 'last', 'parts', 'damaged']);
  expect([report.documents, report.parts.length, report.damaged]).toEqual([35, 1, []]);
  expect(report.covered).toBe(report.last);
});

test('a damaged byte: verify names the file, exits with 1 and says what to do; rebuild mends it', async () => {
  const library = temporaryFolder();
  await run(library, 'stats');
  const folder = path.join(library, 'index');
  const name = fs.readdirSync(folder).find((file) => file.endsWith('.segment')) ?? '';
  const bytes = fs.readFileSync(path.join(folder, name));
  bytes[1_000]! ^= 1;
  fs.writeFileSync(path.join(folder, name), bytes);
  expect(plain(await run(library, 'index', 'verify'))).toEqual({
    code: 1,
    stderr: '',
    text: `damaged  SEGMENT: the bytes from 0 to 65536 are not what was written
Articles in this part are not found; the library itself has them whole.
Make the index anew: cuttings index rebuild
`,
  });
  await run(library, 'index', 'rebuild');
  expect((await run(library, 'index', 'verify')).code).toBe(0);
});

test('stopped: it says so, exits with 1, and everything is still found', async () => {
  const library = temporaryFolder();
  await importOne(library);
  const stopped = await runWith({ interrupted: true }, library, 'index', 'merge');
  expect(plain(stopped)).toEqual({
    code: 1,
    stderr: '',
    text: 'Stopped. The search index has 36 articles and listed items: SIZE in 2 parts.\n',
  });
  const { total } = await runJson<{ readonly total: number }>(
    library,
    'search',
    '"second article" OR troika',
  );
  expect(total).toBeGreaterThan(1);
});
