/** A field's number and a position in 32 bits: the field in the upper three. */
export const placeBits = 29;
export const positionMask = (1 << placeBits) - 1;

/** The occurrences of one kind of term, by term, in the order of documents and places. */
export interface Inverted {
  /** The occurrences of term t are at `[starts[t], starts[t + 1])`. */
  readonly starts: Int32Array;
  readonly documents: Int32Array;
  readonly places: Uint32Array;
}

/** What terms were met where, in the order of the text; inverted by one counting sort when all is in. */
export class TokenLog {
  length = 0;
  private terms: Int32Array;
  private places: Uint32Array;
  private readonly ends: number[] = [];

  constructor(capacity = 1 << 16) {
    this.terms = new Int32Array(capacity);
    this.places = new Uint32Array(capacity);
  }

  add(term: number, place: number): void {
    if (this.length === this.terms.length) this.grow();
    this.terms[this.length] = term;
    this.places[this.length] = place;
    this.length += 1;
  }

  /** What comes now belongs to the next document. */
  endDocument(): void {
    this.ends.push(this.length);
  }

  invert(terms: number): Inverted {
    const starts = new Int32Array(terms + 1);
    for (let index = 0; index < this.length; index += 1) starts[this.terms[index]! + 1]! += 1;
    for (let term = 0; term < terms; term += 1) starts[term + 1]! += starts[term]!;
    const next = starts.slice(0, terms);
    const documents = new Int32Array(this.length);
    const places = new Uint32Array(this.length);
    let index = 0;
    this.ends.forEach((end, document) => {
      for (; index < end; index += 1) {
        const term = this.terms[index]!;
        const at = next[term]!;
        next[term] = at + 1;
        documents[at] = document;
        places[at] = this.places[index]!;
      }
    });
    return { starts, documents, places };
  }

  private grow(): void {
    const terms = new Int32Array(this.terms.length * 2);
    terms.set(this.terms);
    this.terms = terms;
    const places = new Uint32Array(this.places.length * 2);
    places.set(this.places);
    this.places = places;
  }
}
