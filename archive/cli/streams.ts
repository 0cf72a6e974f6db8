/** Where the command line writes. Results go to stdout, everything else to stderr. */
export interface Output {
  /** Writes text or bytes as they are. Returns once they are handed to the system. */
  write(data: string | Uint8Array): Promise<void>;
  /** Whether a person looks at it, so that bold type helps. */
  readonly isTerminal: boolean;
}

/** What the command line depends on. */
export interface Surroundings {
  readonly stdout: Output;
  readonly stderr: Output;
  /** The library that is used when none is named. */
  readonly defaultLibrary: string;
  /** The folder of the bundled collection, or null. */
  readonly bundled: string | null;
  readonly version: string;
}

/** Exit codes: done, some input failed, wrong usage. */
export const exitCodes = { done: 0, failed: 1, usage: 2 } as const;

/** A mistake in how the command was called; its message is the sentence to print. */
export class UsageError extends Error {}
