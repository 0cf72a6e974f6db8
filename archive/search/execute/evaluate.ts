import { countBits, fillBits, subtract, unite } from './bits.ts';
import type { Bits } from './bits.ts';
import { matchPhrase } from './match-phrase.ts';
import type { PhraseMatches } from './match-phrase.ts';
import { matchProperty } from './match-property.ts';
import { matchTerms } from './match-terms.ts';
import type { PhrasePlan, PlanNode } from './plan.ts';
import type { SegmentSearch } from './segment-search.ts';

/** What an evaluation finds in one segment. */
export interface Matched {
  readonly bits: Bits;
  readonly count: number;
  /** The frequencies of the phrases met on the way, for the scores. */
  readonly phrases: ReadonlyMap<PhrasePlan, PhraseMatches>;
}

/** About how many documents of a segment a node finds at most: what is cheap and rare is evaluated first. */
function estimate(node: PlanNode, search: SegmentSearch): number {
  const { documents } = search.live.segment;
  switch (node.kind) {
    case 'terms':
      return node.requirement.terms[search.index]!.reduce((sum, { entry }) => sum + entry.documents, 0);
    case 'phrase':
      return Math.min(...node.places.map((requirement) => estimate({ kind: 'terms', requirement }, search)));
    case 'all':
      return Math.min(...node.nodes.map((child) => estimate(child, search)));
    case 'one':
      return node.nodes.reduce((sum, child) => sum + estimate(child, search), 0);
    case 'also':
      return estimate(node.node, search);
    case 'nothing':
      return 0;
    case 'not':
      // Last, when there is nothing left to look at but what all others left.
      return 2 * documents;
    default:
      return documents;
  }
}

/** Evaluates a plan against one segment. */
class Evaluation {
  readonly phrases = new Map<PhrasePlan, PhraseMatches>();
  private readonly search: SegmentSearch;

  constructor(search: SegmentSearch) {
    this.search = search;
  }

  /** The documents that match; with `within` only those of that set. The set is the caller's to hand back. */
  match(node: PlanNode, within: Bits | null): Bits {
    const { search } = this;
    switch (node.kind) {
      case 'terms':
        return matchTerms(search, node.requirement, within);
      case 'phrase':
        return this.matchPhrase(node, within);
      case 'all':
        return this.matchAll(node.nodes, within);
      case 'one':
        return this.matchOne(node.nodes, within);
      case 'not':
        return this.matchNot(node.node, within);
      case 'also':
        return this.match(node.node, within);
      case 'nothing':
        return search.scratch.bits();
      default:
        return matchProperty(search, node, within);
    }
  }

  private matchPhrase(node: PhrasePlan, within: Bits | null): Bits {
    const found = matchPhrase(this.search, node, within);
    const before = this.phrases.get(node);
    this.phrases.set(node, found);
    if (before !== undefined) this.search.scratch.release(before.bits);
    const bits = this.search.scratch.bits();
    unite(bits, found.bits);
    return bits;
  }

  private matchAll(nodes: readonly PlanNode[], within: Bits | null): Bits {
    const { scratch } = this.search;
    const sizes = new Map(nodes.map((node) => [node, estimate(node, this.search)] as const));
    const byRarity = [...nodes].sort((a, b) => sizes.get(a)! - sizes.get(b)!);
    let found: Bits | null = null;
    for (const node of byRarity) {
      const next = this.match(node, found ?? within);
      if (found !== null) scratch.release(found);
      found = next;
      if (countBits(found) === 0) break;
    }
    return found ?? scratch.bits();
  }

  private matchOne(nodes: readonly PlanNode[], within: Bits | null): Bits {
    const { scratch } = this.search;
    const all = scratch.bits();
    for (const node of nodes) {
      const found = this.match(node, within);
      unite(all, found);
      scratch.release(found);
    }
    return all;
  }

  private matchNot(node: PlanNode, within: Bits | null): Bits {
    const { scratch } = this.search;
    const rest = scratch.bits();
    if (within === null) fillBits(rest, this.search.live.segment.documents);
    else unite(rest, within);
    const found = this.match(node, within);
    subtract(rest, found);
    scratch.release(found);
    return rest;
  }
}

/** Takes the removed documents out of a set, and tells of each that was in it. */
export function removeFrom({ live }: SegmentSearch, bits: Bits, told: (document: number) => void): void {
  const { removed } = live;
  if (removed === null) return;
  for (let word = 0; word < bits.length; word += 1) {
    let both = bits[word]! & removed.bits[word]!;
    bits[word]! &= ~removed.bits[word]!;
    while (both !== 0) {
      told((word << 5) + (31 - Math.clz32(both & -both)));
      both &= both - 1;
    }
  }
}

/** The live documents of a segment that match a plan. `bits` is the caller's, to be handed back to the scratch memory. */
export function evaluate(search: SegmentSearch, plan: PlanNode): Matched {
  const evaluation = new Evaluation(search);
  const bits = evaluation.match(plan, null);
  removeFrom(search, bits, () => undefined);
  return { bits, count: countBits(bits), phrases: evaluation.phrases };
}

/** Keeps in a set what a node matches, and tells of each document that it takes out. */
export function evaluateWithin(
  search: SegmentSearch,
  node: PlanNode,
  bits: Bits,
  told: (document: number) => void,
): void {
  const found = new Evaluation(search).match(node, bits);
  for (let word = 0; word < bits.length; word += 1) {
    let out = bits[word]! & ~found[word]!;
    bits[word]! &= found[word]!;
    while (out !== 0) {
      told((word << 5) + (31 - Math.clz32(out & -out)));
      out &= out - 1;
    }
  }
  search.scratch.release(found);
}
