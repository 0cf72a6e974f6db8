import type { DictionaryCursor } from '../segment/dictionary-cursor.ts';
import type { TermDictionary } from '../segment/term-dictionary.ts';

/** Longer words are not near anything that could be typed. */
const longest = 80;

/**
 * The words of a dictionary within an edit distance of a word: insertions, deletions, changes, and exchanges of two
 * neighbours, none of which is edited again (optimal string alignment; Damerau 1964, Boytsov 2011). The rows of the usual
 * table are the states of an automaton over the letters of a term: terms that share a beginning share its rows, and
 * where no cell of a row is within the distance, all terms that begin so are passed over, whole blocks of them unread.
 */
export class NearWords {
  private readonly word: Int32Array;
  private readonly distance: number;
  private readonly written: boolean;
  /** The row after n letters is at `[n * width, (n + 1) * width)`. */
  private readonly rows: Uint8Array;
  private readonly width: number;
  /** The letters of the present term, and how many of their rows are right. */
  private readonly letters = new Int32Array(longest + 1);
  private depth = 0;
  /** After so many letters no term that begins so can be near; 0 when it may yet be. */
  private deadAt = 0;
  /** Whether the last measuring met such a beginning; `deadAt` may be left from a longer term. */
  private died = false;
  /** Where the dead beginning ends in bytes of the term that was measured last. */
  private deadBytes = 0;

  /** `written`: not the plain spelling of a term is measured but, where it differs, the writing that follows it. */
  constructor(word: string, distance: number, written: boolean) {
    this.written = written;
    this.word = Int32Array.from(word, (letter) => letter.codePointAt(0)!);
    this.distance = distance;
    this.width = this.word.length + 1;
    this.rows = new Uint8Array((longest + 2) * this.width);
    for (let place = 0; place < this.width; place += 1) this.rows[place] = place;
  }

  /**
   * Calls back for each near term among those of the dictionary that begin with `lead` (one ASCII byte or none, which is
   * not counted as a letter). Of a form the plain spelling is measured, unless its writing is asked for.
   */
  find(
    dictionary: TermDictionary,
    cursor: DictionaryCursor,
    lead: Uint8Array,
    found: (cursor: DictionaryCursor, distance: number) => void,
  ): void {
    if (dictionary.terms === 0 || this.word.length > longest) return;
    for (let block = dictionary.blockFor(lead); block < dictionary.blocks; block += 1) {
      if (dictionary.compareFirst(block, lead) > 0) return;
      const shared = this.written ? 0 : dictionary.sharedWithNext(block);
      if (shared > lead.length && this.isDead(dictionary, block, lead.length, shared)) continue;
      this.findInBlock(cursor, block, lead, found);
    }
  }

  private findInBlock(
    cursor: DictionaryCursor,
    block: number,
    lead: Uint8Array,
    found: (cursor: DictionaryCursor, distance: number) => void,
  ): void {
    cursor.startBlock(block);
    const last = (block + 1) * 32 - 1;
    while (cursor.ordinal < last && cursor.next()) {
      if (this.deadAt > 0 && cursor.shared >= this.deadBytes) continue;
      if (!cursor.startsWith(lead)) continue;
      const from = this.written ? writtenStart(cursor) : lead.length;
      const distance = this.measure(cursor.key, from, this.written ? cursor.keyLength : cursor.foldedLength);
      if (distance <= this.distance) found(cursor.read(), distance);
    }
  }

  /** Whether all terms of a block begin, in the bytes that they share, in a way that is too far already. */
  private isDead({ keys, keyStarts }: TermDictionary, block: number, skip: number, shared: number): boolean {
    const start = keyStarts[block]!;
    let end = start + shared;
    // Not within a character of several bytes.
    while (end > start + skip && (keys[end]! & 0xc0) === 0x80) end -= 1;
    this.died = false;
    this.measure(keys, start + skip, end);
    // These bytes are of another array than the terms are: only as letters do they say anything about those.
    this.deadBytes = Infinity;
    return this.died;
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
        if (count === this.deadAt) {
          this.died = true;
          return far;
        }
        continue;
      }
      if (count < this.deadAt) this.deadAt = 0;
      if (count === longest) return far;
      this.letters[count] = letter;
      count += 1;
      this.depth = count;
      if (this.addRow(count) > this.distance) {
        this.deadAt = count;
        this.deadBytes = at;
        this.died = true;
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
