/** Which documents of a segment have been removed since it was written, one bit each. */
export class RemovedDocuments {
  readonly documents: number;
  readonly bits: Uint32Array;
  count = 0;

  constructor(documents: number, bits?: Uint32Array) {
    this.documents = documents;
    this.bits = bits ?? new Uint32Array(Math.ceil(documents / 32));
    for (const word of this.bits) this.count += bitCount(word);
  }

  has(document: number): boolean {
    return (this.bits[document >>> 5]! & (1 << (document & 31))) !== 0;
  }

  /** A copy with one more document removed; the same when it is removed already. */
  with(documents: Iterable<number>): RemovedDocuments {
    const bits = this.bits.slice();
    for (const document of documents) bits[document >>> 5]! |= 1 << (document & 31);
    return new RemovedDocuments(this.documents, bits);
  }
}

/** The ones among 32 bits (Hacker's Delight, 5-1). */
export function bitCount(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
