import type { PartialDate } from '../model/partial-date.ts';
import type { DateBar, DateHistogram } from '../model/search.ts';
import { intervalOf } from './date-interval.ts';

/** Up to this many months they are shown one by one, beyond it years are. */
const mostMonths = 60;

interface Month {
  readonly year: number;
  readonly month: number;
}

function label({ year, month }: Month, step: DateHistogram['step']): string {
  const padded = String(year).padStart(4, '0');
  return step === 'year' ? padded : `${padded}-${String(month + 1).padStart(2, '0')}`;
}

function monthsBetween(first: Month, last: Month): number {
  return (last.year - first.year) * 12 + last.month - first.month + 1;
}

/** Every label from the first month to the last. */
function labels(first: Month, last: Month, step: DateHistogram['step']): readonly string[] {
  if (step === 'year') {
    const years = last.year - first.year + 1;
    return Array.from({ length: years }, (_, index) => label({ year: first.year + index, month: 0 }, step));
  }
  return Array.from({ length: monthsBetween(first, last) }, (_, index) => {
    const month = first.month + index;
    return label({ year: first.year + Math.floor(month / 12), month: month % 12 }, step);
  });
}

/**
 * Counts articles by date: by month when they lie within 60 months, else by year, without gaps. A date known only to
 * the year counts in the year's first month, where a click on the year begins.
 */
export function dateHistogram(dates: Iterable<PartialDate | null>): DateHistogram {
  const months: Month[] = [];
  let undated = 0;
  for (const published of dates) {
    const interval = published === null ? null : intervalOf(published.value);
    if (interval === null) {
      undated += 1;
    } else {
      const start = new Date(interval.start);
      months.push({ year: start.getUTCFullYear(), month: start.getUTCMonth() });
    }
  }
  months.sort((a, b) => a.year - b.year || a.month - b.month);
  const [first] = months;
  const last = months.at(-1);
  if (first === undefined || last === undefined) {
    return { step: 'month', bars: [], undated };
  }
  const step = monthsBetween(first, last) <= mostMonths ? 'month' : 'year';
  const counts = new Map<string, number>();
  for (const month of months) {
    counts.set(label(month, step), (counts.get(label(month, step)) ?? 0) + 1);
  }
  const bars = labels(first, last, step).map((start): DateBar => ({ start, count: counts.get(start) ?? 0 }));
  return { step, bars, undated };
}
