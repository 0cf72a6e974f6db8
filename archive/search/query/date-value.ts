import { intervalOf } from '../date-interval.ts';
import type { DateTerm } from './query-tree.ts';

/** What was typed after `date:`, understood. */
export type DateAsked = Pick<DateTerm, 'how' | 'from' | 'to'>;

export type DateReading =
  | { readonly kind: 'asked'; readonly asked: DateAsked }
  /** It is being typed, and nothing can be made of it yet. */
  | { readonly kind: 'unfinished' }
  /** `text`, at `at` in the value, is no date. */
  | { readonly kind: 'wrong'; readonly text: string; readonly at: number };

const day = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/u;

/** Whether it is a year, month or day of the calendar, in ISO 8601's extended format. */
export function isDate(text: string): boolean {
  const [, year, month = '01', date = '01'] = day.exec(text) ?? [];
  if (year === undefined) return false;
  const real = new Date(`${year}-${month}-${date}T00:00:00Z`);
  return !Number.isNaN(real.getTime()) && real.getUTCDate() === Number(date);
}

/** The part of a date being typed that is a date already: `2007-1` is 2007 so far. Empty when none is; null when it cannot be one. */
function soFar(text: string): string | null {
  const [, begun = ''] = /^(\d{4}(?:-\d{2})?)(?:-\d?|\.)$/u.exec(text) ?? [];
  if (isDate(begun)) return begun;
  return /^\d{0,3}$/u.test(text) ? '' : null;
}

interface End {
  readonly text: string;
  readonly at: number;
  /** Whether the text ends here and is still being typed. */
  readonly unfinished: boolean;
}

/** An end of a range: a date, `*` or nothing for an open one. */
function readEnd({ text, unfinished }: End): { readonly date: string | null } | null {
  if (text === '' || text === '*') return { date: null };
  if (isDate(text)) return { date: text };
  const begun = unfinished ? soFar(text) : null;
  return begun === null ? null : { date: begun === '' ? null : begun };
}

/** A range that was typed backwards can only mean one thing. */
function inOrder(from: string | null, to: string | null): DateAsked {
  const begin = intervalOf(from ?? '');
  const finish = intervalOf(to ?? '');
  const backwards = begin !== null && finish !== null && begin.start >= finish.end;
  return backwards ? { how: 'within', from: to, to: from } : { how: 'within', from, to };
}

function readRange(first: End, second: End): DateReading {
  const from = readEnd(first);
  const to = readEnd(second);
  if (from === null) return { kind: 'wrong', text: first.text, at: first.at };
  if (to === null) return { kind: 'wrong', text: second.text, at: second.at };
  return { kind: 'asked', asked: inOrder(from.date, to.date) };
}

function readComparison(sign: string, signAt: number, end: End): DateReading {
  const read = readEnd(end);
  if (read === null || end.text === '*' || (end.text === '' && !end.unfinished)) {
    // Where nothing follows the sign there may be no place behind it.
    return end.text === ''
      ? { kind: 'wrong', text: sign, at: signAt }
      : { kind: 'wrong', text: end.text, at: end.at };
  }
  const { date } = read;
  if (date === null) return { kind: 'unfinished' };
  switch (sign) {
    case '>':
      return { kind: 'asked', asked: { how: 'after', from: date, to: null } };
    case '<':
      return { kind: 'asked', asked: { how: 'before', from: null, to: date } };
    case '>=':
      return { kind: 'asked', asked: { how: 'within', from: date, to: null } };
    default:
      return { kind: 'asked', asked: { how: 'within', from: null, to: date } };
  }
}

/** Whatever is longer is none; patterns need not look at it. */
const longestValue = 64;

const comparison = /^([<>]=?)(\s*)(.*)$/su;
const dots = /^(.*?)(\s*(?:\.{2,3}|\u2026)\s*)(.*)$/su;

function readSingle(end: End): DateReading {
  if (end.text === '*') return { kind: 'asked', asked: { how: 'within', from: null, to: null } };
  if (end.text.toLowerCase() === 'none')
    return { kind: 'asked', asked: { how: 'none', from: null, to: null } };
  if (end.unfinished && 'none'.startsWith(end.text.toLowerCase())) return { kind: 'unfinished' };
  const read = end.text === '' ? null : readEnd(end);
  if (read === null) return { kind: 'wrong', text: end.text, at: end.at };
  return read.date === null
    ? { kind: 'unfinished' }
    : { kind: 'asked', asked: { how: 'within', from: read.date, to: read.date } };
}

/** Reads a date, a comparison (`>2007`), a range with dots (`2007..2008`), `none` or `*`. `unfinished`: it is still being typed. */
export function readDateValue(value: string, unfinished: boolean): DateReading {
  // A comma behind it belongs to the sentence around.
  const text = value.trim().replace(/[,;]$/u, '');
  if (text.length > longestValue) return { kind: 'wrong', text: text.slice(0, longestValue), at: 0 };
  const at = value.length - value.trimStart().length;
  const compared = comparison.exec(text);
  if (compared !== null) {
    const [, sign = '', gap = '', date = ''] = compared;
    return readComparison(sign, at, { text: date, at: at + sign.length + gap.length, unfinished });
  }
  const ranged = dots.exec(text);
  if (ranged === null) return readSingle({ text, at, unfinished });
  const [, from = '', between = '', to = ''] = ranged;
  const second = { text: to, at: at + from.length + between.length, unfinished };
  return readRange({ text: from, at, unfinished: false }, second);
}

const bracketed = /^(\s*)(\S*)(?:(\s+)(?:T|TO(?:(\s+)(\S*))?)?)?(\s*)$/su;

/** Reads what stands in `[2007 TO 2008]`. */
export function readBracketedDates(inner: string, unfinished: boolean): DateReading {
  const match = bracketed.exec(inner);
  const [, lead = '', from = '', gap, second, to = ''] = match ?? [];
  if (match === null || (second === undefined && !unfinished)) {
    return { kind: 'wrong', text: inner.trim(), at: inner.length - inner.trimStart().length };
  }
  const at = inner.length - to.length - (match[6]?.length ?? 0);
  const reading = readRange(
    { text: from, at: lead.length, unfinished: unfinished && gap === undefined },
    { text: to, at, unfinished },
  );
  const nothing = reading.kind === 'asked' && reading.asked.from === null && reading.asked.to === null;
  return nothing && unfinished ? { kind: 'unfinished' } : reading;
}
