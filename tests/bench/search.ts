import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startingFolder } from '../../scripts/setup/paths.mjs';
import { isThere } from './search/corpora.ts';
import { endAllProcesses } from './search/engine-process.ts';
import { checkGenerator } from './search/generator/check.ts';
import { isMet } from './search/goals.ts';
import { readOptions, usage } from './search/options.ts';
import type { BenchOptions } from './search/options.ts';
import { runCorpus } from './search/run-corpus.ts';
import type { CorpusFigures } from './search/run-corpus.ts';

/* `npm run bench -- search`: our engine beside lunr, MiniSearch, SQLite's FTS5 and Xapian. See README.md beside. */

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cuttings-bench-'));

function cleanUp(): void {
  endAllProcesses();
  fs.rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    cleanUp();
    process.exit(128 + os.constants.signals[signal]);
  });
}

/** Maps become objects and goals say whether they were met. */
function writeNumbers(file: string, results: readonly CorpusFigures[]): void {
  const about = {
    node: process.version,
    system: `${os.type()} ${os.release()}`,
    processor: os.cpus()[0]?.model,
  };
  const corpora = results.map(({ goals, ...rest }) => {
    return { ...rest, goals: goals.map((goal) => ({ ...goal, isMet: isMet(goal) })) };
  });
  const plain = (_key: string, value: unknown): unknown =>
    value instanceof Map ? (Object.fromEntries(value) as unknown) : value;
  fs.writeFileSync(file, `${JSON.stringify({ ...about, corpora }, plain, 1)}\n`);
}

async function measure(options: BenchOptions): Promise<number> {
  const results: CorpusFigures[] = [];
  for (const corpus of options.corpora) {
    if (isThere(corpus)) results.push(await runCorpus(corpus, options, path.join(folder, corpus)));
    else process.stdout.write(`${corpus}: not unpacked here, left out.\n`);
  }
  if (options.json !== null) writeNumbers(path.resolve(startingFolder(), options.json), results);
  return results.some(({ failed }) => failed.length > 0) ? 1 : 0;
}

function read(): BenchOptions | null {
  try {
    return readOptions(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${usage}\n`);
    return null;
  }
}

async function main(): Promise<number> {
  const options = read();
  if (options === null) return 2;
  return options.checkGenerator ? checkGenerator() : measure(options);
}

try {
  process.exitCode = await main();
} finally {
  cleanUp();
}
