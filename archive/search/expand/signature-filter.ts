import { endingOf, letterBits, letterMask, lettersOf } from '../segment/term-signature.ts';
import type { TermSignatures } from '../segment/term-signatures.ts';
import type { CompiledPattern } from './compiled-pattern.ts';

const utf8 = new TextEncoder();

/** Room for the numbers found; each search uses it anew. */
let room = new Uint32Array(0);

function roomFor(count: number): Uint32Array {
  if (room.length < count) room = new Uint32Array(count);
  return room;
}

/** What is left of some bits when one (distance 1) or two (distance 2) of those set are taken away. */
function beyond(distance: number, bits: number): number {
  const rest = bits & (bits - 1);
  return distance === 1 ? rest : rest & (rest - 1);
}

/** Which letters the last four bytes of a term are, as bits; 0 when it has fewer, or others than ASCII. */
function lastLetters(ending: number): number {
  // Neither a byte of 0 nor one above 127: else a letter could be more or less than one of the bytes.
  const isPlain = (ending & 0x80808080) === 0 && (ending & 0xff) !== 0;
  if (!isPlain) return 0;
  return (
    (1 << (ending & 31)) |
    (1 << ((ending >>> 8) & 31)) |
    (1 << ((ending >>> 16) & 31)) |
    (1 << (ending >>> 24))
  );
}

/**
 * The numbers of the terms that may be within an edit distance (1 or 2) of a word, ascending: each edit takes at most one
 * letter away and brings at most one, and makes a term longer or shorter by one at most. Of the last four letters, too, it
 * takes at most one away and brings at most one. What is returned is good until the next call.
 */
export function nearSignatures(
  { letters, endings }: TermSignatures,
  word: string,
  distance: number,
): Uint32Array {
  const bytes = utf8.encode(word);
  const own = lettersOf(bytes, bytes.length) | 0;
  const found = roomFor(letters.length + 1);
  const count = nearLetters(letters, own, distance, found);
  const ownLast = lastLetters(endingOf(bytes, bytes.length) | 0);
  if (ownLast === 0) return found.subarray(0, count);
  let kept = 0;
  for (let index = 0; index < count; index += 1) {
    const number = found[index]!;
    const last = lastLetters(endings[number]!);
    const differs =
      last !== 0 && (beyond(distance, last & ~ownLast) | beyond(distance, ownLast & ~last)) !== 0;
    found[kept] = number;
    kept += differs ? 0 : 1;
  }
  return found.subarray(0, kept);
}

/**
 * The same by letters and length only. Without a branch, since whether one is taken is nearly chance: that makes it twice as
 * fast.
 */
function nearLetters(letters: Int32Array, own: number, distance: number, found: Uint32Array): number {
  const ownLetters = own & letterMask;
  const shortest = Math.max(0, (own >>> letterBits) - distance);
  const spread = (own >>> letterBits) + distance - shortest;
  let count = 0;
  for (let number = 0; number < letters.length; number += 1) {
    const signature = letters[number]!;
    const missing = beyond(distance, ownLetters & ~signature);
    const added = beyond(distance, signature & letterMask & ~ownLetters);
    const length = (signature >>> letterBits) - shortest;
    const bad = missing | added | ((length | (spread - length)) >> 31);
    found[count] = number;
    // 1 when `bad` is 0: of any other number it or its negative is below 0.
    count += ((bad | -bad) >>> 31) ^ 1;
  }
  return count;
}

/** The numbers in `[from, to)` of the terms that may fit a pattern, ascending; good until the next call. */
export function fittingSignatures(
  { letters, endings }: TermSignatures,
  { needs, ending, endingMask }: CompiledPattern,
  from: number,
  to: number,
): Uint32Array {
  const needed = needs & letterMask;
  const least = needs >>> letterBits;
  const found = roomFor(Math.max(0, to - from));
  let count = 0;
  for (let number = from; number < to; number += 1) {
    const signature = letters[number]!;
    if (((endings[number]! ^ ending) & endingMask) !== 0 || (needed & ~signature) !== 0) continue;
    if (signature >>> letterBits < least) continue;
    found[count] = number;
    count += 1;
  }
  return found.subarray(0, count);
}
