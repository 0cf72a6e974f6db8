import type { PartialDate } from '../../../model/partial-date.ts';

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const forms: readonly RegExp[] = [
  // /2007/11/28/, /2007-11-28-, /2007/nov/28/
  /(?<![\d])(?<year>(?:19|20)\d\d)[/_-](?<month>\d{1,2}|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}[/_-](?<day>\d{1,2})(?![\d])/iu,
  // /20071128/ and story-20071128.html
  /(?<![\d])(?<year>(?:19[89]|20[0-4])\d)(?<month>0[1-9]|1[0-2])(?<day>0[1-9]|[12]\d|3[01])(?![\d])/u,
  // /201711/28/
  /(?<=\/)(?<year>20[0-4]\d)(?<month>0[1-9]|1[0-2])\/(?<day>0[1-9]|[12]\d|3[01])(?=\/)/u,
  // /2010/POLITICS/08/13/
  /(?<=\/)(?<year>(?:19[89]|20[0-4])\d)\/[a-z][\w.-]{1,30}\/(?<month>\d{1,2})\/(?<day>\d{1,2})(?=\/)/iu,
  // /2017-11/28/
  /(?<=\/)(?<year>20[0-4]\d)-(?<month>0[1-9]|1[0-2])\/(?<day>0[1-9]|[12]\d|3[01])(?=\/)/u,
  // /28-11-2007/
  /(?<![\d])(?<day>\d{1,2})[-_](?<month>\d{1,2})[-_](?<year>(?:19[89]|20[0-4])\d)(?![\d])/u,
];

function exists(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** The day in the path of an address: `/2007/11/28/`, `/20071128/`, `/2007/nov/28/`. Null when there is none. */
export function dateOfUrl(address: string): PartialDate | null {
  const path = /^https?:\/\/[^/]+(\/[^?#]{0,1000})/iu.exec(address)?.[1];
  if (path === undefined) return null;
  for (const form of forms) {
    const match = form.exec(path);
    const { year = '', month = '', day = '' } = match?.groups ?? {};
    const number = /^\d/u.test(month) ? Number(month) : months.indexOf(month.toLowerCase()) + 1;
    if (match === null || !exists(Number(year), number, Number(day))) continue;
    const value = [year, String(number).padStart(2, '0'), day.padStart(2, '0')].join('-');
    return { value, precision: 'day', printed: match[0].replace(/^[/_-]|[/_-]$/gu, ''), zone: null };
  }
  return null;
}
