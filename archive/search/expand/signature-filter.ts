import { endingOf, letterBits, letterMask, lettersOf } from '../segment/term-signature.ts';
import type { TermSignatures } from '../segment/term-signatures.ts';
import type { CompiledPattern } from './compiled-pattern.ts';

const utf8 = new TextEncoder();

/** Whether more than `most` (1 or 2) bits are set. */
function hasMoreThan(most: number, bits: number): boolean {
  const rest = bits & (bits - 1);
  return most === 1 ? rest !== 0 : (rest & (rest - 1)) !== 0;
}

/** Which letters the last four bytes of a term are, as bits; 0 when it has fewer, or others than ASCII. */
function lastLetters(ending: number): number {
  // Neither a byte of 0 nor one above 127: else a letter could be more or less than one of the bytes.
  const isPlain = (ending & 0x80808080) === 0 && (ending & 0xff) !== 0;
  if (!isPlain) return 0;
  return (1 << (ending & 31)) | (1 << ((ending >>> 8) & 31)) | (1 << ((ending >>> 16) & 31)) | (1 << (ending >>> 24));
}

/**
 * The numbers of the terms that may be within an edit distance (1 or 2) of a word, ascending: each edit takes at most one letter away
 * and brings at most one, and makes a term longer or shorter by one at most. Of the last four letters, too, it takes at most
 * one away and brings at most one.
 */
export function nearSignatures(
  { letters, endings }: TermSignatures,
  word: string,
  distance: number,
): Uint32Array {
  const bytes = utf8.encode(word);
  const own = lettersOf(bytes, bytes.length) | 0;
  const ownLetters = own & letterMask;
  const ownLast = lastLetters(endingOf(bytes, bytes.length) | 0);
  const shortest = Math.max(0, (own >>> letterBits) - distance);
  const longest = (own >>> letterBits) + distance;
  const found = new Uint32Array(letters.length);
  let count = 0;
  for (let number = 0; number < letters.length; number += 1) {
    const signature = letters[number]!;
    const length = signature >>> letterBits;
    if (length < shortest || length > longest) continue;
    if (hasMoreThan(distance, ownLetters & ~signature)) continue;
    if (hasMoreThan(distance, signature & letterMask & ~ownLetters)) continue;
    const last = lastLetters(endings[number]!);
    const bothPlain = last !== 0 && ownLast !== 0;
    if (bothPlain && hasMoreThan(distance, last & ~ownLast)) continue;
    if (bothPlain && hasMoreThan(distance, ownLast & ~last)) continue;
    found[count] = number;
    count += 1;
  }
  return found.subarray(0, count);
}

/** The numbers in `[from, to)` of the terms that may fit a pattern, ascending. */
export function fittingSignatures(
  { letters, endings }: TermSignatures,
  { needs, ending, endingMask }: CompiledPattern,
  from: number,
  to: number,
): Uint32Array {
  const needed = needs & letterMask;
  const least = needs >>> letterBits;
  const found = new Uint32Array(Math.max(0, to - from));
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
