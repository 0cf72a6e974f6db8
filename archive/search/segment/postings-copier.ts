import { packedLength, unpack } from './bit-packing.ts';
import { DamagedSegment } from './damaged-segment.ts';
import type { TermEntry } from './dictionary-cursor.ts';
import { PostingsCursor } from './postings-cursor.ts';
import type { PostingsEncoder } from './postings-encoder.ts';
import { ReadAhead } from './read-ahead.ts';
import type { SegmentReader } from './segment-reader.ts';

/** Copies the postings of terms from segments into a new one, with the documents' new numbers. */
export class PostingsCopier {
  private readonly encoder: PostingsEncoder;
  private readonly newNumbers: readonly Int32Array[];
  private readonly inputs: readonly ReadAhead[];
  private readonly cursor = new PostingsCursor();
  private gaps = new Int32Array(1 << 12);

  /** `newNumbers` has, for each input, the new number of each document, or -1 for one that is left out. */
  constructor(encoder: PostingsEncoder, newNumbers: readonly Int32Array[]) {
    this.encoder = encoder;
    this.newNumbers = newNumbers;
    this.inputs = newNumbers.map(() => new ReadAhead());
  }

  /** Adds a term's postings of one input to those that the encoder has begun. */
  copy(segment: SegmentReader, entry: TermEntry, input: number, withPositions: boolean): void {
    const { cursor } = this;
    const { dataLength, positionsLength, offset, documents } = entry;
    const bytes = this.inputs[input]!.read(segment.input, offset, dataLength + positionsLength);
    cursor.open(bytes, 0, dataLength, documents, segment.documents);
    while (cursor.next()) {
      cursor.loadFrequencies();
      if (withPositions) this.loadGaps(bytes, dataLength, positionsLength);
      this.copyBlock(this.newNumbers[input]!);
    }
  }

  private copyBlock(numbers: Int32Array): void {
    const { cursor, encoder, gaps } = this;
    let from = 0;
    for (let index = 0; index < cursor.count; index += 1) {
      const number = numbers[cursor.docs[index]!]!;
      if (number >= 0) encoder.copy(number, cursor, index, gaps, from);
      from += cursor.totals[index]!;
    }
  }

  /** All positions of the block, as the differences that are stored. */
  private loadGaps(bytes: Uint8Array, positionsAt: number, positionsLength: number): void {
    const { cursor } = this;
    let total = 0;
    for (let index = 0; index < cursor.count; index += 1) total += cursor.totals[index]!;
    const at = cursor.positionsOf(cursor.block);
    const none = cursor.positionBits === 0 && total > cursor.count;
    if (none || at + packedLength(total, cursor.positionBits) > positionsLength) {
      throw new DamagedSegment('positions lie outside their list');
    }
    if (this.gaps.length < total) this.gaps = new Int32Array(total * 2);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    unpack(view, positionsAt + at, 0, cursor.positionBits, total, this.gaps);
  }
}
