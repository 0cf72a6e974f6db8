/**
 * What the set-up tells a person: one quiet line a step. Always on stderr, because stdout belongs to the program
 * that is being started (`npm run cuttings -- … --json`).
 * @param {string} text
 */
export function say(text) {
  process.stderr.write(`cuttings: ${text}\n`);
}

/** A failure whose message is a sentence for the person at the terminal; it is printed without a stack. */
export class SetupError extends Error {
  /** @param {string} message @param {{ cause?: unknown }} [options] */
  constructor(message, options) {
    super(message, options);
    this.name = 'SetupError';
  }
}

/**
 * Runs a script's main function and turns its outcome into the exit code of this process. A `SetupError` is one line
 * and exit code 1; anything else is a bug and keeps its stack.
 * @param {() => Promise<number>} main answers the exit code
 * @returns {Promise<void>}
 */
export async function runMain(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    process.exitCode = 1;
    if (error instanceof SetupError) say(error.message);
    else process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  }
}
