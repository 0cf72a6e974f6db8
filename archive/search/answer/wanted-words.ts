import type { PhrasePlan, Requirement } from '../execute/plan.ts';
import { wordForms } from '../analysis/word-forms.ts';
import type { WordForm } from '../analysis/word-forms.ts';
import { speaks } from '../execute/match-terms.ts';
import { fieldNumber } from '../segment/field-numbers.ts';
import type { IndexField } from '../fields.ts';

/** What one requirement of a query wants of a word, whatever segment its terms are from. */
export interface WantedWord {
  /** Whether a word of an article in this stem language (its number plus one; 0 for none) is one of those wanted. */
  accepts(forms: readonly WordForm[], field: IndexField, stemLanguage: number): boolean;
}

/** The words that stand for a requirement, as the index found them. */
export function wantedWord({ terms, mask }: Requirement): WantedWord {
  const languagesOf = new Map<string, number>();
  const beginnings = new Set<string>();
  for (const { dictionary, languages, written, folded } of terms.flat()) {
    if (dictionary === 'prefixes') beginnings.add(folded);
    else if (dictionary === 'forms') {
      const known = languagesOf.get(written);
      languagesOf.set(written, known === 0 || languages === 0 ? 0 : (known ?? 0) | languages);
    }
  }
  return {
    accepts: (forms, field, stemLanguage) =>
      (mask & (1 << fieldNumber[field])) !== 0 &&
      forms.some(({ folded, written }) => {
        const languages = languagesOf.get(written);
        if (languages !== undefined && speaks(languages, stemLanguage)) return true;
        for (const beginning of beginnings) if (folded.startsWith(beginning)) return true;
        return false;
      }),
  };
}

/** A phrase, place by place. */
export interface WantedPhrase {
  readonly places: readonly WantedWord[];
  readonly slop: number;
}

export function wantedPhrase({ places, slop }: PhrasePlan): WantedPhrase {
  return { places: places.map(wantedWord), slop };
}

const remembered = 50_000;
const memory = new Map<string, readonly WordForm[]>();

/** `wordForms`, remembered: the texts that are shown repeat their words. */
export function formsOf(raw: string): readonly WordForm[] {
  let forms = memory.get(raw);
  if (forms === undefined) {
    if (memory.size >= remembered) memory.clear();
    forms = wordForms(raw);
    memory.set(raw, forms);
  }
  return forms;
}
