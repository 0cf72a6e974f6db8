import { inSegment } from '../segment/damaged-segment.ts';
import { DictionaryCursor } from '../segment/dictionary-cursor.ts';
import { stemKey } from '../segment/stem-writer.ts';
import type { TermDictionary } from '../segment/term-dictionary.ts';
import type { PatternTerm } from '../query/query-tree.ts';
import { commonest } from './bounded-terms.ts';
import type { FoundTerms } from './bounded-terms.ts';
import { compilePattern, fits } from './compiled-pattern.ts';
import type { CompiledPattern } from './compiled-pattern.ts';
import { addBeginning } from './expand-beginning.ts';
import type { ExpansionContext } from './expand-word.ts';
import { languageBit } from './segment-forms.ts';
import type { TermCollector } from './term-collector.ts';

const utf8 = new TextEncoder();

/** Walks the terms of a dictionary that begin with `lead` and fit the pattern after their first `skip` bytes. */
function scan(
  dictionary: TermDictionary,
  lead: Uint8Array,
  codes: Int16Array,
  skip: number,
  found: (cursor: DictionaryCursor) => void,
): void {
  const cursor = new DictionaryCursor(dictionary);
  for (let more = cursor.seek(lead); more && cursor.startsWith(lead); more = cursor.next()) {
    if (fits(codes, cursor.key, skip, cursor.foldedLength)) found(cursor.read());
  }
}

/** Where exactly spelt words are looked at: the writing, which stands behind the plain spelling where they differ. */
function scanWritten(
  dictionary: TermDictionary,
  codes: Int16Array,
  found: (cursor: DictionaryCursor) => void,
): void {
  const cursor = new DictionaryCursor(dictionary);
  for (let more = cursor.seek(new Uint8Array(0)); more; more = cursor.next()) {
    const { foldedLength, key, keyLength } = cursor;
    if (fits(codes, key, foldedLength === keyLength ? 0 : foldedLength + 1, keyLength)) found(cursor.read());
  }
}

function addFound(
  { dictionaries, mostExpanded }: ExpansionContext,
  collector: TermCollector,
  segment: number,
  terms: FoundTerms,
): boolean {
  const { numbers, cut } = commonest(terms, mostExpanded);
  for (const number of numbers) {
    collector.addForm(segment, dictionaries[segment]!.byNumber(number), 'pattern');
  }
  return cut;
}

function addForms(
  context: ExpansionContext,
  collector: TermCollector,
  { prefix, codes }: CompiledPattern,
): boolean {
  let cut = false;
  context.snapshot.segments.forEach(({ segment }, index) => {
    const terms: FoundTerms = { numbers: [], documents: [] };
    const take = (cursor: DictionaryCursor): void => {
      terms.numbers.push(cursor.ordinal);
      terms.documents.push(cursor.documents);
    };
    inSegment(segment.name, () => {
      if (context.exactSpelling) scanWritten(segment.forms, codes, take);
      else scan(segment.forms, utf8.encode(prefix), codes, 0, take);
    });
    cut = addFound(context, collector, index, terms) || cut;
  });
  return cut;
}

/** The forms of the stems that fit, in documents of the stem's language. */
function addStems(
  context: ExpansionContext,
  collector: TermCollector,
  { prefix, codes }: CompiledPattern,
): void {
  const { mostExpanded } = context;
  context.snapshot.segments.forEach(({ segment }, index) => {
    const dictionary = context.dictionaries[index]!;
    for (const language of context.snapshot.languages) {
      const lead = utf8.encode(stemKey(language, prefix));
      const numbers: number[] = [];
      inSegment(segment.name, () =>
        scan(segment.stems, lead, codes, 1, (cursor) => {
          if (numbers.length < mostExpanded) numbers.push(...segment.formsOfStem(cursor));
        }),
      );
      const bit = languageBit(language);
      for (const number of numbers.slice(0, mostExpanded)) {
        const form = dictionary.byNumber(number);
        if ((form.languages & bit) !== 0 && !collector.has(index, form.written)) {
          collector.addForm(index, form, 'pattern', bit);
        }
      }
    }
  });
}

/** Adds the words that fit a pattern, and those whose stem does. Says whether some were left out. */
export function addPattern(context: ExpansionContext, collector: TermCollector, term: PatternTerm): boolean {
  let cut = false;
  for (const pattern of compilePattern(term, context.exactSpelling)) {
    if (pattern.isPrefix && !context.exactSpelling) addBeginning(context, collector, pattern.prefix);
    else {
      const tooMany = addForms(context, collector, pattern);
      if (!context.exactSpelling && !tooMany) addStems(context, collector, pattern);
      cut ||= tooMany;
    }
  }
  return cut;
}
