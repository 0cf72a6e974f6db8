import { DamagedZstandard, ForwardBits, highestBit } from './bits.ts';

/** A table of Finite State Entropy (RFC 8878, 4.1): for each state its symbol, and how the next state is made. */
export interface FseTable {
  /** The table has two to the power of this states. */
  readonly log: number;
  readonly symbols: Uint8Array;
  /** How many bits are added to `bases` for the next state. */
  readonly bits: Uint8Array;
  readonly bases: Uint16Array;
}

/** The table of one symbol alone. */
export function singleSymbol(symbol: number): FseTable {
  return { log: 0, symbols: Uint8Array.of(symbol), bits: new Uint8Array(1), bases: new Uint16Array(1) };
}

/** The table of these probabilities (RFC 8878, 4.1.1, “From Normalized Distribution to Decoding Tables”); -1 is “less than 1”. */
export function fseTable(probabilities: readonly number[], log: number): FseTable {
  const size = 1 << log;
  const symbols = new Uint8Array(size);
  const next = probabilities.map(Math.abs);
  let high = size;
  probabilities.forEach((probability, symbol) => {
    if (probability === -1) symbols[(high -= 1)] = symbol;
  });
  const step = (size >> 1) + (size >> 3) + 3;
  let at = 0;
  probabilities.forEach((probability, symbol) => {
    for (let count = 0; count < probability; count += 1) {
      symbols[at] = symbol;
      do at = (at + step) & (size - 1);
      while (at >= high);
    }
  });
  if (at !== 0) throw new DamagedZstandard('a table does not close');
  const bits = new Uint8Array(size);
  const bases = new Uint16Array(size);
  for (let state = 0; state < size; state += 1) {
    const symbol = symbols[state] ?? 0;
    const number = next[symbol] ?? 1;
    next[symbol] = number + 1;
    const count = log - highestBit(number);
    bits[state] = count;
    bases[state] = (number << count) - size;
  }
  return { log, symbols, bits, bases };
}

/** One probability (RFC 8878, 4.1.1): small values take a bit less. */
function readProbability(bits: ForwardBits, left: number): number {
  const count = highestBit(left + 1) + 1;
  const lower = (1 << (count - 1)) - 1;
  const threshold = (1 << count) - 1 - (left + 1);
  const value = bits.read(count);
  if ((value & lower) < threshold) {
    bits.position -= 1;
    return (value & lower) - 1;
  }
  return (value > lower ? value - threshold : value) - 1;
}

/** Reads the description of a table; `length` is how many bytes it takes. */
export function readFseTable(
  bytes: Uint8Array,
  { mostLog, mostSymbol }: { readonly mostLog: number; readonly mostSymbol: number },
): { readonly table: FseTable; readonly length: number } {
  const bits = new ForwardBits(bytes);
  const log = bits.read(4) + 5;
  if (log > mostLog) throw new DamagedZstandard('a table is too large');
  const probabilities: number[] = [];
  for (let left = 1 << log; left > 0;) {
    const probability = readProbability(bits, left);
    left -= Math.abs(probability);
    probabilities.push(probability);
    if (probability === 0) {
      for (let more = 3; more === 3;) {
        more = bits.read(2);
        for (let count = 0; count < more; count += 1) probabilities.push(0);
      }
    }
    if (left < 0 || probabilities.length > mostSymbol + 1)
      throw new DamagedZstandard('a table has too many symbols');
  }
  return { table: fseTable(probabilities, log), length: (bits.position + 7) >> 3 };
}
