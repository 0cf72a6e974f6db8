import { findDate } from '../text/dates.ts';
import type { FoundDate } from '../text/dates.ts';

/** The beginning of an agency's report: `VIENNA, Nov 28, 2007 (Reuters) -`. */
export interface Dateline {
  readonly place: string;
  /** The agency in parentheses, or null. */
  readonly source: string | null;
  /** Only when the year is printed: a report from `Nov 28` alone has no date. */
  readonly date: FoundDate | null;
  /** How many characters of the paragraph it takes, its dash included. */
  readonly length: number;
}

const shape =
  /^(?<place>\p{Lu}[\p{Lu}\s.'’/-]{1,40}(?:,\s\p{Lu}[\p{L}.]+(?:\s\p{Lu}[\p{L}.]+)?)?)(?<date>,\s[^()–—]{3,40}?)?(?:\s?\((?<source>[^()]{2,40})\))?\s?(?:[–—-]{1,2})\s+(?=\S)/u;

/** Reads the dateline at the beginning of a paragraph; null when there is none. */
export function readDateline(paragraph: string): Dateline | null {
  const match = shape.exec(paragraph.slice(0, 160));
  if (match === null) return null;
  const { place = '', source } = match.groups ?? {};
  const month = /\p{L}/u.test(match.groups?.['date'] ?? '') ? findDate(match[0]) : null;
  return { place: place.trim(), source: source?.trim() ?? null, date: month, length: match[0].length };
}
