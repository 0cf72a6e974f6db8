import type { DateBar, DateHistogram } from '../model/search.ts';
import { aligned } from './aligned.ts';
import { amount, counted } from './quantities.ts';

/** The longest bar, in characters. */
const widest = 50;
/** More steps in a row without an article than this are one line. */
const fewEmpty = 3;
/** Eighths of a block, U+258F to U+2589: shorter steps than a whole character. */
const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

function bar(count: number, most: number): string {
  const length = count === 0 ? 0 : Math.max(1, Math.round((count / most) * widest * 8));
  return '█'.repeat(Math.floor(length / 8)) + (eighths[length % 8] ?? '');
}

/** Bars in turn with the number of empty ones that stand together. */
function withGaps(bars: readonly DateBar[]): readonly (DateBar | number)[] {
  const parts: (DateBar | number)[] = [];
  let empty: DateBar[] = [];
  const settle = (): void => {
    parts.push(...(empty.length > fewEmpty ? [empty.length] : empty));
    empty = [];
  };
  for (const one of bars) {
    if (one.count === 0) {
      empty.push(one);
      continue;
    }
    settle();
    parts.push(one);
  }
  settle();
  return parts;
}

function imprecise({ step, imprecise: all }: DateHistogram): readonly string[] {
  if (all.length === 0) return [];
  const dates = all.map(({ start, count }) => `${start} (${amount(count)})`).join(', ');
  return [`  dated less exactly than by ${step}: ${dates}`];
}

/** A bar for each day, month or year, then the articles that have no place among them. */
export function histogramText(dates: DateHistogram): string {
  const { step, bars, undated } = dates;
  const most = bars.reduce((largest, { count }) => Math.max(largest, count), 0);
  const rows = withGaps(bars).map((part) =>
    typeof part === 'number'
      ? ['…', '', `(${counted(part, step)} without)`]
      : [part.start, amount(part.count), bar(part.count, most)],
  );
  const lines = [
    bars.length === 0 ? 'No dates' : `Dates by ${step}`,
    ...aligned(rows, [1]).map((line) => `  ${line}`),
    ...imprecise(dates),
    ...(undated === 0 ? [] : [`  undated: ${amount(undated)}`]),
    '',
  ];
  return lines.map((line) => `${line}\n`).join('');
}
