import { runCommandLine } from '../../../archive/cli.ts';
import { bundledFolder } from '../support/temporary.ts';

/** What one command line printed, and its exit code. */
export interface Ran {
  readonly code: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** What a command meets besides its arguments. */
export interface Circumstances {
  readonly input?: string;
  /** Ctrl-C was pressed at the very start. */
  readonly interrupted?: boolean;
  /** Standard error is a terminal. */
  readonly watched?: boolean;
}

/** Runs a command line over a library that starts with the bundled collection. */
export async function run(library: string, ...argv: readonly string[]): Promise<Ran> {
  return runWith({}, library, ...argv);
}

/** The same in other circumstances. */
export async function runWith(
  { input = '', interrupted = false, watched = false }: Circumstances,
  library: string,
  ...argv: readonly string[]
): Promise<Ran> {
  const written = { stdout: [] as Buffer[], stderr: [] as Buffer[] };
  const output = (pieces: Buffer[], isTerminal: boolean) => ({
    isTerminal,
    columns: 80,
    write: async (data: string | Uint8Array) => {
      pieces.push(Buffer.from(data));
    },
  });
  const code = await runCommandLine(argv, {
    stdout: output(written.stdout, false),
    stderr: output(written.stderr, watched),
    readInput: async () => input,
    listenForInterrupt: () => ({ aborted: interrupted }),
    defaultLibrary: library,
    bundled: bundledFolder,
    worker: null,
    version: '1.2.3',
  });
  return { code, stdout: Buffer.concat(written.stdout), stderr: Buffer.concat(written.stderr).toString() };
}

/** The JSON a command printed. */
export async function runJson<T>(library: string, ...argv: readonly string[]): Promise<T> {
  const { stdout } = await run(library, ...argv, '--json');
  return JSON.parse(stdout.toString()) as T;
}
