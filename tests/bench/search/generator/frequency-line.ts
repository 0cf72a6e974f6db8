import type { Random } from '../random.ts';

/** So many words have a stretch in a table; where rarer ones lie is computed. */
export const tableSize = 1 << 16;

type Knots = readonly (readonly [rank: number, frequency: number])[];

/** Relative frequencies of the ranks from 1 to `tableSize`. */
function frequencyTable(knots: Knots, tail: number): Float64Array {
  const table = new Float64Array(tableSize);
  let at = 0;
  for (let rank = 1; rank <= tableSize; rank += 1) {
    while (at + 1 < knots.length && (knots[at + 1]?.[0] ?? 0) <= rank) at += 1;
    const [from, height] = knots[at] ?? [1, 1];
    const next = knots[at + 1];
    const slope = next === undefined ? -tail : Math.log(next[1] / height) / Math.log(next[0] / from);
    table[rank - 1] = height * (rank / from) ** slope;
  }
  return table;
}

/** The line from 0 to 1 on which every word, the commonest first and without end, has a stretch as long as it is frequent. */
export class FrequencyLine {
  /** Where the stretch of each word of the table ends. */
  readonly ends = new Float64Array(tableSize);
  private readonly tail: number;
  /** The first word that a 65,536th of the line may hold. */
  private readonly guide = new Uint32Array(tableSize + 1);

  constructor(knots: Knots, tail: number) {
    this.tail = tail;
    const table = frequencyTable(knots, tail);
    const sum = table.reduce((total, value) => total + value, 0);
    // The sum of the tail is near its integral from half a rank after the table.
    const beyond = (((table.at(-1) ?? 0) * tableSize ** tail) / (tail - 1)) * (tableSize + 0.5) ** (1 - tail);
    let end = 0;
    for (let rank = 0; rank < tableSize; rank += 1) {
      end += (table[rank] ?? 0) / (sum + beyond);
      this.ends[rank] = end;
    }
    let rank = 0;
    for (let cell = 0; cell <= tableSize; cell += 1) {
      while (rank < tableSize - 1 && (this.ends[rank] ?? 0) <= cell / tableSize) rank += 1;
      this.guide[cell] = rank;
    }
  }

  /** Where the table ends and the tail begins. */
  get tableEnd(): number {
    return this.ends[tableSize - 1] ?? 1;
  }

  rankAt(point: number): number {
    const { ends } = this;
    const last = ends[tableSize - 1] ?? 1;
    if (point >= last) {
      const rest = (1 - point) / (1 - last);
      return Math.floor((tableSize + 0.5) * rest ** (1 / (1 - this.tail)) - 0.5);
    }
    let rank = this.guide[Math.floor(point * tableSize)] ?? 0;
    while ((ends[rank] ?? 1) <= point) rank += 1;
    return rank;
  }

  /** Any point of the word's stretch; for a word of the tail the one at hand. */
  within(rank: number, point: number, random: Random): number {
    if (rank >= tableSize) return point;
    const start = rank === 0 ? 0 : (this.ends[rank - 1] ?? 0);
    return start + ((this.ends[rank] ?? 1) - start) * random.share();
  }
}
