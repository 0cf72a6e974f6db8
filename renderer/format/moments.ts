import { formatPartialDate } from './dates.ts';

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/** A moment of this machine's own, in its own time: `24 November 2026, 16:07`. An ISO 8601 text that is none stays as it is. */
export function formatMoment(iso: string): string {
  const moment = new Date(iso);
  if (Number.isNaN(moment.getTime())) return iso;
  const [year, month, day] = [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()];
  const date = `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`;
  const time = `${twoDigits(moment.getHours())}:${twoDigits(moment.getMinutes())}`;
  return `${formatPartialDate({ value: date, precision: 'day', printed: date, zone: null })}, ${time}`;
}
