import { expect } from 'vitest';

/** What the reference takes on the machine the limits were set on, alone; in milliseconds. */
const referenceTakes = 150;
/** A work that takes too long every time is too slow; one that was interrupted is not. */
const attempts = 3;

/** Processor time since the process began, which other programs do not count towards; in milliseconds. */
function busy(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/** Processor time of some work; in milliseconds. */
async function processorTime(work: () => unknown): Promise<number> {
  const before = busy();
  await work();
  return busy() - before;
}

/** A fixed piece of the work that readers do: strings made, sorted, cut and matched. */
function reference(): number {
  let found = 0;
  for (let round = 0; round < 40; round += 1) {
    const words = Array.from({ length: 5_000 }, (_, at) => `word${String((at * 7_919) % 5_000)}`);
    const text = words.sort().join(' ');
    found += text.split(/ /u).filter((word) => /[13579]$/u.test(word)).length;
  }
  return found;
}

/** How many times slower than the machine of the limits this one is now; never less than one. */
async function slowness(): Promise<number> {
  return Math.max(1, (await processorTime(reference)) / referenceTakes);
}

/**
 * Runs `work` and expects it to keep the processor busy for less than `longest` milliseconds.
 *
 * Processors of shared machines are slowed by their neighbours, even in processor time. So what goes over is
 * measured again, and the limit is stretched by what a reference takes on this machine at that moment. Work
 * that grows with the square of its input goes over it all the same.
 */
export async function inTime<Result>(
  longest: number,
  work: () => Result | Promise<Result>,
  label?: string,
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    const before = busy();
    const result = await work();
    const took = busy() - before;
    if (took < longest) return result;
    const limit = longest * (await slowness());
    if (attempt === attempts) expect(took, label).toBeLessThan(limit);
    if (took < limit) return result;
  }
}
