import type { Cancellation } from '../model/cancellation.ts';

/** Where the command line writes. Results go to stdout, everything else to stderr. */
export interface Output {
  /** Writes text or bytes as they are. Returns once they are handed to the system. */
  write(data: string | Uint8Array): Promise<void>;
  /** Whether a person looks at it, so that bold type and a line that is written anew help. */
  readonly isTerminal: boolean;
  /** How many characters a line of it holds; 80 when nobody knows. */
  readonly columns: number;
}

/** What the command line depends on. */
export interface Surroundings {
  readonly stdout: Output;
  readonly stderr: Output;
  /** Everything that comes in by standard input, as text. */
  readInput(): Promise<string>;
  /**
   * Called by work that can stop where nothing is left half done: from then on the first Ctrl-C asks it to, and the second
   * ends the program. Until then Ctrl-C ends the program as usual.
   */
  listenForInterrupt(): Cancellation;
  /** The library that is used when none is named. */
  readonly defaultLibrary: string;
  /** The folder of the bundled collection, or null. */
  readonly bundled: string | null;
  /** The built `archive-worker` for long work, or null to do it in this thread. */
  readonly worker: string | null;
  readonly version: string;
}

/** Exit codes: done; some input failed, something is damaged, or it was stopped; wrong usage. */
export const exitCodes = { done: 0, failed: 1, usage: 2 } as const;

/** A mistake in how the command was called; its message is the sentence to print. */
export class UsageError extends Error {}
