import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { CorpusName } from './corpora.ts';
import { readCorpus } from './corpora.ts';
import { drawQuestions } from './draw-queries.ts';
import type { Questions } from './draw-queries.ts';
import { engineEntries, xapianPython } from './engines.ts';
import type { EngineEntry } from './engines.ts';
import type { EngineFigures } from './figures.ts';
import { goalsFor, isMet } from './goals.ts';
import type { Goal } from './goals.ts';
import { measureEngine } from './measure.ts';
import type { BenchOptions } from './options.ts';
import { prepare } from './prepared.ts';
import type { Prepared } from './prepared.ts';
import { digits, ratioTable, sizeTable, timeTable } from './tables.ts';
import { compareTotals } from './totals.ts';
import { goalsWhileIndexing, measureWhileIndexing } from './while-indexing.ts';
import type { WhileIndexing } from './while-indexing.ts';
import { WordSampler } from './word-sample.ts';

const say = (text: string) => process.stdout.write(text);
const progress = (text: string) => process.stderr.write(text);

/** What was measured with one corpus. */
export interface CorpusFigures {
  readonly corpus: CorpusName;
  readonly prepared: Prepared;
  readonly questions: Questions;
  readonly engines: readonly EngineFigures[];
  /** Ours, while an import indexes; only with news. */
  readonly beside: WhileIndexing | null;
  readonly goals: readonly Goal[];
  /** Engines that ended before their time. */
  readonly failed: readonly string[];
}

function chosenEngines(corpus: CorpusName, { engines }: BenchOptions, python: string | null) {
  return engineEntries.filter(({ name, corpora }) => {
    const isAble = !name.startsWith('xapian') || python !== null;
    return isAble && engines.includes(name) && corpora.includes(corpus);
  });
}

async function prepareCorpus(corpus: CorpusName, options: BenchOptions, folder: string) {
  const expected = corpus === 'synthetic' ? Math.min(options.articles, options.limit) : 1;
  const sampler = new WordSampler(options.seed, expected);
  const file = path.join(folder, 'documents.jsonl');
  const documents = readCorpus(corpus, options.articles);
  const seen = sampler.add.bind(sampler);
  const prepared = await prepare(documents, { file, limit: options.limit, seen });
  return { prepared, questions: drawQuestions(sampler.sample(), options.seed) };
}

async function measureOne(entry: EngineEntry, setting: Parameters<typeof measureEngine>[1]) {
  progress(`  ${entry.shown} …\n`);
  try {
    return await measureEngine(entry, setting);
  } catch (error) {
    say(`${entry.shown}: not measured. ${error instanceof Error ? error.message : String(error)}\n`);
    return null;
  }
}

function printGoals(goals: readonly Goal[]): void {
  if (goals.length === 0) return;
  say('\n');
  for (const goal of goals) {
    const { what, measured, most, unit } = goal;
    const numbers = `${digits(measured).padStart(8)} ${unit.padEnd(2)}  goal: at most ${digits(most).padStart(6)} ${unit.padEnd(2)}`;
    say(`${what.padEnd(44)} ${numbers}  ${isMet(goal) ? 'met' : 'MISSED'}\n`);
  }
}

function print({ corpus, prepared, questions, engines, goals }: CorpusFigures): void {
  const text = `${prepared.articles.toLocaleString('en')} articles, ${digits(prepared.bytes / 1e6)} MB`;
  say(`\n${corpus}: ${text}, ${questions.timed.length} questions\n`);
  say(busy());
  say('\n');
  for (const table of [sizeTable(engines, prepared), timeTable(engines), ratioTable(engines)]) {
    if (table !== '') say(`${table}\n`);
  }
  say(compareTotals(questions.timed, engines));
  printGoals(goals);
}

/** One process is measured at a time: what else runs makes all figures too high, the 95th percentiles most. */
function busy(): string {
  const [load = 0] = os.loadavg();
  const most = 1.5;
  return load < most ? '' : `WARNING: other programs ran on this machine meanwhile (load ${digits(load)}).\n`;
}

/** Measures and prints one corpus. `folder` is empty and is emptied again. */
export async function runCorpus(
  corpus: CorpusName,
  options: BenchOptions,
  folder: string,
): Promise<CorpusFigures> {
  progress(`${corpus}\n  text and questions …\n`);
  fs.mkdirSync(folder, { recursive: true });
  const python = xapianPython();
  const { prepared, questions } = await prepareCorpus(corpus, options, folder);
  const engines: EngineFigures[] = [];
  const failed: string[] = [];
  for (const entry of chosenEngines(corpus, options, python)) {
    const figures = await measureOne(entry, { prepared, questions, folder, python });
    if (figures === null) failed.push(entry.name);
    else engines.push(figures);
  }
  const asksOurs = corpus === 'news' && engines.some(({ name }) => name === 'ours');
  if (asksOurs) progress('  ours, while an import indexes …\n');
  const beside = asksOurs ? await measureWhileIndexing({ prepared, questions, folder, python }) : null;
  fs.rmSync(folder, { recursive: true, force: true });
  const goals = [...goalsFor(corpus, engines), ...(beside === null ? [] : goalsWhileIndexing(beside))];
  const result = { corpus, prepared, questions, engines, beside, goals, failed };
  print(result);
  return result;
}
