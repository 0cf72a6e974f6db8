import { packedLength, unpack } from './bit-packing.ts';
import { DamagedSegment } from './damaged-segment.ts';
import { allFields, bodyField, bodyWeight, fieldCount, fieldWeights } from './field-numbers.ts';
import { blockPostings } from './format.ts';
import { mostFastBits, unpackCodes, unpackDocuments } from './unpack-block.ts';

const skipLength = 16;
/** No document has this number. */
export const noDocument = 0x7fff_ffff;

/**
 * Reads the postings of one term block by block. `seek` goes to a block; then `docs[0, count)` are its documents; after
 * `loadFrequencies`, `weights` and `totals` belong to them. Throws `DamagedSegment` when the bytes make no sense.
 */
export class PostingsCursor {
  /** Documents of the block, ascending. */
  readonly docs = new Int32Array(blockPostings);
  /** For each its weighted frequency in the fields asked for; 0 when it stands in none of them. */
  readonly weights = new Int32Array(blockPostings);
  /** For each the number of its occurrences in all fields. */
  readonly totals = new Int32Array(blockPostings);
  /** For each its fields, as bits. */
  readonly masks = new Uint8Array(blockPostings);
  /** Frequencies by field of the documents that have more than the body: `index * fieldCount + field`. */
  readonly frequencies = new Int32Array(blockPostings * fieldCount);
  count = 0;
  /** The present block, or -1. */
  block = -1;
  blocks = 0;
  /** Documents of the whole list. */
  documents = 0;
  positionBits = 0;
  private bytes: Uint8Array = new Uint8Array(0);
  private view: DataView = new DataView(new ArrayBuffer(0));
  private skipsAt = 0;
  private dataStart = 0;
  private dataEnd = 0;
  private codesAt = 0;
  private codeBits = 0;
  private limit = 0;
  private loadedMask = -1;

  /**
   * `bytes[start, start + length)` are the data of a list of `documents` postings, with slack behind them; `limit` is the number of documents in the segment.
   */
  open(bytes: Uint8Array, start: number, length: number, documents: number, limit: number): void {
    if (
      bytes.buffer !== this.view.buffer ||
      bytes.byteOffset !== this.view.byteOffset ||
      bytes.length !== this.bytes.length
    ) {
      this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    }
    this.bytes = bytes;
    this.documents = documents;
    this.limit = limit;
    this.block = -1;
    this.count = 0;
    this.blocks = Math.ceil(documents / blockPostings);
    const skipBytes = this.blocks > 1 ? this.blocks * skipLength : 0;
    if (documents > limit || skipBytes > length) throw new DamagedSegment('a list of postings is too long');
    this.skipsAt = start;
    this.dataStart = start + skipBytes;
    this.dataEnd = start + length;
  }

  /** The last document of a block. */
  lastOf(block: number): number {
    return this.blocks === 1 ? noDocument - 1 : this.skip(block, 0);
  }

  /** Where the positions of a block begin, in bytes from the start of the list's positions. */
  positionsOf(block: number): number {
    return this.blocks === 1 ? 0 : this.skip(block, 2) >>> 0;
  }

  /** The largest weight of a block (65,535 stands for anything larger) in its low half, its least norm in the byte above. */
  boundOf(block: number): number {
    return this.blocks === 1 ? 0xffff : this.skip(block, 3);
  }

  /** Goes to the first block at or after the present one that may hold `document` or a later one; false when none does. */
  seek(document: number): boolean {
    let block = Math.max(this.block, 0);
    if (block < this.blocks && this.lastOf(block) < document) block = this.search(document, block + 1);
    if (block >= this.blocks) return false;
    if (block !== this.block) this.load(block);
    return true;
  }

  /** Goes to the next block; false when there is none. */
  next(): boolean {
    if (this.block + 1 >= this.blocks) return false;
    this.load(this.block + 1);
    return true;
  }

  /** Back before the first block. */
  rewind(): void {
    this.block = -1;
    this.count = 0;
  }

  /** One of the four numbers that are known of a block without reading it. */
  private skip(block: number, number: number): number {
    return this.view.getInt32(this.skipsAt + block * skipLength + number * 4, true);
  }

  /** The first block from `from` on whose last document is not before `document`: doubling steps, then halving. */
  private search(document: number, from: number): number {
    const { blocks } = this;
    let step = 1;
    let low = from;
    let high = from;
    while (high < blocks && this.skip(high, 0) < document) {
      low = high + 1;
      high += step;
      step *= 2;
    }
    high = Math.min(high, blocks);
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.skip(middle, 0) < document) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  load(block: number): void {
    const { bytes } = this;
    const at = this.dataStart + (this.blocks === 1 ? 0 : this.skip(block, 1) >>> 0);
    if (at + 4 > this.dataEnd) throw new DamagedSegment('a block of postings lies outside its list');
    const gapBits = bytes[at]!;
    this.codeBits = bytes[at + 1]!;
    this.positionBits = bytes[at + 2]!;
    const count = bytes[at + 3]! + 1;
    const codesAt = at + 4 + packedLength(count, gapBits);
    const end = codesAt + packedLength(count, this.codeBits);
    if (
      // With 32 bits a gap could be negative.
      gapBits > 31 ||
      this.codeBits > 32 ||
      this.positionBits > 32 ||
      count > blockPostings ||
      end > this.dataEnd
    ) {
      throw new DamagedSegment('a block of postings makes no sense');
    }
    const document = this.loadDocuments(at + 4, gapBits, count, block === 0 ? -1 : this.lastOf(block - 1));
    if (document >= this.limit || document < 0) throw new DamagedSegment('a document number is too large');
    this.codesAt = codesAt;
    this.count = count;
    this.block = block;
    this.loadedMask = -1;
  }

  /** Writes the documents of a block that begin after `before`, and returns the last. */
  private loadDocuments(at: number, gapBits: number, count: number, before: number): number {
    const { docs, view } = this;
    if (gapBits > 0 && gapBits <= mostFastBits)
      return unpackDocuments(view, at, gapBits, count, before, docs);
    unpack(view, at, 0, gapBits, count, docs);
    let document = before;
    for (let index = 0; index < count; index += 1) {
      document += docs[index]! + 1;
      docs[index] = document;
    }
    return document;
  }

  /** Reads the frequencies of the block for the fields of `mask`; does nothing when they are there. */
  loadFrequencies(mask: number = allFields): void {
    if (this.loadedMask === mask) return;
    this.loadedMask = mask;
    const { weights, totals, masks, count } = this;
    unpack(this.view, this.codesAt, 0, this.codeBits, count, totals);
    let extras = this.codesAt + packedLength(count, this.codeBits);
    const bodyFactor = (mask & (1 << bodyField)) === 0 ? 0 : bodyWeight;
    for (let index = 0; index < count; index += 1) {
      const code = totals[index]!;
      if ((code & 1) === 0) {
        const frequency = code >>> 1;
        totals[index] = frequency;
        weights[index] = frequency * bodyFactor;
        masks[index] = 1 << bodyField;
      } else {
        extras = this.loadFields(index, extras, mask);
      }
    }
  }

  /** Reads only the weights of the block, over all fields; `totals` and `masks` are not right then. */
  loadWeights(): void {
    if (this.loadedMask === allFields) return;
    this.loadedMask = -1;
    const { weights, count, codeBits, view } = this;
    // A word of the body alone has its frequency, doubled, for a code, and that is its weight.
    if (codeBits > 0 && codeBits <= mostFastBits) {
      const all = unpackCodes(view, this.codesAt, codeBits, count, weights);
      if ((all & 1) === 0) return;
    } else {
      unpack(view, this.codesAt, 0, codeBits, count, weights);
    }
    let extras = this.codesAt + packedLength(count, this.codeBits);
    for (let index = 0; index < count; index += 1) {
      if ((weights[index]! & 1) !== 0) extras = this.loadExtraWeight(index, extras);
    }
  }

  /** Reads the weight of a posting in several fields, and nothing else of it; returns where the next one begins. */
  private loadExtraWeight(index: number, at: number): number {
    const { bytes } = this;
    let next = at + 1;
    let weight = 0;
    for (let fields = bytes[at]!, field = 0; fields !== 0; fields >>>= 1, field += 1) {
      if ((fields & 1) === 0) continue;
      const frequency = bytes[next]!;
      // Of several bytes, or of a field that there is not: rare, and read with more care.
      if (frequency >= 0x80 || field >= fieldCount) return this.loadFields(index, at, allFields);
      weight += frequency * fieldWeights[field]!;
      next += 1;
    }
    if (next > this.dataEnd) throw new DamagedSegment('frequencies lie outside their list');
    this.weights[index] = weight;
    return next;
  }

  private loadFields(index: number, at: number, mask: number): number {
    const { bytes, frequencies } = this;
    const fields = bytes[at]!;
    let next = at + 1;
    let total = 0;
    let weight = 0;
    for (let field = 0; field < fieldCount; field += 1) {
      if ((fields & (1 << field)) === 0) continue;
      let frequency = bytes[next]!;
      next += 1;
      if (frequency >= 0x80) {
        frequency &= 0x7f;
        for (let shift = 7, more = true; more; shift += 7) {
          if (next >= this.dataEnd || shift > 28) throw new DamagedSegment('a frequency is too long');
          const byte = bytes[next]!;
          next += 1;
          frequency |= (byte & 0x7f) << shift;
          more = byte >= 0x80;
        }
        if (frequency < 0) throw new DamagedSegment('a frequency is too large');
      }
      frequencies[index * fieldCount + field] = frequency;
      total += frequency;
      if ((mask & (1 << field)) !== 0) weight += frequency * fieldWeights[field]!;
    }
    if (next > this.dataEnd || total > 0x7fff_ffff)
      throw new DamagedSegment('frequencies lie outside their list');
    this.totals[index] = total;
    this.weights[index] = weight;
    this.masks[index] = fields;
    return next;
  }
}
