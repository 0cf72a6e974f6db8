import type { Article } from '../../archive/model/article.ts';
import type { CorrectedField, Correction } from '../../archive/model/correction.ts';
import type { PartialDate } from '../../archive/model/partial-date.ts';
import { readPartialDate } from '../../archive/model/read-partial-date.ts';
import { formatPartialDate } from './dates.ts';
import { languageName, languageTag } from './languages.ts';

/** The fields in the order in which they are asked, as people call them. */
export const fieldNames: Readonly<Record<CorrectedField, string>> = {
  headline: 'Headline',
  source: 'Source',
  published: 'Date',
  byline: 'Byline',
  language: 'Language',
};
export const askedFields: readonly CorrectedField[] = [
  'headline',
  'source',
  'published',
  'byline',
  'language',
];

/** Languages that are offered by name; every other one can be given by its code. */
const offered = [
  ...['sq', 'ar', 'bs', 'bg', 'ca', 'zh', 'hr', 'cs', 'da', 'nl', 'en', 'fi', 'fr', 'de', 'el', 'he', 'hu'],
  ...['it', 'ja', 'mk', 'no', 'pl', 'pt', 'ro', 'rom', 'ru', 'sr-Cyrl', 'sr-Latn', 'sk', 'sl', 'es', 'sv'],
  ...['tr', 'uk'],
];
export const languageNames: readonly string[] = offered.map(languageName);

/** A date as `readPartialDate` reads it. */
function dateText({ value, precision }: PartialDate): string {
  const [day = '', clock] = value.replace(/(?:\.\d+)?Z$/u, '').split('T');
  if (clock === undefined) return day;
  const time = precision === 'second' ? clock : clock.slice(0, 5);
  return `${day} ${time}${value.endsWith('Z') ? ' UTC' : ''}`;
}

type Value = Correction[CorrectedField];

/** A field's value as it stands in its input; empty for none. */
export function textOf(field: CorrectedField, value: Value): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'object') return dateText(value);
  return field === 'language' ? languageName(value) : value;
}

/** What is shown of an article. */
export function shownValue(article: Article, field: CorrectedField): Value {
  return article[field];
}

/** What its source gave. */
export function readValue(article: Article, field: CorrectedField): Value {
  return field in article.asRead ? article.asRead[field] : article[field];
}

/** A value in words, for people. */
export function valueWords(field: CorrectedField, value: Value): string {
  if (value === null || value === undefined || value === '') {
    return field === 'published' ? 'no date' : `no ${fieldNames[field].toLowerCase()}`;
  }
  if (typeof value === 'object') return formatPartialDate(value);
  return field === 'language' ? languageName(value) : value;
}

export type Typed = { readonly value: Value } | { readonly problem: string };

function typedLanguage(text: string): Typed {
  const at = languageNames.findIndex((name) => name.toLowerCase() === text.toLowerCase());
  const named = offered[at];
  if (named !== undefined) return { value: named };
  const tag = /^[a-z]{2,3}(?:[-_][a-z\d]+)*$/iu.test(text) ? languageTag(text.replaceAll('_', '-')) : null;
  if (tag !== null && languageName(tag) !== tag) return { value: tag };
  return {
    problem: `No language is known as “${text.slice(0, 60)}”. Choose one of the list, or write its code, such as sr-Cyrl.`,
  };
}

function typedDate(text: string): Typed {
  const date = readPartialDate(text);
  if (date === 'nonsense') {
    return {
      problem: `“${text.slice(0, 60)}” cannot be read as a date. Write 2007, 2007-11, 2007-11-28, or with a time 2007-11-28 11:49 GMT.`,
    };
  }
  if (date === 'impossible') return { problem: `No calendar has ${text}.` };
  return { value: date };
}

/** What was typed for a field: its value, or why it is none. */
export function readTyped(field: CorrectedField, typed: string): Typed {
  const text = typed.replace(/\s+/gu, ' ').trim();
  if (text === '')
    return field === 'headline' ? { problem: 'An article needs a headline.' } : { value: null };
  if (field === 'published') return typedDate(text);
  return field === 'language' ? typedLanguage(text) : { value: text };
}
