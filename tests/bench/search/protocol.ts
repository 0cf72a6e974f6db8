import type { BenchQuery } from './queries.ts';

/*
 * What the benchmark says to the process of an engine, and what that answers: one line of JSON each, over standard input
 * and output. The engine in Python speaks the same.
 */

export type Order =
  /** Reads the prepared file and does nothing with it, then builds the index from it. */
  | { readonly do: 'build'; readonly folder: string; readonly documents: string; readonly threads: 1 | 2 }
  | { readonly do: 'open'; readonly folder: string }
  /** One after another; with `pace` a new one begins so many milliseconds after the last began, or later. */
  | { readonly do: 'ask'; readonly queries: readonly BenchQuery[]; readonly pace?: number }
  /** Memory in use after a garbage collection. */
  | { readonly do: 'memory' }
  | { readonly do: 'close' };

export interface Built {
  /** Milliseconds: for reading and parsing alone; for all of the build, that included; for what memory wrote to a file. */
  readonly read: number;
  readonly build: number;
  readonly save: number;
  /** The most memory the process had, in bytes. */
  readonly peak: number;
}

export interface Opened {
  readonly milliseconds: number;
}

/** The answer to one question; null when the engine has no such questions. */
export type Asked = {
  readonly milliseconds: number;
  readonly total: number;
  readonly ids: readonly number[];
} | null;

export interface Memory {
  readonly bytes: number;
}

/** What each order is answered with. */
export interface Answers {
  readonly build: Built;
  readonly open: Opened;
  readonly ask: readonly Asked[];
  readonly memory: Memory;
  readonly close: null;
}
