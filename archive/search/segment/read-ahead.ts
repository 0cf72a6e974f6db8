import { packingSlack } from './bit-packing.ts';
import { DamagedSegment } from './damaged-segment.ts';
import type { SegmentInput } from './segment-input.ts';

/** How much is read at once. */
const piece = 1 << 20;

/**
 * Reads places of a segment that follow each other in the file, or nearly so: in large pieces, since a read costs as much
 * as a hundred thousand bytes.
 */
export class ReadAhead {
  private buffer = new Uint8Array(0);
  private start = 0;
  private end = 0;

  /** The bytes at a place, with slack behind them; good until the next call. */
  read(input: SegmentInput, offset: number, length: number): Uint8Array {
    if (offset < this.start || offset + length > this.end) this.fill(input, offset, length);
    const at = offset - this.start;
    return this.buffer.subarray(at, at + length + packingSlack);
  }

  private fill(input: SegmentInput, offset: number, length: number): void {
    const { covered } = input.contents;
    if (offset < 0 || length < 0 || offset + length > covered)
      throw new DamagedSegment('a place lies outside the file');
    const wanted = Math.min(Math.max(length, piece), covered - offset);
    if (this.buffer.length < wanted + packingSlack) this.buffer = new Uint8Array(wanted + packingSlack);
    input.read(this.buffer, wanted, offset);
    this.start = offset;
    this.end = offset + wanted;
  }
}
