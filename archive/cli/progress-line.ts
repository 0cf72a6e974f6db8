import type { Output } from './streams.ts';

/** The line is written anew no more often than this, in milliseconds. */
const writeEvery = 100;
/** To the start of the line, and nothing behind it (ECMA-48: CR, EL). */
const wipe = '\r\u001b[K';

/** One line of a terminal that tells how far work has come. Where no person looks nothing is written. */
export class ProgressLine {
  private readonly output: Output;
  private written = -Infinity;
  private shown = false;

  constructor(output: Output) {
    this.output = output;
  }

  /** Puts this text in the line's place, unless the line was written just now. */
  show(text: string): void {
    const now = performance.now();
    if (!this.output.isTerminal || now - this.written < writeEvery) return;
    this.written = now;
    this.shown = true;
    void this.output.write(wipe + fitting(text, this.output.columns - 1));
  }

  /** Takes the line away, so that what is printed next begins at the edge. */
  async end(): Promise<void> {
    if (this.shown) await this.output.write(wipe);
    this.shown = false;
  }
}

/** A line that ran over the edge could not be written anew. */
function fitting(text: string, columns: number): string {
  return text.length <= columns ? text : `${text.slice(0, Math.max(0, columns - 1))}…`;
}
