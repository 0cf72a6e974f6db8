import { closenessWeights } from '../execute/plan.ts';
import type { Closeness, Requirement, SegmentTerm } from '../execute/plan.ts';
import type { TermEntry } from '../segment/dictionary-cursor.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { liveDocuments } from './live-count.ts';
import type { SegmentForm } from './segment-forms.ts';

/** What a requirement has besides its terms. */
export interface RequirementFacts {
  readonly mask: number;
  readonly boost: number;
  readonly label: string;
  readonly isWord: boolean;
}

/** How much a word tells documents apart: BM25's inverse document frequency in the form that is never negative. */
export function rarityOf(documents: number, all: number): number {
  return Math.log(1 + (all - documents + 0.5) / (documents + 0.5));
}

/** Gathers the terms that stand for one word; of several ways to a term the closest counts. */
export class TermCollector {
  private readonly snapshot: Snapshot;
  private readonly segments: readonly Map<string, SegmentTerm>[];

  constructor(snapshot: Snapshot) {
    this.snapshot = snapshot;
    this.segments = snapshot.segments.map(() => new Map<string, SegmentTerm>());
  }

  /** Whether a term of this writing is in already, in documents of any language. */
  has(segment: number, written: string): boolean {
    return this.segments[segment]!.get(written)?.languages === 0;
  }

  /** `languages` as bits; 0 for all. */
  addForm(segment: number, form: SegmentForm, closeness: Closeness, languages = 0): void {
    const { entry, folded, written } = form;
    this.add(segment, written, { dictionary: 'forms', entry, closeness, languages, folded, written });
  }

  addEntry(segment: number, dictionary: 'pairs' | 'prefixes', entry: TermEntry, folded: string): void {
    const closeness = dictionary === 'pairs' ? 'written' : 'beginning';
    const term = { dictionary, entry, closeness, languages: 0, folded, written: folded } as const;
    this.add(segment, `${dictionary} ${folded}`, term);
  }

  get isEmpty(): boolean {
    return this.segments.every((terms) => terms.size === 0);
  }

  requirement(facts: RequirementFacts): Requirement {
    const { snapshot } = this;
    const terms = this.segments.map((own) =>
      [...own.values()].sort((a, b) => a.entry.offset - b.entry.offset),
    );
    let documents = 0;
    terms.forEach((own, index) => {
      for (const { entry, languages } of own)
        documents += liveDocuments(snapshot.segments[index]!, entry, languages);
    });
    // Of many words together the sum counts most documents many times: they tell as much as a word of half the documents,
    // and not nothing, which would leave all hits alike.
    documents = Math.min(documents, facts.isWord ? snapshot.documents : Math.ceil(snapshot.documents / 2));
    return { ...facts, terms, documents, rarity: rarityOf(documents, snapshot.documents) };
  }

  private add(segment: number, key: string, term: SegmentTerm): void {
    const terms = this.segments[segment]!;
    const known = terms.get(key);
    if (known === undefined) {
      terms.set(key, term);
      return;
    }
    const closer = closenessWeights[term.closeness] > closenessWeights[known.closeness] ? term : known;
    const languages = known.languages === 0 || term.languages === 0 ? 0 : known.languages | term.languages;
    terms.set(key, { ...closer, languages });
  }
}
