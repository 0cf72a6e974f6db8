import type { DateHistogram, DateRange } from '../../archive/model/search.ts';

/** One bar as it is drawn: a stretch of whole days, months or years, inclusive. */
export interface TimelineBar extends DateRange {
  readonly count: number;
}

/** A way to gather bars: which group one belongs to, and about how many of the histogram's bars go into a group. */
interface Grouping {
  readonly size: number;
  readonly of: (start: string) => number;
}

const daysAMonth = 30.4;
const monthGroups = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200];
const yearGroups = [1, 2, 5, 10, 20, 50, 100];

/** How bars may grow: days to weeks and months, months to quarters, halves and years, years to decades. */
const groupings: Readonly<Record<DateHistogram['step'], readonly Grouping[]>> = {
  day: [
    { size: 1, of: dayNumber },
    // 1 January 1970 was a Thursday: weeks begin on Monday.
    { size: 7, of: (start) => Math.floor((dayNumber(start) + 3) / 7) },
    ...monthGroups.map((months) => ({
      size: months * daysAMonth,
      of: (start: string) => Math.floor(monthNumber(start) / months),
    })),
  ],
  month: monthGroups.map((size) => ({ size, of: (start) => Math.floor(monthNumber(start) / size) })),
  year: yearGroups.map((size) => ({ size, of: (start) => Math.floor(Number(start.slice(0, 4)) / size) })),
};

/** Days since 1970. */
function dayNumber(start: string): number {
  return Math.floor(Date.parse(start) / 86_400_000);
}

/** Months since year 0. */
function monthNumber(start: string): number {
  return Number(start.slice(0, 4)) * 12 + Number(start.slice(5, 7)) - 1;
}

/**
 * Gathers the histogram's bars until there are at most about `most`. Groups begin at round places of the calendar, so
 * that a year is never cut in two by a group of months.
 */
export function fitBars({ step, bars }: DateHistogram, most: number): readonly TimelineBar[] {
  const ways = groupings[step];
  const way = ways.find(({ size }) => bars.length / size <= most) ?? ways.at(-1);
  const fitted: TimelineBar[] = [];
  let last: number | null = null;
  for (const bar of bars) {
    const group = way?.of(bar.start) ?? 0;
    const open = fitted.at(-1);
    if (open && group === last) {
      fitted[fitted.length - 1] = { ...open, to: bar.start, count: open.count + bar.count };
    } else fitted.push({ from: bar.start, to: bar.start, count: bar.count });
    last = group;
  }
  return fitted;
}

/** The first and last bar that lie in the range, or null when none does. Both may have any precision. */
export function barsWithin(
  bars: readonly TimelineBar[],
  range: DateRange | null,
): readonly [number, number] | null {
  if (!range) return null;
  const inside = (bar: TimelineBar): boolean =>
    comparable(bar.to, range.from) >= 0 && comparable(bar.from, range.to) <= 0;
  const places = bars.flatMap((bar, index) => (inside(bar) ? [index] : []));
  const [first, last] = [places[0], places.at(-1)];
  return first === undefined || last === undefined ? null : [first, last];
}

/** Compares two dates as far as both are known: 2007 contains 2007-11. */
function comparable(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  const [left, right] = [a.slice(0, length), b.slice(0, length)];
  return left < right ? -1 : left > right ? 1 : 0;
}
