import type { LibraryHoldings, MonthHoldings } from '../../archive/model/library-holdings.ts';
import { formatCount } from './numbers.ts';

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' });
const monthName = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' });
const shortName = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' });

/** A day of the calendar, `2007-11-28` as `28 November 2007`. */
export function formatCalendarDay(value: string): string {
  return day.format(new Date(`${value}T00:00:00Z`));
}

/** A moment, in the time of this machine: `24 November 2026 at 17:04`. */
export function formatMoment(iso: string): string {
  return moment.format(new Date(iso));
}

/** The names of the months, January first. */
export const monthNames: readonly { readonly long: string; readonly short: string }[] = Array.from(
  { length: 12 },
  (_, month) => {
    const date = new Date(Date.UTC(2001, month, 1));
    return { long: monthName.format(date), short: shortName.format(date) };
  },
);

/** A row of the calendar: a year with its months, January first, null for one without articles; or years without any. */
export type CalendarRow =
  | { readonly kind: 'year'; readonly year: string; readonly months: readonly (MonthHoldings | null)[] }
  | { readonly kind: 'nothing'; readonly first: string; readonly last: string };

/** The months of a library by years; years without any between two that have some are one row. */
export function calendarRows(months: readonly MonthHoldings[]): readonly CalendarRow[] {
  const years = new Map<string, (MonthHoldings | null)[]>();
  for (const month of months) {
    const year = month.month.slice(0, 4);
    const row = years.get(year) ?? Array.from({ length: 12 }, () => null);
    years.set(year, row);
    row[Number(month.month.slice(5, 7)) - 1] = month;
  }
  const rows: CalendarRow[] = [];
  let before: number | null = null;
  for (const [year, row] of years) {
    const number = Number(year);
    if (before !== null && number > before + 1) {
      rows.push({ kind: 'nothing', first: String(before + 1), last: String(number - 1) });
    }
    rows.push({ kind: 'year', year, months: row });
    before = number;
  }
  return rows;
}

/** How many days a month has. */
export function daysOfMonth(month: string): number {
  return new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).getUTCDate();
}

/** What a cell of the calendar says: `November 2007: 12 articles, on 5 of 30 days`. */
export function monthWords({ month, articles, days }: MonthHoldings): string {
  const name = `${monthNames[Number(month.slice(5, 7)) - 1]?.long ?? ''} ${month.slice(0, 4)}`;
  const on =
    days.length === 0
      ? 'dated to the month only'
      : `on ${formatCount(days.length)} of ${formatCount(daysOfMonth(month))} days`;
  return `${name}: ${formatCount(articles, 'article')}, ${on}`;
}

/** How full a month is, in four steps, from 1. */
export function fullness({ month, days }: MonthHoldings): 1 | 2 | 3 | 4 {
  const share = days.length / daysOfMonth(month);
  return share > 0.75 ? 4 : share > 0.4 ? 3 : share > 0.12 ? 2 : 1;
}

/** The days without an article, in a sentence; empty when nothing is dated to the day. */
export function daysWords({ span, days }: LibraryHoldings): string {
  if (span === null) return '';
  const [first, last] = [formatCalendarDay(span.first), formatCalendarDay(span.last)];
  if (days.total === 1) return `All that is dated to the day is of ${first}.`;
  return days.without === 0
    ? `Every day from ${first} to ${last} has an article.`
    : `${formatCount(days.without)} of the ${formatCount(days.total)} days from ${first} to ${last} have no article.`;
}
