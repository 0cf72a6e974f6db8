import { fieldNamed, longestFieldName } from './field-names.ts';
import type { QueryReading } from './query-reading.ts';
import { matchAt, quotationMarks, readModifier, readQuote, readRange, readSign } from './query-marks.ts';
import type { Punctuation } from './query-marks.ts';
import type { FieldToken, OperatorToken, QueryToken, RunToken } from './query-token.ts';

const blank = /\s/u;

const opening = '(\uFF08';
const closing = ')\uFF09';
const endsRun = new Set(`${quotationMarks}${opening}${closing}~^`);

/** Dates with blanks in them: `> 2007`, `2007 .. 2008`. */
const spacedDate = /[<>]=?\s+[\d-]+|[\d-]+\s+(?:\.{2,3}|\u2026)\s+[\d-]+/uy;

function readOperatorSign(text: string, start: number): OperatorToken | null {
  const sign = text.slice(start, start + 2);
  if (sign !== '&&' && sign !== '||') return null;
  return { kind: 'operator', start, end: start + 2, operator: sign === '&&' ? 'AND' : 'OR' };
}

/** The name before a colon, when it is that of a field. Addresses (`text://…`) are none. */
function readField(text: string, start: number, colon: number): FieldToken | null {
  if (colon - start > longestFieldName || text.startsWith('//', colon + 1)) return null;
  const field = fieldNamed(text.slice(start, colon));
  return field === null ? null : { kind: 'field', start, end: colon + 1, field };
}

const ordinary = /[^\s\\:\-&|~^()\uFF08\uFF09"\u201C-\u201F\u00AB\u00BB\uFF02]+/uy;

function readRun(text: string, start: number): RunToken | FieldToken {
  let at = start;
  let part = start;
  let colon: number | null = null;
  while (at < text.length) {
    at += matchAt(ordinary, text, at)?.[0].length ?? 0;
    const char = text.charAt(at);
    if (char === '\\') {
      at += 2;
      continue;
    }
    if (at > start && (endsRun.has(char) || blank.test(char))) break;
    if (at > start && (char === '&' || char === '|') && text[at + 1] === char) break;
    if (char === ':') {
      const field = readField(text, part, at);
      if (field !== null && part === start) return field;
      // lunr knows a field behind a hyphen as well.
      if (field?.field.kind === 'text') return { kind: 'run', start, end: part, colon };
      colon ??= at;
    }
    at += 1;
    if (char === '-') part = at;
  }
  return { kind: 'run', start, end: Math.min(at, text.length), colon };
}

/** Only in capitals, and only where a word of its own can stand: not in `headline:OR`, `-OR`, `OR~1` or `\OR`. */
function asOperator(text: string, run: RunToken, before: QueryToken | undefined): OperatorToken | RunToken {
  const typed = text.slice(run.start, run.end);
  if (typed !== 'AND' && typed !== 'OR' && typed !== 'NOT') return run;
  const bound = before?.end === run.start && (before.kind === 'field' || before.kind === 'sign');
  const next = text.charAt(run.end);
  const modified = next === '~' || next === '^';
  return bound || modified ? run : { kind: 'operator', start: run.start, end: run.end, operator: typed };
}

function readToken(
  reading: QueryReading,
  start: number,
  before: QueryToken | undefined,
  textEnd: number,
): QueryToken | Punctuation {
  const { text } = reading;
  const char = text.charAt(start);
  if (opening.includes(char)) return { kind: 'open', start, end: start + 1 };
  if (closing.includes(char)) return { kind: 'close', start, end: start + 1 };
  if (quotationMarks.includes(char)) return readQuote(reading, start);
  if (char === '~' || char === '^') return readModifier(text, start);
  const dated = before?.kind === 'field' && before.field.kind === 'date';
  const date = dated ? matchAt(spacedDate, text, start)?.[0] : undefined;
  if (date !== undefined) return { kind: 'run', start, end: start + date.length, colon: null };
  const special =
    readOperatorSign(text, start) ??
    readSign(text, start, before, textEnd) ??
    (char === '[' ? readRange(reading, start, dated) : null);
  if (special !== null) return special;
  const run = readRun(text, start);
  return run.kind === 'field' ? run : asOperator(text, run, before);
}

/** Cuts a query into what it consists of, in order; blanks and punctuation between are left out. Takes linear time. */
export function lexQuery(reading: QueryReading): readonly QueryToken[] {
  const { text } = reading;
  const textEnd = text.trimEnd().length;
  const tokens: QueryToken[] = [];
  let at = 0;
  while (at < textEnd) {
    if (blank.test(text.charAt(at))) {
      at += 1;
      continue;
    }
    const token = readToken(reading, at, tokens[tokens.length - 1], textEnd);
    at = token.end;
    if (token.kind !== 'punctuation') tokens.push(token);
  }
  return tokens;
}
