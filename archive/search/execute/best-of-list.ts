import { allFields } from '../segment/field-numbers.ts';
import type { Candidates } from './candidates.ts';
import { closenessWeights } from './plan.ts';
import type { Requirement, SegmentTerm } from './plan.ts';
import { factorOf, scoreOf } from './scoring.ts';
import type { SegmentSearch } from './segment-search.ts';

/** What documents are offered to, and with what they are scored. */
export interface Offering {
  readonly candidates: Candidates;
  /** Those of `lengthTerms`. */
  readonly lengths: Float64Array;
  /** What is taken from the score of an item that is only listed. */
  readonly listedPenalty: number;
}

/** Weights are counted no further than this in a block's bound: there they may be anything larger. */
const uncounted = 0xffff;

/**
 * The only list that a word has in a segment, when all its documents count: then their number is known beforehand, and
 * only the best need to be looked at.
 */
export function onlyList(search: SegmentSearch, { mask, terms }: Requirement): SegmentTerm | null {
  const [term, ...others] = terms[search.index]!;
  const whole = mask === allFields && search.live.removed === null;
  return term === undefined || others.length > 0 || term.languages !== 0 || !whole ? null : term;
}

/**
 * Offers the documents of a list to the candidates. A block whose largest weight in its shortest document would not do is
 * passed over unread (block-max pruning; Ding and Suel 2011).
 */
export function offerList(
  search: SegmentSearch,
  word: Requirement,
  { entry, closeness }: SegmentTerm,
  { candidates, lengths, listedPenalty }: Offering,
): void {
  const { norms, live } = search;
  const { flags } = live.segment.columns;
  const cursor = search.lists.open(entry);
  const weight = closenessWeights[closeness];
  const factor = factorOf(word);
  for (let block = 0; block < cursor.blocks; block += 1) {
    const bound = cursor.boundOf(block);
    const heaviest = bound & uncounted;
    const most =
      heaviest === uncounted ? factor : scoreOf(heaviest * weight, lengths[(bound >>> 16) & 0xff]!, factor);
    if (most < candidates.threshold) continue;
    cursor.load(block);
    cursor.loadWeights();
    for (let index = 0; index < cursor.count; index += 1) {
      const document = cursor.docs[index]!;
      const score = scoreOf(cursor.weights[index]! * weight, lengths[norms[document]!]!, factor);
      if (score < candidates.threshold) continue;
      candidates.add(search.index, document, flags[document] === 1 ? score - listedPenalty : score);
    }
  }
}
