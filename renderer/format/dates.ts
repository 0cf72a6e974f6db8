import type { DatePrecision, PartialDate } from '../../archive/model/partial-date.ts';
import { zoneOffset } from './zones.ts';

// Tables of our own: the interface speaks English whatever the system's locale is, and some Electron builds lack locales.
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

const shape = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2}):(\d{2})(?:\.\d+)?(Z)?)?)?)?$/;
const depth: Readonly<Record<DatePrecision, number>> = { year: 1, month: 2, day: 3, minute: 5, second: 6 };

interface DateParts {
  readonly fields: readonly number[];
  readonly utc: boolean;
}

function partsOf(value: string): DateParts | null {
  const found = shape.exec(value);
  if (found === null) return null;
  const fields = found.slice(1, 7).flatMap((digits) => (digits === undefined ? [] : [Number(digits)]));
  return { fields, utc: found[7] !== undefined };
}

function twoDigits(value: number | undefined): string {
  return String(value ?? 0).padStart(2, '0');
}

/** The instant in milliseconds, correct for years below 100 too. */
function instantOf([
  year = 0,
  month = 1,
  day = 1,
  hour = 0,
  minute = 0,
  second = 0,
]: readonly number[]): number {
  const instant = new Date(0);
  instant.setUTCFullYear(year, month - 1, day);
  return instant.setUTCHours(hour, minute, second);
}

function shifted(fields: readonly number[], minutes: number): readonly number[] {
  const moved = new Date(instantOf(fields) + minutes * 60_000);
  return [
    moved.getUTCFullYear(),
    moved.getUTCMonth() + 1,
    moved.getUTCDate(),
    moved.getUTCHours(),
    moved.getUTCMinutes(),
    moved.getUTCSeconds(),
  ];
}

function dayWords(fields: readonly number[], weekday: boolean): string {
  const [year, month, day] = fields;
  const monthName = month === undefined ? undefined : months[month - 1];
  const words = [day, monthName, year].filter((part) => part !== undefined).join(' ');
  if (!weekday || day === undefined) return words;
  return `${weekdays[new Date(instantOf(fields.slice(0, 3))).getUTCDay()] ?? ''}, ${words}`;
}

/**
 * A partial date in words, as precise as it is known and no more: `2007`, `November 2007`, `28 November 2007`,
 * `28 November 2007, 11:49 GMT`. The time is that of the printed zone when its offset is known; a time in UTC whose
 * zone means nothing to us is shown in UTC and says so; a time without zone stays as it is. A value that is not of
 * the shape of PartialDate is shown as it was printed.
 */
export function formatPartialDate(date: PartialDate, { weekday = false } = {}): string {
  const parts = partsOf(date.value);
  const month = parts?.fields[1];
  if (parts === null || (month !== undefined && months[month - 1] === undefined)) {
    return date.printed.trim() || date.value;
  }
  const known = Math.min(depth[date.precision], parts.fields.length);
  if (known <= 3) return dayWords(parts.fields.slice(0, known), weekday);
  const offset = parts.utc && date.zone !== null ? zoneOffset(date.zone) : null;
  const zone = parts.utc && offset === null ? 'UTC' : date.zone;
  const local = offset === null ? parts.fields : shifted(parts.fields, offset);
  const clock = local.slice(3, known).map(twoDigits).join(':');
  return `${dayWords(local.slice(0, 3), weekday)}, ${clock}${zone === null ? '' : ` ${zone}`}`;
}

/** A year or month in words: `2007` for `2007`, `November 2007` for `2007-11` (a day, if there is one, is left out). */
export function formatMonth(value: string): string {
  const parts = partsOf(value);
  return parts === null ? value : dayWords(parts.fields.slice(0, 2), false);
}

/**
 * Whether the printed words say something else than what is shown: a label (`Last Updated:`), another order, another
 * weekday. Case, blanks, commas and full stops make no difference.
 */
export function printedDiffers(date: PartialDate): boolean {
  const plain = (words: string): string =>
    words
      .toLowerCase()
      .replace(/[\s,.]+/g, ' ')
      .trim();
  const printed = plain(date.printed);
  const shown = [plain(formatPartialDate(date)), plain(formatPartialDate(date, { weekday: true }))];
  return printed !== '' && !shown.includes(printed);
}
