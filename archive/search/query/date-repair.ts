import { isDate } from './date-value.ts';

function padded(number: number, length: number): string {
  return String(number).padStart(length, '0');
}

/** The nearest day of the calendar. */
function nearestDay(year: number, month: number, day: number | null): string {
  const realMonth = Math.min(Math.max(month, 1), 12);
  const begin = `${padded(year, 4)}-${padded(realMonth, 2)}`;
  if (day === null) return begin;
  const days = new Date(Date.UTC(2000 + (year % 400), realMonth, 0)).getUTCDate();
  return `${begin}-${padded(Math.min(Math.max(day, 1), days), 2)}`;
}

const yearFirst = /^(\d{4})[-./]?(\d{1,2})(?:[-./]?(\d{1,2}))?(?:[T ].*)?$/su;
const dayFirst = /^(\d{1,2})([-./])(\d{1,2})\2(\d{4})$/u;
const yearPair = /^(\d{4})[-\u2013\u2014](\d{4})$/u;

/**
 * The date, or range, that was probably meant by something that is none: the nearest day of the calendar, or the same in
 * ISO's order. Null when that is not plain, as in 5/6/2007.
 */
export function repairedDate(text: string): string | null {
  const [, from, to] = yearPair.exec(text) ?? [];
  if (from !== undefined && to !== undefined) return `${from}..${to}`;
  const [, year, month, day] = yearFirst.exec(text) ?? [];
  if (year !== undefined) {
    return nearestDay(Number(year), Number(month), day === undefined ? null : Number(day));
  }
  const [, first = '', sign, second = '', lastYear] = dayFirst.exec(text) ?? [];
  if (lastYear === undefined) return null;
  if (sign === '/' && Number(first) <= 12 && Number(second) <= 12) return null;
  const swapped = Number(second) > 12 && Number(first) <= 12;
  const [dayOf, monthOf] = swapped ? [second, first] : [first, second];
  const repaired = nearestDay(Number(lastYear), Number(monthOf), Number(dayOf));
  return isDate(repaired) ? repaired : null;
}
