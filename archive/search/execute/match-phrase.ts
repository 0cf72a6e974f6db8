import { fieldCount, fieldWeights } from '../segment/field-numbers.ts';
import { countBits, intersect, listBits, setBit } from './bits.ts';
import type { Bits } from './bits.ts';
import { matchTerms } from './match-terms.ts';
import { countExact, countNear, countOrdered } from './phrase-matches.ts';
import { PlacedList } from './placed-list.ts';
import { closenessWeights } from './plan.ts';
import type { PhrasePlan, Requirement } from './plan.ts';
import type { SegmentSearch } from './segment-search.ts';

/** The documents of a segment that have a phrase, and how much it counts in each. */
export interface PhraseMatches {
  readonly bits: Bits;
  readonly documents: readonly number[];
  /** Weighted frequencies, as those of a written word. */
  readonly sums: readonly number[];
}

interface Unit {
  readonly requirement: Requirement;
  readonly offset: number;
}

/** The lists that together cover an exact phrase: pairs of common words where there are any, single words elsewhere. */
function unitsOf({ places, pairs }: PhrasePlan): readonly Unit[] {
  const units: Unit[] = [];
  let covered = 0;
  places.forEach((requirement, offset) => {
    const pair = pairs[offset] ?? null;
    if (pair !== null) {
      units.push({ requirement: pair, offset });
      covered = offset + 2;
    } else if (offset >= covered) {
      units.push({ requirement, offset });
    }
  });
  return units;
}

function size({ terms }: Requirement, segment: number): number {
  return terms[segment]!.reduce((sum, { entry }) => sum + entry.documents, 0);
}

/** The documents that have every one of these, the rarest looked up first. */
function candidatesOf(
  search: SegmentSearch,
  requirements: readonly Requirement[],
  within: Bits | null,
): Bits {
  const byRarity = [...requirements].sort((a, b) => size(a, search.index) - size(b, search.index));
  let found: Bits | null = within;
  for (const requirement of byRarity) {
    const next = matchTerms(search, requirement, found);
    if (found !== null && found !== within) search.scratch.release(found);
    found = next;
  }
  return found ?? search.scratch.bits();
}

/** Finds a phrase; the sets returned are the caller's. */
export function matchPhrase(search: SegmentSearch, phrase: PhrasePlan, within: Bits | null): PhraseMatches {
  const exact = phrase.slop === 0;
  const units = exact ? unitsOf(phrase) : phrase.places.map((requirement) => ({ requirement, offset: 0 }));
  const needed = units.map(({ requirement }) => requirement);
  const candidates = candidatesOf(search, needed, within);
  const bits = search.scratch.bits();
  const documents: number[] = [];
  const sums: number[] = [];
  if (countBits(candidates) > 0) {
    const counter = new PhraseCounter(search, phrase, units);
    const { list } = search.scratch;
    const count = listBits(candidates, list);
    for (let index = 0; index < count; index += 1) {
      const document = list[index]!;
      const sum = counter.sum(document);
      if (sum === 0) continue;
      setBit(bits, document);
      documents.push(document);
      sums.push(sum);
    }
  }
  search.scratch.release(candidates);
  return { bits, documents, sums };
}

class PhraseCounter {
  private readonly phrase: PhrasePlan;
  private readonly lists: readonly PlacedList[];
  private readonly units: readonly { readonly list: PlacedList; readonly offset: number }[];

  constructor(search: SegmentSearch, phrase: PhrasePlan, units: readonly Unit[]) {
    this.phrase = phrase;
    this.lists = units.map(({ requirement }) => new PlacedList(search, requirement));
    const placed = units.map(({ requirement, offset }, index) => ({
      list: this.lists[index]!,
      offset,
      size: size(requirement, search.index),
    }));
    // The rarest first: most documents are settled by few positions.
    this.units = placed.sort((a, b) => a.size - b.size);
  }

  /** The phrase's weighted frequency in a document; 0 when it is not there. */
  sum(document: number): number {
    let fields = this.phrase.mask;
    for (const list of this.lists) {
      if (!list.seek(document)) return 0;
      fields &= list.fields;
    }
    let sum = 0;
    for (let field = 0; field < fieldCount; field += 1) {
      if ((fields & (1 << field)) !== 0) sum += this.count(1 << field) * fieldWeights[field]!;
    }
    return sum * closenessWeights.written;
  }

  private count(mask: number): number {
    const { slop, ordered } = this.phrase;
    if (slop === 0) return countExact(this.units, mask);
    return ordered ? countOrdered(this.lists, mask, slop) : countNear(this.lists, mask, slop);
  }
}

/** Keeps in `bits` what is in `other` and gives `other` back. */
export function intersectWith(search: SegmentSearch, bits: Bits, other: Bits): void {
  intersect(bits, other);
  search.scratch.release(other);
}
