import type { Sort } from '../../model/search.ts';
import { inSegment } from '../segment/damaged-segment.ts';
import type { LiveSegment, Snapshot } from '../store/snapshot.ts';
import { addNearness } from './add-nearness.ts';
import { listBits } from './bits.ts';
import type { Bits } from './bits.ts';
import { Candidates } from './candidates.ts';
import { evaluate } from './evaluate.ts';
import type { Matched } from './evaluate.ts';
import { offerList, onlyList } from './best-of-list.ts';
import type { PlanNode, Requirement } from './plan.ts';
import { anyWords, matchAny, offerWord } from './score-any.ts';
import { nearPairs, wordsOf } from './proximity.ts';
import type { NearPair } from './proximity.ts';
import { everyWord, matchEvery } from './score-every.ts';
import type { EveryWord } from './score-every.ts';
import { lengthTerms, scoredLeaves, Scorer, scoreScale } from './scoring.ts';
import { SegmentSearch } from './segment-search.ts';
import { selectPage } from './select-page.ts';

/** What is wanted of the documents that a plan finds. */
export interface Wanted {
  readonly sort: Sort;
  readonly offset: number;
  readonly limit: number;
  /** Shown each segment's matching documents while they are at hand; must not keep them. */
  readonly observe?: (search: SegmentSearch, matched: Matched) => void;
}

/** A document that was found. */
export interface FoundDocument {
  /** Its segment's place in the snapshot. */
  readonly segment: number;
  readonly document: number;
  readonly score: number;
}

export interface PlanResult {
  /** All live documents that match. */
  readonly total: number;
  readonly page: readonly FoundDocument[];
}

/** Items that are only listed come after everything else by relevance. */
const listedPenalty = 2 ** 46;

class PlanRun {
  private readonly snapshot: Snapshot;
  private readonly plan: PlanNode;
  private readonly wanted: Wanted;
  private readonly pairs: readonly NearPair[];
  private readonly lengths: Float64Array;
  private candidates: Candidates;
  private readonly searches: SegmentSearch[] = [];
  /** When any of some words is enough. */
  private readonly words: readonly Requirement[] | null;
  /** When all of some words are needed. */
  private readonly every: EveryWord | null;
  private total = 0;

  constructor(snapshot: Snapshot, plan: PlanNode, wanted: Wanted) {
    this.snapshot = snapshot;
    this.plan = plan;
    this.wanted = wanted;
    this.pairs = wanted.sort === 'relevance' ? nearPairs(wordsOf(plan)) : [];
    this.words = anyWords(plan);
    this.every = everyWord(plan);
    this.lengths = lengthTerms(snapshot.meanWords);
    const slack = this.pairs.reduce((sum, { most }) => sum + most, 0);
    this.candidates = new Candidates(wanted.limit === 0 ? 0 : wanted.offset + wanted.limit, slack);
  }

  run(): PlanResult {
    try {
      return this.find();
    } finally {
      for (const search of this.searches) search.release();
    }
  }

  private find(): PlanResult {
    this.snapshot.segments.forEach((live, index) =>
      inSegment(live.segment.name, () => this.runIn(live, index)),
    );
    if (this.wanted.limit === 0) return { total: this.total, page: [] };
    this.candidates.trim();
    if (this.pairs.length > 0) {
      const { offset, limit } = this.wanted;
      this.candidates = addNearness(this.candidates, offset + limit, this.pairs, this.searches);
    }
    return { total: this.total, page: this.page() };
  }

  private runIn(live: LiveSegment, index: number): void {
    const search = new SegmentSearch(live, index);
    this.searches.push(search);
    const ranked = this.wanted.sort === 'relevance' && this.wanted.limit > 0;
    if (ranked && this.offerOneWord(search)) return;
    const matched = (ranked ? this.matchScored(search) : null) ?? evaluate(search, this.plan);
    this.total += matched.count;
    if (matched.count > 0) {
      if (ranked) this.collectScores(search, matched);
      else if (this.wanted.limit > 0) this.collectDates(search, matched.bits);
      this.wanted.observe?.(search, matched);
    }
    releaseMatched(search, matched);
  }

  /** Of one word, when nobody wants to see all its documents, the best are enough; where it has one list, unread ones too. */
  private offerOneWord(search: SegmentSearch): boolean {
    const [word, ...others] = this.words ?? [];
    if (word === undefined || others.length > 0 || this.wanted.observe !== undefined) return false;
    const only = onlyList(search, word);
    const { candidates, lengths } = this;
    const offering = { candidates, lengths, listedPenalty };
    if (only === null) {
      this.total += offerWord(search, word, offering);
    } else {
      this.total += only.entry.documents;
      offerList(search, word, only, offering);
    }
    return true;
  }

  /** Of plans that are words and no more, what they match, with the scores; null for others. */
  private matchScored(search: SegmentSearch): Matched | null {
    if (this.words !== null) return matchAny(search, this.words, this.lengths);
    return this.every === null ? null : matchEvery(search, this.every, this.lengths);
  }

  private collectScores(search: SegmentSearch, matched: Matched): void {
    if (this.words === null && this.every === null) {
      const scorer = new Scorer(search, matched, this.lengths);
      for (const leaf of scoredLeaves(this.plan)) scorer.add(leaf);
    }
    const { scores, list } = search.scratch;
    const { flags } = search.live.segment.columns;
    const count = listBits(matched.bits, list);
    const { candidates } = this;
    let { threshold } = candidates;
    for (let index = 0; index < count; index += 1) {
      const document = list[index]!;
      const score = scores[document]! - (flags[document] === 1 ? listedPenalty : 0);
      scores[document] = 0;
      if (score < threshold) continue;
      candidates.add(search.index, document, score);
      ({ threshold } = candidates);
    }
  }

  private collectDates(search: SegmentSearch, bits: Bits): void {
    const { list } = search.scratch;
    const { dates } = search.live.segment.columns;
    const direction = this.wanted.sort === 'newest' ? 1 : -1;
    const count = listBits(bits, list);
    for (let index = 0; index < count; index += 1) {
      const document = list[index]!;
      const start = dates[document * 2]! * direction;
      this.candidates.add(search.index, document, Number.isNaN(start) ? -Infinity : start);
    }
  }

  private page(): readonly FoundDocument[] {
    const { candidates, wanted } = this;
    const all = Int32Array.from({ length: candidates.count }, (_, index) => index);
    const columnsOf = (candidate: number) =>
      this.searches[candidates.segments[candidate]!]!.live.segment.columns;
    const date = (candidate: number): number => {
      const start = columnsOf(candidate).dates[candidates.documents[candidate]! * 2]!;
      return Number.isNaN(start) ? -Infinity : start;
    };
    const ids = new Map<number, string>();
    const id = (candidate: number): string => {
      let known = ids.get(candidate);
      if (known === undefined) {
        known = columnsOf(candidate).id(candidates.documents[candidate]!);
        ids.set(candidate, known);
      }
      return known;
    };
    const key = (candidate: number): number => candidates.keys[candidate]!;
    const keys = wanted.sort === 'relevance' ? [key, date] : [key];
    const range = [wanted.offset, wanted.offset + wanted.limit] as const;
    return Array.from(selectPage(all, range, { keys, last: id }), (candidate) => ({
      segment: candidates.segments[candidate]!,
      document: candidates.documents[candidate]!,
      score: wanted.sort === 'relevance' ? readable(key(candidate)) : 0,
    }));
  }
}

/** A score as people see it. */
function readable(key: number): number {
  return (key < -listedPenalty / 2 ? key + listedPenalty : key) / scoreScale;
}

/** Gives the sets of an evaluation back. */
export function releaseMatched(search: SegmentSearch, { bits, phrases }: Matched): void {
  search.scratch.release(bits);
  for (const found of phrases.values()) search.scratch.release(found.bits);
}

/** Finds, counts and orders the documents of a snapshot. Throws `DamagedSegment` with the segment's file. */
export function runPlan(snapshot: Snapshot, plan: PlanNode, wanted: Wanted): PlanResult {
  return new PlanRun(snapshot, plan, wanted).run();
}
