import type { PositionsReader } from '../segment/positions-reader.ts';
import { DocumentFinder, speaks } from './match-terms.ts';
import type { Requirement } from './plan.ts';
import type { SegmentSearch } from './segment-search.ts';

interface OpenTerm {
  readonly finder: DocumentFinder;
  readonly positions: PositionsReader;
  readonly languages: number;
  readonly weight: number;
  /** The place of the present document in the cursor's block, or negative. */
  at: number;
}

/** Where the words of one requirement stand, document after document in ascending order. */
export class PlacedList {
  /** After `read`: `[0, count)` are the positions, ascending. */
  out = new Int32Array(64);
  /** The fields of the present document that any of the terms stands in. */
  fields = 0;
  private other = new Int32Array(64);
  private readonly terms: readonly OpenTerm[];
  private readonly search: SegmentSearch;

  constructor(search: SegmentSearch, requirement: Requirement) {
    this.search = search;
    this.terms = requirement.terms[search.index]!.map(({ entry, languages }) => ({
      finder: new DocumentFinder(search.lists.open(entry)),
      positions: search.positions(entry),
      languages,
      weight: 0,
      at: -1,
    }));
  }

  /** Goes to a document, which must not be before the one before; whether any term is in it. */
  seek(document: number): boolean {
    const ofDocument = this.search.stemLanguages[document]!;
    this.fields = 0;
    let any = false;
    for (const term of this.terms) {
      term.at = term.finder.find(document);
      if (term.at < 0) continue;
      if (!speaks(term.languages, ofDocument)) {
        term.at = -1;
        continue;
      }
      const { cursor } = term.finder;
      cursor.loadFrequencies();
      this.fields |= cursor.masks[term.at]!;
      any = true;
    }
    return any;
  }

  /** Reads the positions in the fields of `mask` of the document gone to, and returns their count. */
  read(mask: number): number {
    let count = 0;
    for (const { at, finder, positions } of this.terms) {
      if (at < 0 || (finder.cursor.masks[at]! & mask) === 0) continue;
      const total = positions.count(finder.cursor, at);
      if (count === 0) {
        if (this.out.length < total) this.out = new Int32Array(total * 2);
        count = positions.read(finder.cursor, at, mask, this.out);
      } else {
        if (this.other.length < total) this.other = new Int32Array(total * 2);
        count = this.mergeIn(count, positions.read(finder.cursor, at, mask, this.other));
      }
    }
    return count;
  }

  /** Merges `other` into `out`; a position that both have is there once. Returns the count. */
  private mergeIn(count: number, more: number): number {
    const { other } = this;
    const a = this.out.slice(0, count);
    if (this.out.length < count + more) this.out = new Int32Array((count + more) * 2);
    const { out } = this;
    let [i, j, filled] = [0, 0, 0];
    while (i < count || j < more) {
      const next = j >= more || (i < count && a[i]! <= other[j]!) ? a[i]! : other[j]!;
      if (i < count && a[i] === next) i += 1;
      if (j < more && other[j] === next) j += 1;
      out[filled] = next;
      filled += 1;
    }
    return filled;
  }
}
