import { readJsonDate } from '../records/record-date.ts';
import type { JsonDate } from '../records/record-date.ts';

const longest = 200;
const english = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** Beginnings of months, accents taken off and in lower case, in languages that the dates of pages do not cover. */
const greek = ['ιαν', 'φεβ', 'μαρ', 'απρ', 'μα', 'ιουν', 'ιουλ', 'αυγ', 'σεπ', 'οκτ', 'νοε', 'δεκ'];
const hungarian = ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'szep', 'okt', 'nov', 'dec'];

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

const two = (text: string | undefined): string => (text ?? '0').padStart(2, '0');

/** `Κυρ, 11 Ιούλ 2004 12:00:00 EST` */
function fromGreek(text: string): string | null {
  const match = /^[Α-ω\u0370-\u03ff]{2,12}\.?,\s*(\d{1,2})\s+([\u0370-\u03ff]{2,14})\.?\s+(.+)$/u.exec(text);
  const word = plain(match?.[2] ?? '');
  const month = greek.findIndex((beginning) => word.startsWith(beginning));
  return match === null || month === -1
    ? null
    : `${match[1] ?? ''} ${english[month] ?? ''} ${match[3] ?? ''}`;
}

/** `2004-július-13T9:15-05:00` */
function fromHungarian(text: string): string | null {
  const match = /^(\d{4})-(\p{L}{3,12})-(\d{1,2})(?:T(\d{1,2})(.+))?$/u.exec(text);
  const word = plain(match?.[2] ?? '');
  const month = hungarian.findIndex((beginning) => word.startsWith(beginning));
  if (match === null || month === -1) return null;
  const day = `${match[1] ?? ''}-${two(String(month + 1))}-${two(match[3])}`;
  return match[4] === undefined ? day : `${day}T${two(match[4])}${match[5] ?? ''}`;
}

/** `2004년 05월 28일 01:31:15`, `2004-05-25 오후 11:23:17`: services in Korea give its time. */
function fromKorean(text: string): string | null {
  const match =
    /^(\d{4})(?:년\s*|-)(\d{1,2})(?:월\s*|-)(\d{1,2})일?\s+(오전|오후)?\s*(\d{1,2}):(\d\d)(?::(\d\d))?$/u.exec(
      text,
    );
  if (match === null || (match[4] === undefined && !text.includes('년'))) return null;
  const hour = Number(match[5]);
  const hours = match[4] === '오후' && hour < 12 ? hour + 12 : match[4] === '오전' && hour === 12 ? 0 : hour;
  const day = `${match[1] ?? ''}-${two(match[2])}-${two(match[3])}`;
  return `${day}T${two(String(hours))}:${match[6] ?? ''}${match[7] === undefined ? '' : `:${match[7]}`}+09:00`;
}

/** ISO 8601 by the day of the year: `2003-335`. */
function fromOrdinal(text: string): string | null {
  const match = /^(\d{4})-(\d{3})$/u.exec(text);
  const year = Number(match?.[1]);
  const day = Number(match?.[2]);
  if (match === null || day < 1 || day > 366) return null;
  const date = new Date(Date.UTC(year, 0, day));
  return date.getUTCFullYear() === year ? date.toISOString().slice(0, 10) : null;
}

/** ISO 8601 without its zeros: `2011-1-5T3:2:1Z`. */
function fromShortIso(text: string): string | null {
  const match =
    /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]\s*(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?)?$/u.exec(
      text,
    );
  if (match === null) return null;
  const day = `${match[1] ?? ''}-${two(match[2])}-${two(match[3])}`;
  if (match[4] === undefined) return day;
  const second = match[6] === undefined ? '' : `:${two(match[6])}`;
  return `${day}T${two(match[4])}:${two(match[5])}${second}${match[7] ?? ''}`;
}

/** Midnight as the end of a day, leap seconds and names of zones with a path (`Etc/GMT`) in dates of mail. */
function repaired(text: string): string | null {
  const fixed = text.replace(/\bEtc\/(?=GMT|UTC)/u, '').replace(/(\d\d:\d\d):60\b/u, '$1:59');
  return fixed === text ? null : fixed;
}

const forms = [fromKorean, fromHungarian, fromGreek, fromOrdinal, fromShortIso, repaired];

function readOne(written: string): JsonDate {
  const text = written.trim().replace(/\s+/gu, ' ').slice(0, longest);
  const found = forms.map((form) => form(text)).find((form) => form !== null) ?? text;
  const { date, warnings } = readJsonDate(found);
  if (date === null || found === text) return { date, warnings };
  return { date: { ...date, printed: text }, warnings };
}

/**
 * The first of some dates that is one: RFC 822 as feeds write it, with wrong weekdays and zones; W3CDTF of every precision and
 * ISO 8601; the ways of services in Korea, Greece and Hungary. `undated` when there is none, else what is wrong with it.
 */
export function readFeedDate(dates: readonly string[]): JsonDate {
  let first: JsonDate | null = null;
  for (const written of dates) {
    const read = readOne(written);
    if (read.date !== null) return read;
    first ??= read;
  }
  return first ?? { date: null, warnings: [{ code: 'undated' }] };
}
