import type { PartialDate } from '../../model/partial-date.ts';
import { tidy } from './markup-text.ts';

/** Months as agencies abbreviate them, in English, German, French, Spanish and Italian. */
const months: readonly (readonly string[])[] = [
  ['jan', 'gen', 'ene'],
  ['feb', 'fev', 'fév'],
  ['mar', 'mär', 'mrz'],
  ['apr', 'avr', 'abr'],
  ['may', 'mai', 'mag'],
  ['jun', 'giu', 'jui'],
  ['jul', 'lug'],
  ['aug', 'aou', 'aoû', 'ago'],
  ['sep', 'set'],
  ['oct', 'okt', 'ott'],
  ['nov'],
  ['dec', 'dez', 'dic', 'déc'],
];

/** IPTC 7901: day, hour and minute, zone, month, year: `131137 GMT Nov 13`. */
const after7901 = /^(\d\d)(\d\d)(\d\d)(?:\s+(GMT|UTC|Z))?\s+(\p{L}{3,})\.?\s+(\d\d|\d{4})(?!\d)/u;
/** ANPA 1312 as the Associated Press has it: `AP-WF-11-13-13 1509GMT`. */
const afterAnpa = /^[A-Z]{2,4}-[A-Z]{2}-(\d\d)-(\d\d)-(\d\d)\s+(\d\d)(\d\d)\s*(GMT|UTC|Z)?/u;

function fullYear(year: string): number {
  const number = Number(year);
  if (year.length === 4) return number;
  return number < 70 ? 2000 + number : 1900 + number;
}

function dateOf(numbers: readonly number[], zone: string | undefined, printed: string): PartialDate | null {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = numbers;
  const time = new Date(Date.UTC(year, month - 1, day, hour, minute));
  const exists = time.getUTCMonth() === month - 1 && time.getUTCDate() === day && hour < 24 && minute < 60;
  if (!exists) return null;
  const local = time.toISOString().slice(0, 19);
  return {
    value: zone === undefined ? local : `${local}Z`,
    precision: 'minute',
    printed,
    zone: zone ?? null,
  };
}

/** The date and time with which a message of a wire ends, or null. Two digits of a year are of 1970 to 2069. */
export function readWireDate(trailer: string): PartialDate | null {
  const text = tidy(trailer).slice(0, 100);
  const anpa = afterAnpa.exec(text);
  if (anpa !== null) {
    const [printed, month, day, year = '', hour, minute, zone] = anpa;
    return dateOf([fullYear(year), Number(month), Number(day), Number(hour), Number(minute)], zone, printed);
  }
  const found = after7901.exec(text);
  if (found === null) return null;
  const [printed, day, hour, minute, zone, name = '', year = ''] = found;
  const month = months.findIndex((names) => names.includes(name.slice(0, 3).toLowerCase())) + 1;
  if (month === 0) return null;
  return dateOf([fullYear(year), month, Number(day), Number(hour), Number(minute)], zone, printed);
}
