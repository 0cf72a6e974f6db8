import type { DateBar, DateHistogram } from '../../model/search.ts';

/** Up to so many days they are shown one by one, up to so many months those, beyond it years. */
const mostDays = 62;
const mostMonths = 60;
const day = 86_400_000;

/** A day, month or year as its number among those of the common era. */
type Step = DateHistogram['step'];

/** Year, month (0 to 11) and day of a day since 1970 (Hinnant, "chrono-compatible low-level date algorithms"). */
export function civilOf(days: number): readonly [year: number, month: number, day: number] {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const ofEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1_460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * ofYear + 2) / 153);
  const ofMonth = ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  const month = fromMarch < 10 ? fromMarch + 2 : fromMarch - 10;
  return [yearOfEra + era * 400 + (month < 2 ? 1 : 0), month, ofMonth];
}

/** The number of the month that a day is in, counted from the year 0. */
export function monthOf(days: number): number {
  const [year, month] = civilOf(days);
  return year * 12 + month;
}

function label(step: Step, number: number): string {
  const pad = (value: number, width: number) => String(value).padStart(width, '0');
  if (step === 'year') return pad(number, 4);
  if (step === 'month') return `${pad(Math.floor(number / 12), 4)}-${pad((number % 12) + 1, 2)}`;
  const [year, month, ofMonth] = civilOf(number);
  return `${pad(year, 4)}-${pad(month + 1, 2)}-${pad(ofMonth, 2)}`;
}

/** The least and the largest; what is spread out as arguments must not be so many. */
function extent(numbers: Iterable<number>): readonly [least: number, largest: number] {
  let [least, largest] = [Infinity, -Infinity];
  for (const number of numbers) {
    if (number < least) least = number;
    if (number > largest) largest = number;
  }
  return [least, largest];
}

function add(counts: Map<number, number>, key: number, count = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + count);
}

function bars(step: Step, counts: ReadonlyMap<number, number>): readonly DateBar[] {
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([number, count]) => ({ start: label(step, number), count }));
}

function contiguous(step: Step, counts: ReadonlyMap<number, number>): readonly DateBar[] {
  if (counts.size === 0) return [];
  const [first, last] = extent(counts.keys());
  return Array.from({ length: last - first + 1 }, (_, index) => ({
    start: label(step, first + index),
    count: counts.get(first + index) ?? 0,
  }));
}

/** Counts dates, each by what is known of it. */
export class DateCounter {
  undated = 0;
  private readonly days = new Map<number, number>();
  private readonly months = new Map<number, number>();
  private readonly years = new Map<number, number>();

  /** One document's `[start, end)` in milliseconds; NaN when it has none. */
  add(start: number, end: number): void {
    if (Number.isNaN(start)) {
      this.undated += 1;
      return;
    }
    const length = end - start;
    const at = Math.floor(start / day);
    if (length <= day) add(this.days, at);
    else if (length <= 31 * day) add(this.months, monthOf(at));
    else add(this.years, Math.floor(monthOf(at) / 12));
  }

  /** Years with their counts, whatever else is known of the dates. */
  byYear(): ReadonlyMap<number, number> {
    const all = new Map(this.years);
    for (const [month, count] of this.byMonth()) add(all, Math.floor(month / 12), count);
    return all;
  }

  /** By day, month or year, as fits the time they lie in; those known less exactly have their own bars. */
  histogram(): DateHistogram {
    const step = this.step();
    const { undated } = this;
    if (step === 'year') return { step, bars: contiguous(step, this.byYear()), imprecise: [], undated };
    const years = bars('year', this.years);
    if (step === 'month') return { step, bars: contiguous(step, this.byMonth()), imprecise: years, undated };
    const imprecise = [...years, ...bars('month', this.months)].sort((a, b) => (a.start < b.start ? -1 : 1));
    return { step, bars: contiguous(step, this.days), imprecise, undated };
  }

  private byMonth(): Map<number, number> {
    const all = new Map(this.months);
    for (const [at, count] of this.days) add(all, monthOf(at), count);
    return all;
  }

  private step(): Step {
    const months = [...this.byMonth().keys(), ...Array.from(this.years.keys(), (year) => year * 12)];
    if (months.length === 0) return 'month';
    const [firstMonth, lastMonth] = extent(months);
    if (lastMonth - firstMonth >= mostMonths) return 'year';
    if (this.days.size < 2 || this.years.size > 0 || this.months.size > 0) return 'month';
    const [firstDay, lastDay] = extent(this.days.keys());
    return lastDay - firstDay < mostDays ? 'day' : 'month';
  }
}
