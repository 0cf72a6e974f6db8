import type { DictionaryWriter } from './dictionary-writer.ts';
import { fieldCount } from './field-numbers.ts';
import type { PostingsEncoder, WrittenPostings } from './postings-encoder.ts';
import { placeBits } from './token-log.ts';
import type { Inverted } from './token-log.ts';

/** Beginnings of words of 1 to so many letters have postings of their own. */
export const longestPrefix = 3;

const noPositions = new Int32Array(0);

/** The occurrences of all words with one beginning, added up. */
class PrefixSum {
  prefix: string | null = null;
  /** Of the beginning that is one letter shorter: it has these occurrences as well. */
  private readonly shorter: PrefixSum | null;
  private readonly documents: number;
  private readonly frequencies: Int32Array;
  private readonly isTouched: Uint8Array;
  private readonly touched: Int32Array;
  private count = 0;
  private readonly own = new Int32Array(fieldCount);

  constructor(documents: number, shorter: PrefixSum | null) {
    this.shorter = shorter;
    this.documents = documents;
    this.frequencies = new Int32Array(documents * fieldCount);
    this.isTouched = new Uint8Array(documents);
    this.touched = new Int32Array(documents);
  }

  /** Adds the occurrences of a word. */
  add({ starts, documents, places }: Inverted, term: number): void {
    const end = starts[term + 1]!;
    for (let at = starts[term]!; at < end; at += 1) {
      this.addTo(documents[at]!, places[at]! >>> placeBits, 1);
    }
  }

  private addTo(document: number, field: number, frequency: number): void {
    this.frequencies[document * fieldCount + field]! += frequency;
    if (this.isTouched[document] === 1) return;
    this.isTouched[document] = 1;
    this.touched[this.count] = document;
    this.count += 1;
  }

  /** Writes the sums, adds them to those of the shorter beginning, and begins anew. */
  write(encoder: PostingsEncoder): WrittenPostings {
    encoder.begin(false);
    if (this.count * 16 > this.documents) {
      for (let document = 0; document < this.documents; document += 1) {
        if (this.isTouched[document] === 1) this.writeDocument(document, encoder);
      }
    } else {
      const sorted = this.touched.subarray(0, this.count).sort();
      for (const document of sorted) this.writeDocument(document, encoder);
    }
    this.count = 0;
    return encoder.end();
  }

  private writeDocument(document: number, encoder: PostingsEncoder): void {
    let mask = 0;
    const from = document * fieldCount;
    for (let field = 0; field < fieldCount; field += 1) {
      const frequency = this.frequencies[from + field]!;
      if (frequency === 0) continue;
      mask |= 1 << field;
      this.own[field] = frequency;
      this.shorter?.addTo(document, field, frequency);
      this.frequencies[from + field] = 0;
    }
    this.isTouched[document] = 0;
    encoder.add(document, mask, this.own, noPositions, 0);
  }
}

/** The end of the first `letters` code points, or -1 when the word has fewer. */
function prefixEnd(word: string, letters: number): number {
  let at = 0;
  for (let count = 0; count < letters; count += 1) {
    if (at >= word.length) return -1;
    at += word.codePointAt(at)! > 0xffff ? 2 : 1;
  }
  return at;
}

/** A beginning of words with the postings that were written for it. */
export interface WrittenPrefix {
  readonly prefix: string;
  readonly postings: WrittenPostings;
}

/**
 * Writes the postings of all short beginnings of the forms, which come in order (so that those with one beginning stand
 * together). Without positions: nobody asks where.
 */
export function writePrefixes(
  forms: Iterable<{ readonly folded: string; readonly term: number }>,
  inverted: Inverted,
  documents: number,
  encoder: PostingsEncoder,
): readonly WrittenPrefix[] {
  const written: WrittenPrefix[] = [];
  const sums: PrefixSum[] = [];
  for (let letters = 1; letters <= longestPrefix; letters += 1) {
    sums.push(new PrefixSum(documents, sums.at(-1) ?? null));
  }
  const finish = (sum: PrefixSum): void => {
    if (sum.prefix !== null) written.push({ prefix: sum.prefix, postings: sum.write(encoder) });
    sum.prefix = null;
  };
  for (const { folded, term } of forms) {
    let longest: PrefixSum | null = null;
    // The longest first: what is finished goes into the next shorter one, before that is finished itself.
    for (let letters = longestPrefix; letters > 0; letters -= 1) {
      const sum = sums[letters - 1]!;
      const end = prefixEnd(folded, letters);
      const prefix = end < 0 ? null : folded.slice(0, end);
      if (prefix !== sum.prefix) finish(sum);
      sum.prefix = prefix;
      if (prefix !== null) longest ??= sum;
    }
    longest?.add(inverted, term);
  }
  sums.reverse().forEach(finish);
  return written;
}

/** Adds the prefixes to their dictionary, in the order of their bytes. */
export function addPrefixes(prefixes: readonly WrittenPrefix[], dictionary: DictionaryWriter): void {
  const keyed = prefixes.map(({ prefix, postings }) => ({ key: Buffer.from(prefix), postings }));
  keyed.sort((a, b) => Buffer.compare(a.key, b.key));
  for (const { key, postings } of keyed) dictionary.add(key, postings);
}
