import type { ArchiveError } from '../../../../archive/model/errors.ts';
import type { Result } from '../../../../archive/model/result.ts';
import type { Draft, Reader } from '../../../../archive/readers/reader.ts';
import { fileOf } from '../read.ts';

/** All that a reader yields. */
export async function resultsOf(
  reader: Reader,
  bytes: Uint8Array,
): Promise<readonly Result<Draft, ArchiveError>[]> {
  const results: Result<Draft, ArchiveError>[] = [];
  for await (const result of reader.read(fileOf(bytes))) results.push(result);
  return results;
}

/** Numbers below 1 that are the same in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Files with a few bytes changed, a stretch lost, doubled or put elsewhere. */
export function* mutated(files: readonly Uint8Array[], rounds: number, seed: number): Generator<Uint8Array> {
  const random = seeded(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  for (let round = 0; round < rounds; round += 1) {
    const file = files[below(files.length)] ?? new Uint8Array();
    let bytes = Buffer.from(file);
    const start = below(bytes.length);
    const end = Math.min(bytes.length, start + below(2_000));
    const stretch = bytes.subarray(start, end);
    const way = below(4);
    if (way === 0) bytes = Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)]);
    else if (way === 1) bytes = Buffer.concat([bytes.subarray(0, end), stretch, bytes.subarray(end)]);
    else if (way === 2) bytes.set(stretch, below(Math.max(1, bytes.length - stretch.length)));
    else for (let count = below(20); count >= 0; count -= 1) bytes[below(bytes.length)] = below(256);
    yield bytes;
  }
}
