import type { ArticleWarning } from '../../../model/article.ts';
import type { PartialDate } from '../../../model/partial-date.ts';
import { findDate, findDates } from '../../../text/dates.ts';
import type { FoundDate } from '../../../text/dates.ts';
import { readDateline } from '../../dateline.ts';
import { isProse, wordCount } from '../../line-kinds.ts';
import type { Line } from '../../lines.ts';
import { readDateAt } from '../../page-meta.ts';
import type { PageLine } from './page-lines.ts';
import { asAmerican, monthFirst } from './american-dates.ts';

/** A date printed on the page, and how sure it is that it dates the article. */
export interface PrintedDate {
  readonly date: PartialDate;
  readonly warnings: readonly ArticleWarning[];
  readonly label: 'published' | 'updated' | null;
  /** 0 to 100. */
  readonly worth: number;
}

const before = 12;
const after = 30;
/** So many paragraphs of running text below the headline, and the article has begun. */
const paragraphs = 3;
const dateNames =
  /(?:^|[\s_-])(?:date|dates|dateline|datetime|time|timestamp|published?|pubdate|posted|byline|meta|metadata|lu|updated?|created|entry-date|info)(?:$|[\s_-])/u;

function asLine(line: PageLine | undefined): Line {
  return { text: line?.text ?? '', start: 0, end: 0, gap: 1 };
}

interface Window {
  readonly lines: readonly PageLine[];
  /** Where the headline stands among them; -1 when it is not printed. */
  readonly headline: number;
}

/** The lines around the headline, without menus and sidebars, up to where the article is well under way. */
function aroundHeadline(lines: readonly PageLine[], headline: number): Window {
  const region = lines[headline]?.region ?? 0;
  const main = lines
    .map((line, at) => ({ line, at }))
    .filter(({ line, at }) => at === headline || line.region === 0 || line.region === region);
  const own = main.findIndex(({ at }) => at === headline);
  const center = Math.max(0, own);
  const first = Math.max(0, center - before);
  const chosen: PageLine[] = [];
  let prose = 0;
  for (const { line, at } of main.slice(first, center + after * 2)) {
    if (at > headline && isProse(line.text) && wordCount(line.text) >= 20) prose += 1;
    if (prose > paragraphs || chosen.length > before + after) break;
    chosen.push(line);
  }
  return { lines: chosen, headline: own === -1 ? -1 : own - first };
}

function worthOf(line: PageLine, label: PrintedDate['label'], distance: number, begun: boolean): number {
  let worth = label === 'published' ? 90 : label === 'updated' ? 55 : 50;
  if (dateNames.test(line.names)) worth += 20;
  if (distance < 0) worth -= 8;
  worth -= Math.min(30, Math.abs(distance) * 2);
  if (line.linked > 0.5) worth -= 20;
  // Under the first paragraphs a date is mostly that of something else.
  if (begun) worth -= 30;
  return Math.max(1, worth);
}

/** A short line with one date among other words: `publiziert am 25. September 2018`, `Ann Lee November 19, 2019, 9:02 AM`. */
function looseDate(line: PageLine, distance: number): FoundDate | null {
  const isNear = distance >= -4 && distance <= 8;
  const [longest, words] = dateNames.test(line.names) ? [400, 50] : [120, 14];
  if (!isNear || line.text.length > longest || wordCount(line.text) > words) return null;
  if (isProse(line.text) && !dateNames.test(line.names)) return null;
  if (/©|\(c\)|copyright/iu.test(line.text)) return null;
  const dates = findDates(line.text).filter(({ date }) => date !== null && date.precision !== 'year');
  const [date, more] = dates;
  const isMeta = dateNames.test(line.names);
  return date === undefined || (more !== undefined && !isMeta) ? null : date;
}

/** A paragraph that begins with a date and a dash, or with the dateline of an agency. */
function datelined(text: string): FoundDate | null {
  const agency = readDateline(text)?.date ?? null;
  if (agency !== null) return agency;
  const head = /^(.{6,40}?)\s*(?:--|[–—-])\s/u.exec(text.slice(0, 60))?.[1];
  const found = head === undefined ? null : findDate(head);
  return found !== null && found.start === 0 && found.end === head?.length ? found : null;
}

/** A year alone is mostly that of something else, and what seems to be of the Middle Ages a number behind a month. */
function isPrintable({ date, label }: FoundDate): boolean {
  return (
    date !== null && (date.precision !== 'year' || label !== null) && Number(date.value.slice(0, 4)) >= 1700
  );
}

/** The date of the day on which the page was seen, far above the headline. */
function isMasthead({ label }: FoundDate, distance: number, { headline }: Window): boolean {
  return headline !== -1 && distance <= -6 && label === null;
}

/** `11.14.2019`, which no calendar has day first. */
function monthFirstIn(text: string, distance: number): FoundDate | null {
  const swapped = Math.abs(distance) <= 8 && text.length <= 120 ? monthFirst(text) : null;
  return swapped === null ? null : findDate(swapped);
}

/**
 * The dates printed around the headline in lines of their own, the surest first. `american` says that the page is from
 * where the month comes before the day.
 */
export function printedDates(
  lines: readonly PageLine[],
  headline: number,
  american = false,
): readonly PrintedDate[] {
  const window = aroundHeadline(lines, headline);
  const asLines = window.lines.map(asLine);
  const found: PrintedDate[] = [];
  let begun = 0;
  for (let at = 0; at < asLines.length; at += 1) {
    const line = window.lines[at];
    if (line === undefined || line.heading === 1 || at === window.headline) continue;
    if (isProse(line.text) && wordCount(line.text) >= 20 && at > window.headline) begun += 1;
    const read = readDateAt(asLines, at);
    const distance = window.headline === -1 ? at : at - window.headline;
    const usual = read?.found.date ? read.found : (looseDate(line, distance) ?? datelined(line.text));
    const one = usual === null ? monthFirstIn(line.text, distance) : asAmerican(usual, american);
    if (one === null || one.date === null || !isPrintable(one) || isMasthead(one, distance, window)) continue;
    const { date, warnings, label } = one;
    const worth =
      worthOf(line, label, distance, begun > 1) - (usual !== null && usual === read?.found ? 0 : 15);
    found.push({ date, warnings, label, worth: Math.max(1, worth) });
    at += (read?.found.date ? read.taken : 1) - 1;
  }
  return found.sort((a, b) => b.worth - a.worth);
}
