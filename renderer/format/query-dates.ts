import { formatShortDate } from './date-ranges.ts';

const boundWords: Readonly<Record<string, string>> = {
  '>': 'after',
  '<': 'before',
  '>=': 'from',
  '<=': 'until',
};

const range = /^\[?\s*(.*?)\s*(?:\.{2,3}|…|\sTO\s)\s*(.*?)\s*\]?$/u;

/** What `date:` asks, in words: `dated 28 Nov 2007`, `dated after 2007`, `without a date`. */
export function dateWords(value: string): string {
  if (value === 'none') return 'without a date';
  if (value === '*') return 'with a date';
  const [, sign, bound = ''] = /^([<>]=?)\s*(.*)$/u.exec(value) ?? [];
  if (sign !== undefined) return `dated ${boundWords[sign] ?? ''} ${formatShortDate(bound)}`;
  const [, from, to] = range.exec(value) ?? [];
  if (from === undefined || to === undefined) return `dated ${formatShortDate(value)}`;
  const [open, end] = [/^\*?$/u.test(from), /^\*?$/u.test(to)];
  if (open && end) return 'with a date';
  if (open) return `dated until ${formatShortDate(to)}`;
  return end
    ? `dated from ${formatShortDate(from)} on`
    : `dated ${formatShortDate(from)} to ${formatShortDate(to)}`;
}
