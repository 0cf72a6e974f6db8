import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DatePrecision, PartialDate } from '../../../archive/model/partial-date.ts';
import { formatMonth, formatPartialDate, printedDiffers } from '../../../renderer/format/dates.ts';
import { languageName, languageTag } from '../../../renderer/format/languages.ts';
import { formatBytes, formatCount, formatDuration } from '../../../renderer/format/numbers.ts';
import { shortcutKeys } from '../../../renderer/format/shortcuts.ts';
import { zoneOffset } from '../../../renderer/format/zones.ts';

function date(
  value: string,
  precision: DatePrecision,
  zone: string | null = null,
  printed = '',
): PartialDate {
  return { value, precision, zone, printed };
}

describe('dates', () => {
  const minute = (value: string, zone: string | null): string =>
    formatPartialDate(date(value, 'minute', zone), { weekday: true });

  test('are as precise as they are known', () => {
    expect([
      formatPartialDate(date('2007', 'year')),
      formatPartialDate(date('2007-11', 'month'), { weekday: true }),
      formatPartialDate(date('2007-11-28', 'day')),
      formatPartialDate(date('2007-11-28', 'day'), { weekday: true }),
      formatPartialDate(date('2007-11-28T11:49:05Z', 'second', 'GMT')),
      formatPartialDate(date('2007-11-28T11:49:00Z', 'day', 'GMT')),
      formatPartialDate(date('0079-08-24', 'day')),
    ]).toEqual([
      '2007',
      'November 2007',
      '28 November 2007',
      'Wednesday, 28 November 2007',
      '28 November 2007, 11:49:05 GMT',
      '28 November 2007',
      '24 August 79',
    ]);
  });

  test('have their printed zone when its offset is known, else what is known', () => {
    expect([
      minute('2007-11-28T11:49:00Z', 'GMT'),
      minute('2007-11-28T23:30:00Z', 'CET'),
      minute('2008-01-01T04:30:00Z', 'EST'),
      minute('2007-11-28T10:49:00Z', '+01:00'),
      minute('2007-11-28T10:49:00Z', 'XYZ'),
      minute('2007-11-28T10:49:00Z', null),
      minute('2007-11-28T10:49:00', 'IST'),
      minute('2007-11-28T10:49:00', null),
    ]).toEqual([
      'Wednesday, 28 November 2007, 11:49 GMT',
      'Thursday, 29 November 2007, 00:30 CET',
      'Monday, 31 December 2007, 23:30 EST',
      'Wednesday, 28 November 2007, 11:49 +01:00',
      'Wednesday, 28 November 2007, 10:49 UTC',
      'Wednesday, 28 November 2007, 10:49 UTC',
      'Wednesday, 28 November 2007, 10:49 IST',
      'Wednesday, 28 November 2007, 10:49',
    ]);
  });

  test('a value of another shape is shown as printed, and nothing makes it throw', () => {
    expect(formatPartialDate(date('2007-13', 'month', null, 'the 13th month'))).toBe('the 13th month');
    const precision = fc.constantFrom<DatePrecision>('year', 'month', 'day', 'minute', 'second');
    fc.assert(
      fc.property(fc.string(), precision, fc.option(fc.string()), (value, known, zone) => {
        formatPartialDate(date(value, known, zone), { weekday: true });
      }),
    );
  });

  test('the printed words are worth showing only when they say something else', () => {
    const differs = (printed: string): boolean => printedDiffers(date('2007-11-28', 'day', null, printed));
    expect(['28 November 2007', 'Wednesday 28 NOVEMBER, 2007', ''].map(differs)).toEqual([
      false,
      false,
      false,
    ]);
    expect(['28.11.2007', 'Tuesday, 28 November 2007', 'Updated: 28 November 2007'].map(differs)).toEqual([
      true,
      true,
      true,
    ]);
  });

  test('months for the axis', () => {
    expect(['2007', '2007-11', '2007-11-28', 'x'].map(formatMonth)).toEqual([
      '2007',
      'November 2007',
      'November 2007',
      'x',
    ]);
  });

  test('zones', () => {
    const zones = ['GMT', 'cet', '+0530', '−03:30', 'UTC+2', '+15:00', '+01:75', 'IST', ''];
    expect(zones.map(zoneOffset)).toEqual([0, 60, 330, -210, 120, null, null, null, null]);
  });
});

test('counts, sizes and durations', () => {
  expect([formatCount(1204), formatCount(1, 'article'), formatCount(0, 'entry', 'entries')]).toEqual([
    '1,204',
    '1 article',
    '0 entries',
  ]);
  expect([1, 2617, 9999, 10_000, 12_345, 999_949, 999_951, 52_428_800, 3e15].map(formatBytes)).toEqual([
    '1 byte',
    '2,617 bytes',
    '9,999 bytes',
    '10 KB',
    '12.3 KB',
    '999.9 KB',
    '1 MB',
    '52.4 MB',
    '3,000 TB',
  ]);
  expect([2.4, 1423, 60_000, 125_000].map(formatDuration)).toEqual(['2 ms', '1.4 s', '1 min', '2 min 5 s']);
});

test('languages', () => {
  expect(['sr-Cyrl', 'sq', 'en', 'not a tag'].map(languageName)).toEqual([
    'Serbian (Cyrillic)',
    'Albanian',
    'English',
    'not a tag',
  ]);
  expect(['sr-cyrl', 'x"y', null].map(languageTag)).toEqual(['sr-Cyrl', null, null]);
});

test('keys have the names of the platform', () => {
  expect(shortcutKeys('CmdOrCtrl+Shift+O', 'darwin')).toEqual(['⌘', '⇧', 'O']);
  expect(shortcutKeys('CmdOrCtrl+Shift+O', 'win32')).toEqual(['Ctrl', 'Shift', 'O']);
  expect(shortcutKeys('Alt+Left', 'linux')).toEqual(['Alt', '←']);
});
