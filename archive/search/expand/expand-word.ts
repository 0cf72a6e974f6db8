import type { StemLanguage } from '../analysis/stemming.ts';
import { stemOf } from '../analysis/stemming.ts';
import { wordForms } from '../analysis/word-forms.ts';
import type { WordForm } from '../analysis/word-forms.ts';
import type { Closeness, Requirement } from '../execute/plan.ts';
import { caseFold } from '../../text/fold.ts';
import type { NameVariants } from '../../text/name-variants.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { SegmentForms } from './segment-forms.ts';
import type { TermCollector } from './term-collector.ts';

/** What words are expanded with. */
export interface ExpansionContext {
  readonly snapshot: Snapshot;
  readonly dictionaries: readonly SegmentForms[];
  /** Null when spelling is exact: then nothing is folded, stemmed or varied. */
  readonly names: NameVariants | null;
  readonly exactSpelling: boolean;
  /** Of words that fit a leading or inner wildcard or a fuzzy term only so many, the commonest, are searched. */
  readonly mostExpanded: number;
  /** Patterns and fuzzy words that were expanded for this question already: it may be compiled several times. */
  readonly expanded: Map<string, ExpandedTerm>;
}

/** What became of a pattern or fuzzy word, and whether words were left out. */
export interface ExpandedTerm {
  readonly requirement: Requirement;
  readonly cut: boolean;
}

/** What all wildcards and fuzzy terms of a query may come to together, and each of them in any case. */
const mostWords = 1_000;
const leastWords = 50;

/** `patterns` is the number of wildcards and fuzzy terms among which the words that may be searched are shared. */
export function expansionContext(
  snapshot: Snapshot,
  names: NameVariants,
  exactSpelling: boolean,
  patterns = 1,
): ExpansionContext {
  return {
    snapshot,
    dictionaries: snapshot.segments.map(({ segment }) => new SegmentForms(segment)),
    names: exactSpelling ? null : names,
    exactSpelling,
    mostExpanded: Math.max(leastWords, Math.floor(mostWords / Math.max(1, patterns))),
    expanded: new Map(),
  };
}

/** The plain spellings of some forms, each once. */
export function spellings(forms: readonly WordForm[]): readonly string[] {
  return [...new Set(forms.map(({ folded }) => folded))];
}

/** Adds all ways of writing the plain spellings of a word; returns them, whatever segment they are from. */
function addSpellings(
  { dictionaries, exactSpelling }: ExpansionContext,
  collector: TermCollector,
  typed: readonly WordForm[],
  closeness: Closeness,
): readonly WordForm[] {
  const writings = new Set(typed.map(({ written }) => caseFold(written)));
  const capitals = new Set(
    typed.map(({ written }) => written).filter((written) => written !== caseFold(written)),
  );
  const met = new Map<string, WordForm>();
  for (const folded of spellings(typed)) {
    dictionaries.forEach((dictionary, segment) => {
      for (const form of dictionary.ofSpelling(folded)) {
        const asTyped = writings.has(caseFold(form.written));
        if (exactSpelling && !asTyped) continue;
        // `US` is not `us`: an abbreviation that looks like a common word finds abbreviations only.
        if (capitals.size > 0 && !capitals.has(form.written)) continue;
        met.set(form.written, form);
        collector.addForm(segment, form, closeness === 'folded' && asTyped ? 'written' : closeness);
      }
    });
  }
  return [...met.values()];
}

/** The stems of some forms, with the languages that documents are in and in which they are that. */
export function languagesByStem(
  { snapshot }: ExpansionContext,
  forms: readonly WordForm[],
): ReadonlyMap<string, readonly StemLanguage[]> {
  const found = new Map<string, StemLanguage[]>();
  for (const language of snapshot.languages) {
    for (const stem of new Set(forms.map((form) => stemOf(language, form)))) {
      if (stem === null) continue;
      const known = found.get(stem);
      if (known === undefined) found.set(stem, [language]);
      else known.push(language);
    }
  }
  return found;
}

function addStems(
  context: ExpansionContext,
  collector: TermCollector,
  forms: readonly WordForm[],
  closeness: Closeness,
): void {
  for (const [stem, languages] of languagesByStem(context, forms)) {
    addStem(context, collector, { stem, languages }, closeness);
  }
}

/** Adds the forms that have a stem, in documents of its languages. */
export function addStem(
  { dictionaries }: ExpansionContext,
  collector: TermCollector,
  { stem, languages }: { readonly stem: string; readonly languages: readonly StemLanguage[] },
  closeness: Closeness,
): void {
  dictionaries.forEach((dictionary, segment) => {
    dictionary.ofStem(stem, languages, (form, bit) => {
      if (!collector.has(segment, form.written)) collector.addForm(segment, form, closeness, bit);
    });
  });
}

/** Adds the word, its other spellings and stems, and the other forms of the name that it may be. */
export function addWord(
  context: ExpansionContext,
  collector: TermCollector,
  text: string,
  stemmed: boolean,
): void {
  const typed = wordForms(text);
  const met = addSpellings(context, collector, typed, 'folded');
  if (context.exactSpelling) return;
  const variants = spellings(typed).flatMap((key) => context.names?.equivalents(key) ?? []);
  const others = variants.map((folded) => ({ folded, written: folded }));
  const metOthers = others.flatMap((other) => addSpellings(context, collector, [other], 'variant'));
  if (!stemmed || typed.some(({ written }) => written !== caseFold(written))) return;
  addStems(context, collector, [...typed, ...met], 'stem');
  addStems(context, collector, [...others, ...metOthers], 'stem');
}
