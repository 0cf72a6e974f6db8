import { stemLanguages, stemOf } from '../analysis/stemming.ts';
import type { StemLanguage } from '../analysis/stemming.ts';
import { wordForms } from '../analysis/word-forms.ts';
import { longestPrefix } from '../segment/prefix-writer.ts';
import { caseFold } from '../../text/fold.ts';
import { addStem, addWord, spellings } from './expand-word.ts';
import type { ExpansionContext } from './expand-word.ts';
import { languageBit } from './segment-forms.ts';
import type { SegmentForm } from './segment-forms.ts';
import type { TermCollector } from './term-collector.ts';

/**
 * Adds all words that begin so, and those whose stem does. Beginnings of up to three letters have postings of their own;
 * longer ones are looked up word by word, none left out.
 */
export function addBeginning(
  context: ExpansionContext,
  collector: TermCollector,
  text: string,
): readonly SegmentForm[] {
  const added: SegmentForm[] = [];
  const written = caseFold(text.normalize('NFC'));
  for (const prefix of spellings(wordForms(text))) {
    const short = [...prefix].length <= longestPrefix;
    context.dictionaries.forEach((dictionary, segment) => {
      if (short && !context.exactSpelling) {
        const entry = dictionary.find('prefixes', prefix);
        if (entry !== null) collector.addEntry(segment, 'prefixes', entry, prefix);
        return;
      }
      for (const form of dictionary.beginning(prefix)) {
        if (context.exactSpelling && !form.written.startsWith(written)) continue;
        collector.addForm(segment, form, 'beginning');
        added.push(form);
      }
    });
    if (!short && !context.exactSpelling) addStemsBeginning(context, collector, prefix);
  }
  return added;
}

function addStemsBeginning(
  { dictionaries }: ExpansionContext,
  collector: TermCollector,
  prefix: string,
): void {
  dictionaries.forEach((dictionary, segment) => {
    for (const stemForm of dictionary.ofStemsBeginning(prefix)) {
      dictionary.ofStemForm(stemForm, (form, bit) => {
        if (!collector.has(segment, form.written)) collector.addForm(segment, form, 'beginning', bit);
      });
    }
  });
}

/** The stems of these forms that do not begin like the word being typed, and so were not met yet. */
function otherStems(
  forms: readonly SegmentForm[],
  prefixes: readonly string[],
): ReadonlyMap<StemLanguage, Set<string>> {
  const found = new Map<StemLanguage, Set<string>>();
  for (const form of forms) {
    for (const language of stemLanguages) {
      if ((form.languages & languageBit(language)) === 0) continue;
      const stem = stemOf(language, form);
      if (stem === null || prefixes.some((prefix) => stem.startsWith(prefix))) continue;
      found.set(language, (found.get(language) ?? new Set()).add(stem));
    }
  }
  return found;
}

/**
 * Adds whatever a word that is being typed finds now and would find once it is finished: the word itself, words that begin
 * so, those that share a stem with them, other forms of names. So no article is lost between the first letter and the
 * last.
 */
export function addUnfinished(context: ExpansionContext, collector: TermCollector, text: string): void {
  addWord(context, collector, text, true);
  const forms = addBeginning(context, collector, text);
  if (context.exactSpelling) return;
  const prefixes = spellings(wordForms(text));
  for (const [language, stems] of otherStems(forms, prefixes)) {
    for (const stem of stems) addStem(context, collector, { stem, languages: [language] }, 'beginning');
  }
  for (const key of new Set(prefixes.flatMap((prefix) => context.names?.startingWith(prefix) ?? []))) {
    for (const other of context.names?.equivalents(key) ?? []) addSpelling(context, collector, other);
  }
}

function addSpelling({ dictionaries }: ExpansionContext, collector: TermCollector, folded: string): void {
  dictionaries.forEach((dictionary, segment) => {
    for (const form of dictionary.ofSpelling(folded)) collector.addForm(segment, form, 'beginning');
  });
}
