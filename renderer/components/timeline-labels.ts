import { formatShortDate } from '../format/date-ranges.ts';
import type { TimelineBar } from './timeline-bars.ts';

/** What is written under a bar. */
export interface TimelineLabel {
  readonly index: number;
  readonly words: string;
}

/**
 * The labels under the bars: months where there is room for all of them, else years. `apart` is how many bars a label
 * needs for itself.
 */
export function timelineLabels(bars: readonly TimelineBar[], apart: number): readonly TimelineLabel[] {
  const months = firstsOf(bars, 7);
  const room = bars.length / Math.max(1, months.length);
  if (room < apart || (bars[0]?.from.length ?? 0) < 7) return yearLabels(bars, apart);
  // A stretch of a month at the edge has no room for its own label before the next one.
  const roomy = months.filter(({ index }, at) => (months[at + 1]?.index ?? Infinity) - index >= apart);
  return roomy.map(({ index, start }, at) => {
    const words = formatShortDate(start);
    return { index, words: at === 0 || start.endsWith('-01') ? words : words.slice(0, 3) };
  });
}

/** The first of each year, at round years that leave `apart` bars between labels. */
function yearLabels(bars: readonly TimelineBar[], apart: number): readonly TimelineLabel[] {
  const firsts = firstsOf(bars, 4).map(({ index, start }) => ({ index, words: start }));
  const perYear = bars.length / Math.max(1, firsts.length);
  const years = Number(firsts.at(-1)?.words ?? 0) - Number(firsts[0]?.words ?? 0) + 1;
  const barsAYear = bars.length / Math.max(1, years);
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500].find((size) => size * barsAYear >= apart) ?? 1000;
  const round = firsts.filter(({ words }) => Number(words) % step === 0);
  if (round.length > 0) return round;
  return perYear >= apart || firsts.length === 1 ? firsts : firsts.slice(0, 1);
}

/** The first bar of each stretch that begins alike: of each year with four characters, of each month with seven. */
function firstsOf(bars: readonly TimelineBar[], length: number) {
  return bars
    .map((bar, index) => ({ index, start: bar.from.slice(0, length) }))
    .filter(({ start }, at, all) => at === 0 || all[at - 1]?.start !== start);
}
