import { countBits } from './bits.ts';
import type { Offering } from './best-of-list.ts';
import { removeFrom } from './evaluate.ts';
import type { Matched } from './evaluate.ts';
import type { PlanNode, Requirement } from './plan.ts';
import { factorOf, scoreOf } from './scoring.ts';
import type { SegmentSearch } from './segment-search.ts';
import { WordSums } from './word-sums.ts';

/** The words of a plan of which any one is enough; null for any other plan. */
export function anyWords(plan: PlanNode): readonly Requirement[] | null {
  if (plan.kind === 'terms') return [plan.requirement];
  if (plan.kind !== 'one') return null;
  const words: Requirement[] = [];
  for (const node of plan.nodes) {
    if (node.kind !== 'terms') return null;
    words.push(node.requirement);
  }
  return words;
}

/** So many documents are looked at before the least sum that matters is worked out anew. */
const refreshEvery = 512;

/** For each norm the least sum that still gives this score; what gives less need not be divided. */
function leastSums(least: Float64Array, score: number, lengths: Float64Array, factor: number): void {
  for (let norm = 0; norm < least.length; norm += 1) {
    // Half a step is taken off, since scores are rounded.
    least[norm] = score - 1 >= factor ? Infinity : ((score - 1) * lengths[norm]!) / (factor - score + 1);
  }
}

const least = new Float64Array(256);

/**
 * Finds the documents of one word, and offers to the candidates those that may be among the best. Returns how many live
 * documents have it.
 */
export function offerWord(
  search: SegmentSearch,
  word: Requirement,
  { candidates, lengths, listedPenalty }: Offering,
): number {
  const found = new WordSums(search);
  found.add(word);
  const { sums, list } = search.scratch;
  const { norms, live } = search;
  const { removed } = live;
  const { flags } = live.segment.columns;
  const factor = factorOf(word);
  let total = 0;
  for (let index = 0; index < found.count; index += 1) {
    const document = list[index]!;
    const sum = sums[document]!;
    sums[document] = 0;
    if (index % refreshEvery === 0) leastSums(least, candidates.threshold, lengths, factor);
    if (removed !== null && removed.has(document)) continue;
    total += 1;
    const norm = norms[document]!;
    if (sum < least[norm]!) continue;
    const score = scoreOf(sum, lengths[norm]!, factor);
    candidates.add(search.index, document, flags[document] === 1 ? score - listedPenalty : score);
  }
  return total;
}

/**
 * Finds the documents that have any of some words and scores them on the way: each list is read once, not once to find and
 * once to score. The scores are in the scratch memory, as those of `Scorer`.
 */
export function matchAny(
  search: SegmentSearch,
  words: readonly Requirement[],
  lengths: Float64Array,
): Matched {
  const { scratch, norms } = search;
  const { sums, scores, list } = scratch;
  const bits = scratch.bits();
  const found = new WordSums(search);
  for (const word of words) {
    found.add(word);
    const factor = factorOf(word);
    for (let index = 0; index < found.count; index += 1) {
      const document = list[index]!;
      bits[document >>> 5]! |= 1 << (document & 31);
      scores[document]! += scoreOf(sums[document]!, lengths[norms[document]!]!, factor);
      sums[document] = 0;
    }
  }
  removeFrom(search, bits, (document) => {
    scores[document] = 0;
  });
  return { bits, count: countBits(bits), phrases: new Map() };
}
