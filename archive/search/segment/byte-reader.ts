import { DamagedSegment } from './damaged-segment.ts';

/** Reads what `ByteWriter` wrote. Never reads beyond the end: it throws `DamagedSegment` instead. */
export class ByteReader {
  readonly bytes: Uint8Array;
  at: number;
  readonly end: number;

  constructor(bytes: Uint8Array, start = 0, end = bytes.length) {
    this.bytes = bytes;
    this.at = start;
    this.end = end;
  }

  private need(count: number): void {
    if (count > this.end - this.at) throw new DamagedSegment('a structure ends too early');
  }

  byte(): number {
    this.need(1);
    this.at += 1;
    return this.bytes[this.at - 1]!;
  }

  uint32(): number {
    this.need(4);
    const { bytes, at } = this;
    this.at = at + 4;
    return (bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)) >>> 0;
  }

  uint64(): number {
    const low = this.uint32();
    return this.uint32() * 0x1_0000_0000 + low;
  }

  varint(): number {
    const { bytes, end } = this;
    let at = this.at;
    let value = 0;
    let scale = 1;
    for (let groups = 0; groups < 8; groups += 1) {
      if (at >= end) throw new DamagedSegment('a number ends too early');
      const byte = bytes[at]!;
      at += 1;
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) {
        this.at = at;
        return value;
      }
      scale *= 0x80;
    }
    throw new DamagedSegment('a number is too long');
  }

  signedVarint(): number {
    const value = this.varint();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  /** A view of the next bytes. */
  raw(length: number): Uint8Array {
    this.need(length);
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }
}
