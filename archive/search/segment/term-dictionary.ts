import { DamagedSegment } from './damaged-segment.ts';
import { dictionaryBlock } from './format.ts';
import type { DictionaryName } from './format.ts';
import type { SegmentInput } from './segment-input.ts';
import { readSignatures } from './term-signatures.ts';
import type { TermSignatures } from './term-signatures.ts';

/** How much of a dictionary is read at once. */
const chunk = 65_536;

/**
 * One dictionary of a segment. The first term of each block is in memory from the start; the rest comes in as it is looked
 * at, and stays: a dictionary is a few hundredths of its segment, and a read costs more than looking a word up.
 */
export class TermDictionary {
  readonly name: DictionaryName;
  readonly terms: number;
  readonly blocks: number;
  readonly input: SegmentInput;
  /** Where the blocks begin in the file. */
  readonly offset: number;
  readonly length: number;
  /** The blocks; only those parts that `need` was asked for are there. */
  readonly bytes: Uint8Array;
  private readonly loaded: Uint8Array;
  /** The first terms of the blocks, one after another: that of block b is at `[keyStarts[b], keyStarts[b + 1])`. */
  readonly keys: Uint8Array;
  readonly keyStarts: Uint32Array;
  private readonly blockStarts: Uint32Array;
  private readSignatures: TermSignatures | null = null;

  /** Reads the index. Throws `DamagedSegment`. */
  constructor(input: SegmentInput, name: DictionaryName) {
    this.input = input;
    this.name = name;
    this.terms = input.contents.terms[name];
    this.blocks = Math.ceil(this.terms / dictionaryBlock);
    [this.offset, this.length] = input.place(`${name}.terms`);
    this.bytes = new Uint8Array(this.length);
    this.loaded = new Uint8Array(Math.ceil(this.length / chunk));
    const index = input.section(`${name}.index`);
    const starts = (this.blocks + 1) * 4;
    if (index.length < 4 + 2 * starts || new Uint32Array(index.buffer, 0, 1)[0] !== this.blocks) {
      throw new DamagedSegment('the index of a dictionary is too short');
    }
    this.keyStarts = new Uint32Array(index.buffer, 4, this.blocks + 1);
    this.blockStarts = new Uint32Array(index.buffer, 4 + starts, this.blocks + 1);
    this.keys = index.subarray(4 + 2 * starts);
    if (this.keyStarts[this.blocks] !== this.keys.length || this.blockStarts[this.blocks] !== this.length) {
      throw new DamagedSegment('the index of a dictionary is not whole');
    }
  }

  /** What is known of all terms, of forms and stems only: in memory from when it is first asked for. Throws `DamagedSegment`. */
  get signatures(): TermSignatures {
    this.readSignatures ??= readSignatures(this.input, this.name, this.terms);
    return this.readSignatures;
  }

  /** Where a block begins in the section; that of the count of blocks is the section's end. */
  blockStart(block: number): number {
    return this.blockStarts[block]!;
  }

  /** Sees that a block is in `bytes`. Throws `DamagedSegment`. */
  need(block: number): void {
    const start = this.blockStarts[block]!;
    const end = this.blockStarts[block + 1]!;
    if (start > end || end > this.length)
      throw new DamagedSegment('a block of terms lies outside its dictionary');
    for (let part = Math.floor(start / chunk); part * chunk < end; part += 1) {
      if (this.loaded[part] === 1) continue;
      const from = part * chunk;
      const to = Math.min(from + chunk, this.length);
      this.input.read(this.bytes.subarray(from, to), to - from, this.offset + from);
      this.loaded[part] = 1;
    }
  }

  /** Orders the first term of a block and a key by their bytes. */
  private compareFirst(block: number, key: Uint8Array): number {
    const { keys } = this;
    const start = this.keyStarts[block]!;
    const length = this.keyStarts[block + 1]! - start;
    const most = Math.min(length, key.length);
    for (let at = 0; at < most; at += 1) {
      const difference = keys[start + at]! - key[at]!;
      if (difference !== 0) return difference;
    }
    return length - key.length;
  }

  /** The block that holds `key` if any does: the last one that does not begin after it; 0 when all do. */
  blockFor(key: Uint8Array): number {
    let low = 0;
    let high = this.blocks - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.compareFirst(middle, key) <= 0) low = middle;
      else high = middle - 1;
    }
    return Math.max(low, 0);
  }
}
