import type { PartialDate } from '../../../model/partial-date.ts';
import type { FoundDate } from '../../../text/dates.ts';

const numeric = /\b(\d{1,2})([./-])(\d{1,2})\2((?:19|20)\d\d)\b/u;
const americanTime = /\b(?:E[SD]?T|C[SD]?T|M[SD]?T|P[SD]?T)\b/u;

/** A text with `11.14.2019` in it, which can only be month first, with day and month exchanged; null when it has none. */
export function monthFirst(text: string): string | null {
  const match = numeric.exec(text);
  if (match === null || Number(match[1]) > 12 || Number(match[3]) <= 12) return null;
  return text.replace(numeric, '$3$2$1$2$4');
}

function exchanged(date: PartialDate): PartialDate {
  const [year = '', month = '', day = ''] = date.value.slice(0, 10).split('-');
  return { ...date, value: `${year}-${day}-${month}${date.value.slice(10)}` };
}

/**
 * An ambiguous date as an American page means it: month first, when the page says that it is American, or the time is
 * that of one of its zones. The warning stays.
 */
export function asAmerican(found: FoundDate, american: boolean): FoundDate {
  const { date, warnings } = found;
  const isAmbiguous = warnings.some(({ code }) => code === 'date-ambiguous');
  if (date === null || !isAmbiguous) return found;
  const clock = /\d\s?[ap]\.?m/iu.test(date.printed);
  return americanTime.test(date.printed) || (american && clock) ? { ...found, date: exchanged(date) } : found;
}
