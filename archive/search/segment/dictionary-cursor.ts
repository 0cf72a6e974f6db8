import { dictionaryBlock } from './format.ts';
import type { TermDictionary } from './term-dictionary.ts';

/** The longest term in bytes: two spellings of 128 and 64 UTF-16 units and what stands between, with room to spare. */
export const longestKey = 1024;

/** Where a term's postings are. */
export interface TermEntry {
  readonly ordinal: number;
  readonly documents: number;
  readonly occurrences: number;
  readonly offset: number;
  readonly dataLength: number;
  readonly positionsLength: number;
}

/**
 * Walks a dictionary in order. After `seek`, `seekOrdinal` or `next` it stands on a term, whose bytes are in `key`; after
 * `read` its numbers are right too. Throws `DamagedSegment`.
 */
export class DictionaryCursor implements TermEntry {
  /** `[0, keyLength)` is the term. */
  readonly key = new Uint8Array(longestKey);
  keyLength = 0;
  /** Of a form, where its plain spelling ends: at a NUL, or at the end of the term. */
  foldedLength = 0;
  ordinal = -1;
  documents = 0;
  occurrences = 0;
  offset = 0;
  dataLength = 0;
  positionsLength = 0;
  capitals = 0;
  uppers = 0;
  languages = 0;
  private readonly dictionary: TermDictionary;
  private readonly bytes: Uint8Array;
  private readonly isForms: boolean;
  /** Where the next term and the next numbers begin, and where the block ends. */
  private at = 0;
  private numbersAt = 0;
  private end = 0;
  private block = -1;
  /** The term whose numbers were read last. */
  private readOrdinal = -1;
  private expected = 0;

  constructor(dictionary: TermDictionary) {
    this.dictionary = dictionary;
    this.bytes = dictionary.bytes;
    this.isForms = dictionary.name === 'forms';
  }

  /** Stands before the first term of a block; `next` goes to it. */
  startBlock(block: number): void {
    const { dictionary } = this;
    if (block < 0 || block >= dictionary.blocks)
      throw this.dictionary.input.damaged('there is no such block of terms');
    dictionary.need(block);
    this.at = dictionary.blockStart(block);
    this.end = dictionary.blockStart(block + 1);
    this.block = block;
    const keysLength = this.varint();
    this.numbersAt = this.at + keysLength;
    if (this.numbersAt > this.end) throw this.dictionary.input.damaged('a block of terms is too short');
    this.ordinal = block * dictionaryBlock - 1;
    this.readOrdinal = this.ordinal;
    this.keyLength = 0;
    this.foldedLength = 0;
    this.expected = 0;
  }

  /** Goes to the term of this number. */
  seekOrdinal(ordinal: number): void {
    if (ordinal < 0 || ordinal >= this.dictionary.terms)
      throw this.dictionary.input.damaged('there is no such term');
    const block = Math.floor(ordinal / dictionaryBlock);
    if (block !== this.block || ordinal < this.ordinal) this.startBlock(block);
    while (this.ordinal < ordinal) this.next();
  }

  /** Goes to the first term not before `key`; false when there is none. */
  seek(key: Uint8Array): boolean {
    if (this.dictionary.terms === 0) return false;
    this.startBlock(this.dictionary.blockFor(key));
    while (this.next()) if (this.compare(key) >= 0) return true;
    return false;
  }

  /** Goes to this very term; false when it is not there. */
  find(key: Uint8Array): boolean {
    return this.seek(key) && this.compare(key) === 0;
  }

  /** Goes to the next term in order; false at the end. */
  next(): boolean {
    const following = this.ordinal + 1;
    if (following >= this.dictionary.terms) return false;
    if (following % dictionaryBlock === 0) this.startBlock(following / dictionaryBlock);
    this.ordinal = following;
    const { bytes, key } = this;
    let shared = bytes[this.at]!;
    let length = bytes[this.at + 1]!;
    if (this.at + 1 < this.end && shared < 0x80 && length < 0x80) {
      this.at += 2;
    } else {
      shared = this.varint();
      length = this.varint();
    }
    const keyLength = shared + length;
    const from = this.at - shared;
    if (shared > this.keyLength || keyLength > longestKey || this.at + length > this.end) {
      throw this.dictionary.input.damaged('a term makes no sense');
    }
    // The plain spelling ends within what is shared, or else at the first NUL that comes now.
    let folded = this.foldedLength < shared ? this.foldedLength : -1;
    for (let index = shared; index < keyLength; index += 1) {
      const byte = bytes[from + index]!;
      key[index] = byte;
      if (byte === 0 && folded < 0) folded = index;
    }
    this.at += length;
    this.keyLength = keyLength;
    this.foldedLength = folded < 0 ? keyLength : folded;
    return true;
  }

  /** Reads the numbers of the term it stands on, and returns itself. */
  read(): this {
    if (this.readOrdinal === this.ordinal) return this;
    const at = this.at;
    this.at = this.numbersAt;
    while (this.readOrdinal < this.ordinal) {
      this.readNumbers();
      this.readOrdinal += 1;
    }
    this.numbersAt = this.at;
    this.at = at;
    return this;
  }

  /** A copy of the term's bytes. */
  keyBytes(): Uint8Array {
    return this.key.slice(0, this.keyLength);
  }

  /** The numbers of the term in an object of their own. */
  entry(): TermEntry {
    const { ordinal, documents, occurrences, offset, dataLength, positionsLength } = this.read();
    return { ordinal, documents, occurrences, offset, dataLength, positionsLength };
  }

  /** Whether the term begins with these bytes. */
  startsWith(prefix: Uint8Array): boolean {
    if (prefix.length > this.keyLength) return false;
    for (let at = 0; at < prefix.length; at += 1) if (this.key[at] !== prefix[at]) return false;
    return true;
  }

  private compare(key: Uint8Array): number {
    const most = Math.min(this.keyLength, key.length);
    for (let at = 0; at < most; at += 1) {
      const difference = this.key[at]! - key[at]!;
      if (difference !== 0) return difference;
    }
    return this.keyLength - key.length;
  }

  private readNumbers(): void {
    this.documents = this.varint();
    this.occurrences = this.documents + this.varint();
    const jump = this.varint();
    this.offset = this.expected + (jump % 2 === 0 ? jump / 2 : -(jump + 1) / 2);
    this.dataLength = this.varint();
    this.positionsLength = this.varint();
    this.expected = this.offset + this.dataLength + this.positionsLength;
    if (!this.isForms) return;
    this.capitals = this.varint();
    this.uppers = this.varint();
    this.languages = this.varint();
  }

  private varint(): number {
    const { bytes, end } = this;
    const first = bytes[this.at]!;
    if (first < 0x80 && this.at < end) {
      this.at += 1;
      return first;
    }
    let value = 0;
    let scale = 1;
    for (let groups = 0; groups < 8 && this.at < end; groups += 1) {
      const byte = bytes[this.at]!;
      this.at += 1;
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
      scale *= 0x80;
    }
    throw this.dictionary.input.damaged('a number of a dictionary is not whole');
  }
}
