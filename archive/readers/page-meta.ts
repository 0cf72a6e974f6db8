import type { ArticleWarning } from '../model/article.ts';
import { labelPattern } from '../text/date-labels.ts';
import { readDateLine } from '../text/date-lines.ts';
import type { DateLine } from '../text/date-lines.ts';
import { asUrl, withoutCapitals, wordCount } from './line-kinds.ts';
import { joinLines } from './lines.ts';
import type { Line } from './lines.ts';

/** A date line and where it stands. */
export interface PlacedDate {
  readonly line: Line;
  readonly found: DateLine;
}

/** A line at the head or foot that says where the page is from: `Story from BBC NEWS: http://…`, `© BBC MMVII`. */
export interface Origin {
  readonly source: string | null;
  readonly url: string | null;
  /** How many lines it takes. */
  readonly lines: number;
}

const storyFrom = /^story from\s+(.{2,40}?)\s*:?\s*(https?:\/\/\S+)?$/iu;
const labelledUrl =
  /^(?:url|link|permalink|original(?: url)?|source|address|web|izvor|извор|adresa|адреса|burimi|linku|find this (?:article|story) at|article url|this (?:article|story) (?:can be found|is) at)\s*:?\s*(https?:\/\/\S+)?$/iu;
const copyright =
  /^(?:(?:©|\(c\)|copyright)\s*){1,3}(?:[12]\d{3}(?:\s?[-–]\s?\d{2,4})?,?\s*)?(.{2,50}?)(?:\s+(?:[12]\d{3}|M[MCDLXVI]{2,}))?(?:\.\s.*|,.*|\.?)$/iu;

function sourceOfCopyright(text: string): string | null {
  const name = copyright.exec(text)?.[1]?.replace(/[\s.,]+$/u, '');
  if (name === undefined || wordCount(name) === 0 || wordCount(name) > 4 || !/^\p{Lu}/u.test(name))
    return null;
  return withoutCapitals(name.replace(/\s+(?:[12]\d{3}|M[MCDLXVI]{2,})$/u, ''));
}

/** Reads a line as a statement of origin; the address may stand in the next line. Null when it is none. */
export function readOrigin(lines: readonly Line[], at: number): Origin | null {
  const text = lines[at]?.text ?? '';
  if (text.length > 300) return null;
  const next = asUrl(lines[at + 1]?.text ?? '');
  const story = storyFrom.exec(text);
  if (story !== null) {
    const url = story[2] === undefined ? next : asUrl(story[2]);
    return {
      source: withoutCapitals(story[1] ?? ''),
      url,
      lines: story[2] === undefined && next !== null ? 2 : 1,
    };
  }
  const labelled = labelledUrl.exec(text);
  if (labelled !== null && (labelled[1] !== undefined || next !== null)) {
    const url = labelled[1] === undefined ? next : asUrl(labelled[1]);
    return { source: null, url, lines: labelled[1] === undefined ? 2 : 1 };
  }
  const bare = asUrl(text);
  if (bare !== null) return { source: null, url: bare, lines: 1 };
  const owner = sourceOfCopyright(text);
  return owner === null ? null : { source: owner, url: null, lines: 1 };
}

const labelOnly = new RegExp(`^(?:${labelPattern})\\s*:?$`, 'iu');
const timeOnly = /^\d{1,2}[:.]\d{2}(?:[\s,(].*)?$/u;

/** A line that is only a time of day, with its zone. */
export function isTime(text: string): boolean {
  return timeOnly.test(text) && wordCount(text) <= 6 && readDateLine(text) === null;
}

const marker = /^[*•·-]\s+/u;

/** A label, a date and a time of day that have lines of their own, as one line; null when they are no date together. */
function joinedDate(
  lines: readonly Line[],
  at: number,
  count: number,
): (PlacedDate & { readonly taken: number }) | null {
  const parts = lines.slice(at, at + count);
  if (parts.length < count || parts.slice(1).some(({ gap }) => gap > 1)) return null;
  const pieces = parts.filter(({ text }) => labelOnly.test(text) || isTime(text));
  if (pieces.length !== count - 1 || !parts.some(({ text }) => readDateLine(text) !== null)) return null;
  const line = joinLines(parts);
  const found = readDateLine(line.text);
  const timed = !pieces.some(({ text }) => isTime(text)) || found?.date?.precision !== 'day';
  return found === null || found.date === null || !timed ? null : { line, found, taken: count };
}

/**
 * The date line at an index, with how many lines it takes: more than one when its label, or the time of day, has a
 * line of its own. Null when there is no date.
 */
export function readDateAt(
  lines: readonly Line[],
  at: number,
): (PlacedDate & { readonly taken: number }) | null {
  const joined = joinedDate(lines, at, 3) ?? joinedDate(lines, at, 2);
  const line = lines[at];
  if (joined !== null || line === undefined) return joined;
  const found = readDateLine(line.text.replace(marker, ''));
  return found === null ? null : { line, found, taken: 1 };
}

/** A date in the body or at the foot: its line has a label or says nothing else. */
export function readMetaDate(
  lines: readonly Line[],
  at: number,
): (PlacedDate & { readonly taken: number }) | null {
  const date = readDateAt(lines, at);
  return date === null || (date.found.label === null && date.found.others.length > 0) ? null : date;
}

/** What the dates of a page come to. */
export interface Publication {
  readonly date: PlacedDate | null;
  readonly warnings: readonly ArticleWarning[];
}

/** The date of publication among those printed: a line that says `Published` first, then the one nearest to the top. */
export function choosePublication(dates: readonly PlacedDate[]): Publication {
  const possible = dates.filter(({ found }) => found.date !== null);
  const date = possible.find(({ found }) => found.label === 'published') ?? possible[0] ?? null;
  if (date !== null) return { date, warnings: date.found.warnings };
  const impossible = dates[0]?.found.warnings ?? [];
  return { date: null, warnings: [...impossible, { code: 'undated' }] };
}
