import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import { archiveError } from '../model/errors.ts';
import type { ArchiveError } from '../model/errors.ts';
import { fail } from '../model/result.ts';
import type { LeafReader } from './read-content.ts';
import type { Leaf, LeafReading } from './read-leaf.ts';
import { ReadingThread } from './reading-thread.ts';
import type { LeafFailure } from './reading-thread.ts';

/** One core is left to the import itself, its index, and the person. */
const mostThreads = 4;
/** Leaves asked of each thread at a time, so that it need not wait for the next. */
const askedAhead = 3;
/** How long one file may be read, in seconds: the worst of the tests take two. */
const patience = 60;

/** Threads that read files beside an import. A file over which a thread breaks is an error of that file alone. */
export interface ReadingThreads extends LeafReader {
  close(): Promise<void>;
}

function errorOf(failure: LeafFailure, path: string, seconds: number): ArchiveError {
  if (failure === 'too-slow') return archiveError('too-slow', { path, seconds });
  return archiveError('internal', { detail: `reading ${path}: ${failure.broke}` });
}

/**
 * Makes threads, each started by `start` when it is first needed. `options` are those of a test: how many, and how many
 * seconds a file may take.
 */
export function readingThreads(
  start: () => Worker,
  options: { readonly count?: number; readonly seconds?: number } = {},
): ReadingThreads {
  const { count = Math.max(1, Math.min(mostThreads, availableParallelism() - 1)), seconds = patience } =
    options;
  const threads = Array.from({ length: count }, () => new ReadingThread(start, seconds * 1_000));
  return {
    width: count * askedAhead,
    async read(leaf: Leaf, here: () => Promise<LeafReading>): Promise<LeafReading> {
      const idlest = threads.reduce((best, thread) => (thread.load < best.load ? thread : best));
      const answer = await idlest.ask(leaf);
      if (typeof answer === 'string' || 'broke' in answer) {
        return { kind: 'read', many: false, found: [fail(errorOf(answer, leaf.path, seconds))] };
      }
      if (answer.kind === 'not-here') return here();
      if (answer.kind !== 'thrown') return answer;
      const error = archiveError('internal', { detail: `reading ${leaf.path}: ${answer.detail}` });
      return { kind: 'read', many: false, found: [fail(error)] };
    },
    close: async () => {
      await Promise.all(threads.map((thread) => thread.close()));
    },
  };
}
