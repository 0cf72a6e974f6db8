import type { EngineName } from './engines.ts';
import type { Asked, Built } from './protocol.ts';
import type { BenchQuery, SetName } from './queries.ts';

/** Milliseconds of the questions of a set. */
export interface Times {
  readonly median: number;
  readonly p95: number;
  readonly most: number;
  readonly count: number;
}

/** What was measured of one engine with one corpus. Milliseconds and bytes. */
export interface EngineFigures {
  readonly name: EngineName;
  readonly shown: string;
  /** Null when it asks the index of another. */
  readonly built: Built | null;
  /** Of all files of the index. */
  readonly size: number;
  /** Null when only the build is measured. */
  readonly asked: AskedFigures | null;
}

export interface AskedFigures {
  /** Medians over openings, each in a new process. */
  readonly open: number;
  readonly firstQuery: number;
  /** After 100 questions and a garbage collection, less an empty process. */
  readonly resident: number;
  readonly sets: ReadonlyMap<SetName, Times>;
  /** By question, in the order that they were drawn in. */
  readonly answers: readonly Asked[];
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The smallest value that at least that share of the values does not exceed (nearest rank). */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

function timesOf(values: readonly number[]): Times {
  return {
    median: median(values),
    p95: quantile(values, 0.95),
    most: Math.max(...values),
    count: values.length,
  };
}

/** The times by set; a set that the engine could not be asked is not among them. */
export function timesBySet(
  queries: readonly BenchQuery[],
  answers: readonly Asked[],
): ReadonlyMap<SetName, Times> {
  const values = new Map<SetName, number[]>();
  for (const [index, { set }] of queries.entries()) {
    const answer = answers[index] ?? null;
    if (answer === null) continue;
    const of = values.get(set) ?? [];
    of.push(answer.milliseconds);
    values.set(set, of);
  }
  return new Map([...values].map(([set, times]) => [set, timesOf(times)]));
}

/** The build without the reading of its input, and without what only an engine in memory does after it. */
export function netBuild({ read, build, save }: Built): number {
  return Math.max(0, build - read - save);
}
