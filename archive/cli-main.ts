import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import packageDescription from '../package.json' with { type: 'json' };
import { runCommandLine } from './cli.ts';
import type { Output } from './cli/streams.ts';
import { defaultLibrary } from './library/default-location.ts';
import type { Cancellation } from './model/cancellation.ts';

/** A reader that has seen enough (`| head`) closes the pipe; that is no failure, and there is nobody left to tell. */
function isClosedPipe(error: NodeJS.ErrnoException): boolean {
  return error.code === 'EPIPE';
}

function outputTo(stream: NodeJS.WriteStream): Output {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (!isClosedPipe(error)) throw error;
  });
  return {
    isTerminal: stream.isTTY,
    columns: stream.columns || 80,
    write: (data) =>
      new Promise((resolve, reject) => {
        stream.write(data, (error) => {
          if (error && !isClosedPipe(error)) reject(error);
          else resolve();
        });
      }),
  };
}

/** The exit code of a program that Ctrl-C ended: 128 and the number of SIGINT. */
const interrupted = 130;

function listenForInterrupt(): Cancellation {
  const signal = { aborted: false };
  process.on('SIGINT', () => {
    if (signal.aborted) process.exit(interrupted);
    signal.aborted = true;
    process.stderr.write('\nStopping where nothing is left half done. Ctrl-C again ends at once.\n');
  });
  return signal;
}

/** Beside the built file: dist/cli/archive-worker.mjs. */
function builtWorker(): string | null {
  const file = fileURLToPath(new URL('archive-worker.mjs', import.meta.url));
  return existsSync(file) ? file : null;
}

const { platform, env } = process;

process.exitCode = await runCommandLine(process.argv.slice(2), {
  stdout: outputTo(process.stdout),
  stderr: outputTo(process.stderr),
  readInput: () => text(process.stdin),
  listenForInterrupt,
  defaultLibrary: defaultLibrary({ platform, env, home: homedir() }),
  // Beside the built file: dist/cli/cuttings.mjs and dist/collections/kosovo.
  bundled: fileURLToPath(new URL('../collections/kosovo', import.meta.url)),
  worker: builtWorker(),
  version: packageDescription.version,
});
