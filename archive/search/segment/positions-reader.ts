import { packedLength, packingSlack, unpack } from './bit-packing.ts';
import { DamagedSegment } from './damaged-segment.ts';
import { fieldCount } from './field-numbers.ts';
import { blockPostings } from './format.ts';
import type { PostingsCursor } from './postings-cursor.ts';
import type { SegmentInput } from './segment-input.ts';

/** How much is read at once, at least, and at most where more is read on from where the last reading ended. */
const [leastRead, mostRead] = [16_384, 65_536];

/** Reads the positions of one term's postings, for documents in any order but best in ascending order. */
export class PositionsReader {
  private input: SegmentInput | null = null;
  private offset = 0;
  private length = 0;
  private buffer = new Uint8Array(0);
  private view = new DataView(this.buffer.buffer);
  private bufferStart = 0;
  private bufferEnd = 0;
  private ahead = leastRead;
  /** The count of positions before each posting of the block. */
  private readonly starts = new Int32Array(blockPostings + 1);
  private startsOf = -1;

  /** `offset` and `length` are those of the positions in the segment's file. */
  open(input: SegmentInput, offset: number, length: number): void {
    this.input = input;
    this.offset = offset;
    this.length = length;
    this.bufferStart = 0;
    this.bufferEnd = 0;
    this.ahead = leastRead;
    this.startsOf = -1;
  }

  /** Keeps no more memory than the least that is read at once. */
  shrink(): void {
    if (this.buffer.length <= leastRead + packingSlack) return;
    this.buffer = new Uint8Array(0);
    this.view = new DataView(this.buffer.buffer);
  }

  /**
   * Writes the positions of the posting at `index` of the cursor's block, those in the fields of `mask`, ascending, to
   * `out` and returns their count. The cursor's frequencies must be loaded; `out` must hold `count(…)` numbers.
   */
  read(cursor: PostingsCursor, index: number, mask: number, out: Int32Array): number {
    const { starts } = this;
    if (this.startsOf !== cursor.block) this.countStarts(cursor);
    const bits = cursor.positionBits;
    const first = cursor.positionsOf(cursor.block);
    const total = cursor.totals[index]!;
    const from = first + Math.floor((starts[index]! * bits) / 8);
    const at = this.ensure(from, first + packedLength(starts[index + 1]!, bits));
    unpack(this.view, at, (starts[index]! * bits) % 8, bits, total, out);
    const fields = cursor.masks[index]!;
    if ((fields & (fields - 1)) === 0) {
      if ((fields & mask) === 0) return 0;
      for (let place = 1; place < total; place += 1) out[place] = out[place]! + out[place - 1]!;
      return total;
    }
    return gather(cursor, index, mask, out);
  }

  /**
   * How many positions `read` will write for the posting at `index`. Throws `DamagedSegment` when there are not so many
   * bytes, before anybody makes room for them.
   */
  count(cursor: PostingsCursor, index: number): number {
    const total = cursor.totals[index]!;
    // Without bits there is one position, the first of the document.
    const most = cursor.positionBits === 0 ? 1 : (this.length * 8) / cursor.positionBits;
    if (total > most) throw new DamagedSegment('a document has too many positions');
    return total;
  }

  private countStarts(cursor: PostingsCursor): void {
    const { starts } = this;
    let sum = 0;
    for (let index = 0; index < cursor.count; index += 1) {
      starts[index] = sum;
      sum += cursor.totals[index]!;
    }
    if (sum > 0x7fff_ffff) throw new DamagedSegment('a block has too many positions');
    starts[cursor.count] = sum;
    this.startsOf = cursor.block;
  }

  /** Sees that these bytes of the positions are in the buffer and returns where. */
  private ensure(from: number, to: number): number {
    if (from >= this.bufferStart && to <= this.bufferEnd) return from - this.bufferStart;
    if (to > this.length || this.input === null) throw new DamagedSegment('positions lie outside their list');
    // Few of many documents are far apart, most of them lie close together.
    const goesOn = this.bufferEnd > 0 && from >= this.bufferStart && from < this.bufferEnd + this.ahead;
    this.ahead = goesOn ? Math.min(this.ahead * 2, mostRead) : leastRead;
    const length = Math.min(Math.max(to - from, this.ahead), this.length - from);
    if (this.buffer.length < length + packingSlack) {
      this.buffer = new Uint8Array(Math.max(length, leastRead) + packingSlack);
      this.view = new DataView(this.buffer.buffer);
    }
    this.input.read(this.buffer, length, this.offset + from);
    this.bufferStart = from;
    this.bufferEnd = from + length;
    return 0;
  }
}

/** Several fields: adds the differences up field by field, keeps those asked for, and sorts them. */
function gather(cursor: PostingsCursor, index: number, mask: number, out: Int32Array): number {
  let at = 0;
  let kept = 0;
  for (let field = 0; field < fieldCount; field += 1) {
    if ((cursor.masks[index]! & (1 << field)) === 0) continue;
    const end = at + cursor.frequencies[index * fieldCount + field]!;
    let position = 0;
    for (; at < end; at += 1) {
      position += out[at]!;
      if ((mask & (1 << field)) !== 0) {
        out[kept] = position;
        kept += 1;
      }
    }
  }
  return kept > 1 ? sortStart(out, kept) : kept;
}

/** By insertion: the numbers are few and mostly in order. Returns the count. */
function sortStart(out: Int32Array, count: number): number {
  for (let index = 1; index < count; index += 1) {
    const value = out[index]!;
    let place = index - 1;
    while (place >= 0 && out[place]! > value) {
      out[place + 1] = out[place]!;
      place -= 1;
    }
    out[place + 1] = value;
  }
  return count;
}
