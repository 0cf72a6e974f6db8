import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDateLine } from '../../../archive/text/date-lines.ts';
import { findDate } from '../../../archive/text/dates.ts';

/** `value zone` of the date found, `impossible`, or null. */
function read(line: string): string | null {
  const found = findDate(line);
  if (found === null) return null;
  if (found.date === null) return 'impossible';
  return found.date.zone === null ? found.date.value : `${found.date.value} ${found.date.zone}`;
}

const printed: Readonly<Record<string, string | null>> = {
  'Last Updated: Wednesday, 28 November 2007, 11:49 GMT': '2007-11-28T11:49:00Z GMT',
  'Page last updated at 11:49 GMT, Wednesday, 28 November 2007': '2007-11-28T11:49:00Z GMT',
  'Page last updated at 16:05 GMT, Tuesday, 1 April 2008 17:05 UK': '2008-04-01T16:05:00Z GMT',
  'Wednesday, 28 November, 2001, 11:49 GMT 12:49 UK': '2001-11-28T11:49:00Z GMT',
  'Wednesday, November 28, 2001 Published at 17:20 GMT 18:20 UK': '2001-11-28T17:20:00Z GMT',
  '28 November 2007 Last updated at 11:49 GMT': '2007-11-28T11:49:00Z GMT',
  'Published: 2007/11/28 11:49:02 GMT': '2007-11-28T11:49:02Z GMT',
  '1149 GMT, 28 November 2007': '2007-11-28T11:49:00Z GMT',
  // ISO 8601
  '2007-11-28': '2007-11-28',
  '2007-11': '2007-11',
  '2007-11-28T11:49Z': '2007-11-28T11:49:00Z Z',
  '2007-11-28T11:49:02.123+01:00': '2007-11-28T10:49:02Z +01:00',
  '2007-11-28T00:30:00+0200': '2007-11-27T22:30:00Z +0200',
  '2007-11-28 11:49': '2007-11-28T11:49:00',
  '2007-11-28T11:49:00': '2007-11-28T11:49:00',
  '20071128T114902Z': '2007-11-28T11:49:02Z Z',
  // RFC 5322 and the C library
  'Wed, 28 Nov 2007 11:49:02 +0000': '2007-11-28T11:49:02Z +0000',
  'Wed, 28 Nov 2007 11:49:02 EST': '2007-11-28T16:49:02Z EST',
  'Wed Nov 28 11:49:02 2007': '2007-11-28T11:49:02',
  // English
  '28 Nov 2007': '2007-11-28',
  '28th November 2007': '2007-11-28',
  '28th of November, 2007': '2007-11-28',
  '28 NOVEMBER 2007': '2007-11-28',
  '28 Nov 07': '2007-11-28',
  'November 28, 2007': '2007-11-28',
  'Nov. 28, 2007, 11:49 a.m. EST': '2007-11-28T16:49:00Z EST',
  'Posted on: Nov 28 2007 at 12:05 am PST': '2007-11-28T08:05:00Z PST',
  '28 November 2007 12:30 p.m. UTC': '2007-11-28T12:30:00Z UTC',
  '17-18 March 2004': '2004-03-17',
  'November 2007': '2007-11',
  'Published: 1974': '1974',
  '1974': '1974',
  // numbers
  '28.11.2007': '2007-11-28',
  '28.11.2007. 14:30': '2007-11-28T14:30:00',
  '28. 11. 2007. u 14.30': '2007-11-28T14:30:00',
  '28/11/2007': '2007-11-28',
  '11/28/2007': '2007-11-28',
  '04/05/2007': '2007-05-04',
  // other languages
  '28. novembar 2007.': '2007-11-28',
  '28. novembra 2007. godine': '2007-11-28',
  '28. новембра 2007.': '2007-11-28',
  'среда, 28. новембар 2007. 14:30': '2007-11-28T14:30:00',
  '28. studenoga 2007.': '2007-11-28',
  '28 nëntor 2007': '2007-11-28',
  ['28 n\u00ebntor 2007'.normalize('NFD')]: '2007-11-28',
  'E mërkurë, 28 Nëntor 2007, ora 14:30': '2007-11-28T14:30:00',
  'Mittwoch, 28. November 2007, 11:49 Uhr MEZ': '2007-11-28T10:49:00Z MEZ',
  'mercredi 28 novembre 2007 à 11h49': '2007-11-28T11:49:00',
  '28 ноября 2007, 14:30 МСК': '2007-11-28T11:30:00Z МСК',
  // zones
  '1 July 2007 00:30 BST': '2007-06-30T23:30:00Z BST',
  '28 November 2007 11:49 CET': '2007-11-28T10:49:00Z CET',
  '28 July 2007 11:49 CEST': '2007-07-28T09:49:00Z CEST',
  '28 November 2007 11:49 ET': '2007-11-28T16:49:00Z ET',
  '28 July 2007 11:49 ET': '2007-07-28T15:49:00Z ET',
  '28 November 2007 11:49 GMT+1': '2007-11-28T10:49:00Z GMT+1',
  '28 November 2007 11:49 IST': '2007-11-28T11:49:00 IST',
  '28 November 2007 11:49 BBC': '2007-11-28T11:49:00',
  // days that no calendar has
  '31 November 2007': 'impossible',
  '29 February 2007': 'impossible',
  '29 February 2008': '2008-02-29',
  '99.99.2007': 'impossible',
  // no dates
  'Call 011 28-11-2007': null,
  '+381 11 28.11.2007': null,
  '$28.11.2007': null,
  'version 1.2.2007.3': null,
  'a score of 28-11': null,
  '5 to 3 in 2007': null,
  'may 2000 people': null,
  'VIENNA, Nov 28 (Reuters) -': null,
  '': null,
};

describe('findDate', () => {
  it('reads dates as they are printed, and nothing else as one', () => {
    expect(Object.fromEntries(Object.keys(printed).map((line) => [line, read(line)]))).toEqual(printed);
  });

  it('says what a careful person should know', () => {
    const warnings = (line: string): unknown => findDate(line)?.warnings;
    expect(warnings('Tuesday, 28 November 2007')).toEqual([
      { code: 'weekday-contradicts', printed: 'Tuesday', actual: 'Wednesday' },
    ]);
    expect(warnings('utorak, 28. novembar 2007.')).toEqual([
      { code: 'weekday-contradicts', printed: 'utorak', actual: 'sreda' },
    ]);
    expect(warnings('04/05/2007')).toEqual([{ code: 'date-ambiguous', printed: '04/05/2007' }]);
    expect(warnings('05/05/2007')).toEqual([]);
    expect(warnings('04.05.2007')).toEqual([]);
    expect(warnings('28 November 2007 11:49 IST')).toEqual([{ code: 'zone-unknown', zone: 'IST' }]);
    expect(warnings('on 31 November 2007')).toEqual([
      { code: 'date-impossible', printed: '31 November 2007' },
    ]);
    expect(warnings('Wednesday, 28 November 2007')).toEqual([]);
  });

  it('keeps the words exactly as printed', () => {
    expect(findDate('(  Updated: Wed,\u00a028 Nov 2007,  11:49 GMT )')?.date?.printed).toBe(
      'Updated: Wed,\u00a028 Nov 2007,  11:49 GMT',
    );
  });

  it('reads back every day it is given, in each form', () => {
    const forms: ((y: number, m: number, d: number) => string)[] = [
      (y, m, d) => `${String(y)}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`,
      (y, m, d) => `${String(d)}. ${String(m)}. ${String(y)}.`,
      (y, m, d) => new Date(Date.UTC(y, m - 1, d)).toUTCString(),
      (y, m, d) =>
        `${new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' }).format(Date.UTC(y, m - 1, d))}`,
      (y, m, d) =>
        `${new Intl.DateTimeFormat('en-US', { dateStyle: 'full', timeZone: 'UTC' }).format(Date.UTC(y, m - 1, d))}`,
      (y, m, d) =>
        `${new Intl.DateTimeFormat('sr-Cyrl', { dateStyle: 'full', timeZone: 'UTC' }).format(Date.UTC(y, m - 1, d))}`,
      (y, m, d) =>
        `${new Intl.DateTimeFormat('sr-Latn', { dateStyle: 'full', timeZone: 'UTC' }).format(Date.UTC(y, m - 1, d))}`,
      (y, m, d) =>
        `${new Intl.DateTimeFormat('hr', { dateStyle: 'long', timeZone: 'UTC' }).format(Date.UTC(y, m - 1, d))}`,
      (y, m, d) =>
        `${new Intl.DateTimeFormat('sq', { dateStyle: 'long', timeZone: 'UTC' }).format(Date.UTC(y, m - 1, d))}`,
      (y, m, d) =>
        `${new Intl.DateTimeFormat('mk', { dateStyle: 'full', timeZone: 'UTC' }).format(Date.UTC(y, m - 1, d))}`,
      (y, m, d) =>
        `${new Intl.DateTimeFormat('de', { dateStyle: 'full', timeZone: 'UTC' }).format(Date.UTC(y, m - 1, d))}`,
      (y, m, d) =>
        `${new Intl.DateTimeFormat('fr', { dateStyle: 'full', timeZone: 'UTC' }).format(Date.UTC(y, m - 1, d))}`,
      (y, m, d) =>
        `${new Intl.DateTimeFormat('ru', { dateStyle: 'full', timeZone: 'UTC' }).format(Date.UTC(y, m - 1, d))}`,
    ];
    const day = fc.date({ min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.constantFrom(...forms), (date, form) => {
        const line = form(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
        const found = findDate(line);
        expect([line, found?.date?.value.slice(0, 10), found?.warnings]).toEqual([
          line,
          date.toISOString().slice(0, 10),
          [],
        ]);
      }),
      { numRuns: 500 },
    );
  });

  it('never throws, and places what it finds inside the line', () => {
    const bits = fc.constantFrom(
      '28',
      'Nov',
      '2007',
      '.',
      '/',
      '-',
      ' ',
      ':',
      '11:49',
      'GMT',
      'sun',
      'Published',
      ',',
      'th',
      'T',
      '\u0301',
    );
    const line = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(bits, { maxLength: 14 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(line, (text) => {
        const found = findDate(text);
        if (found === null) return;
        expect(found.start).toBeGreaterThanOrEqual(0);
        expect(found.end).toBeLessThanOrEqual(text.length);
        if (found.date !== null) expect(text.slice(found.start, found.end)).toBe(found.date.printed);
        if (found.date?.value.includes('T') === true) expect(Date.parse(found.date.value)).not.toBeNaN();
      }),
      { numRuns: 500 },
    );
  });
});

describe('readDateLine', () => {
  it('tells a line that is there for its date from one that mentions one', () => {
    const others = (line: string): readonly string[] | null => readDateLine(line)?.others ?? null;
    expect(others('Beograd, 28. 11. 2007.')).toEqual(['Beograd']);
    expect(others('28.11.2007. | 14:30 | Izvor: Tanjug')).toEqual(['Izvor: Tanjug']);
    expect(others('The Guardian, Wednesday 28 November 2007')).toEqual(['The Guardian']);
    expect(others('28 Nov 07 | Europe')).toEqual(['Europe']);
    expect(others('Последна измена: 28.11.2007')).toEqual([]);
    expect(others('Kosovo talks of 28 November 2007')).toBeNull();
    expect(others('The talks ended on 28 November 2007, in Vienna.')).toBeNull();
    expect(others('Last updated: yesterday')).toBeNull();
  });

  it('prefers the date of publication', () => {
    const line = 'Updated: 29 Nov 2007 12:00 | Published: 28 Nov 2007 11:49';
    expect(readDateLine(line)?.date?.printed).toBe('Published: 28 Nov 2007 11:49');
  });
});
