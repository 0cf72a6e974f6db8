/**
 * Zones as news pages print them: minutes east of UTC, or the IANA zone whose rules decide. The American
 * abbreviations have the values of RFC 5322, 4.3. `BST` is read as British Summer Time (Bangladesh and Bougainville
 * have the same letters), because the pages that print it are British.
 */
const zones: Readonly<Record<string, number | string>> = {
  GMT: 0,
  UTC: 0,
  UT: 0,
  Z: 0,
  WET: 0,
  BST: 60,
  CET: 60,
  MEZ: 60,
  WEST: 60,
  CEST: 120,
  MESZ: 120,
  EET: 120,
  EEST: 180,
  EST: -300,
  EDT: -240,
  CST: -360,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
  AKST: -540,
  AKDT: -480,
  HST: -600,
  SAST: 120,
  JST: 540,
  KST: 540,
  HKT: 480,
  SGT: 480,
  AWST: 480,
  AEST: 600,
  AEDT: 660,
  NZST: 720,
  NZDT: 780,
  ET: 'America/New_York',
  CT: 'America/Chicago',
  MT: 'America/Denver',
  PT: 'America/Los_Angeles',
  MSK: 'Europe/Moscow',
  МСК: 'Europe/Moscow',
  UK: 'Europe/London',
};

/** Abbreviations that mean several offsets. */
const severalOffsets = ['IST', 'AST', 'ADT', 'ACT', 'BT', 'GST', 'SST', 'WST', 'ECT', 'PKT', 'NST', 'LT'];

const wordAlternatives = [...Object.keys(zones), ...severalOffsets].sort((a, b) => b.length - a.length);

/**
 * Source of a regular expression for what may stand after a time as its zone: a known abbreviation, `GMT+1`, an
 * offset, or an unknown abbreviation of that kind (`XYT`). Zones are matched in capitals only.
 */
export const zonePattern = `(?:GMT|UTC)\\s?[+\\u2212-]\\d{1,2}(?::?\\d{2})?|[+\\u2212-]\\d{2}:?\\d{2}|${wordAlternatives.join('|')}|[A-Z]{1,3}[SD]?T`;

/** A time and day without a zone, month counted from 1. */
export interface LocalTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** Milliseconds since 1970 of a local time as if it were UTC; also for the years 0 to 99. */
export function asUtc(time: LocalTime): number {
  const date = new Date(0);
  date.setUTCFullYear(time.year, time.month - 1, time.day);
  date.setUTCHours(time.hour, time.minute, time.second);
  return date.getTime();
}

function namedOffset(zone: string, local: LocalTime): number {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  const guess = asUtc(local);
  const offsetAt = (instant: number): number => {
    const part = format.formatToParts(instant).find(({ type }) => type === 'timeZoneName');
    return numericOffset(part?.value ?? '') ?? 0;
  };
  // The offset depends on the instant and the instant on the offset: one step settles all but the hour of change.
  return offsetAt(guess - offsetAt(guess) * 60_000);
}

function numericOffset(zone: string): number | null {
  const match = /^(?:GMT|UTC)?\s?([+\u2212-])(\d{1,2})(?::?(\d{2}))?$/u.exec(zone);
  if (match === null) return zone === 'GMT' ? 0 : null;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  if (minutes > 14 * 60) return null;
  return match[1] === '+' ? minutes : -minutes;
}

/** Minutes east of UTC of a printed zone at a local time; null when its abbreviation means several offsets or none. */
export function zoneOffset(zone: string, local: LocalTime): number | null {
  const known = Object.hasOwn(zones, zone) ? zones[zone] : undefined;
  if (typeof known === 'number') return known;
  if (typeof known === 'string') return namedOffset(known, local);
  return numericOffset(zone);
}
