import { allFields } from '../segment/field-numbers.ts';
import { noDocument } from '../segment/postings-cursor.ts';
import type { PostingsCursor } from '../segment/postings-cursor.ts';
import { hasBit, listBits, setBit } from './bits.ts';
import type { Bits } from './bits.ts';
import type { Requirement, SegmentTerm } from './plan.ts';
import type { SegmentSearch } from './segment-search.ts';

/** With so many times fewer candidates than postings, each candidate is looked up instead of reading all postings. */
const worthSeeking = 24;

/** Whether a document's language is among those for which the term stands. */
export function speaks(languages: number, ofDocument: number): boolean {
  return languages === 0 || (ofDocument > 0 && (languages & (1 << (ofDocument - 1))) !== 0);
}

/** The documents of a segment that have one of the requirement's terms; with `within` only documents of that set. */
export function matchTerms(search: SegmentSearch, requirement: Requirement, within: Bits | null): Bits {
  const out = search.scratch.bits();
  const terms = requirement.terms[search.index]!;
  let candidates = -1;
  if (within !== null) candidates = listBits(within, search.scratch.list);
  search.lists.each(terms, (term, cursor) => {
    if (candidates >= 0 && candidates * worthSeeking < term.entry.documents) {
      seekCandidates(search, requirement, term, cursor, candidates, out);
    } else {
      addPostings(search, requirement, term, cursor, out);
    }
  });
  if (within !== null) for (let word = 0; word < out.length; word += 1) out[word]! &= within[word]!;
  return out;
}

function addPostings(
  search: SegmentSearch,
  { mask }: Requirement,
  { languages }: SegmentTerm,
  cursor: PostingsCursor,
  out: Bits,
): void {
  const { docs, weights } = cursor;
  const plain = mask === allFields && languages === 0;
  while (cursor.next()) {
    const { count } = cursor;
    if (plain) {
      for (let index = 0; index < count; index += 1) {
        const document = docs[index]!;
        out[document >>> 5]! |= 1 << (document & 31);
      }
      continue;
    }
    if (mask !== allFields) cursor.loadFrequencies(mask);
    for (let index = 0; index < count; index += 1) {
      const document = docs[index]!;
      if (mask !== allFields && weights[index] === 0) continue;
      if (speaks(languages, search.stemLanguages[document]!)) setBit(out, document);
    }
  }
}

function seekCandidates(
  search: SegmentSearch,
  { mask }: Requirement,
  { languages }: SegmentTerm,
  cursor: PostingsCursor,
  candidates: number,
  out: Bits,
): void {
  const { list } = search.scratch;
  const finder = new DocumentFinder(cursor);
  for (let index = 0; index < candidates; index += 1) {
    const document = list[index]!;
    if (hasBit(out, document)) continue;
    const at = finder.find(document);
    if (at === finished) return;
    if (at < 0 || !speaks(languages, search.stemLanguages[document]!)) continue;
    if (mask !== allFields) {
      cursor.loadFrequencies(mask);
      if (cursor.weights[at] === 0) continue;
    }
    setBit(out, document);
  }
}

/** What `find` says when neither this document nor any later one is in the list. */
export const finished = -2;

/** Looks documents up in a list of postings, in ascending order. */
export class DocumentFinder {
  readonly cursor: PostingsCursor;
  private at = 0;
  private block = -1;
  private last = -1;

  constructor(cursor: PostingsCursor) {
    this.cursor = cursor;
  }

  /** The place of the document in the cursor's block, -1 when it is not in the list, or `finished`. */
  find(document: number): number {
    const { cursor } = this;
    if (document > this.last) {
      if (!cursor.seek(document)) return finished;
      this.last = cursor.docs[cursor.count - 1] ?? noDocument;
    }
    if (cursor.block !== this.block) {
      this.block = cursor.block;
      this.at = 0;
    }
    const { docs, count } = cursor;
    let { at } = this;
    while (at < count && docs[at]! < document) at += 1;
    this.at = at;
    return at < count && docs[at] === document ? at : -1;
  }
}
