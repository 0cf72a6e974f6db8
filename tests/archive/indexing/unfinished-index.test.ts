import fs from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openArchive } from '../../../archive/archive.ts';
import type { HostApi, OpenOptions } from '../../../archive/api/host-api.ts';
import { openLibrary } from '../../../archive/library/library.ts';
import type { IndexingProgress } from '../../../archive/model/indexing.ts';
import { fillLibrary } from '../support/big-library.ts';
import { temporaryFolder } from '../support/temporary.ts';

const articles = 2_100;
const request = {
  text: 'says',
  match: 'all',
  exactSpelling: false,
  sort: 'relevance',
  typing: false,
  filter: { collection: null, section: null, dates: null },
  offset: 0,
  limit: 10,
} as const;

const steps = [1_000, 2_000].map((done) => ({ done, total: articles }));

/** A thread that says how far it is and does nothing, as one that has only begun. */
const idleThread = `
const { parentPort } = require('node:worker_threads');
for (const progress of ${JSON.stringify(steps)}) parentPort.postMessage({ type: 'indexed', progress });
parentPort.postMessage({ type: 'done', result: { ok: true, value: null } });
`;

/** A thread that finds another process at it. */
const busyThread = `
const { parentPort } = require('node:worker_threads');
const result = { ok: false, error: { code: 'indexing-running', params: {} } };
parentPort.postMessage({ type: 'done', result });
`;

function thread(script: string): string {
  const worker = path.join(temporaryFolder(), 'thread.cjs');
  fs.writeFileSync(worker, script);
  return worker;
}

async function bigLibrary(): Promise<string> {
  const folder = path.join(temporaryFolder(), 'library');
  const library = await openLibrary(folder, { bundled: 'none' });
  if (!library.ok) throw new Error(library.error.code);
  fillLibrary(library.value, { articles, listingEvery: 10 });
  library.value.close();
  return folder;
}

async function open(library: string, more: Partial<OpenOptions> = {}): Promise<HostApi> {
  const opened = await openArchive({ library, bundled: null, ...more });
  if (!opened.ok) throw new Error(opened.error.code);
  onTestFinished(() => opened.value.close());
  return opened.value;
}

async function found(archive: HostApi) {
  const answer = await archive.search(request);
  if (!answer.ok) throw new Error(answer.error.code);
  const { total, exact, notices } = answer.value;
  return { total, exact, notices };
}

test('an index that has nothing yet says so, and how far it is', async () => {
  const archive = await open(await bigLibrary(), { worker: thread(idleThread) });
  const told: (IndexingProgress | null)[] = [];
  archive.onIndexing((progress) => told.push(progress));
  await expect.poll(() => told).toEqual([...steps, null]);
  const missing = articles;
  expect(await found(archive)).toEqual({ total: 0, exact: false, notices: [{ code: 'indexing', missing }] });
});

test('who was answered by an unfinished index is told to look again, also when another process finishes it', async () => {
  const library = await bigLibrary();
  const archive = await open(library, { worker: thread(busyThread) });
  const totals: number[] = [];
  archive.onChange(() => void found(archive).then(({ total }) => totals.push(total)));
  expect((await found(archive)).total).toBe(0);
  await open(library);
  await expect.poll(() => totals.at(-1), { timeout: 20_000 }).toBe(articles);
  expect(await found(archive)).toEqual({ total: articles, exact: true, notices: [] });
});
