import { stemOf } from '../analysis/stemming.ts';
import type { StemLanguage } from '../analysis/stemming.ts';
import { wordForms } from '../analysis/word-forms.ts';
import { caseFold } from '../../text/fold.ts';
import { inSegment } from '../segment/damaged-segment.ts';
import { DictionaryCursor } from '../segment/dictionary-cursor.ts';
import { commonest } from './bounded-terms.ts';
import type { FoundTerms } from './bounded-terms.ts';
import { languagesByStem, spellings } from './expand-word.ts';
import type { ExpansionContext } from './expand-word.ts';
import { NearWords } from './near-words.ts';
import { formAt, languageBit } from './segment-forms.ts';
import type { SegmentForms, StemForm } from './segment-forms.ts';
import type { TermCollector } from './term-collector.ts';

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
    cut = addNearStems(context, collector, stem, { distance, languages }) || cut;
    // What is near the word itself is in already.
    if (spellings(forms).includes(stem)) continue;
    cut = addOwnStems(context, collector, stem, { distance, languages }) || cut;
  }
  return cut;
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
      near.find(segment.forms, new DictionaryCursor(segment.forms), (cursor, own) => {
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

/** A stem, and the languages in which a word has it. */
interface StemNear {
  readonly distance: number;
  readonly languages: readonly StemLanguage[];
}

/** Adds the forms whose stem is near. Says whether some were left out. */
function addNearStems(
  { snapshot, dictionaries, mostExpanded }: ExpansionContext,
  collector: TermCollector,
  stem: string,
  { distance, languages }: StemNear,
): boolean {
  const wanted = languages.reduce((bits, language) => bits | languageBit(language), 0);
  let cut = false;
  snapshot.segments.forEach(({ segment }, index) => {
    const dictionary = dictionaries[index]!;
    const found = inSegment(segment.name, () => nearStems(dictionary, stem, distance, wanted));
    cut ||= found.length > mostExpanded;
    for (const near of found.slice(0, mostExpanded)) {
      dictionary.ofStemForm(near, (form, bit) => {
        if (collector.has(index, form.written)) return;
        collector.addForm(index, form, near.distance === 0 ? 'stem' : closenessOf(near.distance), bit);
      });
    }
  });
  return cut;
}

interface NearStemForm extends StemForm {
  readonly distance: number;
}

/** The forms of a segment whose stem is near, but for those that are their own stem: no stem names these. */
function nearStems(
  dictionary: SegmentForms,
  stem: string,
  distance: number,
  wanted: number,
): readonly NearStemForm[] {
  const found: NearStemForm[] = [];
  const { stems } = dictionary.segment;
  new NearWords(stem, distance, false).find(stems, new DictionaryCursor(stems), (cursor, own) => {
    for (const form of dictionary.formsAt(cursor)) {
      if ((form.bit & wanted) !== 0) found.push({ ...form, distance: own });
    }
  });
  return found;
}

/** Adds the forms near a stem that are their own stem, in documents of its languages. Says whether some were left out. */
function addOwnStems(
  { snapshot, mostExpanded }: ExpansionContext,
  collector: TermCollector,
  stem: string,
  { distance, languages }: StemNear,
): boolean {
  let cut = false;
  snapshot.segments.forEach(({ segment }, index) => {
    let count = 0;
    inSegment(segment.name, () =>
      new NearWords(stem, distance, false).find(
        segment.forms,
        new DictionaryCursor(segment.forms),
        (cursor, own) => {
          const form = formAt(cursor);
          if (collector.has(index, form.written)) return;
          for (const language of languages) {
            const bit = languageBit(language);
            if ((form.languages & bit) === 0 || stemOf(language, form) !== form.folded) continue;
            count += 1;
            if (count > mostExpanded) cut = true;
            else collector.addForm(index, form, own === 0 ? 'stem' : closenessOf(own), bit);
          }
        },
      ),
    );
  });
  return cut;
}
