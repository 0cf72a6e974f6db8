import { allFields } from '../segment/field-numbers.ts';
import type { PostingsCursor } from '../segment/postings-cursor.ts';
import { speaks } from './match-terms.ts';
import { closenessWeights } from './plan.ts';
import type { Requirement, SegmentTerm } from './plan.ts';
import type { SegmentSearch } from './segment-search.ts';

/** Adds up, for every document of a segment, what the terms of a word count in it. */
export class WordSums {
  /** `[0, count)` of the scratch list are the documents that have the word, in no order. */
  count = 0;
  private readonly search: SegmentSearch;

  constructor(search: SegmentSearch) {
    this.search = search;
  }

  /** Reads a word's postings into `scratch.sums`; whoever reads those leaves them zero. */
  add({ mask, terms }: Requirement): void {
    this.count = 0;
    const own = terms[this.search.index]!;
    this.search.lists.each(own, (term, cursor) => {
      if (mask === allFields && term.languages === 0) this.addPlain(term, cursor);
      else this.addSome(term, cursor, mask);
    });
  }

  private addPlain({ closeness }: SegmentTerm, cursor: PostingsCursor): void {
    const { sums, list } = this.search.scratch;
    const { docs, weights } = cursor;
    const weight = closenessWeights[closeness];
    let { count } = this;
    while (cursor.next()) {
      cursor.loadWeights();
      const length = cursor.count;
      for (let index = 0; index < length; index += 1) {
        const document = docs[index]!;
        const before = sums[document]!;
        if (before === 0) {
          list[count] = document;
          count += 1;
        }
        sums[document] = before + weights[index]! * weight;
      }
    }
    this.count = count;
  }

  private addSome({ closeness, languages }: SegmentTerm, cursor: PostingsCursor, mask: number): void {
    const { scratch, stemLanguages } = this.search;
    const { sums, list } = scratch;
    const { docs, weights } = cursor;
    const weight = closenessWeights[closeness];
    let { count } = this;
    while (cursor.next()) {
      cursor.loadFrequencies(mask);
      const length = cursor.count;
      for (let index = 0; index < length; index += 1) {
        const document = docs[index]!;
        const own = weights[index]!;
        if (own === 0 || !speaks(languages, stemLanguages[document]!)) continue;
        const before = sums[document]!;
        if (before === 0) {
          list[count] = document;
          count += 1;
        }
        sums[document] = before + own * weight;
      }
    }
    this.count = count;
  }
}
