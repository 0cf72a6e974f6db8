import type { SearchNotice } from '../../archive/model/search.ts';
import { queryPieces, withoutQuotes } from './query-pieces.ts';
import { termWords } from './query-terms.ts';

/** One piece of a query as a person is told it was understood. */
export interface QueryClause {
  /** The piece as it was typed; on its own it is a query too. */
  readonly text: string;
  readonly words: string;
  /** False for what must not be there: on its own it finds nothing of use. */
  readonly wanted: boolean;
}

const operators: Readonly<Record<string, string>> = {
  AND: 'AND',
  OR: 'OR',
  NOT: 'NOT',
  '&&': 'AND',
  '||': 'OR',
  '!': 'NOT',
};

/**
 * The pieces of a query in words, for saying what was looked for. This follows the signs of the query language closely
 * enough to explain them; what the archive could not read (by its notices) is explained as the plain words it searched
 * instead.
 */
export function explainQuery(text: string, notices: readonly SearchNotice[]): readonly QueryClause[] {
  const unread = notices.find(({ code }) => code === 'searched-as-words');
  const at = unread?.code === 'searched-as-words' ? unread.at : null;
  const ways: QueryClause[][] = [[]];
  let negated = false;
  for (const piece of queryPieces(text)) {
    const operator = operators[piece.text];
    if (operator === 'NOT') negated = !negated;
    else if (operator === 'OR') ways.push([]);
    else if (operator === undefined && /[\p{L}\p{N}*]/u.test(piece.text)) {
      const plain = unread !== undefined && (at === null || at <= piece.at + piece.text.length);
      ways.at(-1)?.push(plain ? asWords(piece.text) : explainPiece(piece.text, negated));
      negated = false;
    }
  }
  const [first = [], ...others] = ways.filter((clauses) => clauses.length > 0);
  // Words beside each other hold together more than OR does: each side of it is one thing to look for.
  return others.length === 0
    ? first
    : [together(first, ''), ...others.map((clauses) => together(clauses, 'or '))];
}

function together(clauses: readonly QueryClause[], before: string): QueryClause {
  return {
    text: clauses.map(({ text }) => text).join(' '),
    words: before + clauses.map(({ words }) => words).join(', '),
    wanted: clauses.some(({ wanted }) => wanted),
  };
}

function asWords(piece: string): QueryClause {
  const text = withoutQuotes(piece);
  return { text, words: `“${text}”`, wanted: true };
}

function explainPiece(piece: string, negated: boolean): QueryClause {
  const [, sign = '', term = ''] = /^([+\-!]?)(.*)$/su.exec(piece) ?? [];
  const words = termWords(term);
  if (negated !== (sign === '-' || sign === '!')) {
    return { text: sign === '' ? `NOT ${piece}` : piece, words: `not ${words}`, wanted: false };
  }
  return { text: piece, words: sign === '+' ? `${words}, which must be there` : words, wanted: true };
}
