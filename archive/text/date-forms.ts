import { monthNumber, monthPattern } from './date-names.ts';
import { remembered } from './remembered.ts';

/** The printed day, month and year, before it is known whether the calendar has such a day. */
export interface PrintedDay {
  readonly start: number;
  readonly end: number;
  readonly year: number;
  /** 1 to 12 when named; a number as printed otherwise. Null for a year alone. */
  readonly month: number | null;
  readonly day: number | null;
  /** The time, when it stands inside the date. */
  readonly within: string | null;
  /** Day and month could be exchanged. */
  readonly ambiguous: boolean;
  /** The month is a word, so that even an impossible day was meant as a date. */
  readonly named: boolean;
  /** Seen as a date by its form alone; a weak form counts only where a line says that it holds a date. */
  readonly weak: boolean;
}

interface Form {
  readonly pattern: RegExp;
  readonly weak: boolean;
  readonly order: 'as-named' | 'day-first' | 'day-first-or-month-first';
  /** What a line must have, to be worth trying. */
  readonly needs: { readonly month: boolean; readonly longYear: boolean };
}

const before = '(?<![\\p{L}\\p{N}\\p{M}]|[\\p{N}][.,/:+\\u2013-]|[$€£+#])';
// Digits and a blank before digits make a telephone number, unless the former are the minutes of a time.
const notPhone = '(?<!(?<![:.]\\p{N})\\p{N}\\s)';
const after = '(?![\\p{L}\\p{N}]|[.,/:\\u2013-]\\p{N}|\\s?[%€$£])';
const year = '(?<year>1[5-9]\\d\\d|20\\d\\d|21\\d\\d)';
const shortYear = "(?:['\\u2019])?(?<year>\\d\\d)";
// The first day of a span dates what happened over several days.
const day =
  '(?<day>\\d{1,2})(?:\\s?(?:st|nd|rd|th|er|\\.|º|ª))?(?:\\s?[\\u2013-]\\s?\\d{1,2}(?:st|nd|rd|th|\\.)?)?';
const month = `(?<month>${monthPattern})`;
// The full stop of an ordinal year, and the word for year, of the South Slavs and Russians.
const yearEnd = '(?:\\.?\\s?(?:godin[ea]|god\\.?|g\\.|годин[еа]|год\\.?|года|г\\.)(?!\\p{L})|\\.(?!\\p{N}))?';
const gap = '(?:\\s*[.,]\\s*|\\s+|-|/)';
const joined = "(?:\\s+(?:of|de|d[’']|of\\s+the|më|muaj(?:i|it)?))?";

/** A digit begins it: told before anything is looked for around, it is told at once. */
const digitNext = '(?=\\d)';

function form(pattern: RegExp, source: string, order: Form['order'], weak: boolean): Form {
  return { pattern, weak, order, needs: { month: source.includes(month), longYear: source.includes(year) } };
}

const named = (source: string, weak: boolean): Form => {
  const lead = source.startsWith(day) ? digitNext : '';
  return form(new RegExp(lead + before + source + after, 'giu'), source, 'as-named', weak);
};
const numeric = (source: string, order: Form['order'], weak = false): Form =>
  form(new RegExp(digitNext + notPhone + before + source + after, 'giu'), source, order, weak);
const stamp = (source: string): Form =>
  form(new RegExp(digitNext + before + source, 'gu'), source, 'as-named', false);

/** One line a way to print a date; earlier ones win where two begin at the same place. */
const forms: readonly Form[] = [
  // 2007-11-28, 2007/11/28, 2007.11.28. and, in ISO 8601's basic form, 20071128T114902Z
  numeric(`${year}([-/.])(?<month>\\d\\d?)\\2(?<day>\\d\\d?)(?:\\.(?!\\p{N}))?`, 'as-named'),
  stamp(`${year}-(?<month>\\d\\d)-(?<day>\\d\\d)(?=[Tt]\\d\\d)`),
  stamp(`${year}(?<month>\\d\\d)(?<day>\\d\\d)(?=T\\d{4})`),
  // 28 November 2007, 28th of November, 2007, 28. novembar 2007., 28-Nov-2007, 17-18 March 2004
  named(`${day}${joined}${gap}${month}${joined}${gap}?\\s*${year}${yearEnd}`, false),
  // Wed Nov 28 11:49:02 2007, as the C library prints it; the time is read where the date is completed
  named(
    `${month}\\s+(?<day>\\d\\d?)\\s+(?<within>\\d\\d:\\d\\d(?::\\d\\d)?(?:\\s[A-Z]{3,4})?)\\s+${year}`,
    false,
  ),
  // November 28, 2007, Nov. 28th 2007
  named(`${month}\\.?\\s+${day}\\s*,?\\s*${year}`, false),
  // 28.11.2007. and 28. 11. 2007: where the full stop is used, the day comes first
  numeric(`(?<day>\\d\\d?)\\.\\s?(?<month>\\d\\d?)\\.\\s?${year}${yearEnd}`, 'day-first'),
  // 28/11/2007, 28-11-2007
  numeric(`(?<day>\\d\\d?)([-/])(?<month>\\d\\d?)\\2${year}`, 'day-first-or-month-first'),
  // 28 Nov 07, 28/11/07, 28.11.07
  named(`${day}${gap}${month}${gap}${shortYear}`, true),
  numeric(`(?<day>\\d\\d?)\\.\\s?(?<month>\\d\\d?)\\.\\s?${shortYear}\\.?`, 'day-first', true),
  numeric(`(?<day>\\d\\d?)([-/])(?<month>\\d\\d?)\\2${shortYear}`, 'day-first-or-month-first', true),
  // November 2007, novembar 2007., 2007-11, 2007
  named(`${month}${joined}(?:\\s*[.,]\\s*|\\s+)${year}${yearEnd}`, false),
  numeric(`${year}-(?<month>\\d\\d)`, 'as-named', true),
  numeric(`${year}${yearEnd}`, 'as-named', true),
];

function yearOf(printed: string): number {
  if (printed.length > 2) return Number(printed);
  // RFC 5322, 4.3: 00 to 49 are of this century.
  return Number(printed) + (Number(printed) < 50 ? 2000 : 1900);
}

function printedDay(match: RegExpExecArray, form: Form): PrintedDay | null {
  const { year: yearText = '', month: monthText, day: dayText } = match.groups ?? {};
  const numericMonth = monthText === undefined || /^\d/u.test(monthText);
  let month = monthText === undefined ? null : numericMonth ? Number(monthText) : monthNumber(monthText);
  let day = dayText === undefined ? null : Number(dayText);
  // "may 2000 people" is no month; a month without a day must look like a name.
  const loose = day === null && monthText !== undefined && /^may|^mar(?:ch|s)?$/u.test(monthText);
  const either = form.order === 'day-first-or-month-first' && day !== null && month !== null;
  const ambiguous = either && day !== month && (day ?? 0) <= 12 && (month ?? 0) <= 12;
  if (either && (month ?? 0) > 12 && (day ?? 0) <= 12) [day, month] = [month, day];
  const found = {
    within: match.groups?.['within'] ?? null,
    start: match.index,
    end: match.index + match[0].length,
    year: yearOf(yearText),
  };
  return { ...found, month, day, ambiguous, named: !numericMonth, weak: form.weak || loose };
}

const anyLongYear = new RegExp(year, 'u');
/** Without a year of four digits a date has two of its three numbers apart. */
const anyShortYear = /\d\D[^]*\d\d/u;

function namesMonth(line: string): boolean {
  for (const [word] of line.matchAll(/[\p{L}\p{M}]+/gu)) if (monthNumber(word) !== null) return true;
  return false;
}

/** The forms that a line can have at all: to tell them takes a tenth of the time of trying each. */
function possibleForms(line: string): readonly Form[] {
  const hasLongYear = anyLongYear.test(line);
  if (!hasLongYear && !anyShortYear.test(line)) return [];
  const hasMonth = namesMonth(line);
  return forms.filter(({ needs }) => (hasLongYear || !needs.longYear) && (hasMonth || !needs.month));
}

/** Every match of a pattern with the flag `g`. `matchAll` makes a new pattern of it each time, which takes longer than to match. */
function* matchesIn(line: string, pattern: RegExp): Generator<RegExpExecArray> {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(line); match !== null; match = pattern.exec(line)) yield match;
}

/** Every stretch of a line that has the form of a date, from the left; stretches do not overlap. */
export const printedDays = remembered((line: string): readonly PrintedDay[] => {
  const found: PrintedDay[] = [];
  for (const form of possibleForms(line)) {
    for (const match of matchesIn(line, form.pattern)) {
      const printed = printedDay(match, form);
      const free = found.every(
        (other) => match.index >= other.end || match.index + match[0].length <= other.start,
      );
      if (printed !== null && free) found.push(printed);
    }
  }
  return found.sort((a, b) => a.start - b.start);
});
