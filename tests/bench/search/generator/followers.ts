import { Random } from '../random.ts';
import { tableSize } from './frequency-line.ts';
import type { FrequencyLine } from './frequency-line.ts';

/** Words that are about as frequent: the piece of the line that they lie in, cut into cells. */
interface FrequencyClass {
  readonly start: number;
  readonly cell: number;
  readonly cells: number;
  /** The number of its first cell. */
  readonly first: number;
}

const mostCells = 1 << 22;

/**
 * Which words follow which. The line is cut into cells and the cells are laid out anew in an order of chance: what follows
 * a point lies in the new place of its cell. That is an exchange of intervals, which leaves every word as frequent as it
 * is, and pairs come again: a word of the frequency f covers about `spread` × f ^ `growth` cells, so many words follow it.
 */
export class Followers {
  private readonly classes: readonly FrequencyClass[];
  /** By rank the class of a word; rarer ones are in the last. */
  private readonly classOf = new Uint8Array(tableSize);
  /** Where each cell lies in the new order. */
  private readonly places: Float64Array;

  constructor(line: FrequencyLine, shape: { readonly spread: number; readonly growth: number }) {
    this.classes = this.cut(line, shape);
    const last = this.classes.at(-1)!;
    const cells = new Uint32Array(last.first + last.cells).map((_, cell) => cell);
    shuffle(cells, new Random(Math.round(shape.spread)));
    this.places = this.layOut(cells);
  }

  /** A point that follows one of a word. */
  after(rank: number, point: number, random: Random): number {
    const of = this.classes[rank < tableSize ? (this.classOf[rank] ?? 0) : this.classes.length - 1]!;
    const inside = Math.min(of.cells - 1, Math.max(0, Math.floor((point - of.start) / of.cell)));
    return Math.min((this.places[of.first + inside] ?? 0) + random.share() * of.cell, 1 - Number.EPSILON);
  }

  /** A class is of words of which none is twice as frequent as another. */
  private cut(line: FrequencyLine, { spread, growth }: { spread: number; growth: number }): FrequencyClass[] {
    const classes: FrequencyClass[] = [];
    let start = 0;
    let first = 0;
    const add = (end: number, frequency: number) => {
      const followers = Math.max(1, spread * frequency ** growth);
      const cell = Math.max(frequency / followers, 1 / mostCells);
      const cells = Math.max(1, Math.round((end - start) / cell));
      classes.push({ start, cells, cell: (end - start) / cells, first });
      first += cells;
      start = end;
    };
    let highest = line.ends[0] ?? 1;
    let frequency = highest;
    for (let rank = 1; rank < tableSize; rank += 1) {
      frequency = (line.ends[rank] ?? 1) - (line.ends[rank - 1] ?? 0);
      if (frequency < highest / 2) {
        add(line.ends[rank - 1] ?? 0, highest);
        highest = frequency;
      }
      this.classOf[rank] = classes.length;
    }
    add(line.tableEnd, highest);
    add(1, frequency / 4);
    return classes;
  }

  private layOut(order: Uint32Array): Float64Array {
    const sizes = new Float64Array(order.length);
    for (const { first, cells, cell } of this.classes) sizes.fill(cell, first, first + cells);
    const places = new Float64Array(order.length);
    let place = 0;
    for (const cell of order) {
      places[cell] = place;
      place += sizes[cell] ?? 0;
    }
    return places;
  }
}

function shuffle(cells: Uint32Array, random: Random): void {
  for (let last = cells.length - 1; last > 0; last -= 1) {
    const other = random.below(last + 1);
    const moved = cells[last] ?? 0;
    cells[last] = cells[other] ?? 0;
    cells[other] = moved;
  }
}
