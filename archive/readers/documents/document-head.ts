import { readDateLine } from '../../text/date-lines.ts';
import { isByline, isBylineRole, labelledSource } from '../byline.ts';
import { readDateline } from '../dateline.ts';
import { isCapitals, isProse, withoutCapitals, wordCount } from '../line-kinds.ts';
import type { Line } from '../lines.ts';
import { isFurniture, isNavigation, looksLikeSource } from '../page-banner.ts';
import { readDateAt } from '../page-meta.ts';
import type { PlacedDate } from '../page-meta.ts';
import { textOfPart } from './document-part.ts';
import type { DocumentPart } from './document-part.ts';
import { squeezed } from './document-title.ts';

/** What stands above the text. */
export interface DocumentHead {
  /** Null when it has to be made. */
  readonly headline: string | null;
  readonly standfirst: string | null;
  readonly byline: string | null;
  readonly source: string | null;
  readonly section: string | null;
  readonly dates: readonly PlacedDate[];
  /** Parts above the headline that are none of these. */
  readonly over: readonly DocumentPart[];
  /** The first part of the text. */
  readonly next: number;
}

/** Within so many parts the headline stands, and within so many after it byline and date. */
const partsOfHead = 8;
const longestHeadline = 250;
const longestStandfirst = 600;

/** A part as a line, so that the readers of plain text can be asked about it. */
export function lineOfPart(part: DocumentPart | undefined): Line | undefined {
  if (part === undefined) return undefined;
  const text = textOfPart(part);
  return { text, start: 0, end: text.length, gap: 1 };
}

function canBeHeadline(text: string): boolean {
  if (text.length > longestHeadline || wordCount(text) === 0 || readDateline(text) !== null) return false;
  return !isProse(text) || isCapitals(text);
}

/** A line that is about the article: found out once, for the search of the headline and for what follows it. */
function isAbout(text: string): boolean {
  const date = readDateLine(text);
  const isDate = date !== null && date.others.reduce((sum, other) => sum + wordCount(other), 0) <= 3;
  return (
    isDate || isByline(text) || labelledSource(text) !== null || looksLikeSource(text) || isFurniture(text)
  );
}

function isAboutPart(part: DocumentPart | undefined): boolean {
  return part !== undefined && part.kind !== 'list' && isAbout(part.text);
}

/** Where the headline stands: a title, else the first heading near the beginning, else the first line that can be one. */
function headlineAt(parts: readonly DocumentPart[], title: string | null): number {
  const head = parts.slice(0, partsOfHead);
  const marked = parts.findIndex(({ kind }) => kind === 'title');
  if (marked !== -1) return marked;
  if (title !== null) {
    const wanted = squeezed(title);
    const same = head.findIndex((part) => squeezed(textOfPart(part)) === wanted);
    if (same !== -1) return same;
  }
  const first = head.findIndex((part) => part.kind !== 'list' && !isAbout(part.text));
  const heading = head.findIndex((part) => part.kind === 'heading' && !isAbout(part.text));
  // A heading after a paragraph is one inside the text.
  if (heading !== -1 && head.slice(0, heading).every((part) => !isProse(textOfPart(part)))) return heading;
  const part = head[first];
  return part !== undefined && part.kind !== 'list' && canBeHeadline(part.text) ? first : -1;
}

class HeadReading {
  readonly dates: PlacedDate[] = [];
  readonly bylines: string[] = [];
  readonly over: DocumentPart[] = [];
  source: string | null = null;
  section: string | null = null;
  standfirst: string | null = null;
  private readonly parts: readonly DocumentPart[];
  private readonly author: string;

  constructor(parts: readonly DocumentPart[], author: string) {
    this.parts = parts;
    this.author = squeezed(author);
  }

  /** Takes a part that is about the article. Returns how many parts it takes, 0 when it is text. */
  take(at: number): number {
    const part = this.parts[at];
    if (part === undefined || part.kind === 'list') return 0;
    const { text } = part;
    if (text.length > longestHeadline) return 0;
    const date = readDateAt(
      this.parts.slice(at, at + 3).map((one) => lineOfPart(one) as Line),
      0,
    );
    if (date !== null) return this.takeDate(date);
    if (isFurniture(text)) return 1;
    return this.takeName(text) ? 1 : 0;
  }

  private takeDate(date: PlacedDate & { readonly taken: number }): number {
    this.dates.push(date);
    for (const other of date.found.others) {
      if (looksLikeSource(other)) this.source ??= withoutCapitals(other);
      else if (isByline(other)) this.bylines.push(other);
    }
    return date.taken;
  }

  private takeName(text: string): boolean {
    const isRole = this.bylines.length > 0 && isBylineRole(text);
    const isAuthor = this.author.length > 5 && squeezed(text) === this.author;
    if (isByline(text) || isAuthor || isRole) {
      this.bylines.push(text);
      return true;
    }
    const source = labelledSource(text) ?? (looksLikeSource(text) ? withoutCapitals(text) : null);
    if (source !== null) this.source ??= source;
    else if (isNavigation(text)) this.section ??= withoutCapitals(text);
    else return false;
    return true;
  }
}

/** Reads what stands above the text of a document. `title` is that of its metadata, when it can be one. */
export function readDocumentHead(
  parts: readonly DocumentPart[],
  title: string | null,
  author: string,
): DocumentHead {
  const at = headlineAt(parts, title);
  const reading = new HeadReading(parts, author);
  let next = 0;
  while (next < at) {
    const taken = reading.take(next);
    const part = parts[next];
    if (taken === 0 && part !== undefined) reading.over.push(part);
    next += Math.max(1, taken);
  }
  if (at !== -1) next = at + 1;
  const end = next + partsOfHead;
  for (; next < end;) {
    const part = parts[next];
    const taken = reading.take(next);
    if (taken > 0) next += taken;
    else if (
      part !== undefined &&
      isStandfirst(part, parts[next + 1]) &&
      reading.standfirst === null &&
      at !== -1
    ) {
      reading.standfirst = textOfPart(part);
      next += 1;
    } else if (part?.kind === 'heading' && isAboutPart(parts[next + 1])) {
      // A second headline, over the byline or date.
      reading.over.push(part);
      next += 1;
    } else break;
  }
  const { dates, bylines, over, source, section, standfirst } = reading;
  return {
    headline: at === -1 ? null : textOfPart(parts[at] ?? { kind: 'paragraph', text: '' }),
    ...{ standfirst, source, section, dates, over, next },
    byline: bylines.length === 0 ? null : bylines.join(', '),
  };
}

/** A subtitle; also a heading right under the headline that reads like a sentence, with text under it. */
function isStandfirst(part: DocumentPart, after: DocumentPart | undefined): boolean {
  if (part.kind === 'list' || part.text.length > longestStandfirst || after === undefined) return false;
  return part.kind === 'subtitle' || (part.kind === 'heading' && wordCount(part.text) >= 8);
}
