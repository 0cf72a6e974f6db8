import { expect, test } from 'vitest';
import { readPartialDate } from '../../../archive/model/read-partial-date.ts';

test('what a person types is a date as precise as it was typed', () => {
  const read = (typed: string) => {
    const date = readPartialDate(typed);
    return typeof date === 'string' ? date : [date.value, date.precision, date.zone];
  };
  expect(
    [
      ...[
        '2007',
        ' 2007-11 ',
        '2007-11-28',
        '2007-11-28 11:49',
        '2007-11-28T11:49:07',
        '2007-11-28 11:49 gmt',
      ],
      ...['2007-11-28 00:30 +01:00', '2008-02-29', '2007-02-29', '2007-13', '2007-11-28 24:00', '2007-00-01'],
      ...['28.11.2007', 'yesterday', '2007-1-1', '07', '0000-01-01 00:10 +01:00', '2007-11-28 11:49 +99:00'],
    ].map(read),
  ).toEqual([
    ['2007', 'year', null],
    ['2007-11', 'month', null],
    ['2007-11-28', 'day', null],
    ['2007-11-28T11:49:00', 'minute', null],
    ['2007-11-28T11:49:07', 'second', null],
    ['2007-11-28T11:49:00Z', 'minute', 'gmt'],
    ['2007-11-27T23:30:00Z', 'minute', '+01:00'],
    ['2008-02-29', 'day', null],
    ...['impossible', 'impossible', 'impossible', 'impossible'],
    ...['nonsense', 'nonsense', 'nonsense', 'nonsense', 'impossible', 'impossible'],
  ]);
});
