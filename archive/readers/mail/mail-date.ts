import type { PartialDate } from '../../model/partial-date.ts';
import { readJsonDate } from '../records/record-date.ts';
import type { JsonDate } from '../records/record-date.ts';

/** RFC 5322, 3.3, with the forms of RFC 822 that 4.3 lists: years of two or three digits, no seconds, zones by name. */
const form =
  /^(?:[a-z]{2,10}\.?\s*,?\s*)?(\d{1,2})[\s-]+([a-z]{3})[a-z]*\.?[\s-]+(\d{2,4}),?\s+(\d{1,2})\s*[:.]\s*(\d{2})(?:\s*[:.]\s*(\d{2})(?:\.\d+)?)?(?:\s*([+-]\d{2}:?\d{2}|[a-z]{1,5})(?:\s*[+-]\d{4})?)?\b/iu;
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** RFC 5322, 4.3. Other names mean several offsets, or none that is known. */
const zones: Readonly<Record<string, string>> = {
  ut: '+0000',
  utc: '+0000',
  gmt: '+0000',
  z: '+0000',
  est: '-0500',
  edt: '-0400',
  cst: '-0600',
  cdt: '-0500',
  mst: '-0700',
  mdt: '-0600',
  pst: '-0800',
  pdt: '-0700',
  cet: '+0100',
  cest: '+0200',
  eet: '+0200',
  eest: '+0300',
  msk: '+0300',
  jst: '+0900',
};

const two = (number: number): string => String(number).padStart(2, '0');

/** Two digits are of 1950 to 2049, three count from 1900 (RFC 5322, 4.3). */
function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length === 2) return year < 50 ? 2000 + year : 1900 + year;
  return digits.length === 3 ? 1900 + year : year;
}

function withoutComments(text: string): string {
  let plain = text;
  // Comments may hold comments.
  for (let round = 0; round < 3 && plain.includes('('); round += 1)
    plain = plain.replace(/\([^()]*\)/gu, ' ');
  return plain.replace(/\s+/gu, ' ').trim();
}

/** A date of this form as ISO 8601; null when it is none, or the calendar does not have it. */
function asIso(text: string): { readonly iso: string; readonly zone: string | null } | null {
  const match = form.exec(text);
  if (match === null) return null;
  const [, day = '', name = '', year = '', hour = '', minute = '', second] = match;
  const month = months.indexOf(name.toLowerCase()) + 1;
  if (month === 0) return null;
  const given = match[7] ?? null;
  const zone = given === null ? '' : (zones[given.toLowerCase()] ?? given);
  const time = `${two(Number(hour))}:${minute}${second === undefined ? '' : `:${second}`}`;
  const date = `${String(fullYear(year)).padStart(4, '0')}-${two(month)}-${two(Number(day))}`;
  // `-0000` says that the offset is not known (RFC 5322, 3.3): the time is in UTC all the same.
  const offset = /^[+-]\d{2}:?\d{2}$/u.test(zone) ? zone.replace('-0000', '+0000') : '';
  return { iso: `${date}T${time}${offset}`, zone: given };
}

/**
 * The date of a mail, converted to UTC when its zone is known. A zone by a name that means none is kept as printed, with the
 * warning `zone-unknown`; what is no date in this form is looked at as any other date.
 */
export function readMailDate(header: string | null): JsonDate {
  if (header === null) return { date: null, warnings: [{ code: 'undated' }] };
  const printed = header.slice(0, 200);
  const plain = withoutComments(printed);
  const found = asIso(plain);
  if (found === null) {
    const other = readJsonDate(plain === '' ? printed : plain);
    return other.date === null ? other : { ...other, date: { ...other.date, printed } };
  }
  const { date, warnings } = readJsonDate(found.iso);
  if (date === null) return { date, warnings: [{ code: 'date-impossible', printed }] };
  const dated: PartialDate = { ...date, printed, zone: found.zone };
  const isUnknown = found.zone !== null && date.zone === null;
  return {
    date: dated,
    warnings: isUnknown ? [...warnings, { code: 'zone-unknown', zone: found.zone ?? '' }] : warnings,
  };
}
