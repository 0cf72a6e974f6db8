import type { DateRange } from '../model/search.ts';
import type { PartialDate } from '../model/partial-date.ts';

/** `[start, end)` in milliseconds since 1970, UTC. */
export interface Interval {
  readonly start: number;
  readonly end: number;
}

const shape = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?Z?)?)?)?$/u;

function utc(
  ...[year, month, day, hour, minute, second]: [number, number, number, number, number, number]
): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  return date.setUTCHours(hour, minute, second);
}

/**
 * All the time that a partial ISO date may mean: a whole year, month or day, a minute or a second. A time without
 * zone is taken as UTC. Null for anything else.
 */
export function intervalOf(value: string): Interval | null {
  const parts = shape.exec(value);
  if (parts === null) {
    return null;
  }
  const [year = 0, month, day, hour, minute, second] = parts
    .slice(1)
    .map((part) => (part ? Number(part) : undefined));
  const at = (plus: readonly number[]) =>
    utc(
      year + (plus[0] ?? 0),
      (month ?? 1) - 1 + (plus[1] ?? 0),
      (day ?? 1) + (plus[2] ?? 0),
      hour ?? 0,
      (minute ?? 0) + (plus[3] ?? 0),
      (second ?? 0) + (plus[4] ?? 0),
    );
  const precision = [year, month, day, minute, second].filter((part) => part !== undefined).length;
  const plus = [0, 0, 0, 0, 0].map((_, place) => (place === precision - 1 ? 1 : 0));
  return { start: at([]), end: at(plus) };
}

/** When an article begins to be dated, for sorting; null when it is not dated. */
export function startOf(published: PartialDate | null): number | null {
  return published === null ? null : (intervalOf(published.value)?.start ?? null);
}

/** Whether the article may have been published within the range. An end that is no date is open. */
export function isWithin(published: PartialDate | null, range: DateRange): boolean {
  const interval = published === null ? null : intervalOf(published.value);
  if (interval === null) {
    return false;
  }
  const from = intervalOf(range.from)?.start ?? -Infinity;
  const to = intervalOf(range.to)?.end ?? Infinity;
  return interval.end > from && interval.start < to;
}
