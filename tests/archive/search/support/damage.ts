import { ByteReader } from '../../../../archive/search/segment/byte-reader.ts';
import { ByteWriter } from '../../../../archive/search/segment/byte-writer.ts';
import { crc32 } from '../../../../archive/search/segment/checksum.ts';
import { checkedBlock, magic, trailerLength } from '../../../../archive/search/segment/format.ts';

/** The JSON of a segment's contents. */
export interface LooseContents {
  covered: number;
  checksumsCrc: number;
  documents: number;
  sections: Record<string, [offset: number, length: number]>;
  terms: Record<string, number>;
  tables: Record<string, string[]>;
  [more: string]: unknown;
}

/** A copy with one bit of one byte turned. */
export function flipped(bytes: Uint8Array, at: number, bit: number): Uint8Array {
  const copy = bytes.slice();
  copy[at]! ^= 1 << bit;
  return copy;
}

/** What the contents of a segment's file say. */
export function contentsOf(file: Uint8Array): LooseContents {
  const trailer = new ByteReader(file, file.length - trailerLength);
  const at = trailer.uint64();
  const json = file.subarray(at, at + trailer.uint32());
  return JSON.parse(new TextDecoder().decode(json)) as LooseContents;
}

/**
 * A segment's file with other data and contents, and with every checksum right: a file that somebody wrote who wants to
 * deceive.
 */
export function forged(
  file: Uint8Array,
  change: (data: Uint8Array, contents: LooseContents) => void,
): Uint8Array {
  const contents = contentsOf(file);
  const data = file.slice(0, contents.covered);
  change(data, contents);
  const checksums = new ByteWriter();
  for (let start = 0; start < data.length; start += checkedBlock) {
    checksums.uint32(crc32(data, start, Math.min(start + checkedBlock, data.length)));
  }
  contents.checksumsCrc = crc32(checksums.view());
  const json = new TextEncoder().encode(JSON.stringify(contents));
  const out = new ByteWriter(file.length + json.length);
  out.raw(data);
  out.raw(checksums.view());
  out.raw(json);
  out.uint64(data.length + checksums.length);
  out.uint32(json.length);
  out.uint32(crc32(json));
  out.raw(magic);
  return out.view().slice();
}
