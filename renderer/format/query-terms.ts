import type { SearchField } from '../../archive/model/search.ts';
import { formatShortDate } from './date-ranges.ts';
import { languageName } from './languages.ts';
import { formatCount } from './numbers.ts';
import { queryPieces } from './query-pieces.ts';

const fieldWords: Readonly<Record<SearchField, string>> = {
  headline: 'in the headline',
  standfirst: 'in the standfirst',
  body: 'in the body',
  caption: 'in a caption',
  source: 'in the source’s name',
  listed: 'among what a page lists',
};

/** What is said of properties that an article has as a whole. */
const propertyWords: Readonly<Record<string, (value: string) => string>> = {
  date: dateWords,
  lang: (value) => `written in ${languageName(value)}`,
  language: (value) => `written in ${languageName(value)}`,
  tag: (value) => `with the tag “${value}”`,
  collection: (value) => `in the collection “${value}”`,
  section: (value) => `in the section “${value}”`,
};

const term = /^(?:([a-z]+):)?(.*?)(?:\^\d+)?(~>?\d+)?(?:\^\d+)?$/su;

/** One term of a query in words: `“talks” in the headline`, `words that begin with “stat”`, `dated after 2007`. */
export function termWords(text: string): string {
  const [, name, value = '', near = ''] = term.exec(text) ?? [];
  const property = name === undefined ? undefined : propertyWords[name];
  if (property) return property(withoutQuotes(value));
  const where = name === undefined ? undefined : fieldWords[name as SearchField];
  // An unknown field is the archive's to complain about; here it is part of the word.
  if (name !== undefined && where === undefined) return `“${name}:${value}”`;
  if (value === '*') return where === undefined ? 'any article' : `anything ${where}`;
  return [valueWords(value, near), where ?? ''].filter((part) => part !== '').join(' ');
}

function valueWords(value: string, near: string): string {
  if (value.startsWith('(')) return groupWords(value);
  const distance = Number(near.replace(/^~>?/u, ''));
  if (/^["“„]/u.test(value)) {
    const phrase = withoutQuotes(value);
    const many = /\s/u.test(phrase);
    if (near === '' || distance === 0) return many ? `the exact words “${phrase}”` : `exactly “${phrase}”`;
    const order = near.startsWith('~>') ? ' in this order' : '';
    return `“${phrase}”${order} with at most ${formatCount(distance, 'other word')} between`;
  }
  const letters = distance === 1 ? 'one letter' : `up to ${String(distance)} letters`;
  return distance > 0 ? `${wordWords(value)} or a word ${letters} away` : wordWords(value);
}

/** What stands in brackets, its pieces one after the other. */
function groupWords(value: string): string {
  const inside = queryPieces(value.replace(/^\(|\)$/gu, ''));
  const signs: Readonly<Record<string, string>> = {
    OR: 'or',
    '||': 'or',
    AND: 'and',
    '&&': 'and',
    NOT: 'not',
  };
  const words = inside.map(({ text }) => signs[text] ?? (text === '' ? '' : termWords(text)));
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

/** What `date:` asks. */
function dateWords(value: string): string {
  if (value === 'none') return 'without a date';
  if (value === '*') return 'with a date';
  const [, sign, bound = ''] = /^([<>]=?)(.*)$/u.exec(value) ?? [];
  if (sign !== undefined) return `dated ${boundWords[sign] ?? ''} ${formatShortDate(bound)}`;
  const [, from, to] = /^\[?(.*?)(?:\.\.|\s+TO\s+)(.*?)\]?$/u.exec(value) ?? [];
  if (from === undefined || to === undefined) return `dated ${formatShortDate(value)}`;
  const [open, end] = [/^\*?$/u.test(from), /^\*?$/u.test(to)];
  if (open && end) return 'with a date';
  if (open) return `dated until ${formatShortDate(to)}`;
  return end
    ? `dated from ${formatShortDate(from)} on`
    : `dated ${formatShortDate(from)} to ${formatShortDate(to)}`;
}

const boundWords: Readonly<Record<string, string>> = {
  '>': 'after',
  '<': 'before',
  '>=': 'from',
  '<=': 'until',
};

function withoutQuotes(text: string): string {
  return text.replace(/["“”„]/gu, '').trim();
}
