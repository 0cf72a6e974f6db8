import { expect, test } from 'vitest';
import { histogramText } from '../../../archive/cli/histogram-text.ts';

test('many empty steps are one line, the rarest still has a bar, and nothing is left out', () => {
  const counts = [1, 0, 0, 0, 0, 1_000, 0, 0, 0, 250];
  const bars = counts.map((count, index) => ({ start: `2007-${String(index + 1).padStart(2, '0')}`, count }));
  const imprecise = [{ start: '2007', count: 4 }];
  expect(histogramText({ step: 'month', bars, imprecise, undated: 1_234 })).toBe(`Dates by month
  2007-01      1  ▏
  …               (4 months without)
  2007-06  1,000  ██████████████████████████████████████████████████
  2007-07      0
  2007-08      0
  2007-09      0
  2007-10    250  ████████████▌
  dated less exactly than by month: 2007 (4)
  undated: 1,234

`);
});

test('nothing dated', () => {
  expect(histogramText({ step: 'month', bars: [], imprecise: [], undated: 2 })).toBe(
    'No dates\n  undated: 2\n\n',
  );
});
