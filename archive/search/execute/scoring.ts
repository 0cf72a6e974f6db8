import { allFields, bodyWeight } from '../segment/field-numbers.ts';
import { wordsOfNorm } from '../segment/norms.ts';
import type { PostingsCursor } from '../segment/postings-cursor.ts';
import { hasBit, listBits } from './bits.ts';
import type { Bits } from './bits.ts';
import type { Matched } from './evaluate.ts';
import { DocumentFinder, finished, speaks } from './match-terms.ts';
import { closenessWeights } from './plan.ts';
import type { PhrasePlan, PlanNode, Requirement, SegmentTerm } from './plan.ts';
import type { SegmentSearch } from './segment-search.ts';

/*
 * BM25F (Robertson, Zaragoza and Taylor, "Simple BM25 extension to multiple weighted fields", 2004): the frequencies of
 * a word in the fields are weighted and added up before they are saturated, and so are the forms that stand for the word.
 * Scores are whole numbers, so that a sum is the same in whatever order it is made, in one segment or in fifty.
 */

const saturation = 1.2;
const lengthShare = 0.75;
/** What one occurrence of a written word in the body is worth before it is divided. */
const unit = bodyWeight * closenessWeights.written;
/** Scores are multiples of one in so many. */
export const scoreScale = 65_536;
/** With so many times fewer documents than postings each is looked up. */
const worthSeeking = 24;

/** For each norm what is added to the weighted frequency below the fraction, for a collection of this mean length. */
export function lengthTerms(meanWords: number): Float64Array {
  return wordsOfNorm.map(
    (words) => unit * saturation * (1 - lengthShare + (lengthShare * words) / meanWords),
  );
}

/** The score of a weighted frequency. */
export function scoreOf(sum: number, lengthTerm: number, factor: number): number {
  return Math.floor((factor * sum) / (sum + lengthTerm) + 0.5);
}

/** What a leaf's saturated frequency is multiplied with. */
export function factorOf({ boost, rarity }: { readonly boost: number; readonly rarity: number }): number {
  return boost * rarity * (saturation + 1) * scoreScale;
}

/** The score that a weighted frequency gives, in a document with this length term. */
export function scoreOfSum(
  sum: number,
  lengthTerm: number,
  leaf: { readonly boost: number; readonly rarity: number },
): number {
  return sum === 0 ? 0 : scoreOf(sum, lengthTerm, factorOf(leaf));
}

/** What of a plan gives scores: everything but what is forbidden. */
export function scoredLeaves(node: PlanNode): readonly (Requirement | PhrasePlan)[] {
  switch (node.kind) {
    case 'terms':
      return [node.requirement];
    case 'phrase':
      return [node];
    case 'all':
    case 'one':
      return node.nodes.flatMap(scoredLeaves);
    case 'also':
      return [node.node, ...node.extra].flatMap(scoredLeaves);
    default:
      return [];
  }
}

/** Adds the scores of the matched documents of one segment to `scratch.scores`. */
export class Scorer {
  private readonly search: SegmentSearch;
  private readonly matched: Matched;
  private readonly lengths: Float64Array;

  /** `lengths` are those of `lengthTerms`. */
  constructor(search: SegmentSearch, matched: Matched, lengths: Float64Array) {
    this.search = search;
    this.matched = matched;
    this.lengths = lengths;
  }

  add(leaf: Requirement | PhrasePlan): void {
    if (leaf.boost === 0) return;
    if ('places' in leaf) this.addPhrase(leaf);
    else this.addTerms(leaf);
  }

  private addPhrase(phrase: PhrasePlan): void {
    const found = this.matched.phrases.get(phrase);
    if (found === undefined) return;
    const { scores } = this.search.scratch;
    const factor = factorOf(phrase);
    found.documents.forEach((document, index) => {
      if (!hasBit(this.matched.bits, document)) return;
      scores[document]! += scoreOf(found.sums[index]!, this.lengthTerm(document), factor);
    });
  }

  private lengthTerm(document: number): number {
    return this.lengths[this.search.norms[document]!]!;
  }

  private addTerms(requirement: Requirement): void {
    const { search, matched } = this;
    if (requirement.terms[search.index]!.length === 0) return;
    const { sums, scores, list } = search.scratch;
    const count = addSumsWithin(search, requirement, matched);
    const factor = factorOf(requirement);
    for (let index = 0; index < count; index += 1) {
      const document = list[index]!;
      const sum = sums[document]!;
      if (sum === 0) continue;
      sums[document] = 0;
      scores[document]! += scoreOf(sum, this.lengthTerm(document), factor);
    }
  }
}

/** Some documents of a segment. */
export type Found = Pick<Matched, 'bits' | 'count'>;

/**
 * Adds up in the scratch sums what a word counts in the documents of a set, which are listed in the scratch list. Returns
 * their count; whoever reads the sums leaves them zero.
 */
export function addSumsWithin(search: SegmentSearch, { mask, terms }: Requirement, found: Found): number {
  const { list } = search.scratch;
  const count = listBits(found.bits, list);
  search.lists.each(terms[search.index]!, (term, cursor) => {
    if (count * worthSeeking < term.entry.documents) seekSums(search, term, { cursor, mask, count });
    else readSums(search, term, { cursor, mask }, found.bits);
  });
  return count;
}

/** Adds up what a term's postings count in the documents of a set. */
function readSums(
  search: SegmentSearch,
  { closeness, languages }: SegmentTerm,
  { cursor, mask }: { readonly cursor: PostingsCursor; readonly mask: number },
  bits: Bits,
): void {
  const { sums } = search.scratch;
  const { docs, weights } = cursor;
  const weight = closenessWeights[closeness];
  while (cursor.next()) {
    let loaded = false;
    for (let index = 0; index < cursor.count; index += 1) {
      const document = docs[index]!;
      if ((bits[document >>> 5]! & (1 << (document & 31))) === 0) continue;
      if (languages !== 0 && !speaks(languages, search.stemLanguages[document]!)) continue;
      if (!loaded) {
        if (mask === allFields) cursor.loadWeights();
        else cursor.loadFrequencies(mask);
      }
      loaded = true;
      sums[document]! += weights[index]! * weight;
    }
  }
}

/** The same for few documents, the first `count` of the scratch list: each is looked up. */
function seekSums(
  search: SegmentSearch,
  { closeness, languages }: SegmentTerm,
  { cursor, mask, count }: { readonly cursor: PostingsCursor; readonly mask: number; readonly count: number },
): void {
  const { sums, list } = search.scratch;
  const weight = closenessWeights[closeness];
  const finder = new DocumentFinder(cursor);
  for (let index = 0; index < count; index += 1) {
    const document = list[index]!;
    const at = finder.find(document);
    if (at === finished) return;
    if (at < 0 || !speaks(languages, search.stemLanguages[document]!)) continue;
    cursor.loadFrequencies(mask);
    sums[document]! += cursor.weights[at]! * weight;
  }
}
