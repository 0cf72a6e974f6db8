import type { ArticleWarning } from '../model/article.ts';
import { readDateLine } from '../text/date-lines.ts';
import { asUrl, withoutCapitals, wordCount } from './line-kinds.ts';
import type { Line } from './lines.ts';
import type { PlacedDate } from './page-header.ts';

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
  /^(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?:[12]\d{3}(?:\s?[-–]\s?\d{2,4})?,?\s*)?(.{2,50}?)(?:\s+(?:[12]\d{3}|M[MCDLXVI]{2,}))?(?:\.\s.*|,.*|\.?)$/iu;

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

/** A line of the body or foot that is there for its date. */
export function readMetaDate(line: Line): PlacedDate | null {
  const found = readDateLine(line.text);
  if (found === null || (found.label === null && found.others.length > 0)) return null;
  return { line, found };
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
