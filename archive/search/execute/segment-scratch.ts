import type { Bits } from './bits.ts';

/** Memory that searches of a segment use again and again. Sets that are handed out must be handed back. */
export class SegmentScratch {
  private readonly words: number;
  private readonly free: Bits[] = [];
  private readonly documents: number;
  private scoreArray: Float64Array | null = null;
  private sumArray: Int32Array | null = null;
  private listArray: Int32Array | null = null;

  constructor(documents: number) {
    this.documents = documents;
    this.words = Math.ceil(documents / 32);
  }

  /** An empty set. */
  bits(): Bits {
    const bits = this.free.pop();
    if (bits === undefined) return new Uint32Array(this.words);
    bits.fill(0);
    return bits;
  }

  release(bits: Bits): void {
    this.free.push(bits);
  }

  /** A score for each document; whoever writes to it leaves it zero. */
  get scores(): Float64Array {
    this.scoreArray ??= new Float64Array(this.documents);
    return this.scoreArray;
  }

  /** A sum for each document; whoever writes to it leaves it zero. */
  get sums(): Int32Array {
    this.sumArray ??= new Int32Array(this.documents);
    return this.sumArray;
  }

  /** Room for a list of all documents. */
  get list(): Int32Array {
    this.listArray ??= new Int32Array(this.documents);
    return this.listArray;
  }
}
