import { inSegment } from '../segment/damaged-segment.ts';
import { DictionaryCursor } from '../segment/dictionary-cursor.ts';
import type { TermDictionary } from '../segment/term-dictionary.ts';
import type { PatternTerm } from '../query/query-tree.ts';
import { commonest } from './bounded-terms.ts';
import type { FoundTerms } from './bounded-terms.ts';
import { compilePattern, fits } from './compiled-pattern.ts';
import type { CompiledPattern } from './compiled-pattern.ts';
import { addBeginning } from './expand-beginning.ts';
import type { ExpansionContext } from './expand-word.ts';
import { commonestFitting, eachFitting } from './pattern-terms.ts';
import type { StemForm } from './segment-forms.ts';
import type { TermCollector } from './term-collector.ts';

/** Where exactly spelt words are looked at: the writing, which stands behind the plain spelling where they differ. */
function commonestWritten(dictionary: TermDictionary, codes: Int16Array, limit: number) {
  const terms: FoundTerms = { numbers: [], documents: [] };
  const cursor = new DictionaryCursor(dictionary);
  for (let more = cursor.seek(new Uint8Array(0)); more; more = cursor.next()) {
    const { foldedLength, key, keyLength } = cursor;
    if (!fits(codes, key, foldedLength === keyLength ? 0 : foldedLength + 1, keyLength)) continue;
    terms.numbers.push(cursor.ordinal);
    terms.documents.push(cursor.read().documents);
  }
  return commonest(terms, limit);
}

function addForms(
  { snapshot, dictionaries, exactSpelling, mostExpanded }: ExpansionContext,
  collector: TermCollector,
  pattern: CompiledPattern,
): boolean {
  let anyCut = false;
  snapshot.segments.forEach(({ segment }, index) => {
    const { numbers, cut } = inSegment(segment.name, () =>
      exactSpelling
        ? commonestWritten(segment.forms, pattern.codes, mostExpanded)
        : commonestFitting(segment.forms, pattern, mostExpanded),
    );
    for (const number of numbers) {
      collector.addForm(index, dictionaries[index]!.byNumber(number), 'pattern');
    }
    anyCut ||= cut;
  });
  return anyCut;
}

/** The forms of the stems that fit, in documents of the stem's language. Says whether some were left out. */
function addStems(
  { snapshot, dictionaries, mostExpanded }: ExpansionContext,
  collector: TermCollector,
  pattern: CompiledPattern,
): boolean {
  let cut = false;
  snapshot.segments.forEach(({ segment }, index) => {
    const dictionary = dictionaries[index]!;
    const found: StemForm[] = [];
    inSegment(segment.name, () =>
      eachFitting(segment.stems, pattern, (cursor) => {
        found.push(...dictionary.formsAt(cursor));
        return found.length <= mostExpanded;
      }),
    );
    cut ||= found.length > mostExpanded;
    for (const stemForm of found.slice(0, mostExpanded)) {
      dictionary.ofStemForm(stemForm, (form, bit) => {
        if (!collector.has(index, form.written)) collector.addForm(index, form, 'pattern', bit);
      });
    }
  });
  return cut;
}

/** Adds the words that fit a pattern, and those whose stem does. Says whether some were left out. */
export function addPattern(context: ExpansionContext, collector: TermCollector, term: PatternTerm): boolean {
  let cut = false;
  for (const pattern of compilePattern(term, context.exactSpelling)) {
    if (pattern.isPrefix && !context.exactSpelling) addBeginning(context, collector, pattern.prefix);
    else {
      cut = addForms(context, collector, pattern) || cut;
      if (!context.exactSpelling && !cut) cut = addStems(context, collector, pattern);
    }
  }
  return cut;
}
