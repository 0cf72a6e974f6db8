import { queryFields, type QueryProperty } from '../../archive/model/query-fields.ts';
import type { SearchField } from '../../archive/model/search.ts';
import { languageName } from './languages.ts';
import { formatCount } from './numbers.ts';
import { dateWords } from './query-dates.ts';
import { openingQuotes, queryPieces, withoutQuotes } from './query-pieces.ts';

const fieldWords: Readonly<Record<SearchField, string>> = {
  headline: 'in the headline',
  standfirst: 'in the standfirst',
  body: 'in the body',
  caption: 'in a caption',
  source: 'in the source’s name',
  listed: 'among what a page lists',
};

/** What is said of properties that an article has as a whole. */
const propertyWords: Readonly<Record<QueryProperty | 'date', (value: string) => string>> = {
  date: dateWords,
  lang: (value) => (value === '*' ? 'in a known language' : `written in ${languageName(value)}`),
  tag: (value) => (value === '*' ? 'with any tag' : `with the tag “${value}”`),
  collection: (value) => (value === '*' ? 'in any collection' : `in the collection “${value}”`),
  section: (value) => (value === '*' ? 'in any section' : `in the section “${value}”`),
};

/** A modifier may stand apart; the bound keeps reading linear. */
const apart = '\\s{0,9}';
const boost = `(?:${apart}\\^[\\d.]+)?`;
const term = new RegExp(`^(?:(\\p{L}+):${apart})?(.*?)${boost}(?:${apart}(~>?\\d+))?${boost}$`, 'su');

/** Further letters that a near word may have otherwise, whatever was asked for. */
const mostEdits = 2;

/**
 * One term of a query in words: `“talks” in the headline`, `words that begin with “stat”`, `dated after 2007`. Other names
 * of a field are that field: `title:` is the headline.
 */
export function termWords(text: string): string {
  const [, name, value = '', near = ''] = term.exec(text) ?? [];
  if (name === undefined) return valueWords(value, near, '');
  const field = queryFields.get(name.toLowerCase());
  // An unknown field is the archive's to complain about; here it is part of the word. So is the scheme of an address.
  if (field === undefined || value.startsWith('//')) return `“${name}:${value}”`;
  return field in propertyWords
    ? propertyTermWords(propertyWords[field as QueryProperty], value)
    : valueWords(value, near, fieldWords[field as SearchField]);
}

function propertyTermWords(say: (value: string) => string, value: string): string {
  if (!value.startsWith('(')) return say(withoutQuotes(value));
  // What has a field of its own in brackets is of that field.
  return groupWords(value, (piece) =>
    /^\p{L}+:/u.test(piece) ? termWords(piece) : say(withoutQuotes(piece)),
  );
}

function valueWords(value: string, near: string, where: string): string {
  if (value === '*') return where === '' ? 'any article' : `anything ${where}`;
  const words = value.startsWith('(') ? groupWords(value, termWords) : textWords(value, near);
  return where === '' ? words : `${words} ${where}`;
}

function textWords(value: string, near: string): string {
  const distance = Number(near.replace(/^~>?/u, ''));
  if (openingQuotes.test(value)) {
    const phrase = withoutQuotes(value);
    const many = /\s/u.test(phrase);
    if (near === '' || distance === 0) return many ? `the exact words “${phrase}”` : `exactly “${phrase}”`;
    const order = near.startsWith('~>') ? ' in this order' : '';
    return `“${phrase}”${order} with at most ${formatCount(distance, 'other word')} between`;
  }
  const letters = distance === 1 ? 'one letter' : `up to ${String(Math.min(distance, mostEdits))} letters`;
  return distance > 0 ? `${wordWords(value)} or a word ${letters} away` : wordWords(value);
}

const operators: Readonly<Record<string, string>> = {
  OR: 'or',
  '||': 'or',
  AND: 'and',
  '&&': 'and',
  NOT: 'not',
};

/** What stands in brackets, its pieces one after the other, each as `say` has it. */
function groupWords(value: string, say: (piece: string) => string): string {
  const inside = queryPieces(value.replace(/^\(|\)$/gu, ''));
  const words = inside.map(({ text }) => {
    const [, sign = '', rest = ''] = /^([+\-!]?)(.*)$/su.exec(text) ?? [];
    return operators[text] ?? (sign === '-' || sign === '!' ? `not ${say(rest)}` : say(rest));
  });
  return `(${words.join(' ')})`;
}

function wordWords(word: string): string {
  const plain = word.replace(/\\(.)/gsu, '$1');
  if (!/[*?]/u.test(word)) return `“${plain}”`;
  const stem = word.slice(0, -1);
  return word.endsWith('*') && !/[*?]/u.test(stem) && stem !== ''
    ? `words that begin with “${stem}”`
    : `words of the form “${plain}”`;
}
