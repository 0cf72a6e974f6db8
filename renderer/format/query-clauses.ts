import type { SearchField, SearchNotice } from '../../archive/model/search.ts';

/** One piece of a query as a person is told it was understood. */
export interface QueryClause {
  /** The piece as it was typed; on its own it is a query too. */
  readonly text: string;
  readonly words: string;
  /** False for a word that must not be there: on its own it finds nothing. */
  readonly wanted: boolean;
}

const fieldWords: Readonly<Record<SearchField, string>> = {
  headline: 'in the headline',
  standfirst: 'in the standfirst',
  body: 'in the body',
  caption: 'in a caption',
  source: 'in the source’s name',
  listed: 'among what a page lists',
};

const shape = /^([+-]?)(?:([a-z]+):)?(.*?)(?:~(\d+))?(?:\^\d+)?(?:~(\d+))?$/su;

/**
 * The pieces of a query in words, for saying what was looked for. This follows lunr's signs closely enough to explain
 * them; what the archive could not parse (by its notices) is explained as the plain words it searched instead.
 */
export function explainQuery(text: string, notices: readonly SearchNotice[]): readonly QueryClause[] {
  const plain = notices.some(({ code }) => code === 'searched-as-words');
  return text
    .split(/\s+/u)
    .map((piece) => piece.replace(/["“”„]/gu, ''))
    .filter((piece) => /[\p{L}\p{N}*]/u.test(piece))
    .map((piece) => (plain ? { text: piece, words: `“${piece}”`, wanted: true } : explainPiece(piece)));
}

function explainPiece(piece: string): QueryClause {
  const [, sign, field, word = '', before, after] = shape.exec(piece) ?? [];
  const distance = Number(before ?? after ?? 0);
  const where = fieldWords[field as keyof typeof fieldWords] as string | undefined;
  // An unknown field is the archive's to complain about; here it is part of the word.
  const term = field !== undefined && where === undefined ? `${field}:${word}` : word;
  const parts = [
    wordWords(term),
    distance > 0
      ? `or a word ${distance === 1 ? 'one letter' : `up to ${String(distance)} letters`} away`
      : '',
    where ?? '',
  ].filter((part) => part !== '');
  const phrase = parts.join(' ');
  if (sign === '-') return { text: piece, words: `not ${phrase}`, wanted: false };
  return { text: piece, words: sign === '+' ? `${phrase}, which must be there` : phrase, wanted: true };
}

function wordWords(term: string): string {
  if (!term.includes('*')) return `“${term}”`;
  const stem = term.slice(0, -1);
  return term.endsWith('*') && !stem.includes('*') && stem !== ''
    ? `words that begin with “${stem}”`
    : `words of the form “${term}”`;
}
