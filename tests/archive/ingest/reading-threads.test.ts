import { Worker } from 'node:worker_threads';
import { expect, onTestFinished, test } from 'vitest';
import type { Leaf, LeafReading } from '../../../archive/ingest/read-leaf.ts';
import { readingThreads } from '../../../archive/ingest/reading-threads.ts';

/** A thread that does what the name of the leaf says. */
const script = `
  const { parentPort } = require('node:worker_threads');
  parentPort.on('message', ({ name, path, bytes }) => {
    if (name === 'crash') throw new Error('a fault of the engine');
    if (name === 'exit') process.exit(3);
    if (name === 'hang') for (;;);
    if (name === 'mail') return parentPort.postMessage({ kind: 'not-here' });
    const error = { code: 'no-article', params: { path: path + ' ' + bytes.length } };
    parentPort.postMessage({ kind: 'read', many: false, found: [{ ok: false, error }] });
  });
`;

function leaf(name: string): Leaf {
  // A part of something larger: only the part may be sent.
  const bytes = new Uint8Array(new ArrayBuffer(1_000), 10, 5);
  return { name, path: `/${name}`, members: [], warnings: [], bytes };
}

const here: LeafReading = { kind: 'refused', error: { code: 'empty', params: { path: 'here' } } };

function answered(reading: LeafReading): string {
  if (reading.kind === 'refused') return 'read here';
  const [found] = reading.found;
  if (found === undefined || found.ok) return 'read';
  const { code, params } = found.error;
  return code === 'internal'
    ? `internal ${String(params.detail)}`
    : `${code} ${Object.values(params).join(' ')}`;
}

function threads(seconds: number, count = 1) {
  let started = 0;
  const made = readingThreads(
    () => {
      started += 1;
      return new Worker(script, { eval: true, stderr: true });
    },
    { count, seconds },
  );
  onTestFinished(() => made.close());
  const read = async (name: string) => answered(await made.read(leaf(name), async () => here));
  return { read, started: () => started };
}

test('leaves are read in threads, and only their own bytes are sent', async () => {
  const { read, started } = threads(60, 2);
  expect(await Promise.all(['a', 'b', 'c', 'd', 'e'].map(read))).toEqual(
    ['a', 'b', 'c', 'd', 'e'].map((name) => `no-article /${name} 5`),
  );
  expect(started()).toBe(2);
});

test('what has attachments is read where it is asked for', async () => {
  const { read } = threads(60);
  expect(await Promise.all(['a', 'mail', 'b'].map(read))).toEqual([
    'no-article /a 5',
    'read here',
    'no-article /b 5',
  ]);
});

test.each([
  ['crash', 'internal reading /crash: Error: a fault of the engine'],
  ['exit', 'internal reading /exit: the thread ended with 3'],
])('a leaf that breaks the thread (%s) fails for itself, and the others are read', async (name, said) => {
  const { read, started } = threads(60);
  expect(await Promise.all(['a', name, 'b', 'c'].map(read))).toEqual([
    'no-article /a 5',
    said,
    'no-article /b 5',
    'no-article /c 5',
  ]);
  expect(started()).toBe(2);
});

test('threads that are ended answer at once what they were asked', async () => {
  const made = readingThreads(() => new Worker(script, { eval: true }), { count: 1, seconds: 60 });
  const reading = made.read(leaf('hang'), async () => here);
  await new Promise((resolve) => setTimeout(resolve, 300));
  const begun = performance.now();
  await made.close();
  expect(answered(await reading)).toBe('internal reading /hang: the import has ended');
  expect(performance.now() - begun).toBeLessThan(30_000);
});

test('a leaf that hangs is given up, and the others are read', async () => {
  const { read } = threads(2);
  expect(await Promise.all(['hang', 'a'].map(read))).toEqual(['too-slow /hang 2', 'no-article /a 5']);
});
