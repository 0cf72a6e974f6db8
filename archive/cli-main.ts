import { homedir } from 'node:os';
import { fileURLToPath } from 'node:url';
import packageDescription from '../package.json' with { type: 'json' };
import { runCommandLine } from './cli.ts';
import type { Output } from './cli/streams.ts';
import { defaultLibrary } from './library/default-location.ts';

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
    write: (data) =>
      new Promise((resolve, reject) => {
        stream.write(data, (error) => {
          if (error && !isClosedPipe(error)) reject(error);
          else resolve();
        });
      }),
  };
}

const { platform, env } = process;

process.exitCode = await runCommandLine(process.argv.slice(2), {
  stdout: outputTo(process.stdout),
  stderr: outputTo(process.stderr),
  defaultLibrary: defaultLibrary({ platform, env, home: homedir() }),
  // Beside the built file: dist/cli/cuttings.mjs and dist/collections/kosovo.
  bundled: fileURLToPath(new URL('../collections/kosovo', import.meta.url)),
  version: packageDescription.version,
});
