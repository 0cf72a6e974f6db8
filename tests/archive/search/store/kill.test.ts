import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { LibraryIndexer } from '../../../../archive/indexing/library-indexer.ts';
import { indexFiles } from '../../../../archive/indexing/index-identity.ts';
import { openLibrary } from '../../../../archive/library/library.ts';
import { temporaryFolder } from '../../support/temporary.ts';
import { request } from '../support/corpus.ts';
import { isLong } from '../support/form.ts';
import { indexedIds, libraryIds, searchIn } from '../support/library-agreement.ts';
import { below, randomFrom } from '../support/random.ts';

/** The built command line: a process of its own that can be killed. `npm test` and `npm run test:long` build it first. */
const commandLine = fileURLToPath(new URL('../../../../dist/cli/cuttings.mjs', import.meta.url));

const kills = isLong ? 200 : 10;
const articles = 1_500;

/** Runs a command and kills it after so many milliseconds. */
async function killed(afterMs: number, ...argv: readonly string[]): Promise<number | null> {
  const child = spawn(process.execPath, [commandLine, ...argv], { stdio: 'ignore' });
  const timer = setTimeout(() => child.kill('SIGKILL'), afterMs);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  clearTimeout(timer);
  return code;
}

function news(folder: string, round: number): string {
  const file = path.join(folder, `news-${String(round)}.jsonl`);
  const lines = Array.from({ length: articles }, (_, index) => {
    const title = `Talks ${String(round)} number ${String(index)}`;
    return JSON.stringify({
      title,
      body: `The status of word${String(index)} and of ${String(round)}. `.repeat(60),
    });
  });
  fs.writeFileSync(file, lines.join('\n'));
  return file;
}

/** Opens what a kill has left behind, as the next start does, and sees that index and library agree. */
async function expectAgreement(folder: string, where: string): Promise<number> {
  const opened = await openLibrary(folder, {});
  if (!opened.ok) throw new Error(`${where}: ${JSON.stringify(opened.error)}`);
  const library = opened.value;
  try {
    const files = indexFiles(library);
    // What was committed is whole before anything is put right.
    indexedIds(files);
    const indexer = new LibraryIndexer(library);
    await indexer.catchUp();
    indexer.close();
    const expected = libraryIds(library);
    const indexed = indexedIds(files);
    expect([where, indexed.length, indexed.filter((id, at) => id !== expected[at])]).toEqual([
      where,
      expected.length,
      [],
    ]);
    const { total, exact } = searchIn(files).search(request(''));
    expect([where, total, exact]).toEqual([where, expected.length, true]);
    return expected.length;
  } finally {
    library.close();
  }
}

test(`killed ${String(kills)} times while it indexes and merges, a library opens whole and its search agrees with it`, async () => {
  const folder = temporaryFolder();
  const library = path.join(folder, 'library');
  const random = randomFrom(isLong ? 2 : 1);
  let round = 0;
  let before = 0;
  for (let kill = 1; kill <= kills; kill += 1) {
    const merging = kill % 4 === 0;
    const file = news(folder, round);
    const argv = merging ? ['index', 'merge', '--library', library] : ['import', file, '--library', library];
    const code = await killed(200 + below(random, merging ? 900 : 2_500), ...argv);
    if (!merging && code === 0) round += 1;
    const now = await expectAgreement(
      library,
      `kill ${String(kill)} (${argv[0] ?? ''}, exit ${String(code)})`,
    );
    expect(now).toBeGreaterThanOrEqual(before);
    before = now;
  }
  expect(before).toBeGreaterThan(0);
}, 3_600_000);
