import { BackwardBits, DamagedZstandard, highestBit } from './bits.ts';
import { readFseTable } from './fse-table.ts';

/** A Huffman code as a table (RFC 8878, 4.2): for so many bits ahead, the symbol and how many of them it takes. */
export interface HuffmanTable {
  readonly mostBits: number;
  readonly symbols: Uint8Array;
  readonly bits: Uint8Array;
}

const mostBits = 11;
const mostWeights = 255;

/** Weights in four bits each (RFC 8878, 4.2.1.1). */
function directWeights(
  bytes: Uint8Array,
  count: number,
): { readonly weights: number[]; readonly length: number } {
  const length = 1 + ((count + 1) >> 1);
  if (length > bytes.length) throw new DamagedZstandard('a Huffman code is cut off');
  const weights = Array.from({ length: count }, (_, at) => {
    const pair = bytes[1 + (at >> 1)] ?? 0;
    return at % 2 === 0 ? pair >> 4 : pair & 15;
  });
  return { weights, length };
}

/** Weights as two interleaved streams of states (RFC 8878, 4.2.1.2). */
function packedWeights(
  bytes: Uint8Array,
  size: number,
): { readonly weights: number[]; readonly length: number } {
  if (1 + size > bytes.length) throw new DamagedZstandard('a Huffman code is cut off');
  const packed = bytes.subarray(1, 1 + size);
  const { table, length } = readFseTable(packed, { mostLog: 6, mostSymbol: mostBits + 1 });
  const bits = new BackwardBits(packed.subarray(length));
  const states = [bits.read(table.log), bits.read(table.log)];
  const weights: number[] = [];
  for (let turn = 0; weights.length <= mostWeights; turn ^= 1) {
    const state = states[turn] ?? 0;
    weights.push(table.symbols[state] ?? 0);
    states[turn] = (table.bases[state] ?? 0) + bits.readBeyond(table.bits[state] ?? 0);
    if (bits.left < 0) {
      weights.push(table.symbols[states[turn ^ 1] ?? 0] ?? 0);
      break;
    }
  }
  return { weights, length: 1 + size };
}

/** The code of these weights; that of the last symbol follows from the others (RFC 8878, 4.2.1). */
function tableOf(weights: readonly number[]): HuffmanTable {
  const sum = weights.reduce((total, weight) => total + (weight > 0 ? 2 ** (weight - 1) : 0), 0);
  if (weights.length > mostWeights || sum === 0 || sum >= 2 ** mostBits) {
    throw new DamagedZstandard('a Huffman code is too long');
  }
  const most = highestBit(sum) + 1;
  const rest = (1 << most) - sum;
  if ((rest & (rest - 1)) !== 0) throw new DamagedZstandard('a Huffman code does not close');
  const lengths = [...weights, highestBit(rest) + 1].map((weight) => (weight > 0 ? most + 1 - weight : 0));
  const symbols = new Uint8Array(1 << most);
  const bits = new Uint8Array(1 << most);
  let at = 0;
  for (let length = most; length >= 1; length -= 1) {
    for (let symbol = 0; symbol < lengths.length; symbol += 1) {
      if (lengths[symbol] !== length) continue;
      const end = at + (1 << (most - length));
      symbols.fill(symbol, at, end);
      bits.fill(length, at, end);
      at = end;
    }
  }
  if (at !== 1 << most) throw new DamagedZstandard('a Huffman code does not close');
  return { mostBits: most, symbols, bits };
}

/** Reads the description of a code; `length` is how many bytes it takes. */
export function readHuffmanTable(bytes: Uint8Array): {
  readonly table: HuffmanTable;
  readonly length: number;
} {
  const [header = 0] = bytes;
  const { weights, length } =
    header < 128 ? packedWeights(bytes, header) : directWeights(bytes, header - 127);
  return { table: tableOf(weights), length };
}

/** Decodes a stream that gives exactly the bytes of `into` (RFC 8878, 4.2.2). */
export function decodeHuffman(
  bytes: Uint8Array,
  { mostBits: most, symbols, bits }: HuffmanTable,
  into: Uint8Array,
): void {
  const stream = new BackwardBits(bytes);
  const mask = (1 << most) - 1;
  let state = stream.readBeyond(most);
  for (let at = 0; at < into.length; at += 1) {
    if (stream.left <= -most) throw new DamagedZstandard('a stream of literals is cut off');
    into[at] = symbols[state] ?? 0;
    const count = bits[state] ?? 0;
    state = ((state << count) | stream.readBeyond(count)) & mask;
  }
  if (stream.left !== -most) throw new DamagedZstandard('a stream of literals is too long');
}
