import { codesOf, scanCodes } from '../analysis/scan-words.ts';
import { hashAt } from './vocabulary.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { TextPart } from '../index-document.ts';

/** A growing list of 32-bit numbers. */
export class NumberList {
  length = 0;
  private numbers = new Int32Array(1 << 10);

  push(number: number): void {
    if (this.length === this.numbers.length) {
      const larger = new Int32Array(this.length * 2);
      larger.set(this.numbers);
      this.numbers = larger;
    }
    this.numbers[this.length] = number;
    this.length += 1;
  }

  clear(): void {
    this.length = 0;
  }

  /** The numbers where they stand: good until the next change. */
  view(): Int32Array {
    return this.numbers.subarray(0, this.length);
  }
}

/** The words of one document as `wordHash` gives them, in the order of the page: what two texts are compared by. */
export class DocumentWords {
  readonly headline = new NumberList();
  /** Standfirst, paragraphs, crossheads, quotations and lists: what the article itself says. */
  readonly body = new NumberList();

  clear(): void {
    this.headline.clear();
    this.body.clear();
  }

  /** The list that words of a field belong to, or null: captions, sources and links change from copy to copy. */
  listOf(field: TextPart['field']): NumberList | null {
    if (field === 'headline') return this.headline;
    return field === 'standfirst' || field === 'body' || field === 'crosshead' ? this.body : null;
  }

  /** The same as a segment's builder takes down, for a text that is not being indexed. */
  read(parts: readonly TextPart[], vocabulary: Vocabulary): void {
    this.clear();
    for (const { field, text } of parts) {
      const list = this.listOf(field);
      if (list === null) continue;
      const codes = codesOf(text);
      scanCodes(codes, (start, end) => {
        const slot = vocabulary.find(codes.units, start, end);
        list.push(vocabulary.slots[slot + hashAt]!);
      });
    }
  }
}
