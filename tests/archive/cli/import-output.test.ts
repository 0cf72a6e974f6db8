import { expect, test } from 'vitest';
import { importProgressText } from '../../../archive/cli/import-command.ts';
import { folderWith, temporaryFolder } from '../support/temporary.ts';
import { run, runWith } from './support.ts';

const lines = Array.from({ length: 3 }, (_, index) =>
  JSON.stringify({ headline: `Headline ${String(index)}`, text: `The text of number ${String(index)}.` }),
);
const source = () => folderWith({ 'news.jsonl': [...lines, '{"headline":'].join('\n') });

const told = (stderr: string, folder: string) =>
  stderr.replaceAll(folder, 'FOLDER').replace(/in [\d.]+ m?s/u, 'in no time');

test('a file of many articles: how many, and each line that failed', async () => {
  const [library, folder] = [temporaryFolder(), source()];
  const first = await run(library, 'import', folder);
  const again = await run(library, 'import', folder);
  expect([first.code, told(first.stderr, folder), told(again.stderr, folder)]).toEqual([
    1,
    `added      FOLDER/news.jsonl (3 articles)
failed     [line-not-json] FOLDER/news.jsonl:4 is no JSON (it ends in the middle).
3 added, 0 already there, 0 kept without text, 1 failed, 0 passed over in no time.
`,
    `duplicate  FOLDER/news.jsonl (3 articles)
failed     [line-not-json] FOLDER/news.jsonl:4 is no JSON (it ends in the middle).
0 added, 3 already there, 0 kept without text, 1 failed, 0 passed over in no time.
`,
  ]);
});

test('stopped: it says so and how to go on', async () => {
  const folder = source();
  const { code, stderr } = await runWith({ interrupted: true }, temporaryFolder(), 'import', folder);
  expect([code, told(stderr, folder)]).toEqual([
    1,
    `0 added, 0 already there, 0 kept without text, 0 failed, 0 passed over in no time.
Stopped. What was added stays; import the same again to go on.
`,
  ]);
});

test('a terminal is told how far it is, and the line is gone at the end', async () => {
  const folder = source();
  const { stderr } = await runWith({ watched: true }, temporaryFolder(), 'import', folder);
  expect(stderr).toMatch(/^(?:\r\u001b\[K[^\r\n]+)+\r\u001b\[Kadded/u);
});

test('the line counts what is done, and how much of a large file', () => {
  const counts = { files: 2, articles: 12_400, bytes: 45_200_000, path: '/x/news.jsonl' };
  const file = { done: 4_000_000, total: 8_000_000 };
  expect([
    importProgressText({ files: 0, articles: 0, bytes: 0, path: '/x/a.txt' }),
    importProgressText(counts),
    importProgressText({ ...counts, file: { stage: 'copying', ...file } }),
    importProgressText({ ...counts, file: { stage: 'reading', ...file } }),
  ]).toEqual([
    'a.txt',
    '2 files · 12,400 articles · 45.2 MB · news.jsonl',
    '2 files · 12,400 articles · 45.2 MB · copying news.jsonl 50 %',
    '2 files · 12,400 articles · 49.2 MB · news.jsonl 50 %',
  ]);
});
