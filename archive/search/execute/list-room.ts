import { packingSlack } from '../segment/bit-packing.ts';

const chunkLength = 1 << 18;
/** What a room keeps for the next question. */
const mostChunks = 8;

/** A place for some bytes, with slack behind them. */
export interface Place {
  readonly bytes: Uint8Array;
  readonly at: number;
}

/** Memory for the lists that a question reads: taken piece by piece, given back all at once, and used again. */
export class ListRoom {
  /** Bytes taken since the last `clear`. */
  taken = 0;
  private chunks: Uint8Array[] = [];
  private current = 0;
  private used = 0;

  take(length: number): Place {
    const needed = length + packingSlack;
    this.taken += needed;
    if (needed > chunkLength) return { bytes: new Uint8Array(needed), at: 0 };
    if (this.used + needed > chunkLength) {
      this.current += 1;
      this.used = 0;
    }
    const bytes = (this.chunks[this.current] ??= new Uint8Array(chunkLength));
    const at = this.used;
    this.used += needed;
    return { bytes, at };
  }

  clear(): void {
    this.chunks = this.chunks.slice(0, mostChunks);
    this.current = 0;
    this.used = 0;
    this.taken = 0;
  }
}
