import { countBits } from './bits.ts';
import type { Bits } from './bits.ts';
import { evaluateWithin, removeFrom } from './evaluate.ts';
import type { Matched } from './evaluate.ts';
import type { PlanNode, Requirement } from './plan.ts';
import { addSumsWithin, factorOf, scoreOf } from './scoring.ts';
import type { SegmentSearch } from './segment-search.ts';
import { WordSums } from './word-sums.ts';

/** Words that must all be there, and what else must be the case and gives no score. */
export interface EveryWord {
  readonly words: readonly Requirement[];
  readonly filters: readonly PlanNode[];
}

/** The words and filters of a plan that is nothing else; null for any other plan. */
export function everyWord(plan: PlanNode): EveryWord | null {
  if (plan.kind !== 'all') return null;
  const words: Requirement[] = [];
  const filters: PlanNode[] = [];
  for (const node of plan.nodes) {
    if (node.kind === 'terms') words.push(node.requirement);
    else if (['date', 'property', 'exists', 'not', 'everything'].includes(node.kind)) filters.push(node);
    else return null;
  }
  return words.length === 0 ? null : { words, filters };
}

function size({ terms }: Requirement, segment: number): number {
  return terms[segment]!.reduce((sum, { entry }) => sum + entry.documents, 0);
}

/**
 * Finds the documents that have all of some words and scores them on the way: each list is read once, not once to find and
 * once to score, and the rarest first, so that of the others only blocks with one of its documents are looked at. The
 * scores are in the scratch memory, as those of `Scorer`.
 */
export function matchEvery(
  search: SegmentSearch,
  { words, filters }: EveryWord,
  lengths: Float64Array,
): Matched {
  const byRarity = [...words].sort((a, b) => size(a, search.index) - size(b, search.index));
  const bits = search.scratch.bits();
  let count = firstWord(search, byRarity[0]!, bits, lengths);
  for (const word of byRarity.slice(1)) {
    if (count === 0) break;
    count = nextWord(search, word, { bits, count }, lengths);
  }
  const { scores } = search.scratch;
  const forget = (document: number): void => {
    scores[document] = 0;
  };
  removeFrom(search, bits, forget);
  for (const filter of filters) evaluateWithin(search, filter, bits, forget);
  return { bits, count: countBits(bits), phrases: new Map() };
}

function firstWord(search: SegmentSearch, word: Requirement, bits: Bits, lengths: Float64Array): number {
  const { scratch, norms } = search;
  const { sums, scores, list } = scratch;
  const factor = factorOf(word);
  const found = new WordSums(search);
  found.add(word);
  for (let index = 0; index < found.count; index += 1) {
    const document = list[index]!;
    bits[document >>> 5]! |= 1 << (document & 31);
    scores[document] = scoreOf(sums[document]!, lengths[norms[document]!]!, factor);
    sums[document] = 0;
  }
  return found.count;
}

/** Keeps in the set what has this word too, and says how many that are. */
function nextWord(
  search: SegmentSearch,
  word: Requirement,
  found: { readonly bits: Bits; readonly count: number },
  lengths: Float64Array,
): number {
  const { scratch, norms } = search;
  const { sums, scores, list } = scratch;
  const { bits } = found;
  const count = addSumsWithin(search, word, found);
  const factor = factorOf(word);
  let kept = 0;
  for (let index = 0; index < count; index += 1) {
    const document = list[index]!;
    const sum = sums[document]!;
    if (sum === 0) {
      bits[document >>> 5]! &= ~(1 << (document & 31));
      scores[document] = 0;
      continue;
    }
    sums[document] = 0;
    scores[document]! += scoreOf(sum, lengths[norms[document]!]!, factor);
    kept += 1;
  }
  return kept;
}
