import { replaced } from './query-reading.ts';
import type { QueryReading } from './query-reading.ts';
import type { ModifierToken, QueryToken, QuoteToken, RangeToken, SignToken } from './query-token.ts';
import type { Span } from './query-tree.ts';

/** Something that means nothing where it stands. */
export interface Punctuation extends Span {
  readonly kind: 'punctuation';
}

const blank = /\s/u;

/** Any of them closes what any of them opened: keyboards, word processors and languages mix them freely. */
export const quotationMarks = '"\u201C\u201D\u201E\u201F\u00AB\u00BB\uFF02';
const partnerOf = new Map([
  ['\u201C', '\u201D'],
  ['\u201E', '\u201C'],
  ['\u00AB', '\u00BB'],
  ['\u00BB', '\u00AB'],
]);

/** What a sticky pattern finds at one place. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function punctuation(start: number, end: number): Punctuation {
  return { kind: 'punctuation', start, end };
}

/** What stands between two marks. A mark without partner is punctuation, unless it is still being typed. */
export function readQuote(reading: QueryReading, start: number): QuoteToken | Punctuation {
  const { text, typing } = reading;
  let end = start + 1;
  while (end < text.length && !quotationMarks.includes(text.charAt(end))) {
    end += text[end] === '\\' ? 2 : 1;
  }
  const inner = { start: start + 1, end: Math.min(end, text.length) };
  if (end < text.length) return { kind: 'quote', start, end: end + 1, inner, closed: true };
  if (typing) return { kind: 'quote', start, end: text.length, inner, closed: false };
  const sign = text.charAt(start);
  reading.report({ code: 'unbalanced', sign }, start, () => {
    const bare = text.trimEnd();
    return start + 1 < bare.length ? bare + (partnerOf.get(sign) ?? sign) : bare.slice(0, start).trimEnd();
  });
  return punctuation(start, start + 1);
}

const modifier = /(~>?|\^)(-?\d+(?:\.\d+)?)?/uy;
const highestSlop = 1_000;
const highestBoost = 1_000;

/** As in lunr, a modifier may stand apart from what it modifies. */
export function readModifier(text: string, start: number): ModifierToken | Punctuation {
  const [typed = '~', sign, digits] = matchAt(modifier, text, start) ?? [];
  const end = start + typed.length;
  const value = digits === undefined ? NaN : Number(digits);
  if (sign === '^') {
    return { kind: 'modifier', start, end, sign, value: value >= 0 ? Math.min(value, highestBoost) : null };
  }
  const apart = start > 0 && blank.test(text.charAt(start - 1)) && blank.test(text.charAt(end));
  if (digits === undefined && apart) return punctuation(start, end);
  const whole = Number.isInteger(value) && value >= 0;
  return {
    kind: 'modifier',
    start,
    end,
    sign: sign === '~>' ? '~>' : '~',
    value: whole ? Math.min(value, highestSlop) : value === Infinity ? highestSlop : null,
  };
}

const signs = /-{2,}|\+{2,}|!{2,}|[-+!]/uy;

/**
 * A sign belongs to what follows it at once. Alone between blanks, several in a row, and behind a quotation mark it is
 * punctuation; at the very end of the text something is missing.
 */
export function readSign(
  text: string,
  start: number,
  before: QueryToken | undefined,
  textEnd: number,
): SignToken | Punctuation | null {
  const typed = matchAt(signs, text, start)?.[0];
  if (typed === undefined) return null;
  const end = start + typed.length;
  const sign = typed === '+' || typed === '!' ? typed : '-';
  const atEnd = end >= textEnd;
  const idle =
    typed.length > 1 ||
    (blank.test(text.charAt(end)) && !atEnd) ||
    (sign === '!' && atEnd) ||
    (sign === '-' && before?.kind === 'quote' && before.end === start);
  return idle ? punctuation(start, end) : { kind: 'sign', start, end, sign };
}

const range = /\[([^[\]]{0,80}\sTO\s[^[\]]{0,80})\]/uy;
const dateRange = /\[([^[\]]{0,80})\]/uy;
const openRange = /\[(\s*[^\s[\]()]{1,20}\s+TO\s+[^\s[\]()]{1,20})/uy;
const unfinishedRange = /\[([^[\]]{0,40})$/uy;

/** A range in square brackets, `dated` where a date is expected; null when it is none. */
export function readRange(reading: QueryReading, start: number, dated: boolean): RangeToken | null {
  const { text, typing } = reading;
  const whole = matchAt(dated ? dateRange : range, text, start);
  const partial = typing && dated ? matchAt(unfinishedRange, text, start) : null;
  const match = whole ?? partial ?? (dated ? matchAt(openRange, text, start) : null);
  if (match === null) return null;
  const [typed, content = ''] = match;
  const end = start + typed.length;
  if (whole === null && partial === null) {
    reading.report({ code: 'unbalanced', sign: '[' }, start, () => replaced(text, { start: end, end }, ']'));
  }
  const inner = { start: start + 1, end: start + 1 + content.length };
  return { kind: 'range', start, end, inner, closed: partial === null };
}
