import { dictionaryBlock } from '../segment/format.ts';
import type { DictionaryCursor } from '../segment/dictionary-cursor.ts';
import type { TermDictionary } from '../segment/term-dictionary.ts';
import { nearSignatures } from './signature-filter.ts';

/** Longer words are not near anything that could be typed. */
const longest = 80;

/**
 * The words of a dictionary within an edit distance of a word: insertions, deletions, changes, and exchanges of two
 * neighbours, none of which is edited again (optimal string alignment; Damerau 1964, Boytsov 2011). Terms whose letters
 * differ too much by their signature are passed over unread. The rows of the usual table are kept between terms: those
 * that share a beginning share its rows, and where no cell of a row is within the distance, the rest is not looked at.
 */
export class NearWords {
  private readonly text: string;
  private readonly word: Int32Array;
  private readonly distance: number;
  private readonly written: boolean;
  /** The row after n letters is at `[n * width, (n + 1) * width)`. */
  private readonly rows: Uint8Array;
  private readonly width: number;
  /** The letters of the term before, and how many of their rows are right. */
  private readonly letters = new Int32Array(longest + 1);
  private depth = 0;
  /** After so many of these letters no term that begins so can be near; 0 when it may yet be. */
  private deadAt = 0;

  /** `written`: not the plain spelling of a term is measured but, where it differs, the writing that follows it. */
  constructor(word: string, distance: number, written: boolean) {
    this.text = word;
    this.written = written;
    this.word = Int32Array.from(word, (letter) => letter.codePointAt(0)!);
    this.distance = distance;
    this.width = this.word.length + 1;
    this.rows = new Uint8Array((longest + 2) * this.width);
    for (let place = 0; place < this.width; place += 1) this.rows[place] = place;
  }

  /**
   * Calls back for each near term of a dictionary of forms or stems, in its order. Of a form the plain spelling is measured,
   * unless its writing is asked for; of a stem's term the stem.
   */
  find(
    dictionary: TermDictionary,
    cursor: DictionaryCursor,
    found: (cursor: DictionaryCursor, distance: number) => void,
  ): void {
    if (dictionary.terms === 0 || this.word.length > longest) return;
    if (this.written) this.findWritten(dictionary, cursor, found);
    else this.findPlain(dictionary, cursor, found);
  }

  private findPlain(
    dictionary: TermDictionary,
    cursor: DictionaryCursor,
    found: (cursor: DictionaryCursor, distance: number) => void,
  ): void {
    for (const ordinal of nearSignatures(dictionary.signatures, this.text, this.distance)) {
      cursor.seekOrdinal(ordinal);
      const distance = this.measure(cursor.key, 0, cursor.foldedLength);
      if (distance <= this.distance) found(cursor.read(), distance);
    }
  }

  /** Signatures say nothing of writings: every term is looked at. */
  private findWritten(
    dictionary: TermDictionary,
    cursor: DictionaryCursor,
    found: (cursor: DictionaryCursor, distance: number) => void,
  ): void {
    for (let block = 0; block < dictionary.blocks; block += 1) {
      cursor.startBlock(block);
      const last = (block + 1) * dictionaryBlock - 1;
      while (cursor.ordinal < last && cursor.next()) {
        const distance = this.measure(cursor.key, writtenStart(cursor), cursor.keyLength);
        if (distance <= this.distance) found(cursor.read(), distance);
      }
    }
  }

  /** The distance of the term in `bytes[from, end)`, or anything larger than the one asked for. */
  private measure(bytes: Uint8Array, from: number, end: number): number {
    const far = this.distance + 1;
    let count = 0;
    for (let at = from; at < end;) {
      let letter = bytes[at]!;
      if (letter < 0x80) at += 1;
      else [letter, at] = decode(bytes, at, end);
      if (count < this.depth && this.letters[count] === letter) {
        count += 1;
        if (count === this.deadAt) return far;
        continue;
      }
      if (count < this.deadAt) this.deadAt = 0;
      if (count === longest) return far;
      this.letters[count] = letter;
      count += 1;
      this.depth = count;
      if (this.addRow(count) > this.distance) {
        this.deadAt = count;
        return far;
      }
    }
    return this.rows[count * this.width + this.width - 1]!;
  }

  /** Fills the row after so many letters and returns its least cell. */
  private addRow(depth: number): number {
    const { rows, width, word, letters } = this;
    const row = depth * width;
    const before = row - width;
    const letter = letters[depth - 1]!;
    const former = depth > 1 ? letters[depth - 2]! : -1;
    rows[row] = depth;
    let least = depth;
    for (let place = 1; place < width; place += 1) {
      const wanted = word[place - 1]!;
      let cell = rows[before + place - 1]! + (wanted === letter ? 0 : 1);
      cell = Math.min(cell, rows[before + place]! + 1, rows[row + place - 1]! + 1);
      if (place > 1 && depth > 1 && wanted === former && word[place - 2] === letter) {
        cell = Math.min(cell, rows[before - width + place - 2]! + 1);
      }
      rows[row + place] = cell;
      if (cell < least) least = cell;
    }
    // An exchange with the next letter may still mend what looks one too far.
    return Math.min(least, this.mended(depth));
  }

  /** The least distance that an exchange of the last letter with the next one could still give. */
  private mended(depth: number): number {
    const { rows, width } = this;
    let least = 255;
    for (let place = 0; place < width; place += 1) {
      const cell = rows[(depth - 1) * width + place]! + 1;
      if (cell < least) least = cell;
    }
    return least;
  }
}

/** Where the writing of a form begins in its term. */
function writtenStart({ foldedLength, keyLength }: DictionaryCursor): number {
  return foldedLength === keyLength ? 0 : foldedLength + 1;
}

/** The UTF-8 character at `at` and the place behind it. */
function decode(bytes: Uint8Array, at: number, end: number): [letter: number, next: number] {
  let next = at + 1;
  while (next < end && (bytes[next]! & 0xc0) === 0x80) next += 1;
  const lead = bytes[at]!;
  let letter = next - at === 2 ? lead & 0x1f : next - at === 3 ? lead & 0x0f : lead & 0x07;
  for (let index = at + 1; index < next; index += 1) letter = (letter << 6) | (bytes[index]! & 0x3f);
  return [letter, next];
}
