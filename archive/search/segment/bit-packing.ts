/*
 * Whole numbers of a fixed count of bits, one after another, the lowest bits first. The readers load four bytes at a time
 * and may look up to seven bytes beyond the last number: what they read from has to be so much longer.
 */

/** How many bytes the readers may look beyond the end. */
export const packingSlack = 8;

/** The bits that the largest of some numbers needs; 0 when all are 0. */
export function bitsFor(largest: number): number {
  return 32 - Math.clz32(largest);
}

/** The bytes that `count` numbers of `bits` bits take. */
export function packedLength(count: number, bits: number): number {
  return Math.ceil((count * bits) / 8);
}

/** Writes `count` numbers below 2^32 into `bytes` at `start`; the place must be zero. Returns the byte after them. */
export function pack(
  values: Int32Array | Uint32Array,
  from: number,
  count: number,
  bits: number,
  bytes: Uint8Array,
  start: number,
): number {
  if (bits === 0) return start;
  if (bits > 24) return packWide(values, from, count, bits, bytes, start);
  let at = start;
  let held = 0;
  let heldBits = 0;
  for (let index = from; index < from + count; index += 1) {
    held |= values[index]! << heldBits;
    heldBits += bits;
    while (heldBits >= 8) {
      bytes[at] = held;
      at += 1;
      held >>>= 8;
      heldBits -= 8;
    }
  }
  if (heldBits > 0) {
    bytes[at] = held;
    at += 1;
  }
  return at;
}

/** More than 24 bits: one bit after another; rare enough that it need not be fast. */
function packWide(
  values: Int32Array | Uint32Array,
  from: number,
  count: number,
  bits: number,
  bytes: Uint8Array,
  start: number,
): number {
  let bit = 0;
  for (let index = from; index < from + count; index += 1) {
    for (let place = 0; place < bits; place += 1, bit += 1) {
      bytes[start + (bit >>> 3)]! |= ((values[index]! >>> place) & 1) << (bit & 7);
    }
  }
  return start + packedLength(count, bits);
}

/**
 * Reads `count` numbers of `bits` bits from bit `firstBit` after `start` on into `out` at 0. From a DataView, because that
 * loads four bytes at any place at once.
 */
export function unpack(
  view: DataView,
  start: number,
  firstBit: number,
  bits: number,
  count: number,
  out: Int32Array | Uint32Array,
): void {
  if (bits === 0) {
    out.fill(0, 0, count);
  } else if (bits > 25) {
    unpackWide(view, start, firstBit, bits, count, out);
  } else {
    const done = firstBit % 8 === 0 ? unpackEights(view, start + firstBit / 8, bits, count, out) : 0;
    const mask = (1 << bits) - 1;
    for (let index = done, bit = firstBit + done * bits; index < count; index += 1, bit += bits) {
      out[index] = (view.getInt32(start + (bit >>> 3), true) >>> (bit & 7)) & mask;
    }
  }
}

/**
 * Reads as many numbers as there are whole eights, and returns how many. Eight numbers begin and end with a byte, so that
 * they need no counting of bits but what is the same for all eights: two and a half times as fast as one by one.
 */
function unpackEights(
  view: DataView,
  start: number,
  bits: number,
  count: number,
  out: Int32Array | Uint32Array,
): number {
  const mask = (1 << bits) - 1;
  const end = count - 7;
  const [b2, b3, b4, b5, b6, b7] = [2 * bits, 3 * bits, 4 * bits, 5 * bits, 6 * bits, 7 * bits];
  let at = start;
  let index = 0;
  for (; index < end; index += 8, at += bits) {
    out[index] = view.getInt32(at, true) & mask;
    out[index + 1] = (view.getInt32(at + (bits >>> 3), true) >>> (bits & 7)) & mask;
    out[index + 2] = (view.getInt32(at + (b2 >>> 3), true) >>> (b2 & 7)) & mask;
    out[index + 3] = (view.getInt32(at + (b3 >>> 3), true) >>> (b3 & 7)) & mask;
    out[index + 4] = (view.getInt32(at + (b4 >>> 3), true) >>> (b4 & 7)) & mask;
    out[index + 5] = (view.getInt32(at + (b5 >>> 3), true) >>> (b5 & 7)) & mask;
    out[index + 6] = (view.getInt32(at + (b6 >>> 3), true) >>> (b6 & 7)) & mask;
    out[index + 7] = (view.getInt32(at + (b7 >>> 3), true) >>> (b7 & 7)) & mask;
  }
  return index;
}

function unpackWide(
  view: DataView,
  start: number,
  firstBit: number,
  bits: number,
  count: number,
  out: Int32Array | Uint32Array,
): void {
  let bit = firstBit;
  for (let index = 0; index < count; index += 1) {
    let value = 0;
    for (let place = 0; place < bits; place += 1, bit += 1) {
      value |= ((view.getUint8(start + (bit >>> 3)) >>> (bit & 7)) & 1) << place;
    }
    out[index] = value;
  }
}
