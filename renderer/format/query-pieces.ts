import { queryFields } from '../../archive/model/query-fields.ts';

/** A stretch of a query that belongs together. */
export interface QueryPiece {
  readonly text: string;
  /** Where it begins in the query. */
  readonly at: number;
}

const opening = '([';
const closing = ')]';
const quotes = '"“”„‟«»＂';

/** Whether a text begins with a quotation mark. */
export const openingQuotes = new RegExp(`^[${quotes}]`, 'u');

/** What is between the quotation marks of a text. */
export function withoutQuotes(text: string): string {
  return text.replace(new RegExp(`[${quotes}]`, 'gu'), '').trim();
}

/** `~1` or `^2` may stand apart from what it modifies. */
const modifier = /\s+(?:\^|~>?)\d/uy;
/** A field's name whose value is still to come, and dates that may have blanks in them. */
const waitingField = /^[+\-!]?(\p{L}+):\s*$/u;
const waitingDate = /^[+\-!]?date:(?:[<>]=?|[\d-]+\s+(?:\.{2,3}|…))\s*$/iu;
const date = /^[+\-!]?date:[\d-]+\s*$/iu;
const rangeSign = /\s+(?:\.{2,3}|…)\s+[\d-]/uy;

function follows(pattern: RegExp, query: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(query);
}

/** Whether what stands before and behind a blank is one piece all the same. */
function holds(before: string, query: string, at: number): boolean {
  if (before === '') return false;
  if (follows(modifier, query, at) || waitingDate.test(before)) return true;
  const [, name] = waitingField.exec(before) ?? [];
  if (name !== undefined) return queryFields.has(name.toLowerCase());
  return date.test(before) && follows(rangeSign, query, at);
}

/**
 * Cuts a query at the blanks between its clauses: quotation marks and brackets hold theirs together, a field and a modifier
 * belong to their term, and a backslash makes the next character an ordinary one. A bracket that is never closed reaches to
 * the end.
 */
export function queryPieces(query: string): readonly QueryPiece[] {
  const pieces: QueryPiece[] = [];
  let start = 0;
  let depth = 0;
  let quoted = false;
  const cut = (end: number): void => {
    if (end > start) pieces.push({ text: query.slice(start, end), at: start });
    start = end + 1;
  };
  for (let at = 0; at < query.length; at += 1) {
    const sign = query.charAt(at);
    if (sign === '\\') at += 1;
    else if (quotes.includes(sign)) quoted = !quoted;
    else if (quoted) continue;
    else if (opening.includes(sign)) depth += 1;
    else if (closing.includes(sign)) depth = Math.max(0, depth - 1);
    else if (/\s/u.test(sign) && depth === 0 && !holds(query.slice(start, at), query, at)) cut(at);
  }
  cut(query.length);
  return pieces;
}
