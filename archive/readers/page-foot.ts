import type { Block } from '../model/article.ts';
import { readDateLine } from '../text/date-lines.ts';
import { remembered } from '../text/remembered.ts';
import { asUrl, endsLikeHeadline, isCapitals, isProse, wordCount } from './line-kinds.ts';
import type { Line } from './lines.ts';
import { isFurniture, isNavigation } from './page-banner.ts';
import { readOrigin } from './page-meta.ts';
import { listHeadings, serviceHeadings, voiceHeadings } from './page-words.ts';
import type { DraftLink } from './reader.ts';

type HeadingKind = 'list' | 'service' | 'voice' | 'capitals';

/** A section of the page beside the article: what it lists, what it quotes, and the first line after it. */
export interface PageSection {
  readonly kind: HeadingKind;
  readonly links: readonly DraftLink[];
  readonly blocks: readonly Block[];
  readonly next: number;
}

const longestHeading = 60;
const longestItem = 40;
const marker = /^(?:[•·▪■●*◦‣»›>]+\s*|[–—-]\s+|\d{1,2}[.)]\s+)(?=\S)/u;
const withUrl = /^(.*?\S)\s*[-–—:(<[]*\s*(https?:\/\/[^\s<>)\]]+)[)>\]]?$/iu;
const inParentheses = /\s*[([]([^()[\]]{4,40})[)\]]$/u;
const inline =
  /^((?:read|see|watch|listen|more|also|related|pročitaj(?:te)?|opširnije|vezan[ae]|прочитај(?:те)?|опширније|lexo|shiko|shih|mehr|siehe|lesen|lire|voir)(?:\s[^\s:|»]+){0,3}?)\s*[:|»]\s*(\S.{7,})$/iu;

const kindOf = remembered((text: string): HeadingKind | null => {
  if (text.length > longestHeading || wordCount(text) > 8) return null;
  if (serviceHeadings.test(text)) return 'service';
  if (listHeadings.test(text)) return 'list';
  if (voiceHeadings.test(text)) return 'voice';
  return isCapitals(text) && !/[.!;]["'”’)]*$/u.test(text) ? 'capitals' : null;
});

/** Whether a line has the words or the capitals of a heading under which lines are items. */
export function isSectionHeading(text: string): boolean {
  return kindOf(text) !== null;
}

/** Whether a line has the words of a heading under which articles are listed. */
export function isListHeading(text: string): boolean {
  return kindOf(text) === 'list';
}

/** The next line that is no furniture; a bound keeps the search short. */
function nextLine(lines: readonly Line[], at: number): (Line & { readonly at: number }) | undefined {
  for (let next = at + 1; next <= at + 20; next += 1) {
    const line = lines[next];
    if (line !== undefined && !isFurniture(line.text)) return { ...line, at: next };
  }
  return undefined;
}

/** The heading of a section beside the article; null for a crosshead in capitals, which has running text under it. */
function headingAt(lines: readonly Line[], at: number, inFoot: boolean): HeadingKind | null {
  const line = lines[at];
  const kind = line === undefined ? null : kindOf(line.text);
  if (kind === null) return null;
  const first = nextLine(lines, at);
  const second = first === undefined ? undefined : nextLine(lines, first.at);
  if (first === undefined || kindOf(first.text) !== null) return kind;
  if (isProse(first.text) && !(kind === 'list' && endsLikeHeadline(first.text))) {
    return (kind === 'service' && inFoot) || kind === 'voice' ? kind : null;
  }
  const loneItem = kind === 'capitals' && !inFoot && second !== undefined && isProse(second.text);
  return loneItem ? null : kind;
}

function linkOf(text: string, heading: string | null): DraftLink {
  const bare = text.replace(marker, '');
  const linked = withUrl.exec(bare);
  const printed = linked?.[1] ?? bare;
  const aside = inParentheses.exec(printed)?.[1];
  const dated = aside !== undefined && readDateLine(aside) !== null;
  return {
    headline: dated ? printed.replace(inParentheses, '') : printed,
    url: linked?.[2] ?? null,
    heading,
  };
}

/** `28 Nov 07 | Europe`: the date of the item above it, not an item. */
function isItemDate(text: string): boolean {
  const date = readDateLine(text);
  return date !== null && date.others.every((other) => isNavigation(other) || wordCount(other) <= 2);
}

/** A line under a heading that names an article: neither a date, nor navigation, nor running text. */
function isItem(text: string): boolean {
  if (isFurniture(text) || isItemDate(text) || asUrl(text) !== null) return false;
  if (isNavigation(text)) return false;
  return (
    (marker.test(text) || !isProse(text) || endsLikeHeadline(text)) &&
    wordCount(text) > 0 &&
    wordCount(text) <= longestItem
  );
}

function looksLikeHeadline(text: string): boolean {
  return wordCount(text) >= 3 && /\s\p{Ll}|[?:]/u.test(text);
}

/** A sentence right under a listed headline, in a page whose paragraphs stand apart and have all been before it. */
function isBlurb(lines: readonly Line[], at: number): boolean {
  const spaced = lines.slice(Math.max(0, at - 100), at).some(({ gap }) => gap > 0);
  const later = lines.slice(at + 1, at + 200);
  return (
    spaced &&
    lines[at]?.gap === 0 &&
    !later.some(({ gap, text }) => gap > 0 && isProse(text) && !isFurniture(text))
  );
}

/** Whether a list ends before this line: at another heading, at running text, or at a gap wider than between its items. */
function endsList(lines: readonly Line[], at: number, itemGap: number, some: boolean): boolean {
  const line = lines[at];
  if (line === undefined || kindOf(line.text) !== null) return true;
  const origin = readOrigin(lines, at);
  if (origin !== null && asUrl(line.text) === null) return true;
  const running = isProse(line.text) && !(line.gap <= itemGap && endsLikeHeadline(line.text));
  if (running && !isFurniture(line.text) && !marker.test(line.text)) {
    return !(some && itemGap === 0 && isBlurb(lines, at));
  }
  if (!some || line.gap <= itemGap) return false;
  const dated = lines[at + 1];
  const hasDate = dated !== undefined && dated.gap === 0 && isItemDate(dated.text);
  return !hasDate && !(line.gap <= itemGap + 1 && looksLikeHeadline(line.text) && !startsBody(lines, at));
}

/** A short line with running text under it belongs to the body again. */
function startsBody(lines: readonly Line[], at: number, mostGap = Infinity): boolean {
  const under = lines[at + 1];
  return under !== undefined && under.gap <= mostGap && isProse(under.text) && !isFurniture(under.text);
}

function readItems(
  lines: readonly Line[],
  from: number,
  heading: string,
): { links: DraftLink[]; next: number } {
  const links: DraftLink[] = [];
  const itemGap = lines[from]?.gap ?? 0;
  let at = from;
  for (; !endsList(lines, at, itemGap, links.length > 0); at += 1) {
    const text = lines[at]?.text ?? '';
    const url = asUrl(text);
    const last = links.at(-1);
    if (url !== null && last?.url === null) links.splice(-1, 1, { ...last, url });
    else if (isItem(text)) links.push(linkOf(text, heading));
  }
  return { links, next: at };
}

function skipService(lines: readonly Line[], from: number): number {
  let at = from;
  for (let line = lines[at]; line !== undefined && kindOf(line.text) === null; line = lines[at]) at += 1;
  return at;
}

/** `HAVE YOUR SAY`, what was said, and who said it, with a line about them when there is one. */
function readVoice(lines: readonly Line[], from: number): { blocks: Block[]; next: number } {
  const said = lines[from];
  if (said === undefined || kindOf(said.text) !== null || isFurniture(said.text))
    return { blocks: [], next: from };
  const skip = lines[from + 1]?.text === 'End Quote' ? 2 : 1;
  const isSigned = (line: Line | undefined): line is Line =>
    line !== undefined &&
    line.gap === 0 &&
    !isProse(line.text) &&
    !isFurniture(line.text) &&
    isShortName(line.text);
  const [name, role] = [lines[from + skip], lines[from + skip + 1]];
  const signed = isSigned(name)
    ? isSigned(role) && !startsBody(lines, from + skip + 1, 0)
      ? [name, role]
      : [name]
    : [];
  const attribution = signed.map(({ text }) => text.replace(/^(?:end quote\s+|[–—-]+\s*)/iu, '')).join(', ');
  const place = { start: said.start, end: signed.at(-1)?.end ?? said.end };
  const quote: Block = {
    kind: 'quote',
    text: said.text,
    attribution: attribution === '' ? null : attribution,
    place,
  };
  return { blocks: [quote], next: signed.length === 0 ? from + 1 : from + skip + signed.length };
}

function isShortName(text: string): boolean {
  return wordCount(text) <= 8 && kindOf(text) === null;
}

/**
 * The section that begins at a line, or null when none does. Headings under which articles stand are told from
 * services by their words; an unknown heading in capitals lists the lines under it.
 */
export function readSection(lines: readonly Line[], at: number, inFoot: boolean): PageSection | null {
  const kind = headingAt(lines, at, inFoot);
  const heading = lines[at];
  if (kind === null || heading === undefined) return null;
  if (kind === 'service') return { kind, links: [], blocks: [], next: skipService(lines, at + 1) };
  if (kind === 'voice') return { kind, links: [], ...readVoice(lines, at + 1) };
  return { kind, blocks: [], ...readItems(lines, at + 1, heading.text) };
}

/** Whether a line begins a section beside the article. */
export function beginsSection(lines: readonly Line[], at: number): boolean {
  return headingAt(lines, at, false) !== null;
}

/** `READ MORE: Kosovo talks fail`: a heading and its only item in one line. */
export function readInlineLink(text: string): DraftLink | null {
  if (isProse(text) || wordCount(text) > longestItem) return null;
  const match = inline.exec(text);
  const [, heading, item] = match ?? [];
  if (heading === undefined || item === undefined || !listHeadings.test(heading)) return null;
  return linkOf(item, heading);
}

/** Each item once, where a page lists it under several headings: as it stood first. */
export function distinctLinks(links: readonly DraftLink[]): DraftLink[] {
  const seen = new Set<string>();
  return links.filter(({ headline, url }) => {
    const key = JSON.stringify([headline, url]);
    return !seen.has(key) && seen.add(key);
  });
}
