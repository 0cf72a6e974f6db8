import { bitCount } from '../segment/removed-documents.ts';

/** A set of documents of a segment, one bit each. */
export type Bits = Uint32Array;

export function setBit(bits: Bits, document: number): void {
  bits[document >>> 5]! |= 1 << (document & 31);
}

export function hasBit(bits: Bits, document: number): boolean {
  return (bits[document >>> 5]! & (1 << (document & 31))) !== 0;
}

/** Keeps in `a` what is also in `b`. */
export function intersect(a: Bits, b: Bits): void {
  for (let word = 0; word < a.length; word += 1) a[word]! &= b[word]!;
}

/** Adds to `a` what is in `b`. */
export function unite(a: Bits, b: Bits): void {
  for (let word = 0; word < a.length; word += 1) a[word]! |= b[word]!;
}

/** Takes from `a` what is in `b`. */
export function subtract(a: Bits, b: Bits): void {
  for (let word = 0; word < a.length; word += 1) a[word]! &= ~b[word]!;
}

export function countBits(bits: Bits): number {
  let count = 0;
  for (let word = 0; word < bits.length; word += 1) {
    const value = bits[word]!;
    if (value !== 0) count += bitCount(value);
  }
  return count;
}

/** Puts the documents `[0, documents)` in. */
export function fillBits(bits: Bits, documents: number): void {
  bits.fill(0xffff_ffff);
  if ((documents & 31) !== 0) bits[bits.length - 1] = (1 << (documents & 31)) - 1;
}

/** Writes the documents of a set to `out`, ascending, and returns their count. */
export function listBits(bits: Bits, out: Int32Array): number {
  let count = 0;
  for (let word = 0; word < bits.length; word += 1) {
    let rest = bits[word]!;
    while (rest !== 0) {
      const lowest = rest & -rest;
      out[count] = (word << 5) + (31 - Math.clz32(lowest));
      count += 1;
      rest ^= lowest;
    }
  }
  return count;
}
