import type { ArticleWarning } from '../../model/article.ts';
import type { DatePrecision, PartialDate } from '../../model/partial-date.ts';
import { findDate } from '../../text/dates.ts';
import { asUtc } from '../../text/date-zones.ts';
import type { LocalTime } from '../../text/date-zones.ts';
import { textOf } from './record-values.ts';

/** A date of a record, and what a careful person should know about it. */
export interface JsonDate {
  readonly date: PartialDate | null;
  readonly warnings: readonly ArticleWarning[];
}

/** ISO 8601 in extended and basic form, with `T` or a blank before the time. */
const iso =
  /^(\d{4})(?:-?(\d\d)(?:-?(\d\d)(?:[Tt ](\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?\s?(Z|z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?)?)?)?$/u;

/** Epoch times below this are seconds (until the year 5138), others milliseconds. */
const smallestMilliseconds = 100_000_000_000;
/** The longest date that is looked at. */
const longest = 200;

function withoutFraction(milliseconds: number): string | null {
  const date = new Date(milliseconds);
  const year = date.getUTCFullYear();
  // Outside of these ISO 8601 needs a sign or more digits.
  if (!(year >= 0 && year <= 9999)) return null;
  return date.toISOString().replace(/\.\d+Z$/u, 'Z');
}

function epoch(number: number, printed: string): PartialDate | null {
  const value = withoutFraction(Math.abs(number) < smallestMilliseconds ? number * 1000 : number);
  return value === null ? null : { value, precision: 'second', printed, zone: 'UTC' };
}

function offsetOf(zone: string): number {
  const match = /^([+-])(\d\d):?(\d\d)?$/u.exec(zone);
  if (match === null) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  return match[1] === '-' ? -minutes : minutes;
}

const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Whether the calendar and the clock have this time; leap seconds and 24:00 are left out. */
function exists({ year, month, day, hour, minute, second }: LocalTime): boolean {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = (monthDays[month - 1] ?? 0) + (month === 2 && isLeap ? 1 : 0);
  return day >= 1 && day <= days && hour < 24 && minute < 60 && second < 60;
}

/** Undefined when the text is not of this form; null when it is, and there is no such day or time. */
function readIso(text: string): PartialDate | null | undefined {
  const match = iso.exec(text);
  if (match === null) return undefined;
  const [, year = '', month = '01', day = '01', hour, minute = '00', second] = match;
  const time: LocalTime = {
    ...{ year: Number(year), month: Number(month), day: Number(day) },
    ...{ hour: Number(hour ?? 0), minute: Number(minute), second: Number(second ?? 0) },
  };
  if (!exists(time)) return null;
  if (hour === undefined) return partOfDay(match, text);
  const zone = match[7] ?? null;
  const precision: DatePrecision = second === undefined ? 'minute' : 'second';
  const local = `${year}-${month}-${day}T${hour}:${minute}:${second ?? '00'}`;
  if (zone === null) return { value: local, precision, printed: text, zone };
  const value = withoutFraction(asUtc(time) - offsetOf(zone) * 60_000);
  return value === null ? null : { value, precision, printed: text, zone };
}

function partOfDay([, year = '', month, day]: RegExpExecArray, printed: string): PartialDate {
  if (month === undefined) return { value: year, precision: 'year', printed, zone: null };
  if (day === undefined) return { value: `${year}-${month}`, precision: 'month', printed, zone: null };
  return { value: `${year}-${month}-${day}`, precision: 'day', printed, zone: null };
}

function impossible(printed: string): JsonDate {
  return { date: null, warnings: [{ code: 'date-impossible', printed }] };
}

/** Four digits are a year and eight a day, as often as not written without quotes; other numbers count from 1970. */
function readNumber(text: string): JsonDate {
  const day = /^[12]\d{3}(?:\d{4})?$/u.test(text) ? readIso(text) : null;
  const date = day ?? epoch(Number(text), text);
  return date === null ? impossible(text) : { date, warnings: [] };
}

/** Dates as MongoDB exports them: `{"$date": "2007-11-28T…"}`, `{"$date": {"$numberLong": "1196250542000"}}`. */
function withoutTypes(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('$date' in value) return withoutTypes(value.$date);
  return '$numberLong' in value ? value.$numberLong : value;
}

/**
 * The date of a record: ISO 8601 in every precision, RFC 5322 (2822), seconds or milliseconds since 1970, else as news
 * pages print it. A value that is no date gives none, and the warning `date-impossible`; no value `undated`.
 */
export function readJsonDate(given: unknown): JsonDate {
  const value = withoutTypes(given);
  if (value === null) return { date: null, warnings: [{ code: 'undated' }] };
  if (typeof value !== 'string' && typeof value !== 'number')
    return impossible(typeof value === 'boolean' ? String(value) : textOf(value).slice(0, longest));
  const text = String(value).trim().slice(0, longest);
  if (typeof value === 'number' || /^-?\d{9,13}(?:\.\d+)?$/u.test(text)) return readNumber(text);
  const exact = readIso(text);
  if (exact !== undefined) return exact === null ? impossible(text) : { date: exact, warnings: [] };
  const found = findDate(text);
  return found === null ? impossible(text) : { date: found.date, warnings: found.warnings };
}
