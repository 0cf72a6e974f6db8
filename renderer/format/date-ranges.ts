import type { DateRange } from '../../archive/model/search.ts';

const shortMonths = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A year, month or day in few words: `2007`, `Nov 2007`, `28 Nov 2007`; anything else as it is. */
export function formatShortDate(value: string): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(value) ?? [];
  const name = shortMonths[Number(month) - 1];
  if (year === undefined) return value;
  if (name === undefined) return year;
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}

/** A range in few words, its common part said once: `2007`, `26 – 28 Nov 2007`, `Oct – Dec 2007`, `Oct 2007 – Mar 2008`, `1974–2013`. */
export function formatDateRange({ from, to }: DateRange): string {
  if (from === to) return formatShortDate(from);
  if (from.length === 4 && to.length === 4) return `${from}–${to}`;
  const [first, last] = [formatShortDate(from), formatShortDate(to)];
  const common = (length: number): boolean =>
    from.slice(0, length) === to.slice(0, length) && from.length > length && to.length > length;
  if (common(7)) return `${Number(from.slice(8))} – ${last}`;
  const sameYear = common(4);
  return `${sameYear ? first.replace(/ \d{4}$/, '') : first} – ${last}`;
}

/** The years a collection spans, from its first and last dates: `2007`, `2007–2008`; null when it is undated. */
export function formatYears(first: string | null, last: string | null): string | null {
  if (first === null || last === null) return null;
  const [from, to] = [first.slice(0, 4), last.slice(0, 4)];
  return from === to ? from : `${from}–${to}`;
}
