import type { Image } from '../model/article.ts';
import { readDateLine } from '../text/date-lines.ts';
import type { DateLine } from '../text/date-lines.ts';
import { isByline, isBylineRole, labelledSource } from './byline.ts';
import { chooseHeadline } from './headline.ts';
import type { HeaderLine, HeaderRole } from './header-line.ts';
import { captionsOf, labelledImage } from './images.ts';
import { asUrl, isProse, withoutCapitals, wordCount } from './line-kinds.ts';
import type { Line } from './lines.ts';
import {
  isFurniture,
  isNavigation,
  isSourceAndSection,
  looksLikeSource,
  maybeSource,
  readBanner,
} from './page-banner.ts';

/** A date line and where it stands. */
export interface PlacedDate {
  readonly line: Line;
  readonly found: DateLine;
}

/** What stands before the first paragraph. */
export interface PageHeader {
  readonly headline: Line;
  readonly source: string | null;
  readonly section: string | null;
  readonly byline: string | null;
  readonly dates: readonly PlacedDate[];
  readonly url: string | null;
  readonly images: readonly Image[];
  /** The index of the first paragraph among the lines. */
  readonly next: number;
  /** Signs that this is a saved page: a banner, furniture, a labelled date, a known source. */
  readonly signs: number;
}

const longestHeader = 40;

function roleOf(line: Line, at: number, before: HeaderLine | undefined): HeaderLine {
  const made = (role: HeaderRole, more: Partial<HeaderLine> = {}): HeaderLine => ({
    line,
    role,
    date: null,
    banner: null,
    ...more,
  });
  const date = readDateLine(line.text);
  if (date !== null) return made('date', { date });
  if (isFurniture(line.text) && !/^you are/iu.test(line.text)) return made('furniture');
  const banner = at <= 3 ? readBanner(line) : null;
  if (banner !== null) return made('banner', { banner });
  if (at === 0 && isSourceAndSection(line.text)) return made('source');
  if (isNavigation(line.text)) return made('section');
  if (asUrl(line.text) !== null) return made('url');
  if (isByline(line.text)) return made('byline');
  if (before?.role === 'byline' && line.gap === 0 && isBylineRole(line.text)) return made('byline');
  if (labelledSource(line.text) !== null) return made('source');
  return made(labelledImage(line.text) === null ? 'text' : 'image');
}

/** The lines up to the first paragraph; null when there is no paragraph at all. */
function headerLines(lines: readonly Line[]): HeaderLine[] | null {
  const found: HeaderLine[] = [];
  for (const [at, line] of lines.entries()) {
    if (at >= longestHeader) return null;
    const one = roleOf(line, at, found.at(-1));
    if (one.role === 'text' && isProse(line.text)) return found;
    found.push(one);
  }
  return null;
}

/** A first line that is the name of the source: known by its words, or short and followed by a better headline. */
function withSource(header: readonly HeaderLine[], lines: readonly Line[]): HeaderLine[] {
  if (header.some(({ banner }) => banner?.source !== undefined && banner.source !== null)) return [...header];
  const texts = header.filter(({ role }) => role === 'text');
  const [first, second] = texts;
  if (first === undefined || second === undefined || header.indexOf(first) > 2) return [...header];
  const name = first.line.text;
  const repeated = lines
    .slice(-12)
    .some(({ text }) => /©|\(c\)|copyright|story from|https?:/iu.test(text) && saysName(text, name));
  const dateAt = header.findIndex(({ role }) => role === 'date');
  const early = dateAt === -1 || header.indexOf(first) < dateAt;
  const shaped =
    maybeSource(name) && wordCount(second.line.text) >= 3 && wordCount(name) <= wordCount(second.line.text);
  const is = early && (looksLikeSource(name) || (repeated && wordCount(name) <= 5) || shaped);
  return header.map((one) => (is && one === first ? { ...one, role: 'source' } : one));
}

function saysName(text: string, name: string): boolean {
  const squeeze = (from: string): string => from.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return squeeze(name).length >= 3 && squeeze(text).includes(squeeze(name));
}

/** What stands beside the date in its line: `28.11.2007 | Izvor: Tanjug`, `The Guardian, 28 November 2007`. */
function beside(header: readonly HeaderLine[]): {
  source: string | null;
  byline: string | null;
  section: string | null;
} {
  const others = header.flatMap(({ date }) => date?.others ?? []);
  const byline = others.find(isByline) ?? null;
  const labelled = others.map(labelledSource).find((name) => name !== null) ?? null;
  const source = labelled ?? others.find((other) => looksLikeSource(other) && !isByline(other)) ?? null;
  return { source, byline, section: others.find((other) => isNavigation(other) && other !== source) ?? null };
}

function sourceOf(header: readonly HeaderLine[]): string | null {
  const banner = header.find((one) => one.banner?.source !== undefined && one.banner.source !== null);
  if (banner?.banner?.source !== undefined && banner.banner !== null) return banner.banner.source;
  const line = header.find(({ role }) => role === 'source')?.line.text;
  if (line === undefined) return beside(header).source;
  return labelledSource(line) ?? withoutCapitals(line);
}

function sectionOf(header: readonly HeaderLine[], headlineAt: number): string | null {
  const banner = header.find((one) => one.banner?.section !== undefined && one.banner.section !== null)
    ?.banner?.section;
  if (banner !== undefined && banner !== null) return banner;
  const isLabel = ({ line, role }: HeaderLine, at: number): boolean =>
    at < headlineAt && wordCount(line.text) <= 3 && (role === 'section' || role === 'text');
  const label = header.filter(isLabel).at(-1)?.line.text;
  return label === undefined ? beside(header).section : withoutCapitals(label);
}

/**
 * Reads what stands before the first paragraph: banner, date, headline, byline, captions, in whatever order they
 * come. Null when there is no paragraph, or nothing before it that could be a headline.
 */
export function readPageHeader(lines: readonly Line[]): PageHeader | null {
  const plain = headerLines(lines);
  if (plain === null) return null;
  const header = withSource(plain, lines);
  const headline = chooseHeadline(header);
  if (headline === null) return null;
  const captions = header.slice(headline.at + 1).filter(({ role }) => role === 'text' || role === 'image');
  const bylines = header.filter(({ role }) => role === 'byline').map(({ line }) => line.text);
  const aside = beside(header).byline;
  const dates = header.flatMap(({ line, date }) => (date === null ? [] : [{ line, found: date }]));
  const url = header.find(({ role }) => role === 'url');
  return {
    headline: headline.line,
    // A source's name that had to serve as the headline is no source.
    source: header[headline.at]?.role === 'source' ? null : sourceOf(header),
    section: sectionOf(header, headline.at),
    byline: bylines.length > 0 ? bylines.join(', ') : aside,
    dates,
    url: url === undefined ? null : asUrl(url.line.text),
    images: captionsOf(captions.map(({ line }) => line)),
    next: header.length,
    signs: signsOf(header),
  };
}

function signsOf(header: readonly HeaderLine[]): number {
  const count = (test: (one: HeaderLine) => boolean): number => header.filter(test).length;
  const dated = count(({ role }) => role === 'date') > 0;
  const labelled = count(({ date }) => date !== null && date.label !== null) > 0;
  const source = count(({ role }) => role === 'source') > 0;
  return (
    2 * count(({ banner }) => banner !== null && banner.certain) +
    Math.min(
      2,
      count(({ role }) => role === 'furniture'),
    ) +
    Math.min(
      1,
      count(({ role }) => role === 'section'),
    ) +
    (labelled ? 2 : 0) +
    (source ? 1 : 0) +
    (source && dated ? 1 : 0)
  );
}
