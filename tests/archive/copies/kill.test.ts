import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { CopiesReader } from '../../../archive/copies/copies-reader.ts';
import { LibraryIndexer } from '../../../archive/indexing/library-indexer.ts';
import { openLibrary } from '../../../archive/library/library.ts';
import { isLong } from '../search/support/form.ts';
import { below, randomFrom } from '../search/support/random.ts';
import { temporaryFolder } from '../support/temporary.ts';

/** The built command line: a process of its own that can be killed. `npm test` and `npm run test:long` build it first. */
const commandLine = fileURLToPath(new URL('../../../dist/cli/cuttings.mjs', import.meta.url));
const kills = isLong ? 60 : 6;

async function killed(afterMs: number, ...argv: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [commandLine, ...argv], { stdio: 'ignore' });
  const timer = setTimeout(() => child.kill('SIGKILL'), afterMs);
  await new Promise((resolve) => child.once('close', resolve));
  clearTimeout(timer);
}

/** Three versions of each story, of which every other kill brings one. */
function news(folder: string, round: number): string {
  const lines = Array.from({ length: 800 }, (_, story) => {
    const body = Array.from({ length: 120 }, (__, place) => `w${story.toString(36)}x${place.toString(36)}`);
    return JSON.stringify({
      title: `Story ${String(story)} in ${String(round)}`,
      body: [...body, `round ${String(round)}`].join(' '),
    });
  });
  const file = path.join(folder, `news-${String(round)}.jsonl`);
  fs.writeFileSync(file, lines.join('\n'));
  return file;
}

/** The groups as sets of ids, after what was left undone is done; with `anew` after all is found anew. */
async function groupsOf(folder: string, anew: boolean): Promise<readonly string[]> {
  const opened = await openLibrary(folder, {});
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const library = opened.value;
  const indexer = new LibraryIndexer(library);
  const reader = new CopiesReader(library);
  try {
    if (anew) indexer.copies.startOver();
    await indexer.catchUp();
    expect(reader.behind()).toBe(0);
    const { groups } = reader.totals();
    const members = reader.groups(0, groups).map((label) => reader.members(label).map(({ id }) => id));
    return members.map((ids) => [...ids].sort().join(' ')).sort();
  } finally {
    reader.close();
    indexer.close();
    library.close();
  }
}

test(`killed ${String(kills)} times while it imports and finds copies, a library has the groups it would have found in peace`, async () => {
  const folder = temporaryFolder();
  const library = path.join(folder, 'library');
  const random = randomFrom(isLong ? 12 : 11);
  for (let kill = 0; kill < kills; kill += 1) {
    const file = news(folder, kill % 3);
    await killed(300 + below(random, 2_500), 'import', file, '--library', library);
    // Half of them are followed by the next import as the kill has left it.
    if (kill % 2 === 0) continue;
    const after = await groupsOf(library, false);
    expect([kill, after]).toEqual([kill, await groupsOf(library, true)]);
  }
  await killed(600_000, 'import', news(folder, 0), news(folder, 1), '--library', library);
  const whole = await groupsOf(library, false);
  expect(whole.length).toBeGreaterThanOrEqual(800);
  expect(whole).toEqual(await groupsOf(library, true));
}, 300_000);
