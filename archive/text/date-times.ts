import { zonePattern } from './date-zones.ts';

/** A time of day as printed, with its zone. */
export interface PrintedTime {
  readonly hour: number;
  readonly minute: number;
  /** Null when none was printed. */
  readonly second: number | null;
  readonly zone: string | null;
}

const clock =
  '(?<hour>\\d{1,2})(?:(?<mark>[:.hH])(?<minute>\\d{2})(?::(?<second>\\d{2})(?:[.,]\\d{1,9})?)?)?' +
  '(?:\\s?(?<half>[aApP]\\.?\\s?[mM]\\.?)(?!\\p{L}))?' +
  '(?:\\s?(?<hours>[hH]rs|[hH]ours|Uhr|часова|часов|sati|h|ч)\\.?(?!\\p{L}))?';
const zone = `(?:\\s?\\(?(?<zone>${zonePattern})\\)?(?![\\p{L}\\p{N}])(?:\\s(?:[Tt]ime))?)?`;
const military = `(?<four>[0-2]\\d[0-5]\\d)(?:\\s?[hH]rs)?\\s?(?<zoneOfFour>${zonePattern})(?![\\p{L}\\p{N}])`;
// ISO 8601, basic form.
const basic =
  '(?<basic>[0-2]\\d[0-5]\\d(?:[0-5]\\d)?)(?<zoneOfBasic>Z|[+-]\\d\\d(?::?\\d\\d)?)?(?![\\p{L}\\p{N}:.])';

/** Source of a regular expression (flag `u`, case as printed) for a time and its zone. Read its match with `readTime`. */
export const timePattern = `(?:${military}|${basic}|${clock}${zone})`;

interface TimeGroups {
  readonly hour?: string;
  readonly mark?: string;
  readonly minute?: string;
  readonly second?: string;
  readonly half?: string;
  readonly hours?: string;
  readonly zone?: string;
  readonly four?: string;
  readonly zoneOfFour?: string;
  readonly basic?: string;
  readonly zoneOfBasic?: string;
}

function basicTime(digits: string, zone: string | undefined): PrintedTime | null {
  const hour = Number(digits.slice(0, 2));
  const second = digits.length > 4 ? Number(digits.slice(4)) : null;
  return hour > 23 ? null : { hour, minute: Number(digits.slice(2, 4)), second, zone: zone ?? null };
}

function hourOf(groups: TimeGroups): number | null {
  const hour = Number(groups.hour);
  if (groups.half === undefined) return hour <= 23 ? hour : null;
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (/^p/iu.test(groups.half) ? 12 : 0);
}

/**
 * The time of a match of `timePattern`, or null when the digits are no time of day: a lone number, 25:10, or `14.30`
 * with nothing that says that it is a time. `introduced` says that a word such as `at` came before it.
 */
export function readTime(groups: TimeGroups | undefined, introduced: boolean): PrintedTime | null {
  if (groups === undefined) return null;
  if (groups.four !== undefined) return basicTime(groups.four, groups.zoneOfFour);
  // Four or six bare digits are a time only after the T of ISO 8601 or a word that introduces one.
  if (groups.basic !== undefined) return introduced ? basicTime(groups.basic, groups.zoneOfBasic) : null;
  const certain = groups.half !== undefined || groups.hours !== undefined || groups.mark === ':';
  const named = certain || groups.zone !== undefined || introduced;
  if (groups.minute === undefined ? !(groups.half !== undefined || groups.hours !== undefined) : !named)
    return null;
  const hour = hourOf(groups);
  const minute = Number(groups.minute ?? 0);
  const second = groups.second === undefined ? null : Number(groups.second);
  if (hour === null || minute > 59 || (second !== null && second > 59)) return null;
  return { hour, minute, second, zone: groups.zone ?? null };
}
