import type { DateHistogram, DateRange } from '../../archive/model/search.ts';

/** One bar as it is drawn: a stretch of whole months or years, inclusive. */
export interface TimelineBar extends DateRange {
  readonly count: number;
}

/** How many bars of the histogram may become one: months grow to quarters, halves and years, years to decades. */
const monthGroups = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200];
const yearGroups = [1, 2, 5, 10, 20, 50, 100];

/**
 * Gathers the histogram's bars until there are at most `most`. Groups begin at round places of the calendar, so that
 * a year is never cut in two by a group of months.
 */
export function fitBars(histogram: DateHistogram, most: number): readonly TimelineBar[] {
  const { step, bars } = histogram;
  const groups = step === 'month' ? monthGroups : yearGroups;
  const size = groups.find((group) => bars.length / group <= most) ?? groups.at(-1) ?? 1;
  const fitted: TimelineBar[] = [];
  let last: number | null = null;
  for (const bar of bars) {
    const group = Math.floor(ordinal(bar.start) / size);
    const open = fitted.at(-1);
    if (open && group === last) {
      fitted[fitted.length - 1] = { ...open, to: bar.start, count: open.count + bar.count };
    } else fitted.push({ from: bar.start, to: bar.start, count: bar.count });
    last = group;
  }
  return fitted;
}

/** Months since year 0, or the year when there is no month. */
function ordinal(start: string): number {
  const year = Number(start.slice(0, 4));
  const month = start.slice(5, 7);
  return month === '' ? year : year * 12 + Number(month) - 1;
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

/** The bars that carry a year's label: the first of a year, at round years that leave `apart` bars between labels. */
export function yearLabels(
  bars: readonly TimelineBar[],
  apart: number,
): readonly { readonly index: number; readonly year: string }[] {
  const firsts = bars
    .map((bar, index) => ({ index, year: bar.from.slice(0, 4) }))
    .filter(({ year }, at, all) => at === 0 || all[at - 1]?.year !== year);
  const perYear = bars.length / Math.max(1, firsts.length);
  const years = Number(firsts.at(-1)?.year ?? 0) - Number(firsts[0]?.year ?? 0) + 1;
  const barsAYear = bars.length / Math.max(1, years);
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500].find((size) => size * barsAYear >= apart) ?? 1000;
  const round = firsts.filter(({ year }) => Number(year) % step === 0);
  if (round.length > 0) return round;
  return perYear >= apart || firsts.length === 1 ? firsts : firsts.slice(0, 1);
}
