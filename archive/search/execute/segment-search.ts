import type { LiveSegment } from '../store/snapshot.ts';
import { PostingsRuns } from './postings-runs.ts';
import { SegmentScratch } from './segment-scratch.ts';

const scratches = new WeakMap<LiveSegment['segment'], SegmentScratch>();

/** One segment being searched: what is open, and memory to work in. */
export class SegmentSearch {
  readonly live: LiveSegment;
  /** Its place in the snapshot. */
  readonly index: number;
  readonly scratch: SegmentScratch;
  readonly runs: PostingsRuns;
  readonly stemLanguages: Uint8Array;
  readonly norms: Uint8Array;

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
    this.runs = new PostingsRuns(segment);
    this.stemLanguages = segment.columns.stemLanguages;
    this.norms = segment.columns.norms;
  }
}
