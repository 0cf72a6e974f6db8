import { BackwardBits, DamagedZstandard } from './bits.ts';
import { fseTable, readFseTable, singleSymbol } from './fse-table.ts';
import type { FseTable } from './fse-table.ts';

/** The tables of the three parts of a sequence. */
export interface SequenceTables {
  readonly literals: FseTable;
  readonly offsets: FseTable;
  readonly matches: FseTable;
}

/** Bits that follow a code, and the least value it stands for. */
interface Codes {
  readonly extra: readonly number[];
  readonly bases: readonly number[];
}

function codesOf(first: number, extra: readonly number[]): Codes {
  let base = first;
  const bases = extra.map((bits) => {
    const own = base;
    base += 2 ** bits;
    return own;
  });
  return { extra, bases };
}

const zeros = (count: number): number[] => new Array<number>(count).fill(0);

/** RFC 8878, 3.1.1.3.2.1.1. */
const literalCodes = codesOf(0, [
  ...zeros(16),
  1,
  1,
  1,
  1,
  2,
  2,
  3,
  3,
  4,
  6,
  7,
  8,
  9,
  10,
  11,
  12,
  13,
  14,
  15,
  16,
]);
const matchCodes = codesOf(3, [
  ...zeros(32),
  1,
  1,
  1,
  1,
  2,
  2,
  3,
  3,
  4,
  4,
  5,
  7,
  8,
  9,
  10,
  11,
  12,
  13,
  14,
  15,
  16,
]);

/** RFC 8878, 3.1.1.3.2.2: what is taken when a block brings no tables. */
const predefined: SequenceTables = {
  literals: fseTable(
    [
      4, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 2, 1, 1, 1, 1, 1, -1, -1,
      -1, -1,
    ],
    6,
  ),
  matches: fseTable(
    [
      ...[1, 4, 3, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
      ...[1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1, -1, -1],
    ],
    6,
  ),
  offsets: fseTable(
    [1, 1, 1, 1, 1, 1, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1],
    5,
  ),
};

/** A sequence: so many literals, and then so many bytes again of what came so far before. */
export interface Sequence {
  literals: number;
  match: number;
  /** As coded: 1 to 3 are offsets used before (RFC 8878, 3.1.1.5). */
  offset: number;
}

interface Choice {
  readonly mode: number;
  readonly part: keyof SequenceTables;
  readonly mostLog: number;
  readonly mostSymbol: number;
}

/** The sequences of a block (RFC 8878, 3.1.1.3.2), one after the other. */
export class SequenceReader {
  readonly count: number;
  /** For blocks that use them again. */
  readonly tables: SequenceTables;
  private readonly bits: BackwardBits;
  private literalState: number;
  private offsetState: number;
  private matchState: number;
  private readonly block: Uint8Array;
  private at: number;

  /** `bytes` begin after the literals; `null` tables are those of a frame's first block. */
  constructor(bytes: Uint8Array, before: SequenceTables | null) {
    this.block = bytes;
    const [first = 0, second = 0, third = 0] = bytes;
    this.count =
      first < 128 ? first : first < 255 ? (first - 128) * 256 + second : second + third * 256 + 0x7f00;
    this.at = first < 128 ? 1 : first < 255 ? 2 : 3;
    const modes = bytes[this.at] ?? 0;
    this.at += 1;
    if (this.at > bytes.length || (modes & 3) !== 0) throw new DamagedZstandard('sequences are cut off');
    const literals = this.table({ mode: modes >> 6, part: 'literals', mostLog: 9, mostSymbol: 35 }, before);
    const offsets = this.table(
      { mode: (modes >> 4) & 3, part: 'offsets', mostLog: 8, mostSymbol: 31 },
      before,
    );
    const matches = this.table(
      { mode: (modes >> 2) & 3, part: 'matches', mostLog: 9, mostSymbol: 52 },
      before,
    );
    this.tables = { literals, offsets, matches };
    this.bits = new BackwardBits(bytes.subarray(this.at));
    this.literalState = this.bits.read(literals.log);
    this.offsetState = this.bits.read(offsets.log);
    this.matchState = this.bits.read(matches.log);
  }

  /** The next sequence; there must be one. */
  next(into: Sequence, isLast: boolean): void {
    const { bits, tables } = this;
    const { literals, offsets, matches } = tables;
    const offsetCode = offsets.symbols[this.offsetState] ?? 0;
    const matchCode = matches.symbols[this.matchState] ?? 0;
    const literalCode = literals.symbols[this.literalState] ?? 0;
    into.offset = 2 ** offsetCode + bits.read(offsetCode);
    into.match = (matchCodes.bases[matchCode] ?? 0) + bits.read(matchCodes.extra[matchCode] ?? 0);
    into.literals = (literalCodes.bases[literalCode] ?? 0) + bits.read(literalCodes.extra[literalCode] ?? 0);
    if (isLast) {
      if (bits.left !== 0) throw new DamagedZstandard('sequences are too long');
      return;
    }
    this.literalState =
      (literals.bases[this.literalState] ?? 0) + bits.read(literals.bits[this.literalState] ?? 0);
    this.matchState = (matches.bases[this.matchState] ?? 0) + bits.read(matches.bits[this.matchState] ?? 0);
    this.offsetState =
      (offsets.bases[this.offsetState] ?? 0) + bits.read(offsets.bits[this.offsetState] ?? 0);
  }

  private table({ mode, part, ...most }: Choice, before: SequenceTables | null): FseTable {
    if (mode === 0) return predefined[part];
    if (mode === 1) {
      const symbol = this.block[this.at] ?? 0;
      this.at += 1;
      if (symbol > most.mostSymbol) throw new DamagedZstandard('a code that is none');
      return singleSymbol(symbol);
    }
    if (mode === 3) {
      if (before === null) throw new DamagedZstandard('a table that was never given');
      return before[part];
    }
    const { table, length } = readFseTable(this.block.subarray(this.at), most);
    this.at += length;
    return table;
  }
}
