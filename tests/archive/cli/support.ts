import { runCommandLine } from '../../../archive/cli.ts';
import { bundledFolder } from '../support/temporary.ts';

/** What one command line printed, and its exit code. */
export interface Ran {
  readonly code: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** Runs a command line over a library that starts with the bundled collection. */
export async function run(library: string, ...argv: readonly string[]): Promise<Ran> {
  const written = { stdout: [] as Buffer[], stderr: [] as Buffer[] };
  const output = (pieces: Buffer[]) => ({
    isTerminal: false,
    write: async (data: string | Uint8Array) => {
      pieces.push(Buffer.from(data));
    },
  });
  const code = await runCommandLine(argv, {
    stdout: output(written.stdout),
    stderr: output(written.stderr),
    defaultLibrary: library,
    bundled: bundledFolder,
    version: '1.2.3',
  });
  return { code, stdout: Buffer.concat(written.stdout), stderr: Buffer.concat(written.stderr).toString() };
}

/** The JSON a command printed. */
export async function runJson<T>(library: string, ...argv: readonly string[]): Promise<T> {
  const { stdout } = await run(library, ...argv, '--json');
  return JSON.parse(stdout.toString()) as T;
}
