import type { TermEntry } from '../segment/dictionary-cursor.ts';
import type { PositionsReader } from '../segment/positions-reader.ts';
import type { LiveSegment } from '../store/snapshot.ts';
import { PostingsLists } from './postings-lists.ts';
import { SearchMemory } from './search-memory.ts';
import { SegmentScratch } from './segment-scratch.ts';

const scratches = new WeakMap<LiveSegment['segment'], SegmentScratch>();

/** One segment being searched: what is open, and memory to work in. */
export class SegmentSearch {
  readonly live: LiveSegment;
  /** Its place in the snapshot. */
  readonly index: number;
  readonly scratch: SegmentScratch;
  readonly lists: PostingsLists;
  readonly stemLanguages: Uint8Array;
  readonly norms: Uint8Array;
  private readonly memory = new SearchMemory();

  constructor(live: LiveSegment, index: number) {
    const { segment } = live;
    this.live = live;
    this.index = index;
    let scratch = scratches.get(segment);
    if (scratch === undefined) {
      scratch = new SegmentScratch(segment.documents);
      scratches.set(segment, scratch);
    }
    this.scratch = scratch;
    this.lists = new PostingsLists(segment, this.memory);
    this.stemLanguages = segment.columns.stemLanguages;
    this.norms = segment.columns.norms;
  }

  /** A reader of the positions of a term, good until `release`. */
  positions(entry: TermEntry): PositionsReader {
    return this.live.segment.positions(entry, this.memory.reader());
  }

  /** Gives borrowed memory back: cursors and lists must not be used any more. */
  release(): void {
    this.memory.release();
  }
}
