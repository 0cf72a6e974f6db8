import { scanWords } from '../../../../archive/search/analysis/scan-words.ts';
import { stemLanguageOf, stemOf } from '../../../../archive/search/analysis/stemming.ts';
import type { StemLanguage } from '../../../../archive/search/analysis/stemming.ts';
import { wordForms } from '../../../../archive/search/analysis/word-forms.ts';
import type { WordForm } from '../../../../archive/search/analysis/word-forms.ts';
import { intervalOf } from '../../../../archive/search/date-interval.ts';
import { documentOf } from '../../../../archive/search/document-of.ts';
import { indexFieldsOf } from '../../../../archive/search/fields.ts';
import type { IndexDocument } from '../../../../archive/search/index-document.ts';
import type { SearchRecord } from '../../../../archive/search/search-record.ts';
import { editDistance } from './edit-distance.ts';
import type { ModelField, ModelQuery } from './model-query.ts';

interface Token {
  readonly field: string;
  /** The number of its part, and its place in it. */
  readonly part: number;
  readonly place: number;
  readonly forms: readonly WordForm[];
}

interface ModelDocument {
  readonly document: IndexDocument;
  readonly language: StemLanguage | null;
  readonly tokens: readonly Token[];
}

function modelDocument(record: SearchRecord): ModelDocument {
  const document = documentOf(record);
  const tokens: Token[] = [];
  document.parts.forEach(({ field, text }, part) => {
    let place = 0;
    scanWords(text, (start, end) => {
      tokens.push({ field, part, place, forms: wordForms(text.slice(start, end)) });
      place += 1;
    });
  });
  return { document, language: stemLanguageOf(document.language), tokens };
}

const longestFuzzy = 80;

function inField({ field }: Token, wanted: ModelField | null): boolean {
  return wanted === null || (indexFieldsOf([wanted]) as readonly string[]).includes(field);
}

/** Whether places of a phrase's words, one each, fit; `rest` are those of the words not placed yet. */
function canPlace(
  rest: readonly (readonly number[])[],
  taken: readonly number[],
  fits: (all: readonly number[]) => boolean,
): boolean {
  const [first, ...others] = rest;
  if (first === undefined) return fits(taken);
  return first.some((place) => !taken.includes(place) && canPlace(others, [...taken, place], fits));
}

/** What an index is to find: documents in a map, every one looked at for every query. */
export class NaiveModel {
  private readonly documents = new Map<string, ModelDocument>();

  put(record: SearchRecord): void {
    this.documents.set(record.summary.id, modelDocument(record));
  }

  remove(id: string): void {
    this.documents.delete(id);
  }

  /** The ids of what matches, sorted. */
  find(query: ModelQuery): readonly string[] {
    const accepts = this.compile(query);
    return [...this.documents].flatMap(([id, document]) => (accepts(document) ? [id] : [])).sort();
  }

  private compile(query: ModelQuery): (document: ModelDocument) => boolean {
    switch (query.kind) {
      case 'and': {
        const parts = query.parts.map((part) => this.compile(part));
        return (document) => parts.every((accepts) => accepts(document));
      }
      case 'or': {
        const parts = query.parts.map((part) => this.compile(part));
        return (document) => parts.some((accepts) => accepts(document));
      }
      case 'not': {
        const part = this.compile(query.part);
        return (document) => !part(document);
      }
      case 'date':
        return dateAccepts(query);
      case 'property':
        return propertyAccepts(query);
      case 'phrase':
        return phraseAccepts(query);
      default:
        return this.wordAccepts(query);
    }
  }

  private wordAccepts(
    query: Extract<ModelQuery, { kind: 'word' | 'pattern' | 'fuzzy' }>,
  ): (document: ModelDocument) => boolean {
    const fits =
      query.kind === 'word'
        ? this.word(query.text)
        : query.kind === 'pattern'
          ? pattern(query.text)
          : fuzzy(query);
    return ({ tokens, language }) =>
      tokens.some((token) => inField(token, query.field) && token.forms.some((form) => fits(form, language)));
  }

  /** The word itself, or one with its stem; the stems are also those of its spellings that are there. */
  private word(text: string): FormTest {
    const typed = wordForms(text);
    const spellings = typed.map(({ folded }) => folded);
    const met = [...this.documents.values()].flatMap(({ tokens }) =>
      tokens.flatMap(({ forms }) => forms.filter(({ folded }) => spellings.includes(folded))),
    );
    const stems = new Map<string, ReadonlySet<string | null>>();
    const stemsIn = (language: StemLanguage): ReadonlySet<string | null> => {
      const known = stems.get(language) ?? new Set([...typed, ...met].map((form) => stemOf(language, form)));
      stems.set(language, known);
      return known;
    };
    return (form, language) => {
      if (spellings.includes(form.folded)) return true;
      const stem = language === null ? null : stemOf(language, form);
      return language !== null && stem !== null && stemsIn(language).has(stem);
    };
  }
}

type FormTest = (form: WordForm, language: StemLanguage | null) => boolean;

function pattern(text: string): FormTest {
  const escaped = text.replace(/\*/gu, '.*').replace(/\?/gu, '.');
  const fits = new RegExp(`^${escaped}$`, 'su');
  // Beginnings of up to three letters are those of the words themselves.
  const short = /^[^*?]{1,3}\*$/u.test(text);
  return (form, language) => {
    if (fits.test(form.folded)) return true;
    const stem = language === null || short ? null : stemOf(language, form);
    return stem !== null && fits.test(stem);
  };
}

function fuzzy({ text, distance }: { readonly text: string; readonly distance: number }): FormTest {
  const typed = wordForms(text);
  return (form, language) => {
    if (form.folded.length > longestFuzzy) return false;
    if (typed.some(({ folded }) => editDistance(folded, form.folded) <= distance)) return true;
    const stem = language === null ? null : stemOf(language, form);
    if (language === null || stem === null) return false;
    return typed.some((one) => {
      const own = stemOf(language, one);
      return own !== null && editDistance(own, stem) <= distance;
    });
  };
}

function phraseAccepts({ words, slop, ordered, field }: Extract<ModelQuery, { kind: 'phrase' }>) {
  const typed = words.map((word) => wordForms(word).map(({ folded }) => folded));
  const fits = (places: readonly number[]): boolean => {
    const inOrder = places.every((place, index) => index === 0 || place > places[index - 1]!);
    const span = Math.max(...places) - Math.min(...places);
    return span <= slop + words.length - 1 && (slop === 0 || ordered ? inOrder : true);
  };
  return ({ document, tokens }: ModelDocument): boolean =>
    document.parts.some((_, part) => {
      const own = tokens.filter((token) => token.part === part && inField(token, field));
      const places = typed.map((spellings) =>
        own
          .filter(({ forms }) => forms.some(({ folded }) => spellings.includes(folded)))
          .map(({ place }) => place),
      );
      return canPlace(places, [], fits);
    });
}

function dateAccepts({ how, value }: Extract<ModelQuery, { kind: 'date' }>) {
  const asked = intervalOf(value);
  return ({ document }: ModelDocument): boolean => {
    const own = document.published === null ? null : intervalOf(document.published);
    if (how === 'none' || own === null || asked === null) return how === 'none' && own === null;
    if (how === 'after') return own.start >= asked.end;
    if (how === 'before') return own.end <= asked.start;
    return own.end > asked.start && own.start < asked.end;
  };
}

function propertyAccepts({ name, value }: Extract<ModelQuery, { kind: 'property' }>) {
  return ({ document }: ModelDocument): boolean => {
    const own = name === 'lang' ? document.language : document[name];
    return own?.toLowerCase() === value.toLowerCase();
  };
}
