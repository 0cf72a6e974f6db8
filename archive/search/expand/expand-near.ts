import { stemOf } from '../analysis/stemming.ts';
import type { StemLanguage } from '../analysis/stemming.ts';
import { wordForms } from '../analysis/word-forms.ts';
import { caseFold } from '../../text/fold.ts';
import { inSegment } from '../segment/damaged-segment.ts';
import { DictionaryCursor } from '../segment/dictionary-cursor.ts';
import { stemKey } from '../segment/stem-writer.ts';
import { commonest } from './bounded-terms.ts';
import type { FoundTerms } from './bounded-terms.ts';
import { mostExpanded } from './expand-pattern.ts';
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
  for (const language of context.snapshot.languages) {
    for (const stem of new Set(forms.map((form) => stemOf(language, form)))) {
      if (stem !== null) addNearStems(context, collector, stem, { distance, language });
    }
  }
  return cut;
}

function addNearForms(
  { snapshot, dictionaries, exactSpelling }: ExpansionContext,
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

type NumberedDistance = readonly [form: number, distance: number];

/** The forms of a segment whose stem is near. A form that is its own stem is found among the forms: no stem names it. */
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
    if (found.length > mostExpanded) return;
    for (const number of segment.formsOfStem(cursor)) found.push([number, own]);
  });
  const bit = languageBit(language);
  const forms = new NearWords(stem, distance, false);
  forms.find(segment.forms, new DictionaryCursor(segment.forms), noLead, (cursor, own) => {
    if ((cursor.languages & bit) === 0 || found.length > 2 * mostExpanded) return;
    const form = formAt(cursor);
    if (stemOf(language, form) === form.folded) found.push([cursor.ordinal, own]);
  });
  return found;
}
