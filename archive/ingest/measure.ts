import type { Cancellation } from '../model/cancellation.ts';
import { walk } from './walk.ts';

/** How much there is to read. */
export interface Amount {
  readonly files: number;
  readonly bytes: number;
}

/**
 * Counts what walking the same paths meets, and the bytes of it, without opening a file. Null when it was stopped. Never
 * throws for what the disk holds.
 */
export async function measure(
  paths: readonly string[],
  excluded: readonly string[],
  signal: Cancellation,
): Promise<Amount | null> {
  let [files, bytes] = [0, 0];
  for await (const entry of walk(paths, excluded)) {
    if (signal.aborted) return null;
    files += 1;
    if (entry.kind === 'file') bytes += entry.size;
  }
  return { files, bytes };
}
