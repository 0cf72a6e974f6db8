import { packingSlack } from '../segment/bit-packing.ts';
import type { TermEntry } from '../segment/dictionary-cursor.ts';
import { DamagedSegment } from '../segment/damaged-segment.ts';
import { PostingsCursor } from '../segment/postings-cursor.ts';
import type { SegmentReader } from '../segment/segment-reader.ts';
import type { SegmentTerm } from './plan.ts';

/** Lists with no more than so many bytes between them are read at once. */
const nearby = 65_536;
const longestRun = 1 << 20;

/**
 * Walks the postings of many terms with one cursor. Words that begin alike stand together in the file: their lists are
 * read in runs, because a thousand reads cost more than a million bytes.
 */
export class PostingsRuns {
  private readonly segment: SegmentReader;
  private readonly cursor = new PostingsCursor();
  private buffer = new Uint8Array(0);
  private aligned = new Uint8Array(0);

  constructor(segment: SegmentReader) {
    this.segment = segment;
  }

  /** Calls back with each term and a cursor before its first block; the cursor is good until the callback returns. */
  each(terms: readonly SegmentTerm[], visit: (term: SegmentTerm, cursor: PostingsCursor) => void): void {
    for (let first = 0; first < terms.length;) {
      const start = terms[first]!.entry.offset;
      let end = start + terms[first]!.entry.dataLength;
      let next = first + 1;
      for (; next < terms.length; next += 1) {
        const { offset, dataLength } = terms[next]!.entry;
        if (offset < end || offset - end > nearby || offset + dataLength - start > longestRun) break;
        end = offset + dataLength;
      }
      this.read(start, end - start);
      for (let index = first; index < next; index += 1) {
        const term = terms[index]!;
        visit(term, this.open(term.entry, term.entry.offset - start));
      }
      first = next;
    }
  }

  private read(offset: number, length: number): void {
    if (length < 0 || length > this.segment.input.contents.covered) {
      throw new DamagedSegment('a list of postings is too long');
    }
    if (this.buffer.length < length + packingSlack) {
      this.buffer = new Uint8Array(Math.max(length + packingSlack, this.buffer.length * 2));
    }
    this.segment.input.read(this.buffer, length, offset);
  }

  private open({ dataLength, documents }: TermEntry, at: number): PostingsCursor {
    const { cursor, segment } = this;
    if (at % 4 === 0) {
      cursor.open(this.buffer, at, dataLength, documents, segment.documents);
      return cursor;
    }
    if (this.aligned.length < dataLength + packingSlack)
      this.aligned = new Uint8Array(dataLength * 2 + packingSlack);
    this.aligned.set(this.buffer.subarray(at, at + dataLength));
    cursor.open(this.aligned, 0, dataLength, documents, segment.documents);
    return cursor;
  }
}
