import type { Bits } from './bits.ts';
import { countBits, setBit } from './bits.ts';
import { removeFrom } from './evaluate.ts';
import type { Matched } from './evaluate.ts';
import { speaks } from './match-terms.ts';
import { closenessWeights } from './plan.ts';
import type { PlanNode, Requirement } from './plan.ts';
import { factorOf, scoreOf } from './scoring.ts';
import type { SegmentSearch } from './segment-search.ts';

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

/** Adds up what a word's terms count in each document; new documents go into `bits` and the list. Returns its length. */
function addSums(search: SegmentSearch, { mask, terms }: Requirement, bits: Bits): number {
  const { sums, list } = search.scratch;
  const { stemLanguages } = search;
  let count = 0;
  search.runs.each(terms[search.index]!, ({ closeness, languages }, cursor) => {
    const { docs, weights } = cursor;
    const weight = closenessWeights[closeness];
    while (cursor.next()) {
      cursor.loadFrequencies(mask);
      for (let index = 0; index < cursor.count; index += 1) {
        const document = docs[index]!;
        const own = weights[index]!;
        if (own === 0 || (languages !== 0 && !speaks(languages, stemLanguages[document]!))) continue;
        if (sums[document] === 0) {
          list[count] = document;
          count += 1;
          setBit(bits, document);
        }
        sums[document]! += own * weight;
      }
    }
  });
  return count;
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
  for (const word of words) {
    const count = addSums(search, word, bits);
    const factor = factorOf(word);
    for (let index = 0; index < count; index += 1) {
      const document = list[index]!;
      scores[document]! += scoreOf(sums[document]!, lengths[norms[document]!]!, factor);
      sums[document] = 0;
    }
  }
  removeFrom(search, bits, (document) => {
    scores[document] = 0;
  });
  return { bits, count: countBits(bits), phrases: new Map() };
}
