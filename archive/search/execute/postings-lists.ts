import { packingSlack } from '../segment/bit-packing.ts';
import type { TermEntry } from '../segment/dictionary-cursor.ts';
import { DamagedSegment } from '../segment/damaged-segment.ts';
import type { PostingsCursor } from '../segment/postings-cursor.ts';
import type { SegmentReader } from '../segment/segment-reader.ts';
import type { Place } from './list-room.ts';
import type { SegmentTerm } from './plan.ts';
import type { SearchMemory } from './search-memory.ts';

/** Lists with no more than so many bytes between them are read at once. */
const nearby = 12_288;
const longestRun = 1 << 20;
/** So much is kept of one question; what comes after it is read again when it is asked for again. */
const mostKept = 8 << 20;

/**
 * The postings of the terms of one question in one segment. Words that begin alike stand together in the file: their lists
 * are read in runs, because a thousand reads cost more than a million bytes. What was read stays until the question is
 * answered: the same lists are walked to find, to score, and to see how near the words are.
 */
export class PostingsLists {
  private readonly segment: SegmentReader;
  private readonly memory: SearchMemory;
  private readonly cursor: PostingsCursor;
  /** Where the lists are, by their place in the file. */
  private readonly places = new Map<number, Place>();
  /** For runs that are not kept. */
  private spare = new Uint8Array(0);

  constructor(segment: SegmentReader, memory: SearchMemory) {
    this.segment = segment;
    this.memory = memory;
    this.cursor = memory.cursor();
  }

  /** Calls back with each term and a cursor before its first block; the cursor is good until the callback returns. */
  each(terms: readonly SegmentTerm[], visit: (term: SegmentTerm, cursor: PostingsCursor) => void): void {
    for (let first = 0; first < terms.length;) {
      const { entry } = terms[first]!;
      const known = this.places.get(entry.offset);
      const next = known === undefined ? this.endOfRun(terms, first) : first + 1;
      const { bytes, at } = known ?? this.readRun(terms, first, next);
      for (let index = first; index < next; index += 1) {
        const term = terms[index]!;
        this.openAt(this.cursor, term.entry, bytes, at + term.entry.offset - entry.offset);
        visit(term, this.cursor);
      }
      first = next;
    }
  }

  /** A cursor before the first block of a term, good until the question is answered. */
  open(entry: TermEntry): PostingsCursor {
    const { offset, dataLength } = entry;
    const { bytes, at } = this.places.get(offset) ?? this.read(offset, dataLength, true);
    const cursor = this.memory.cursor();
    this.openAt(cursor, entry, bytes, at);
    return cursor;
  }

  /** The first term after `first` whose list is too far away from the one before it, or known. */
  private endOfRun(terms: readonly SegmentTerm[], first: number): number {
    const start = terms[first]!.entry.offset;
    let end = start + terms[first]!.entry.dataLength;
    let next = first + 1;
    for (; next < terms.length; next += 1) {
      const { offset, dataLength } = terms[next]!.entry;
      if (offset < end || offset - end > nearby || offset + dataLength - start > longestRun) break;
      if (this.places.has(offset)) break;
      end = offset + dataLength;
    }
    return next;
  }

  private readRun(terms: readonly SegmentTerm[], first: number, next: number): Place {
    const start = terms[first]!.entry.offset;
    const last = terms[next - 1]!.entry;
    const keeps = this.memory.room.taken < mostKept;
    const place = this.read(start, last.offset + last.dataLength - start, keeps);
    if (!keeps) return place;
    for (let index = first; index < next; index += 1) {
      const { offset } = terms[index]!.entry;
      this.places.set(offset, { bytes: place.bytes, at: place.at + offset - start });
    }
    return place;
  }

  private read(offset: number, length: number, keeps: boolean): Place {
    const { input } = this.segment;
    if (length < 0 || length > input.contents.covered) {
      throw new DamagedSegment('a list of postings is too long');
    }
    const place = keeps ? this.memory.room.take(length) : this.spareFor(length);
    input.read(place.bytes.subarray(place.at), length, offset);
    return place;
  }

  private spareFor(length: number): Place {
    const needed = length + packingSlack;
    if (this.spare.length < needed) this.spare = new Uint8Array(Math.max(needed, this.spare.length * 2));
    return { bytes: this.spare, at: 0 };
  }

  private openAt(
    cursor: PostingsCursor,
    { dataLength, documents }: TermEntry,
    bytes: Uint8Array,
    at: number,
  ): void {
    cursor.open(bytes, at, dataLength, documents, this.segment.documents);
  }
}
