import type { Block } from '../model/article.ts';
import { beside, sectionOf, sourceOf, withSource } from './header-source.ts';
import { headerLines } from './header-roles.ts';
import type { HeaderLine } from './header-line.ts';
import { chooseHeadline } from './headline.ts';
import { captionsOf } from './images.ts';
import { asUrl } from './line-kinds.ts';
import type { Line } from './lines.ts';
import { takeList } from './page-blocks.ts';
import type { PlacedDate } from './page-meta.ts';
import type { DraftLink } from './reader.ts';

/** What stands before the first paragraph. */
export interface PageHeader {
  readonly headline: Line;
  readonly source: string | null;
  readonly section: string | null;
  readonly byline: string | null;
  readonly dates: readonly PlacedDate[];
  readonly url: string | null;
  /** Pictures, and a list that sums up. */
  readonly blocks: readonly Block[];
  readonly listed: readonly DraftLink[];
  /** The index of the first paragraph among the lines. */
  readonly next: number;
  /** Signs that this is a saved page: a banner, furniture, a labelled date, a known source. */
  readonly signs: number;
}

/**
 * Reads what stands before the first paragraph: banner, date, headline, byline, captions, in whatever order they
 * come. Null when there is no paragraph, or nothing before it that could be a headline.
 */
export function readPageHeader(lines: readonly Line[]): PageHeader | null {
  const found = headerLines(lines);
  if (found === null) return null;
  const header = withSource(found.header, lines);
  const headline = chooseHeadline(header);
  if (headline === null) return null;
  const bylines = header
    .filter(({ role }) => role === 'byline')
    .map(({ line }) => line.text.replace(/^[*•]\s+/u, ''));
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
    blocks: blocksAfter(header, headline.at, lines),
    listed: header.flatMap(({ links }) => links),
    next: found.next,
    signs: signsOf(header),
  };
}

/** Captions between headline and text, and what the page sums up in a list there. */
function blocksAfter(header: readonly HeaderLine[], headlineAt: number, lines: readonly Line[]): Block[] {
  const blocks: Block[] = [];
  let captions: Line[] = [];
  const flush = (): void => {
    blocks.push(...captionsOf(captions));
    captions = [];
  };
  let next = 0;
  for (const { role, line, at } of header.slice(headlineAt + 1)) {
    if (role === 'text' || role === 'image') captions.push(line);
    if (role !== 'item' || at < next) continue;
    const list = takeList(lines, at);
    flush();
    blocks.push(...(list?.blocks ?? []));
    next = list?.next ?? at + 1;
  }
  flush();
  return blocks;
}

function signsOf(header: readonly HeaderLine[]): number {
  const count = (test: (one: HeaderLine) => boolean): number => header.filter(test).length;
  const dated = count(({ role }) => role === 'date') > 0;
  const labelled = count(({ date }) => date !== null && date.label !== null) > 0;
  const source = count(({ role }) => role === 'source') > 0 || beside(header).source !== null;
  const listed = count(({ role }) => role === 'listed') > 0;
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
    (listed ? 2 : 0) +
    (source ? 1 : 0) +
    (source && dated ? 1 : 0)
  );
}
