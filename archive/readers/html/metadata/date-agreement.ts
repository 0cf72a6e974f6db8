import type { PartialDate } from '../../../model/partial-date.ts';

const minute = 60_000;
const hour = 60 * minute;

const order = { year: 0, month: 1, day: 2, minute: 3, second: 4 } as const;

function hasTime(date: PartialDate): boolean {
  return order[date.precision] >= order.minute;
}

/** Midnight stands for a time that nobody knew. */
function isMidnight(date: PartialDate): boolean {
  return (
    /T\d\d:00:00/u.test(date.value) &&
    /00:00(?::00)?(?:\.0+)?\s?(?:Z|[+-]\d\d:?\d\d)?$|^\d{4}-\d\d-\d\d$/u.test(date.printed)
  );
}

const isZoned = (date: PartialDate): boolean => date.value.endsWith('Z');

/** Milliseconds, a time without a zone read as UTC, a day at its noon. */
function instant(date: PartialDate): number {
  const day = date.value.slice(0, 10);
  return Date.parse(hasTime(date) ? date.value.replace(/Z?$/u, 'Z') : `${day}T12:00:00Z`);
}

/** Whether two dates can be of the same day somewhere on earth, or are the same as far as both go. */
export function agrees(one: PartialDate, other: PartialDate): boolean {
  const coarse = order[one.precision] < order.day || order[other.precision] < order.day;
  if (coarse) {
    const length = Math.min(one.value.length, other.value.length);
    return one.value.slice(0, length) === other.value.slice(0, length);
  }
  if (one.value.slice(0, 10) === other.value.slice(0, 10)) return true;
  const apart = Math.abs(instant(one) - instant(other));
  if (hasTime(one) && hasTime(other)) return apart <= 14 * hour;
  // A day and a moment in UTC: the day of the place may be the one before or after.
  return hasTime(one) !== hasTime(other) && apart <= 26 * hour;
}

function sameMinute(one: PartialDate, other: PartialDate): boolean {
  return one.value.slice(0, 16) === other.value.slice(0, 16);
}

/** Two readings of one clock, one of them without zone: they differ by quarters of an hour. */
function sameClock(one: PartialDate, other: PartialDate): boolean {
  const apart = Math.abs(instant(one) - instant(other));
  const whole = one.precision === other.precision ? apart : Math.floor(apart / minute) * minute;
  const rest = whole % (15 * minute);
  return apart <= 14 * hour && (rest === 0 || (one.precision !== other.precision && rest === 14 * minute));
}

/** Whether another date says the same and more: a time, a zone, seconds. They must agree. */
export function refines(date: PartialDate, other: PartialDate): boolean {
  if (!hasTime(other) || isMidnight(other))
    return order[other.precision] > order[date.precision] && !hasTime(date) && !hasTime(other);
  if (!hasTime(date) || isMidnight(date)) return true;
  if (!isZoned(date) && isZoned(other)) return sameClock(date, other);
  if (isZoned(date) && !isZoned(other)) return false;
  return date.precision === 'minute' && other.precision === 'second' && sameMinute(date, other);
}

/** Whether two moments lie within a minute of each other, a time without a zone read as UTC. */
export function sameMoment(one: PartialDate, other: PartialDate): boolean {
  return hasTime(one) && hasTime(other) && Math.abs(instant(one) - instant(other)) < minute;
}
