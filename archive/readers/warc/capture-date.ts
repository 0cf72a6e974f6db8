const digits14 = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)\d{0,4}$/u;
const iso = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)(?:[.,]\d{1,12})?(Z|[+-]\d\d:?\d\d)?$/iu;

function offsetOf(zone: string | undefined): number {
  const parts = /^([+-])(\d\d):?(\d\d)$/u.exec(zone ?? '');
  if (parts === null) return 0;
  const minutes = Number(parts[2]) * 60 + Number(parts[3]);
  return parts[1] === '-' ? -minutes : minutes;
}

/**
 * When something was captured, in UTC to the second: `2016-01-26T22:31:18Z`. Reads the dates of WARC (W3C-DTF with
 * seconds; fractions are cut off) and of ARC (14 digits, UTC). Null for anything else, and for what is no date.
 */
export function isoInstant(text: string): string | null {
  const parts = iso.exec(text.trim()) ?? digits14.exec(text.trim());
  if (parts === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1, 7).map(Number);
  const time = Date.UTC(year, month - 1, day, hour, minute, second);
  const date = new Date(time);
  // A 31 November would become the first of December.
  if (year < 1000 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || hour > 23) return null;
  return new Date(time - offsetOf(parts[7]) * 60_000).toISOString().replace(/\.\d+Z$/u, 'Z');
}
