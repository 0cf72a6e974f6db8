import fs from 'node:fs';
import path from 'node:path';
import { withProcess } from './engine-process.ts';
import { engineCommand } from './engines.ts';
import { netBuild, quantile } from './figures.ts';
import type { Goal } from './goals.ts';
import type { Setting } from './measure.ts';
import type { Built } from './protocol.ts';
import type { BenchQuery } from './queries.ts';

/*
 * Searching while an import indexes: an index of three fifths of the corpus is made; one fifth is added while nobody asks;
 * questions are asked while nothing is added; and the last fifth is added while as many other questions are asked, ten a
 * second, more than a person types. Two processes, as the application has two threads.
 */

const pace = 100;
const mostQuestions = 150;

/** Writes lines [from, to) of a file to another; lines are articles. */
function copyLines(
  source: string,
  target: string,
  shares: readonly [from: number, to: number],
  lines: number,
): void {
  const text = fs.openSync(target, 'w');
  const handle = fs.openSync(source, 'r');
  const bytes = Buffer.allocUnsafe(1 << 20);
  const [from, to] = shares.map((share) => Math.floor(share * lines));
  let line = 0;
  for (;;) {
    const read = fs.readSync(handle, bytes, 0, bytes.length, null);
    if (read === 0 || line >= (to ?? 0)) break;
    let start = line >= (from ?? 0) ? 0 : read;
    let end = read;
    for (let at = bytes.indexOf(10); at >= 0 && at < read; at = bytes.indexOf(10, at + 1)) {
      line += 1;
      if (line === from) start = at + 1;
      if (line === to) end = at + 1;
    }
    if (start < end) fs.writeSync(text, bytes, start, end - start);
  }
  fs.closeSync(handle);
  fs.closeSync(text);
}

/** What an import and searches do to each other. */
export interface WhileIndexing {
  /** Milliseconds: of searches alone, and beside an import. */
  readonly searchAlone: number;
  readonly searchBeside: number;
  /** Megabytes of the prepared file a second: alone, and beside searches. */
  readonly importAlone: number;
  readonly importBeside: number;
}

class Trial {
  private readonly setting: Setting;
  private readonly folder: string;
  private readonly command: readonly string[];

  constructor(setting: Setting) {
    this.setting = setting;
    this.folder = path.join(setting.folder, 'while-indexing');
    this.command = engineCommand('ours', setting.python);
    fs.mkdirSync(this.folder, { recursive: true });
  }

  /** Adds a part of the corpus to the index; answers megabytes a second. */
  async add(from: number, to: number): Promise<number> {
    const { prepared } = this.setting;
    const documents = `${this.folder}.jsonl`;
    copyLines(prepared.file, documents, [from, to], prepared.articles);
    const built = await withProcess<Built>(this.command, (engine) => {
      return engine.tell({ do: 'build', folder: this.folder, documents, threads: 1 });
    });
    return fs.statSync(documents).size / 1e3 / netBuild(built);
  }

  /** The 95th percentile of the questions, asked until `done`. */
  async ask(queries: readonly BenchQuery[], done: Promise<unknown>): Promise<number> {
    let isDone = false;
    void done.finally(() => {
      isDone = true;
    });
    return withProcess(this.command, async (engine) => {
      await engine.tell<'open'>({ do: 'open', folder: this.folder });
      await engine.tell<'ask'>({ do: 'ask', queries: this.setting.questions.warmingUp });
      const times: number[] = [];
      for (let first = 0; first < queries.length && !isDone; first += 10) {
        const answers = await engine.tell<'ask'>({
          do: 'ask',
          queries: queries.slice(first, first + 10),
          pace,
        });
        for (const answer of answers) if (answer !== null) times.push(answer.milliseconds);
      }
      return quantile(times, 0.95);
    });
  }
}

/** Only ours is tried. */
export async function measureWhileIndexing(setting: Setting): Promise<WhileIndexing> {
  const trial = new Trial(setting);
  const { timed } = setting.questions;
  const half = Math.floor(Math.min(timed.length, mostQuestions * 2) / 2);
  await trial.add(0, 0.6);
  const importAlone = await trial.add(0.6, 0.8);
  const never = new Promise(() => undefined);
  const searchAlone = await trial.ask(timed.slice(0, half), never);
  const adding = trial.add(0.8, 1);
  const searchBeside = await trial.ask(timed.slice(half, 2 * half), adding);
  return { searchAlone, searchBeside, importAlone, importBeside: await adding };
}

/** The goals of the application's import. */
export function goalsWhileIndexing(of: WhileIndexing): readonly Goal[] {
  const seconds = (rate: number) => 100 / rate;
  return [
    {
      what: 'p95 beside an import: at most doubled',
      measured: of.searchBeside,
      most: 2 * of.searchAlone,
      unit: 'ms',
    },
    {
      what: 'import of 100 MB beside searches: 70 % rate',
      measured: seconds(of.importBeside),
      most: seconds(of.importAlone) / 0.7,
      unit: 's',
    },
  ];
}
