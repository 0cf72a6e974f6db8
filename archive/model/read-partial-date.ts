import type { DatePrecision, PartialDate } from './partial-date.ts';

const shape =
  /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[Tt ]+(\d\d):(\d\d)(?::(\d\d))?\s*(Z|UTC|GMT|[+-]\d\d:?\d\d)?)?)?)?$/iu;
const precisions: readonly DatePrecision[] = ['year', 'month', 'day', 'minute', 'second'];

function offsetOf(zone: string): number {
  const match = /^([+-])(\d\d):?(\d\d)$/u.exec(zone);
  if (match === null) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return match[1] === '-' ? -minutes : minutes;
}

/** Whether the calendar and the clock have this time; the parts that are not given are 1 and 0. */
function exists([
  year = 0,
  month = 1,
  day = 1,
  hour = 0,
  minute = 0,
  second = 0,
]: readonly number[]): boolean {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const isDay =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isDay && hour < 24 && minute < 60 && second < 60;
}

/**
 * The date that a person typed: `2007`, `2007-11`, `2007-11-28`, and with a time `2007-11-28 11:49`, with seconds and a zone
 * (`GMT`, `UTC`, `Z`, `+01:00`) where they are known. `nonsense` for what has another form, `impossible` for what the calendar
 * or the clock does not have.
 */
export function readPartialDate(typed: string): PartialDate | 'nonsense' | 'impossible' {
  const printed = typed.trim();
  const match = shape.exec(printed);
  if (match === null) return 'nonsense';
  const digits = match.slice(1, 7).filter((part) => part !== undefined);
  if (!exists(digits.map(Number))) return 'impossible';
  const zone = match[7] ?? null;
  if (zone !== null && Math.abs(offsetOf(zone)) > 14 * 60) return 'impossible';
  if (digits.length <= 3) {
    return {
      value: digits.join('-'),
      precision: precisions[digits.length - 1] ?? 'day',
      printed,
      zone: null,
    };
  }
  const [year = '', month = '', day = '', hour = '', minute = '', second = '00'] = digits;
  const precision = digits.length === 5 ? 'minute' : 'second';
  const local = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  if (zone === null) return { value: local, precision, printed, zone };
  const utc = new Date(Date.parse(`${local}Z`) - offsetOf(zone) * 60_000);
  // Before the year 0 and after 9999 there is no such form.
  if (utc.getUTCFullYear() < 0 || utc.getUTCFullYear() > 9999) return 'impossible';
  return { value: utc.toISOString().replace(/\.\d+Z$/u, 'Z'), precision, printed, zone };
}
