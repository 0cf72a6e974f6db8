import { DamagedZstandard } from './bits.ts';
import { decodeHuffman, readHuffmanTable } from './huffman.ts';
import type { HuffmanTable } from './huffman.ts';

/** RFC 8878, 3.1.1.2.3: no block gives more, in bytes. */
export const largestBlock = 128 * 1024;

/** The literals of a block, and what of its bytes they took. */
export interface Literals {
  readonly bytes: Uint8Array;
  readonly length: number;
  /** The code that was used, for blocks that use the same again. */
  readonly table: HuffmanTable | null;
}

interface Header {
  readonly length: number;
  readonly size: number;
  readonly packed: number;
  readonly streams: 1 | 4;
}

function numberIn(bytes: Uint8Array, length: number): number {
  let value = 0;
  for (let at = length - 1; at >= 0; at -= 1) value = value * 256 + (bytes[at] ?? 0);
  return value;
}

/** RFC 8878, 3.1.1.3.1.1. */
function readHeader(bytes: Uint8Array, kind: number): Header {
  const format = ((bytes[0] ?? 0) >> 2) & 3;
  if (kind < 2) {
    const length = [1, 2, 1, 3][format] ?? 1;
    const size = Math.floor(numberIn(bytes, length) / (length === 1 ? 8 : 16));
    return { length, size, packed: kind === 0 ? size : 1, streams: 1 };
  }
  const length = [3, 3, 4, 5][format] ?? 3;
  const unit = 2 ** ([10, 10, 14, 18][format] ?? 10);
  const value = Math.floor(numberIn(bytes, length) / 16);
  return { length, size: value % unit, packed: Math.floor(value / unit), streams: format === 0 ? 1 : 4 };
}

function decodeStreams(bytes: Uint8Array, streams: 1 | 4, table: HuffmanTable, into: Uint8Array): void {
  if (streams === 1) {
    decodeHuffman(bytes, table, into);
    return;
  }
  const share = (into.length + 3) >> 2;
  let from = 6;
  for (let stream = 0; stream < 4; stream += 1) {
    const length = (bytes[2 * stream] ?? 0) | ((bytes[2 * stream + 1] ?? 0) << 8);
    const until = stream === 3 ? bytes.length : from + length;
    if (until > bytes.length || from >= until)
      throw new DamagedZstandard('a stream of literals is not there');
    decodeHuffman(bytes.subarray(from, until), table, into.subarray(share * stream, share * (stream + 1)));
    from = until;
  }
}

/** Reads the literals at the beginning of a block (RFC 8878, 3.1.1.3.1); `before` is the code of an earlier block. */
export function readLiterals(block: Uint8Array, before: HuffmanTable | null): Literals {
  const kind = (block[0] ?? 0) & 3;
  const { length, size, packed, streams } = readHeader(block, kind);
  if (size > largestBlock || length + packed > block.length)
    throw new DamagedZstandard('literals are cut off');
  const content = block.subarray(length, length + packed);
  if (kind === 0) return { bytes: content, length: length + packed, table: before };
  const bytes = new Uint8Array(size);
  if (kind === 1) return { bytes: bytes.fill(content[0] ?? 0), length: length + packed, table: before };
  const tree = kind === 2 ? readHuffmanTable(content) : { table: before, length: 0 };
  if (tree.table === null) throw new DamagedZstandard('literals without a code');
  decodeStreams(content.subarray(tree.length), streams, tree.table, bytes);
  return { bytes, length: length + packed, table: tree.table };
}
