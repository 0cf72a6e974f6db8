import { unescaped } from './cut-words.ts';
import { readBracketedDates, readDateValue } from './date-value.ts';
import { repairedDate } from './date-repair.ts';
import { plainWords } from './plain-words.ts';
import { removed, replaced } from './query-reading.ts';
import type { QueryReading } from './query-reading.ts';
import type { RangeToken, TermToken } from './query-token.ts';
import type { DateTerm, PropertyTerm, QueryNode, Span } from './query-tree.ts';

/** The part of a term's token that is its value: without quotation marks or square brackets. */
function valueOf(token: TermToken): Span {
  return token.kind === 'run' ? token : token.inner;
}

/** Whether the text ends with it, while it is being typed: more of it may follow. */
function isUnfinished({ text, typing }: QueryReading, token: TermToken): boolean {
  return typing && token.end === text.length && (token.kind === 'run' || !token.closed);
}

function readDates(reading: QueryReading, token: TermToken) {
  const { start, end } = valueOf(token);
  const value = reading.text.slice(start, end);
  const unfinished = isUnfinished(reading, token);
  return token.kind === 'range' ? readBracketedDates(value, unfinished) : readDateValue(value, unfinished);
}

/**
 * The node of what follows `date:`; `whole` begins at the field's name. What is no date is noted and becomes plain words.
 * Null when it is still being typed.
 */
export function dateTerm(reading: QueryReading, token: TermToken, whole: Span): QueryNode | null {
  const { text } = reading;
  const dates = readDates(reading, token);
  if (dates.kind === 'unfinished') return null;
  if (dates.kind === 'wrong') {
    const start = valueOf(token).start + dates.at;
    reading.report({ code: 'date-expected', text: dates.text }, start, () => {
      const repair = repairedDate(dates.text);
      const span = { start, end: start + dates.text.length };
      return repair === null ? null : replaced(text, span, repair);
    });
    return plainWords(reading, whole);
  }
  if (!reading.takeTerm(whole.start)) return null;
  const { start, end } = whole;
  const term: DateTerm = { kind: 'date', start, end, ...dates.asked };
  return term;
}

/** A property that is asked for. */
export interface AskedProperty {
  readonly name: PropertyTerm['name'];
  /** It is excluded: an unfinished value would exclude too much. */
  readonly negated: boolean;
}

/** The node of what follows a property's name; `whole` begins at that name. Null when nothing does, which is noted. */
export function propertyTerm(
  reading: QueryReading,
  token: Exclude<TermToken, RangeToken>,
  whole: Span,
  { name, negated }: AskedProperty,
): QueryNode | null {
  const { text } = reading;
  const value = unescaped(text, valueOf(token)).trim();
  if (value === '') {
    const sign = text.slice(whole.start, token.start).trim();
    reading.report({ code: 'nothing-after', sign }, whole.start, () => removed(text, whole));
    return null;
  }
  if (!reading.takeTerm(whole.start)) return null;
  const { start, end } = whole;
  const unfinished = !negated && isUnfinished(reading, token);
  const term: PropertyTerm = { kind: 'property', start, end, name, value, unfinished };
  return term;
}
