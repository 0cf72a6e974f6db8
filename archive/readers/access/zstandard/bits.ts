/** Thrown for packed bytes that are not of the format; caught where a file is read. */
export class DamagedZstandard extends RangeError {}

/** The number of the highest bit that is set, from 0; -1 for 0. */
export function highestBit(value: number): number {
  return 31 - Math.clz32(value);
}

/** Up to 24 bits from a place, the lowest first. What lies beyond the bytes is 0. */
function field(bytes: Uint8Array, at: number, count: number): number {
  const byte = at >> 3;
  const four =
    (bytes[byte] ?? 0) |
    ((bytes[byte + 1] ?? 0) << 8) |
    ((bytes[byte + 2] ?? 0) << 16) |
    ((bytes[byte + 3] ?? 0) << 24);
  return (four >>> (at & 7)) & ((1 << count) - 1);
}

/** Bits from the front (RFC 8878, 4.1.1: the descriptions of tables). */
export class ForwardBits {
  /** In bits. */
  position = 0;
  private readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  read(count: number): number {
    const value = field(this.bytes, this.position, count);
    this.position += count;
    if (this.position > this.bytes.length * 8) throw new DamagedZstandard('a table is cut off');
    return value;
  }
}

/** Bits from the end, where the highest that is set says where they begin (RFC 8878, 4.1). */
export class BackwardBits {
  /** How many bits are left; below zero once more were asked for than there are. */
  left: number;
  private readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    const last = bytes.at(-1) ?? 0;
    if (last === 0) throw new DamagedZstandard('a stream of bits has no end');
    this.bytes = bytes;
    this.left = (bytes.length - 1) * 8 + highestBit(last);
  }

  /** Reads bits; those before the first are 0. */
  readBeyond(count: number): number {
    this.left -= count;
    if (this.left >= 0) {
      if (count <= 24) return field(this.bytes, this.left, count);
      return field(this.bytes, this.left, 16) + field(this.bytes, this.left + 16, count - 16) * 0x10000;
    }
    const there = this.left + count;
    return there <= 0 ? 0 : field(this.bytes, 0, there) << -this.left;
  }

  /** Reads bits that must be there. */
  read(count: number): number {
    const value = this.readBeyond(count);
    if (this.left < 0) throw new DamagedZstandard('a stream of bits is cut off');
    return value;
  }
}
