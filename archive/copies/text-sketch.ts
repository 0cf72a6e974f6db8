import { isNumberHash, spread } from '../search/analysis/word-hash.ts';
import type { DocumentWords } from '../search/segment/document-words.ts';

/** Words of one shingle. Five tell a text from others on the same matter, and let a changed word cost only five. */
export const shingleWords = 5;
/** Shorter texts, in words, are copies only when they are the same word for word, headline included. */
export const shortText = 30;
/** So many of the smallest shingles of a text are kept, to guess how alike two texts are before they are read. */
export const sketchSize = 64;
/** So many of these, the smallest, are what copies of it are looked for by. */
export const featureCount = 16;
/** To be raised when the same text would get another sketch, or other texts would be copies: all is then found anew. */
export const copiesVersion = 1;

/** What is kept of a text, to find others like it. */
export interface TextSketch {
  /** A whole number below 2^53 of all its words in their order: texts with the same one are the same. */
  readonly key: number;
  /** How many words its body has. */
  readonly words: number;
  /** The smallest of its different shingles, ascending, at most `sketchSize`; none of a short text. */
  readonly smallest: Uint32Array;
}

/** A whole text, to be compared word by word. Both lists are ascending and hold nothing twice. */
export interface TextPrint {
  readonly shingles: Uint32Array;
  /** Its different words, as `wordHash`, and those of them that are numbers. */
  readonly words: Uint32Array;
  readonly numbers: Uint32Array;
}

const multiplier = 0x01000193;
/** `multiplier ** shingleWords` in 32 bits: what takes the oldest word out of a rolling hash. */
const outgoing = Array.from({ length: shingleWords }).reduce<number>(
  (power) => Math.imul(power, multiplier),
  1,
);

let scratch = new Uint32Array(1 << 12);
let below = new Uint32Array(1 << 10);

/**
 * The hashes of all runs of five words, in the order of the text (Rabin's rolling polynomial, spread): Broder's shingles.
 * A. Z. Broder, "On the resemblance and containment of documents", 1997. Good until the next call.
 */
function shinglesOf(body: Int32Array): Uint32Array {
  const count = Math.max(0, body.length - shingleWords + 1);
  if (scratch.length < count) scratch = new Uint32Array(count * 2);
  let rolling = 0;
  for (let at = 0; at < body.length; at += 1) {
    rolling = (Math.imul(rolling, multiplier) + body[at]!) | 0;
    if (at < shingleWords - 1) continue;
    if (at >= shingleWords) rolling = (rolling - Math.imul(outgoing, body[at - shingleWords]!)) | 0;
    scratch[at - shingleWords + 1] = spread(rolling);
  }
  return scratch.subarray(0, count);
}

/** The different numbers of a list up to a bound, ascending, at most so many. */
function smallestBelow(numbers: Uint32Array, most: number, bound: number): Uint32Array {
  let count = 0;
  if (below.length < numbers.length) below = new Uint32Array(numbers.length * 2);
  // Counted loops here and below: they run over every word of every text, and with iterators the sketch of a text took half as long again.
  for (let at = 0; at < numbers.length; at += 1) {
    const number = numbers[at]!;
    if (number <= bound) {
      below[count] = number;
      count += 1;
    }
  }
  return distinct(below.subarray(0, count)).slice(0, most);
}

/** The smallest different numbers of a list, ascending: a MinHash sketch by one permutation ("bottom k"). */
function smallest(numbers: Uint32Array, most: number): Uint32Array {
  // Hashes are spread evenly: about half as many again as are wanted lie below this, and only these need be sorted.
  const bound =
    numbers.length === 0 ? 0 : Math.min(0xffff_ffff, (1.5 * most * 0x1_0000_0000) / numbers.length);
  const found = smallestBelow(numbers, most, bound);
  return found.length === most ? found : smallestBelow(numbers, most, 0xffff_ffff);
}

function keyOf(lists: readonly Int32Array[]): number {
  let [high, low] = [lists.length, 0];
  for (const list of lists) {
    for (let at = 0; at < list.length; at += 1) {
      const hash = list[at]!;
      high = (Math.imul(high, 0x9e3779b1) + hash) | 0;
      low = (Math.imul(low ^ hash, multiplier) + 1) | 0;
    }
    high = spread(high + list.length);
    low = spread(low - list.length);
  }
  return (high >>> 0) * 0x20_0000 + (low >>> 11);
}

/** The sketch of what an article says; null when it says nothing. */
export function sketchOf(words: DocumentWords): TextSketch | null {
  const body = words.body.view();
  if (body.length === 0) return null;
  const isShort = body.length < shortText;
  const key = keyOf(isShort ? [words.headline.view(), body] : [body]);
  const own = isShort ? new Uint32Array(0) : smallest(shinglesOf(body), sketchSize);
  return { key, words: body.length, smallest: own };
}

/** The features of a text: what others that are like it are found by. */
export function featuresOf(own: Uint32Array): readonly number[] {
  return Array.from(own.subarray(0, featureCount));
}

/** Ascending, each once; the list given is sorted. */
function distinct(numbers: Uint32Array): Uint32Array {
  numbers.sort();
  let count = 0;
  for (let at = 0; at < numbers.length; at += 1) {
    const number = numbers[at]!;
    if (count === 0 || number !== numbers[count - 1]) numbers[count++] = number;
  }
  return numbers.slice(0, count);
}

/** What two texts are compared by, from the words of a body. */
export function printOf(body: Int32Array): TextPrint {
  const different = distinct(Uint32Array.from(body));
  const shingles = distinct(shinglesOf(body).slice());
  return { shingles, words: different, numbers: different.filter(isNumberHash) };
}
