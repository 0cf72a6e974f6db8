import type { ReadableFile } from '../store/files.ts';
import { packingSlack } from './bit-packing.ts';
import { ByteReader } from './byte-reader.ts';
import { crc32 } from './checksum.ts';
import { DamagedSegment } from './damaged-segment.ts';
import { checkedBlock, formatVersion, headerLength, magic, trailerLength } from './format.ts';
import type { Contents, SectionPlace } from './format.ts';
import { parseContents } from './contents.ts';

const largestContents = 64 * 1024 * 1024;

/** A segment's file being read: every byte is checked against its checksum before it is first believed. */
export class SegmentInput {
  readonly name: string;
  readonly contents: Contents;
  private readonly file: ReadableFile;
  private readonly checksums: Uint8Array;
  /** One for each block that was found good. */
  private readonly good: Uint8Array;

  /** Reads header, trailer, contents and checksums. Throws `DamagedSegment`, or what the system throws. */
  constructor(file: ReadableFile, name: string) {
    this.file = file;
    this.name = name;
    const { contents, checksums } = readOutline(file);
    this.contents = contents;
    this.checksums = checksums;
    this.good = new Uint8Array(checksums.length / 4);
  }

  get size(): number {
    return this.file.size;
  }

  close(): void {
    this.file.close();
  }

  /** The bytes of a section, in memory of their own. Throws `DamagedSegment` when there is none. */
  section(name: string): Uint8Array {
    const [offset, length] = this.place(name);
    const bytes = new Uint8Array(length + packingSlack);
    this.read(bytes, length, offset);
    return bytes.subarray(0, length);
  }

  place(name: string): SectionPlace {
    const place = this.contents.sections[name];
    if (place === undefined) throw this.damaged(`there is no section ${name}`);
    return place;
  }

  /** The error that says what is wrong with this file. */
  damaged(detail: string): DamagedSegment {
    const error = new DamagedSegment(detail);
    error.file = this.name;
    return error;
  }

  /** Fills `into[0, length)` with the bytes at `offset`. Throws `DamagedSegment` when they are outside or not good. */
  read(into: Uint8Array, length: number, offset: number): void {
    if (offset < 0 || length < 0 || offset + length > this.contents.covered) {
      throw this.damaged('a place lies outside the file');
    }
    const last = Math.floor((offset + length - 1) / checkedBlock);
    for (let block = Math.floor(offset / checkedBlock); block <= last; block += 1) {
      if (this.good[block] !== 1) this.checkBlock(block);
    }
    if (this.file.read(into, length, offset) < length) throw this.damaged('the file is too short');
  }

  /** Checks every block, whether it was read before or not. Throws `DamagedSegment` at the first bad one. */
  verify(): void {
    for (let block = 0; block < this.good.length; block += 1) this.checkBlock(block);
  }

  private checkBlock(block: number): void {
    const offset = block * checkedBlock;
    const length = Math.min(checkedBlock, this.contents.covered - offset);
    const bytes = scratch.subarray(0, length);
    if (this.file.read(bytes, length, offset) < length) throw this.damaged('the file is too short');
    const expected = new ByteReader(this.checksums, block * 4).uint32();
    if (crc32(bytes) !== expected) {
      throw this.damaged(`the bytes from ${offset} to ${offset + length} are not what was written`);
    }
    this.good[block] = 1;
  }
}

const scratch = new Uint8Array(checkedBlock);

function readExactly(file: ReadableFile, offset: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  if (file.read(bytes, length, offset) < length) throw new DamagedSegment('the file is too short');
  return bytes;
}

function isMagic(bytes: Uint8Array): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

function readOutline(file: ReadableFile): { readonly contents: Contents; readonly checksums: Uint8Array } {
  if (file.size < headerLength + trailerLength) throw new DamagedSegment('the file is too short');
  const header = new ByteReader(readExactly(file, 0, headerLength));
  if (!isMagic(header.raw(8))) throw new DamagedSegment('it does not begin like a segment');
  if (header.uint32() !== formatVersion) throw new DamagedSegment('its format has another version');
  const trailer = new ByteReader(readExactly(file, file.size - trailerLength, trailerLength));
  const contentsAt = trailer.uint64();
  const contentsLength = trailer.uint32();
  const contentsCrc = trailer.uint32();
  if (!isMagic(trailer.raw(8))) throw new DamagedSegment('it does not end like a segment');
  if (contentsLength > largestContents || contentsAt + contentsLength + trailerLength !== file.size) {
    throw new DamagedSegment('its contents are not where they should be');
  }
  const json = readExactly(file, contentsAt, contentsLength);
  if (crc32(json) !== contentsCrc) throw new DamagedSegment('its contents are not what was written');
  const contents = parseContents(json);
  const expected = Math.ceil(contents.covered / checkedBlock) * 4;
  if (contents.covered + expected !== contentsAt) throw new DamagedSegment('its checksums are not whole');
  const checksums = readExactly(file, contents.covered, expected);
  if (crc32(checksums) !== contents.checksumsCrc) throw new DamagedSegment('its checksums are damaged');
  return { contents, checksums };
}
