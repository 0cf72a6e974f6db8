import type { ArticleWarning } from '../../../model/article.ts';
import type { PartialDate } from '../../../model/partial-date.ts';
import { readJsonDate } from '../../records/record-date.ts';
import { tidy } from './page-walk.ts';

/** A date that metadata give. */
export interface MetaDate {
  readonly date: PartialDate;
  readonly warnings: readonly ArticleWarning[];
}

const packed = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?$/u;
// `Wed Mar 11 10:23:00 EDT 2015`, `2014-09-24 12:00:00 -0400 EDT`, `2015-03-11 10:23:00.0`, `2018-04-05T06:00+0000[UTC]`
const zoneAfterOffset = /([+-]\d\d:?\d\d)\s?(?:\(?[A-Z]{2,5}\)?|\[[\w/]{2,40}\])$/u;
const utcWord = /\s(?:UTC|GMT)$/u;

function plain(value: string): string {
  const text = tidy(value).replace(/^["']|["']$/gu, '');
  const digits = packed.exec(text);
  if (digits !== null) {
    const [, year = '', month = '', day = '', hour = '', minute = '', second] = digits;
    return `${year}-${month}-${day}T${hour}:${minute}${second === undefined ? '' : `:${second}`}`;
  }
  return text
    .replace(zoneAfterOffset, '$1')
    .replace(/^(\d{4})[/.](\d\d?)[/.](\d\d?)(?=$|[ T])/u, (_, year: string, month: string, day: string) =>
      [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-'),
    )
    .replace(/^(\d{4}-\d\d-\d\d)\s+(?=\d)/u, '$1T')
    .replace(/^(\d{4}-\d\d-\d\d)T(\d)(?=:)/u, '$1T0$2')
    .replace(/^(\d{4}-\d\d-\d\dT[\d:.]+)\s+(?=[+-]\d\d)/u, '$1')
    .replace(utcWord, (word) => (/T[\d:.]+\s\w{3}$/u.test(text) ? 'Z' : word));
}

/** Values that stand for no date: zeros, the beginnings of clocks, a placeholder never filled in. */
function isNone(date: PartialDate): boolean {
  return /^(?:000[01]|1970-01-01|1969-12-31|1900-01-01|1899-12-30|9999)/u.test(date.value);
}

/** A date of metadata in any of the forms that pages use; null when it is none, `why` then holds what is to be said of it. */
export function readMetaDate(value: unknown): MetaDate | null {
  if (value === null || value === undefined || value === '') return null;
  const given = typeof value === 'string' ? plain(value) : value;
  const { date, warnings } = readJsonDate(given);
  if (date === null || isNone(date)) return null;
  const printed = typeof value === 'string' ? tidy(value).slice(0, 200) : date.printed;
  return { date: { ...date, printed }, warnings };
}
