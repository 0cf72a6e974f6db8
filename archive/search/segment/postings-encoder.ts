import { bitsFor, pack, packedLength } from './bit-packing.ts';
import { ByteWriter } from './byte-writer.ts';
import { bodyField, fieldCount, fieldWeights } from './field-numbers.ts';
import { blockPostings } from './format.ts';
import type { PostingsCursor } from './postings-cursor.ts';
import type { SegmentOutput } from './segment-output.ts';

/** Where the postings of a term were written, and how many there are. */
export interface WrittenPostings {
  readonly offset: number;
  /** Bytes of skip table and blocks. */
  readonly dataLength: number;
  /** Bytes of positions, right after the data; 0 when there are none. */
  readonly positionsLength: number;
  readonly documents: number;
  readonly occurrences: number;
}

const bodyOnly = 1 << bodyField;
const largestWeight = 0xffff;

/**
 * Writes the postings of one term after another. For each: `begin`, `add` for each document in ascending order, `end`.
 * Blocks of 128 postings hold document numbers (differences), frequencies and, in a stream of their own, positions
 * (differences within a field), each with as many bits as the largest of the block needs.
 */
export class PostingsEncoder {
  private readonly output: SegmentOutput;
  private readonly norms: Uint8Array;
  private readonly gaps = new Int32Array(blockPostings);
  private readonly codes = new Int32Array(blockPostings);
  private positions = new Int32Array(blockPostings * 8);
  private readonly extras = new ByteWriter();
  private readonly skips = new ByteWriter();
  private readonly data = new ByteWriter(1 << 16);
  private readonly positionData = new ByteWriter(1 << 16);
  private withPositions = false;
  private inBlock = 0;
  private positionCount = 0;
  private largestGap = 0;
  private largestCode = 0;
  private largestPosition = 0;
  private heaviest = 0;
  private shortest = 255;
  private lastDocument = -1;
  private documents = 0;
  private occurrences = 0;
  private blocks = 0;

  /** `norms` has the length byte of every document of the segment. */
  constructor(output: SegmentOutput, norms: Uint8Array) {
    this.output = output;
    this.norms = norms;
  }

  begin(withPositions: boolean): void {
    this.withPositions = withPositions;
    this.skips.clear();
    this.data.clear();
    this.positionData.clear();
    this.lastDocument = -1;
    this.documents = 0;
    this.occurrences = 0;
    this.blocks = 0;
    this.startBlock();
  }

  /**
   * One document. `frequencies` has an entry for each field, of which those in `mask` count. `positions`, from `from` on,
   * are grouped by field in the order of the fields, ascending in each.
   */
  add(document: number, mask: number, frequencies: Int32Array, positions: Int32Array, from: number): void {
    this.nextDocument(document);
    if (mask === bodyOnly) {
      const frequency = frequencies[bodyField]!;
      this.code(frequency << 1, frequency * fieldWeights[bodyField]!);
      this.occurrences += frequency;
      if (this.withPositions) this.addPositions(positions, from, frequency);
    } else {
      this.addFields(mask, frequencies, positions, from);
    }
    this.endDocument();
  }

  /** Whether no document was added since `begin`. */
  get isEmpty(): boolean {
    return this.documents === 0;
  }

  /** One document as a cursor of another segment has it; `gaps`, from `from` on, are its positions as they are stored. */
  copy(document: number, cursor: PostingsCursor, index: number, gaps: Int32Array, from: number): void {
    this.nextDocument(document);
    const fields = cursor.masks[index]!;
    const total = cursor.totals[index]!;
    if (fields === bodyOnly) {
      this.code(total << 1, total * fieldWeights[bodyField]!);
    } else {
      let weight = 0;
      this.extras.byte(fields);
      for (let field = 0; field < fieldCount; field += 1) {
        if ((fields & (1 << field)) === 0) continue;
        const frequency = cursor.frequencies[index * fieldCount + field]!;
        this.extras.varint(frequency);
        weight += frequency * fieldWeights[field]!;
      }
      this.code(1, weight);
    }
    this.occurrences += total;
    if (this.withPositions) this.addGaps(gaps, from, total);
    this.endDocument();
  }

  end(): WrittenPostings {
    if (this.inBlock > 0) this.endBlock();
    const { offset } = this.output;
    if (this.blocks > 1) this.output.write(this.skips.view());
    this.output.write(this.data.view());
    this.output.write(this.positionData.view());
    return {
      offset,
      dataLength: (this.blocks > 1 ? this.skips.length : 0) + this.data.length,
      positionsLength: this.positionData.length,
      documents: this.documents,
      occurrences: this.occurrences,
    };
  }

  private nextDocument(document: number): void {
    const gap = document - this.lastDocument - 1;
    this.gaps[this.inBlock] = gap;
    if (gap > this.largestGap) this.largestGap = gap;
    this.lastDocument = document;
    const norm = this.norms[document]!;
    if (norm < this.shortest) this.shortest = norm;
  }

  private endDocument(): void {
    this.documents += 1;
    this.inBlock += 1;
    if (this.inBlock === blockPostings) this.endBlock();
  }

  private code(code: number, weight: number): void {
    this.codes[this.inBlock] = code;
    if (code > this.largestCode) this.largestCode = code;
    if (weight > this.heaviest) this.heaviest = weight;
  }

  /** Anything but body alone: code 1, and the fields and their frequencies apart. */
  private addFields(mask: number, frequencies: Int32Array, positions: Int32Array, from: number): void {
    let weight = 0;
    let at = from;
    this.extras.byte(mask);
    for (let field = 0; field < fieldCount; field += 1) {
      if ((mask & (1 << field)) === 0) continue;
      const frequency = frequencies[field]!;
      this.extras.varint(frequency);
      weight += frequency * fieldWeights[field]!;
      this.occurrences += frequency;
      if (this.withPositions) this.addPositions(positions, at, frequency);
      at += frequency;
    }
    this.code(1, weight);
  }

  private reservePositions(count: number): void {
    if (this.positionCount + count <= this.positions.length) return;
    const larger = new Int32Array(Math.max(this.positions.length * 2, this.positionCount + count));
    larger.set(this.positions.subarray(0, this.positionCount));
    this.positions = larger;
  }

  private addGaps(gaps: Int32Array, from: number, count: number): void {
    this.reservePositions(count);
    const { positions: held } = this;
    let at = this.positionCount;
    let largest = this.largestPosition;
    for (let index = from; index < from + count; index += 1) {
      const gap = gaps[index]!;
      held[at] = gap;
      if (gap > largest) largest = gap;
      at += 1;
    }
    this.largestPosition = largest;
    this.positionCount = at;
  }

  private addPositions(positions: Int32Array, from: number, count: number): void {
    this.reservePositions(count);
    const { positions: held } = this;
    let at = this.positionCount;
    let before = 0;
    let largest = this.largestPosition;
    for (let index = from; index < from + count; index += 1) {
      const position = positions[index]!;
      const gap = position - before;
      held[at] = gap;
      if (gap > largest) largest = gap;
      before = position;
      at += 1;
    }
    this.largestPosition = largest;
    this.positionCount = at;
  }

  private startBlock(): void {
    this.inBlock = 0;
    this.positionCount = 0;
    this.largestGap = 0;
    this.largestCode = 0;
    this.largestPosition = 0;
    this.heaviest = 0;
    this.shortest = 255;
    this.extras.clear();
  }

  private endBlock(): void {
    const { data, inBlock, positionData } = this;
    const gapBits = bitsFor(this.largestGap);
    const codeBits = bitsFor(this.largestCode);
    const positionBits = bitsFor(this.largestPosition);
    this.skips.uint32(this.lastDocument);
    this.skips.uint32(data.length);
    this.skips.uint32(positionData.length);
    this.skips.uint32(Math.min(this.heaviest, largestWeight) | (this.shortest << 16));
    data.uint32(gapBits | (codeBits << 8) | (positionBits << 16) | ((inBlock - 1) << 24));
    appendPacked(data, this.gaps, inBlock, gapBits);
    appendPacked(data, this.codes, inBlock, codeBits);
    data.raw(this.extras.view());
    if (this.withPositions) appendPacked(positionData, this.positions, this.positionCount, positionBits);
    this.blocks += 1;
    this.startBlock();
  }
}

function appendPacked(writer: ByteWriter, values: Int32Array, count: number, bits: number): void {
  const length = packedLength(count, bits);
  writer.reserve(length);
  writer.bytes.fill(0, writer.length, writer.length + length);
  pack(values, 0, count, bits, writer.bytes, writer.length);
  writer.length += length;
}
