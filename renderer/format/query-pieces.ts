/** A stretch of a query that belongs together. */
export interface QueryPiece {
  readonly text: string;
  /** Where it begins in the query. */
  readonly at: number;
}

const opening = '([{';
const closing = ')]}';
const quotes = '"“”„';

/**
 * Cuts a query at the blanks between its clauses: quotation marks, brackets and what follows a colon hold theirs
 * together, a backslash makes the next character an ordinary one. A bracket that is never closed reaches to the end.
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
    else if (/\s/u.test(sign) && depth === 0) cut(at);
  }
  cut(query.length);
  return pieces;
}
