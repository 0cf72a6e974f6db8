import { scoreScale } from './scoring.ts';
import { PlacedList } from './placed-list.ts';
import type { PlanNode, Requirement } from './plan.ts';
import type { SegmentSearch } from './segment-search.ts';

/** The most that two words beside each other add to a score, as a share of what the commoner of them is worth. */
const share = 0.25;
/** Words further apart than this are not near. */
const furthest = 12;
/** Of long queries only the first neighbours count. */
const mostPairs = 8;

/** Two words that stand beside each other in the query. */
export interface NearPair {
  readonly first: Requirement;
  readonly second: Requirement;
  /** The bonus when they are neighbours in the document as well, in the order of the query. */
  readonly most: number;
}

/** The neighbours among the single words of a query, by the order in which they were typed. */
export function nearPairs(words: readonly Requirement[]): readonly NearPair[] {
  const pairs: NearPair[] = [];
  for (let index = 1; index < words.length && pairs.length < mostPairs; index += 1) {
    const [first, second] = [words[index - 1]!, words[index]!];
    const weight = Math.min(first.boost, second.boost) * Math.min(first.rarity, second.rarity);
    if (weight > 0) pairs.push({ first, second, most: Math.round(share * weight * scoreScale) });
  }
  return pairs;
}

/** The single words that a document may have, in the order of the query. */
export function wordsOf(node: PlanNode): readonly Requirement[] {
  switch (node.kind) {
    case 'terms':
      return node.requirement.isWord ? [node.requirement] : [];
    case 'all':
    case 'one':
      return node.nodes.flatMap(wordsOf);
    case 'also':
      return wordsOf(node.node);
    default:
      return [];
  }
}

/** Measures how near the words of a query stand to each other, document after document in ascending order. */
export class Proximity {
  private readonly pairs: readonly NearPair[];
  private readonly lists: ReadonlyMap<Requirement, PlacedList>;

  constructor(search: SegmentSearch, pairs: readonly NearPair[]) {
    this.pairs = pairs;
    const words = new Set(pairs.flatMap(({ first, second }) => [first, second]));
    this.lists = new Map([...words].map((word) => [word, new PlacedList(search, word)] as const));
  }

  /** What nearness adds to the score of a document. */
  bonus(document: number): number {
    const present = new Map<Requirement, number>();
    for (const [word, list] of this.lists) {
      if (list.seek(document)) present.set(word, list.read(word.mask));
    }
    let bonus = 0;
    for (const { first, second, most } of this.pairs) {
      const [count, others] = [present.get(first) ?? 0, present.get(second) ?? 0];
      if (count === 0 || others === 0 || first === second) continue;
      const distance = leastDistance(this.lists.get(first)!.out, count, this.lists.get(second)!.out, others);
      if (distance <= furthest) bonus += Math.round(most / distance);
    }
    return bonus;
  }
}

/** The least distance from a word to another; one step more when the other comes before it. Both ascending. */
function leastDistance(a: Int32Array, aCount: number, b: Int32Array, bCount: number): number {
  let least = furthest + 1;
  let j = 0;
  for (let i = 0; i < aCount; i += 1) {
    const position = a[i]!;
    while (j < bCount && b[j]! <= position) j += 1;
    if (j < bCount) least = Math.min(least, b[j]! - position);
    // The same place is the same word, and no neighbour of itself.
    let before = j - 1;
    while (before >= 0 && b[before] === position) before -= 1;
    if (before >= 0) least = Math.min(least, position - b[before]! + 1);
  }
  return least;
}
