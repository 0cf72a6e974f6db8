import type { Cancellation } from '../../model/cancellation.ts';

/** Why work was given up. */
export type GivenUp = 'cancelled' | 'too-slow';

/** In milliseconds, from now on. */
export class Patience {
  private readonly until: number;
  private readonly signal: Cancellation | undefined;

  constructor(milliseconds: number, signal: Cancellation | undefined) {
    this.until = Date.now() + milliseconds;
    this.signal = signal;
  }

  /** Null as long as there is time. */
  get over(): GivenUp | null {
    if (this.signal?.aborted === true) return 'cancelled';
    return Date.now() > this.until ? 'too-slow' : null;
  }
}

/** So many turns of promises for one of the event loop. */
const turnsATask = 32;

const nextTask = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Waits for work of pdf.js, no longer than there is patience. Without a worker pdf.js goes on from promise to promise and
 * never lets a timer run, so that the clock has to be looked at between its promises. Throws what the work throws.
 */
export async function waitFor<T>(work: Promise<T>, patience: Patience): Promise<T | GivenUp> {
  let settled = false;
  const watched = work.finally(() => {
    settled = true;
  });
  // It may fail after it was given up; nobody is there to hear of it.
  watched.catch(() => undefined);
  for (let turn = 1; !settled; turn += 1) {
    await (turn % turnsATask === 0 ? nextTask() : undefined);
    const over = settled ? null : patience.over;
    if (over !== null) return over;
  }
  return watched;
}
