import readline from 'node:readline';
import type { BenchDocument } from './document.ts';
import type { OpenEngine } from './engine.ts';
import { loadEngine } from './engines.ts';
import { jsonLines } from './prepared.ts';
import type { Answers, Asked, Order } from './protocol.ts';
import type { BenchQuery } from './queries.ts';

/* The process of one engine: does what it is told, see `protocol.ts`. The argument is the engine's name. */

const engine = await loadEngine(process.argv[2] ?? '');
let opened: OpenEngine | null = null;

async function build(order: Extract<Order, { do: 'build' }>): Promise<Answers['build']> {
  const begun = performance.now();
  // Something is done with each document, so that nothing is left out as of no use.
  let length = 0;
  for (const { body } of jsonLines<BenchDocument>(order.documents)) length += body.length;
  const read = performance.now() - begun;
  if (length === 0) throw new Error('There is nothing to index.');
  const built = performance.now();
  const save = await engine!.build(order.folder, jsonLines<BenchDocument>(order.documents), order.threads);
  const took = performance.now() - built;
  return { read, build: took, save, peak: process.resourceUsage().maxRSS * 1024 };
}

async function askOne(query: BenchQuery): Promise<Asked> {
  const begun = performance.now();
  const answer = await opened!.ask(query);
  const milliseconds = performance.now() - begun;
  return answer === null ? null : { milliseconds, ...answer };
}

function tick(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

async function memory(): Promise<Answers['memory']> {
  // The second collection frees what finalisers of the first let go; the turns between let them run.
  for (let round = 0; round < 3; round += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    globalThis.gc?.();
  }
  return { bytes: process.memoryUsage.rss() };
}

async function obey(order: Order): Promise<Answers[Order['do']]> {
  switch (order.do) {
    case 'build':
      return build(order);
    case 'open': {
      const begun = performance.now();
      opened = await engine!.open(order.folder);
      return { milliseconds: performance.now() - begun };
    }
    case 'ask': {
      const asked: Asked[] = [];
      for (const query of order.queries) {
        const next = order.pace === undefined ? null : tick(order.pace);
        asked.push(await askOne(query));
        await next;
      }
      return asked;
    }
    case 'memory':
      return memory();
    case 'close':
      await opened?.close();
      return null;
  }
}

for await (const line of readline.createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(await obey(JSON.parse(line) as Order))}\n`);
}
