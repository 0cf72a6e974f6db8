import type { ArticleWarning } from '../model/article.ts';
import type { PartialDate } from '../model/partial-date.ts';
import { printedDays } from './date-forms.ts';
import type { PrintedDay } from './date-forms.ts';
import { labelKind, labelPattern } from './date-labels.ts';
import type { DateLabel } from './date-labels.ts';
import { weekdayIn, weekdayNumber, weekdayPattern } from './date-names.ts';
import { readTime, timePattern } from './date-times.ts';
import type { PrintedTime } from './date-times.ts';
import { asUtc, zoneOffset } from './date-zones.ts';

/** A date, or words that look like one, found in a line. */
export interface FoundDate {
  /** Null when the calendar has no such day; `warnings` then has `date-impossible`. */
  readonly date: PartialDate | null;
  /** Of the codes `weekday-contradicts`, `date-impossible`, `date-ambiguous`, `zone-unknown`. */
  readonly warnings: readonly ArticleWarning[];
  readonly label: DateLabel | null;
  /** Where the printed words stand in the line, label, weekday and time included. */
  readonly start: number;
  readonly end: number;
}

interface Surroundings {
  readonly start: number;
  readonly end: number;
  readonly weekday: string | null;
  readonly time: PrintedTime | null;
  readonly label: DateLabel | null;
}

const joiner = String.raw`(?:\s*[,;|·•/–—-]\s*|\s+|\s*\(\s*)`;
const introduction = String.raw`(?:(?:at|as of|u|um|à|a las|alle|ora|orë|ne ora|në orën|у|в|во|klo|ob|kl\.?)\s+)`;
const labelBefore = new RegExp(String.raw`(?<![\p{L}\p{M}])(?:${labelPattern})\s*[:\u2013|-]?\s*$`, 'iu');
const weekdayBefore = new RegExp(
  String.raw`(?<![\p{L}\p{M}])(?<weekday>${weekdayPattern})(?:\.?,?\s+|,|\.,)(?:the\s+)?$`,
  'iu',
);
const weekdayAfter = new RegExp(String.raw`^,?\s+\(?(?<weekday>${weekdayPattern})(?![\p{L}\p{M}])\)?`, 'iu');
const beforeTime = new RegExp(
  String.raw`^(?:(?<iso>T)(?=\d)|${joiner}(?:(?:${labelPattern})\s*:?\s*)?(?<introduced>${introduction})?)`,
  'iu',
);
const timeHere = new RegExp(String.raw`^${timePattern}(?![\p{L}\p{N}]|[.,:/]\p{N})\)?`, 'u');
const timeBefore = new RegExp(
  String.raw`(?<![\p{L}\p{N}]|\p{N}[.,:/])(?<introduced>(?:at|u|um|у|в)\s+)?${timePattern}(?:\s*[,;|·/–—-]\s*|\s+)(?:on\s+)?$`,
  'u',
);

type Groups = Record<string, string> | undefined;

interface LookBack {
  readonly index: number;
  readonly groups: Groups;
  readonly printed: string;
}

/** How far from a date its label, weekday and time may stand, and how much of a line is looked at: in characters. */
const nearby = 120;
const lineLimit = 4_000;

/** Weekdays of two to four letters are words of other meaning unless they begin with a capital. */
function weekdayOf(groups: Groups): string | null {
  const word = groups?.['weekday'];
  if (word === undefined) return null;
  return [...word].length > 4 || word.slice(0, 1) !== word.slice(0, 1).toLowerCase() ? word : null;
}

/** The time at the beginning of the words that follow a date, and how many characters it takes with its introduction. */
function timeAfter(rest: string): { readonly time: PrintedTime; readonly length: number } | null {
  const lead = beforeTime.exec(rest);
  if (lead === null) return null;
  const match = timeHere.exec(rest.slice(lead[0].length));
  if (match === null) return null;
  const length = lead[0].length + match[0].trimEnd().length;
  const introduced = lead.groups?.['introduced'] ?? lead.groups?.['iso'];
  const closing = match.groups?.['basic'] === undefined && length === rest.length;
  const time = readTime(match.groups, introduced !== undefined || closing);
  return time === null ? null : { time, length };
}

/** Matches a pattern that ends where a date begins; the index is that in the line. */
function lookBack(line: string, start: number, pattern: RegExp): LookBack | null {
  const from = Math.max(0, start - nearby);
  const match = pattern.exec(line.slice(from, start));
  return match === null ? null : { index: from + match.index, groups: match.groups, printed: match[0] };
}

/** A stretch of a line, and the weekday printed at one of its ends. */
function withWeekday(
  line: string,
  start: number,
  end: number,
): { start: number; end: number; weekday: string | null } {
  const before = lookBack(line, start, weekdayBefore);
  const earlier = weekdayOf(before?.groups);
  if (before !== null && earlier !== null) return { start: before.index, end, weekday: earlier };
  const after = weekdayAfter.exec(line.slice(end));
  const later = weekdayOf(after?.groups);
  return { start, end: after === null || later === null ? end : end + after[0].length, weekday: later };
}

function surroundings(line: string, day: PrintedDay): Surroundings {
  const dated = withWeekday(line, day.start, day.end);
  let { start, end } = dated;
  let time = day.within === null ? null : readTime(timeHere.exec(day.within)?.groups, true);
  const open = day.day !== null && time === null;
  const back = open ? lookBack(line, start, timeBefore) : null;
  const earlier = readTime(back?.groups, back?.groups?.['introduced'] !== undefined);
  const ahead = open ? timeAfter(line.slice(end, end + nearby)) : null;
  // `16:05 GMT, Tuesday, 1 April 2008 17:05 UK` has one time, printed twice: the first is what the label is about.
  if (back !== null && earlier !== null && (earlier.zone !== null || ahead === null)) {
    time = earlier;
    start = back.index;
  } else if (ahead !== null) {
    time = ahead.time;
    end += ahead.length;
  }
  const label = lookBack(line, start, labelBefore);
  const words = label?.printed.replace(/[\s:–|-]+$/u, '') ?? null;
  return {
    start: label?.index ?? start,
    end,
    weekday: dated.weekday,
    time,
    label: words === null ? null : labelKind(words),
  };
}

const two = (number: number): string => String(number).padStart(2, '0');

function daysIn(year: number, month: number): number {
  return new Date(asUtc({ year, month: month + 1, day: 0, hour: 0, minute: 0, second: 0 })).getUTCDate();
}

function exists(day: PrintedDay): boolean {
  if (day.month === null) return true;
  if (day.month < 1 || day.month > 12) return false;
  return day.day === null || (day.day >= 1 && day.day <= daysIn(day.year, day.month));
}

interface Valued {
  readonly value: string;
  readonly precision: PartialDate['precision'];
  readonly zone: string | null;
  readonly zoneUnknown: boolean;
}

function valued(day: PrintedDay, time: PrintedTime | null): Valued {
  const year = String(day.year).padStart(4, '0');
  const none = { zone: null, zoneUnknown: false };
  if (day.month === null) return { value: year, precision: 'year', ...none };
  if (day.day === null) return { value: `${year}-${two(day.month)}`, precision: 'month', ...none };
  const date = `${year}-${two(day.month)}-${two(day.day)}`;
  if (time === null) return { value: date, precision: 'day', ...none };
  const local = { year: day.year, month: day.month, day: day.day, ...time, second: time.second ?? 0 };
  const precision = time.second === null ? 'minute' : 'second';
  const offset = time.zone === null ? null : zoneOffset(time.zone, local);
  if (offset !== null) {
    const value = new Date(asUtc(local) - offset * 60_000).toISOString().replace(/\.\d+Z$/u, 'Z');
    return { value, precision, zone: time.zone, zoneUnknown: false };
  }
  const value = `${date}T${two(local.hour)}:${two(local.minute)}:${two(local.second)}`;
  return { value, precision, zone: time.zone, zoneUnknown: time.zone !== null };
}

function warningsOf(day: PrintedDay, around: Surroundings, made: Valued, printed: string): ArticleWarning[] {
  const warnings: ArticleWarning[] = [];
  if (day.ambiguous) warnings.push({ code: 'date-ambiguous', printed });
  if (around.weekday !== null && day.month !== null && day.day !== null) {
    const actual = new Date(
      asUtc({ year: day.year, month: day.month, day: day.day, hour: 0, minute: 0, second: 0 }),
    );
    if (actual.getUTCDay() !== weekdayNumber(around.weekday)) {
      const right = weekdayIn(around.weekday, actual.getUTCDay());
      warnings.push({ code: 'weekday-contradicts', printed: around.weekday, actual: right });
    }
  }
  if (made.zoneUnknown && made.zone !== null) warnings.push({ code: 'zone-unknown', zone: made.zone });
  return warnings;
}

function read(line: string, day: PrintedDay): FoundDate {
  const around = surroundings(line, day);
  const { start, end, label } = around;
  const printed = line.slice(start, end);
  if (!exists(day)) {
    return { date: null, warnings: [{ code: 'date-impossible', printed }], label, start, end };
  }
  const made = valued(day, around.time);
  const date = { value: made.value, precision: made.precision, printed, zone: made.zone };
  return { date, warnings: warningsOf(day, around, made, printed), label, start, end };
}

/**
 * Every date in the first 4,000 characters of a line, from the left. `printed` of each holds its label, weekday, time
 * and zone. `short` also takes days with a year of two digits that are not labelled: the caller must know that the
 * line is about dates.
 */
export function findDates(line: string, short = false): readonly FoundDate[] {
  const found: FoundDate[] = [];
  for (const day of printedDays(line.slice(0, lineLimit))) {
    const one = read(line, day);
    const whole = line.slice(0, one.start).trim() === '' && line.slice(one.end).trim() === '';
    const last = found.at(-1);
    const weak = (day.weak && !(short && day.day !== null)) || (one.date === null && !day.named);
    if ((weak && !whole && one.label === null) || (last !== undefined && one.start < last.end)) continue;
    found.push(one);
  }
  return found;
}

/**
 * The first date of a line that the calendar has, else the first that it has not, else null. A date of which only
 * the year is printed, or with a year of two digits, counts only when it is labelled or all there is in the line.
 */
export function findDate(line: string): FoundDate | null {
  const found = findDates(line);
  return found.find(({ date }) => date !== null) ?? found[0] ?? null;
}
