import { stemOf } from '../analysis/stemming.ts';
import type { StemLanguage } from '../analysis/stemming.ts';
import { wordForms } from '../analysis/word-forms.ts';
import type { WordForm } from '../analysis/word-forms.ts';
import { caseFold } from '../../text/fold.ts';
import { inSegment } from '../segment/damaged-segment.ts';
import { DictionaryCursor } from '../segment/dictionary-cursor.ts';
import { stemKey } from '../segment/stem-writer.ts';
import { commonest } from './bounded-terms.ts';
import type { FoundTerms } from './bounded-terms.ts';
import { spellings } from './expand-word.ts';
import type { ExpansionContext } from './expand-word.ts';
import { NearWords } from './near-words.ts';
import type { SegmentReader } from '../segment/segment-reader.ts';
import { formAt, languageBit } from './segment-forms.ts';
import type { TermCollector } from './term-collector.ts';

const noLead = new Uint8Array(0);

function closenessOf(distance: number) {
  return distance === 0 ? 'written' : distance === 1 ? 'near' : 'far';
}

/**
 * Adds the words within a distance of a word, and those whose stem is so near to its stem. Says whether some were left
 * out.
 */
export function addNear(
  context: ExpansionContext,
  collector: TermCollector,
  text: string,
  distance: number,
): boolean {
  const forms = wordForms(text);
  let cut = false;
  for (const spelling of context.exactSpelling ? [caseFold(text.normalize('NFC'))] : spellings(forms)) {
    cut = addNearForms(context, collector, spelling, distance) || cut;
  }
  if (context.exactSpelling) return cut;
  for (const [stem, languages] of languagesByStem(context, forms)) {
    for (const language of languages) addNearStems(context, collector, stem, { distance, language });
    // What is near the word itself is in already.
    if (!spellings(forms).includes(stem)) addOwnStems(context, collector, stem, { distance, languages });
  }
  return cut;
}

/** The stems of some forms, with the languages in which they are that. */
function languagesByStem(
  { snapshot }: ExpansionContext,
  forms: readonly WordForm[],
): ReadonlyMap<string, readonly StemLanguage[]> {
  const found = new Map<string, StemLanguage[]>();
  for (const language of snapshot.languages) {
    for (const stem of new Set(forms.map((form) => stemOf(language, form)))) {
      if (stem !== null) found.set(stem, [...(found.get(stem) ?? []), language]);
    }
  }
  return found;
}

function addNearForms(
  { snapshot, dictionaries, exactSpelling, mostExpanded }: ExpansionContext,
  collector: TermCollector,
  spelling: string,
  distance: number,
): boolean {
  let cut = false;
  snapshot.segments.forEach(({ segment }, index) => {
    const terms: FoundTerms = { numbers: [], documents: [] };
    const distances = new Map<number, number>();
    const near = new NearWords(spelling, distance, exactSpelling);
    inSegment(segment.name, () =>
      near.find(segment.forms, new DictionaryCursor(segment.forms), noLead, (cursor, own) => {
        terms.numbers.push(cursor.ordinal);
        terms.documents.push(cursor.documents);
        distances.set(cursor.ordinal, own);
      }),
    );
    const kept = commonest(terms, mostExpanded);
    cut ||= kept.cut;
    for (const number of kept.numbers) {
      const form = dictionaries[index]!.byNumber(number);
      collector.addForm(index, form, closenessOf(distances.get(number) ?? distance));
    }
  });
  return cut;
}

function addNearStems(
  { snapshot, dictionaries }: ExpansionContext,
  collector: TermCollector,
  stem: string,
  { distance, language }: { readonly distance: number; readonly language: StemLanguage },
): void {
  const bit = languageBit(language);
  snapshot.segments.forEach(({ segment }, index) => {
    const dictionary = dictionaries[index]!;
    const found = inSegment(segment.name, () => nearStems(segment, stem, distance, language));
    for (const [number, own] of found) {
      const form = dictionary.byNumber(number);
      if ((form.languages & bit) === 0 || collector.has(index, form.written)) continue;
      collector.addForm(index, form, own === 0 ? 'stem' : closenessOf(own), bit);
    }
  });
}

/** Forms of near stems are no more than this in a segment. */
const mostOfStems = 500;

type NumberedDistance = readonly [form: number, distance: number];

/** The forms of a segment whose stem is near, but for those that are their own stem: no stem names these. */
function nearStems(
  segment: SegmentReader,
  stem: string,
  distance: number,
  language: StemLanguage,
): readonly NumberedDistance[] {
  const found: NumberedDistance[] = [];
  const lead = new TextEncoder().encode(stemKey(language, ''));
  const stems = new NearWords(stem, distance, false);
  stems.find(segment.stems, new DictionaryCursor(segment.stems), lead, (cursor, own) => {
    if (found.length > mostOfStems) return;
    for (const number of segment.formsOfStem(cursor)) found.push([number, own]);
  });
  return found;
}

/** Adds the forms near a stem that are their own stem, in documents of its languages. */
function addOwnStems(
  { snapshot }: ExpansionContext,
  collector: TermCollector,
  stem: string,
  { distance, languages }: { readonly distance: number; readonly languages: readonly StemLanguage[] },
): void {
  snapshot.segments.forEach(({ segment }, index) => {
    const forms = new NearWords(stem, distance, false);
    let count = 0;
    inSegment(segment.name, () =>
      forms.find(segment.forms, new DictionaryCursor(segment.forms), noLead, (cursor, own) => {
        if (count > mostOfStems) return;
        const form = formAt(cursor);
        for (const language of languages) {
          const bit = languageBit(language);
          const fits = (form.languages & bit) !== 0 && stemOf(language, form) === form.folded;
          if (!fits || collector.has(index, form.written)) continue;
          collector.addForm(index, form, own === 0 ? 'stem' : closenessOf(own), bit);
          count += 1;
        }
      }),
    );
  });
}
