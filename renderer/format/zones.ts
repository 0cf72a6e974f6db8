/**
 * Minutes east of Greenwich of the zones whose abbreviations mean one thing in the press we read. A time that the
 * archive could convert to UTC is shown again as it was printed with these; all others are shown in UTC.
 */
const offsets: ReadonlyMap<string, number> = new Map([
  ['GMT', 0],
  ['UTC', 0],
  ['UT', 0],
  ['Z', 0],
  ['WET', 0],
  ['BST', 60],
  ['WEST', 60],
  ['CET', 60],
  ['MET', 60],
  ['CEST', 120],
  ['MEST', 120],
  ['EET', 120],
  ['EEST', 180],
  ['MSK', 180],
  ['EDT', -240],
  ['EST', -300],
  ['CDT', -300],
  ['CST', -360],
  ['MDT', -360],
  ['MST', -420],
  ['PDT', -420],
  ['PST', -480],
]);

const numeric = /^(?:GMT|UTC)?([+-])(\d{1,2}):?(\d{2})?$/;

/** Minutes east of Greenwich of a printed zone (`GMT`, `CET`, `+01:00`, `UTC+1`), or null when it is not known. */
export function zoneOffset(zone: string): number | null {
  const name = zone.trim().toUpperCase().replace('\u2212', '-');
  const named = offsets.get(name);
  if (named !== undefined) return named;
  const [, sign, hours, minutes] = numeric.exec(name) ?? [];
  if (sign === undefined || hours === undefined) return null;
  const size = Number(hours) * 60 + Number(minutes ?? 0);
  if (size > 14 * 60 || Number(minutes ?? 0) > 59) return null;
  return sign === '-' ? -size : size;
}
