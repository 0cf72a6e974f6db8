import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DateHistogram } from '../../../archive/model/search.ts';
import { barsWithin, fitBars } from '../../../renderer/components/timeline-bars.ts';
import { timelineLabels } from '../../../renderer/components/timeline-labels.ts';

function months(first: number, counts: readonly number[]): DateHistogram {
  const bars = counts.map((count, at) => {
    const month = first + at;
    const year = String(Math.floor(month / 12)).padStart(4, '0');
    return { start: `${year}-${String((month % 12) + 1).padStart(2, '0')}`, count };
  });
  return { step: 'month', bars, imprecise: [], undated: 0 };
}

const histograms = fc
  .tuple(
    fc.integer({ min: 1700 * 12, max: 2100 * 12 }),
    fc.array(fc.nat(50), { minLength: 1, maxLength: 2000 }),
  )
  .map(([first, counts]) => months(first, counts));

test('gathered bars keep every article, leave no gap and overlap nowhere', () => {
  fc.assert(
    fc.property(histograms, fc.integer({ min: 20, max: 400 }), (histogram, most) => {
      const bars = fitBars(histogram, most);
      const starts = histogram.bars.map(({ start }) => start);
      const covered = bars.flatMap(({ from, to }) =>
        starts.slice(starts.indexOf(from), starts.indexOf(to) + 1),
      );
      const sum = (all: readonly { readonly count: number }[]): number =>
        all.reduce((total, { count }) => total + count, 0);
      expect({ covered, sum: sum(bars), few: bars.length <= most + 1 }).toEqual({
        covered: starts,
        sum: sum(histogram.bars),
        few: true,
      });
    }),
  );
});

test('a year is not cut by groups of months', () => {
  const bars = fitBars(
    months(
      2007 * 12 + 10,
      Array.from({ length: 16 }, () => 1),
    ),
    6,
  );
  expect(bars).toEqual([
    { from: '2007-11', to: '2007-12', count: 2 },
    { from: '2008-01', to: '2008-03', count: 3 },
    { from: '2008-04', to: '2008-06', count: 3 },
    { from: '2008-07', to: '2008-09', count: 3 },
    { from: '2008-10', to: '2008-12', count: 3 },
    { from: '2009-01', to: '2009-02', count: 2 },
  ]);
});

function days(first: string, length: number): DateHistogram {
  const start = Date.parse(first);
  const bars = Array.from({ length }, (_, at) => ({
    start: new Date(start + at * 86_400_000).toISOString().slice(0, 10),
    count: 1,
  }));
  return { step: 'day', bars, imprecise: [], undated: 0 };
}

test('days become weeks that begin on Monday, and then months', () => {
  const november = days('2007-11-28', 40);
  expect(fitBars(november, 40)).toHaveLength(40);
  expect(fitBars(november, 10)).toEqual([
    { from: '2007-11-28', to: '2007-12-02', count: 5 },
    { from: '2007-12-03', to: '2007-12-09', count: 7 },
    { from: '2007-12-10', to: '2007-12-16', count: 7 },
    { from: '2007-12-17', to: '2007-12-23', count: 7 },
    { from: '2007-12-24', to: '2007-12-30', count: 7 },
    { from: '2007-12-31', to: '2008-01-06', count: 7 },
  ]);
  expect(fitBars(november, 4)).toEqual([
    { from: '2007-11-28', to: '2007-11-30', count: 3 },
    { from: '2007-12-01', to: '2007-12-31', count: 31 },
    { from: '2008-01-01', to: '2008-01-06', count: 6 },
  ]);
  expect(timelineLabels(fitBars(days('2007-11-28', 75), 100), 5)).toEqual([
    { index: 3, words: 'Dec 2007' },
    { index: 34, words: 'Jan 2008' },
    { index: 65, words: 'Feb' },
  ]);
});

test('a range of any precision finds its bars', () => {
  const bars = fitBars(
    months(
      2007 * 12,
      Array.from({ length: 24 }, () => 1),
    ),
    100,
  );
  expect([
    barsWithin(bars, null),
    barsWithin(bars, { from: '2007-10', to: '2008-03' }),
    barsWithin(bars, { from: '2008', to: '2008' }),
    barsWithin(bars, { from: '2007-11-28', to: '2007-11-28' }),
    barsWithin(bars, { from: '1999', to: '2000' }),
    barsWithin(bars, { from: '2000', to: '2020' }),
  ]).toEqual([null, [9, 14], [12, 23], [10, 10], null, [0, 23]]);
});

test('year labels stand apart, at round years', () => {
  const bars = fitBars(
    months(
      1974 * 12,
      Array.from({ length: 480 }, () => 1),
    ),
    200,
  );
  expect(timelineLabels(bars, 12).map(({ words }) => words)).toEqual([
    '1975',
    '1980',
    '1985',
    '1990',
    '1995',
    '2000',
    '2005',
    '2010',
  ]);
  expect(timelineLabels(fitBars(months(2007 * 12 + 3, [1, 2]), 10), 4)).toEqual([
    { index: 0, words: '2007' },
  ]);
});
