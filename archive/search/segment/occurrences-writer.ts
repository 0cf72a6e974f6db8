import { fieldCount } from './field-numbers.ts';
import type { PostingsEncoder, WrittenPostings } from './postings-encoder.ts';
import { placeBits, positionMask } from './token-log.ts';
import type { Inverted } from './token-log.ts';

/** Hands the occurrences of inverted terms to the encoder, document by document. */
export class OccurrencesWriter {
  private readonly encoder: PostingsEncoder;
  private readonly inverted: Inverted;
  private readonly frequencies = new Int32Array(fieldCount);
  private positions = new Int32Array(1024);

  constructor(encoder: PostingsEncoder, inverted: Inverted) {
    this.encoder = encoder;
    this.inverted = inverted;
  }

  /** Writes the postings of one term with their positions. */
  write(term: number): WrittenPostings {
    const { starts, documents } = this.inverted;
    const end = starts[term + 1]!;
    this.encoder.begin(true);
    for (let at = starts[term]!; at < end;) {
      const document = documents[at]!;
      let next = at + 1;
      while (next < end && documents[next] === document) next += 1;
      this.writeDocument(document, at, next);
      at = next;
    }
    return this.encoder.end();
  }

  private writeDocument(document: number, from: number, to: number): void {
    const { places } = this.inverted;
    const { frequencies } = this;
    const first = places[from]! >>> placeBits;
    if (to - from > this.positions.length) this.positions = new Int32Array((to - from) * 2);
    const { positions } = this;
    let alike = true;
    for (let at = from; at < to; at += 1) {
      const place = places[at]!;
      positions[at - from] = place & positionMask;
      alike &&= place >>> placeBits === first;
    }
    if (alike) {
      frequencies[first] = to - from;
      this.encoder.add(document, 1 << first, frequencies, positions, 0);
    } else {
      this.writeFields(document, from, to);
    }
  }

  /** Positions of several fields are grouped by field. */
  private writeFields(document: number, from: number, to: number): void {
    const { places } = this.inverted;
    const { frequencies, positions } = this;
    let mask = 0;
    let filled = 0;
    for (let field = 0; field < fieldCount; field += 1) {
      const before = filled;
      for (let at = from; at < to; at += 1) {
        const place = places[at]!;
        if (place >>> placeBits !== field) continue;
        positions[filled] = place & positionMask;
        filled += 1;
      }
      if (filled === before) continue;
      mask |= 1 << field;
      frequencies[field] = filled - before;
    }
    this.encoder.add(document, mask, frequencies, positions, 0);
  }
}
