import type { BenchDocument } from './document.ts';
import type { BenchAnswer, BenchQuery } from './queries.ts';

/** An engine under test. Each use of it is in a process of its own; whatever it throws ends that process. */
export interface BenchEngine {
  /**
   * Indexes title and body, with what dates and facets need, into an empty folder; done when the files are written and all
   * merging is over. Answers the milliseconds of it that an engine in memory spent writing itself to a file, else 0.
   */
  readonly build: (folder: string, documents: Iterable<BenchDocument>, threads: 1 | 2) => Promise<number>;
  /** Opens what `build` has written. */
  readonly open: (folder: string) => Promise<OpenEngine>;
}

export interface OpenEngine {
  /** Null when the engine has no such questions. */
  readonly ask: (query: BenchQuery) => BenchAnswer | null | Promise<BenchAnswer | null>;
  readonly close: () => void | Promise<void>;
}
