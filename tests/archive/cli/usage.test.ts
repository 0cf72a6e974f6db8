import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from './support.ts';

let library: string;
beforeAll(() => {
  library = fs.mkdtempSync(path.join(os.tmpdir(), 'cuttings-cli-'));
});
afterAll(() => fs.rmSync(library, { recursive: true, force: true }));

test.each([
  [[], /Name a command/u],
  [['serach', 'x'], /no command serach\. Did you mean search\?/u],
  [['search'], /needs a query/u],
  [['search', 'x', '--exact-speling'], /Did you mean --exact-spelling\?/u],
  [['search', 'x', '--match', 'some'], /one of all, any/u],
  [['search', 'x', '--limit', 'many'], /whole number/u],
  [['search', 'x', '--sort', 'size'], /one of relevance, newest, oldest/u],
  [['search', '-kosovo'], /no option/u],
  [['search', 'x', '--offset', '-1'], /ambiguous|whole number/u],
  [['search', 'x', '--queries', '-'], /not both/u],
  [['search', '--queries', '-'], /has no query/u],
  [['search', 'x', '--explain', '--sort', 'newest'], /relevance only/u],
  [['related'], /exactly one id/u],
  [['related', 'abcdef', '--limit', '51'], /from 1 to 50/u],
  [['index'], /stats, verify, rebuild, merge/u],
  [['index', 'verfy'], /Did you mean verify\?/u],
  [['index', 'stats', '--purge'], /merge only/u],
  [['show'], /exactly one id/u],
  [['show', 'xyz'], /not an id/u],
  [['show', 'abcdef', '--json', '--text'], /Only one of/u],
  [['import'], /at least one/u],
  [['stats', 'all'], /takes no words/u],
] as const)('wrong usage %j exits with 2 and says why', async (argv, sentence) => {
  const { code, stdout, stderr } = await run(library, ...argv);
  expect({ code, stdout: stdout.length }).toEqual({ code: 2, stdout: 0 });
  expect(stderr).toMatch(sentence);
});

test('help and version go to standard output', async () => {
  const version = await run(library, '--version');
  const help = await run(library, 'search', '--help');
  expect([version.stdout.toString(), version.code, help.code]).toEqual(['1.2.3\n', 0, 0]);
  expect(help.stdout.toString()).toMatch(/--exact-spelling/u);
});

test('an id that names nothing exits with 1; a query may begin with a minus after --', async () => {
  const unknown = await run(library, 'show', '0'.repeat(32));
  const minus = await run(library, 'search', '--', '-kosovo', 'troika');
  expect([unknown.code, minus.code]).toEqual([1, 0]);
  expect(unknown.stderr).toMatch(/no article/u);
});
