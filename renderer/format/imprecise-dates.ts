import type { DateHistogram } from '../../archive/model/search.ts';
import { formatCount } from './numbers.ts';

/**
 * Which articles of a histogram have no bar: `12 known only to the month, 3 only to the year, 7 undated`; empty when
 * all have one.
 */
export function impreciseWords({ imprecise, undated }: DateHistogram): string {
  const known = (length: number): number =>
    imprecise.reduce((sum, { start, count }) => sum + (start.length === length ? count : 0), 0);
  const [months, years] = [known(7), known(4)];
  const only = months > 0 ? 'only' : 'known only';
  return [
    months > 0 ? `${formatCount(months)} known only to the month` : '',
    years > 0 ? `${formatCount(years)} ${only} to the year` : '',
    undated > 0 ? `${formatCount(undated)} undated` : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}
