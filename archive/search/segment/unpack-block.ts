/*
 * `unpack` of `bit-packing.ts` made for the two arrays that every block of postings has, since most of a search is spent
 * here: eight numbers at a time, and what is done with each number done at once.
 */

/** Beyond these bits four bytes do not hold a number wherever it begins. */
export const mostFastBits = 25;

/**
 * Reads `count` differences (each less one) of 1 to 25 bits at `start` and writes the numbers that they lead to from `before`
 * on. Returns the last.
 */
export function unpackDocuments(
  view: DataView,
  start: number,
  bits: number,
  count: number,
  before: number,
  out: Int32Array,
): number {
  const mask = (1 << bits) - 1;
  const end = count - 7;
  const [b2, b3, b4, b5, b6, b7] = [2 * bits, 3 * bits, 4 * bits, 5 * bits, 6 * bits, 7 * bits];
  let document = before;
  let at = start;
  let index = 0;
  for (; index < end; index += 8, at += bits) {
    document += (view.getInt32(at, true) & mask) + 1;
    out[index] = document;
    document += ((view.getInt32(at + (bits >>> 3), true) >>> (bits & 7)) & mask) + 1;
    out[index + 1] = document;
    document += ((view.getInt32(at + (b2 >>> 3), true) >>> (b2 & 7)) & mask) + 1;
    out[index + 2] = document;
    document += ((view.getInt32(at + (b3 >>> 3), true) >>> (b3 & 7)) & mask) + 1;
    out[index + 3] = document;
    document += ((view.getInt32(at + (b4 >>> 3), true) >>> (b4 & 7)) & mask) + 1;
    out[index + 4] = document;
    document += ((view.getInt32(at + (b5 >>> 3), true) >>> (b5 & 7)) & mask) + 1;
    out[index + 5] = document;
    document += ((view.getInt32(at + (b6 >>> 3), true) >>> (b6 & 7)) & mask) + 1;
    out[index + 6] = document;
    document += ((view.getInt32(at + (b7 >>> 3), true) >>> (b7 & 7)) & mask) + 1;
    out[index + 7] = document;
  }
  for (let bit = 0; index < count; index += 1, bit += bits) {
    document += ((view.getInt32(at + (bit >>> 3), true) >>> (bit & 7)) & mask) + 1;
    out[index] = document;
  }
  return document;
}

/** Reads `count` codes of 1 to 25 bits at `start`, and returns all their bits together: whether any of them is odd. */
export function unpackCodes(
  view: DataView,
  start: number,
  bits: number,
  count: number,
  out: Int32Array,
): number {
  const mask = (1 << bits) - 1;
  const end = count - 7;
  const [b2, b3, b4, b5, b6, b7] = [2 * bits, 3 * bits, 4 * bits, 5 * bits, 6 * bits, 7 * bits];
  let all = 0;
  let at = start;
  let index = 0;
  for (; index < end; index += 8, at += bits) {
    const c0 = view.getInt32(at, true);
    const c1 = view.getInt32(at + (bits >>> 3), true) >>> (bits & 7);
    const c2 = view.getInt32(at + (b2 >>> 3), true) >>> (b2 & 7);
    const c3 = view.getInt32(at + (b3 >>> 3), true) >>> (b3 & 7);
    const c4 = view.getInt32(at + (b4 >>> 3), true) >>> (b4 & 7);
    const c5 = view.getInt32(at + (b5 >>> 3), true) >>> (b5 & 7);
    const c6 = view.getInt32(at + (b6 >>> 3), true) >>> (b6 & 7);
    const c7 = view.getInt32(at + (b7 >>> 3), true) >>> (b7 & 7);
    out[index] = c0 & mask;
    out[index + 1] = c1 & mask;
    out[index + 2] = c2 & mask;
    out[index + 3] = c3 & mask;
    out[index + 4] = c4 & mask;
    out[index + 5] = c5 & mask;
    out[index + 6] = c6 & mask;
    out[index + 7] = c7 & mask;
    all |= c0 | c1 | c2 | c3 | c4 | c5 | c6 | c7;
  }
  for (let bit = 0; index < count; index += 1, bit += bits) {
    const code = (view.getInt32(at + (bit >>> 3), true) >>> (bit & 7)) & mask;
    out[index] = code;
    all |= code;
  }
  return all & mask;
}
