import type { Block, List, Quote } from '../model/article.ts';
import { captionsOf, isCredit, labelledImage } from './images.ts';
import { isParagraph, isTitleCase, wordCount } from './line-kinds.ts';
import { joinLines } from './lines.ts';
import type { Line } from './lines.ts';

/** One or more blocks, and the index of the first line after them. */
export interface Taken {
  readonly blocks: readonly Block[];
  readonly next: number;
}

const bullet = /^(?:[•·▪■●*◦‣])\s*(?=\S)/u;
const dash = /^[–—-]\s+(?=\S)/u;
const numbered = /^(\d{1,2})[.)]\s+(?=\S)/u;
const opening = /^["“„«‘]/u;
const closed = /["”“»’][.,]?$/u;
const dashName = /^[–—-]{1,2}\s*(?=\p{Lu})/u;
const longestCrosshead = 70;
const longestCaption = 180;

const place = (lines: readonly Line[]): { start: number; end: number } => {
  const all = joinLines(lines);
  return { start: all.start, end: all.end };
};

const paragraph = (line: Line): Block => ({ kind: 'paragraph', text: line.text, place: place([line]) });

function run(lines: readonly Line[], from: number, test: (line: Line, at: number) => boolean): Line[] {
  let to = from;
  for (let line = lines[to]; line !== undefined && test(line, to - from); line = lines[to]) to += 1;
  return lines.slice(from, to);
}

function listOf(lines: readonly Line[], marker: RegExp): List {
  const items = lines.map(({ text }) => text.replace(marker, ''));
  return { kind: 'list', items, place: place(lines) };
}

/** Lines with bullets, with dashes, or counted from 1. */
export function takeList(lines: readonly Line[], from: number): Taken | null {
  const close = (line: Line, at: number): boolean => at === 0 || line.gap <= 1;
  const bulleted = run(lines, from, (line, at) => close(line, at) && bullet.test(line.text));
  if (bulleted.length > 0) return { blocks: [listOf(bulleted, bullet)], next: from + bulleted.length };
  const counted = run(
    lines,
    from,
    (line, at) => close(line, at) && numbered.exec(line.text)?.[1] === String(at + 1),
  );
  if (counted.length > 1) return { blocks: [listOf(counted, numbered)], next: from + counted.length };
  const dashed = run(lines, from, (line, at) => close(line, at) && dash.test(line.text));
  // Speech is printed with dashes too: such a line has a second dash, or ends like a sentence.
  const speech = dashed.some(({ text }) => /\s[–—-]\s/u.test(text.replace(dash, '')) || isParagraph(text));
  if (dashed.length > 1 && !speech) return { blocks: [listOf(dashed, dash)], next: from + dashed.length };
  return null;
}

/** Short lines without bullets after a paragraph that ends with a colon. */
export function takeAnnounced(lines: readonly Line[], from: number): Taken | null {
  const before = lines[from - 1];
  if (before === undefined || !before.text.endsWith(':')) return null;
  const items = run(
    lines,
    from,
    (line, at) => (at === 0 || line.gap === 0) && !isParagraph(line.text) && wordCount(line.text) <= 25,
  );
  return items.length < 2 ? null : { blocks: [listOf(items, /^(?!)/u)], next: from + items.length };
}

function isName(text: string): boolean {
  const words = wordCount(text);
  if (dashName.test(text)) return words <= 12;
  if (isParagraph(text) || words < 2 || words > 10 || opening.test(text)) return false;
  const name = text.split(/,\s/u)[0] ?? text;
  return isTitleCase(name) && wordCount(name) >= 2 && wordCount(name) <= 5;
}

/** A quotation on its own with the name of who said it in the next line. */
export function takeQuote(lines: readonly Line[], from: number, spaced: boolean): Taken | null {
  const quote = lines[from];
  const name = lines[from + 1];
  if (quote === undefined || name === undefined || quote.text.length > 400) return null;
  const quoted =
    opening.test(quote.text) && closed.test(quote.text) && !/["”»]\s+\S.*["“„«]/u.test(quote.text);
  const signed = dashName.test(name.text) && isName(name.text) && (quoted || name.gap === 0);
  const titled = /,\s/u.test(name.text);
  const near = name.gap === 0 && (spaced || titled || quote.text.length <= 160);
  if (!signed && !(quoted && isName(name.text) && (near || titled))) return null;
  const role = lines[from + 2];
  const hasRole =
    role !== undefined && spaced && role.gap === 0 && !isParagraph(role.text) && wordCount(role.text) <= 8;
  const said = hasRole ? [name, role] : [name];
  const attribution = said.map(({ text }) => text.replace(dashName, '')).join(', ');
  const block: Quote = { kind: 'quote', text: quote.text, attribution, place: place([quote, ...said]) };
  return { blocks: [block], next: from + 1 + said.length };
}

/** Lines that say themselves that they belong to a picture, and credits under them. */
export function takeImage(lines: readonly Line[], from: number): Taken | null {
  const first = lines[from];
  if (first === undefined || labelledImage(first.text) === null) return null;
  const more = run(
    lines,
    from + 1,
    (line) => line.gap === 0 && (labelledImage(line.text) !== null || isCredit(line.text)),
  );
  const alone = [first, ...more].every(({ text }) => labelledImage(text) === '');
  const words = alone ? lines.slice(from + 1 + more.length, from + 2 + more.length) : [];
  const all = [first, ...more, ...words];
  return { blocks: captionsOf(all), next: from + all.length };
}

/** Lines that cannot be told from paragraphs: the last of an article, with nothing under them. */
function asParagraphs(lines: readonly Line[], next: number): Taken {
  return { blocks: lines.map(paragraph), next };
}

/** What is known about short lines from where they stand. */
export interface ShortRule {
  /** The page has blank lines between paragraphs. */
  readonly spaced: boolean;
  /** No paragraph before them: what stands there belongs to a picture. */
  readonly isFirst: boolean;
  /** No paragraph after them. */
  readonly isLast: boolean;
}

/**
 * A short line without full stop above a paragraph is a crosshead, a long one or a pair is a picture's caption.
 * `isShort` says which lines may be one.
 */
export function takeShort(
  lines: readonly Line[],
  from: number,
  isShort: (at: number) => boolean,
  { spaced, isFirst, isLast }: ShortRule,
): Taken {
  const group = run(lines, from, (line, at) => isShort(from + at) && (at === 0 || !spaced || line.gap === 0));
  const next = from + Math.max(1, group.length);
  const [first, ...rest] = group.length > 0 ? group : lines.slice(from, next);
  if (first === undefined) return { blocks: [], next };
  const last = rest.at(-1) ?? first;
  const isHead = (line: Line): boolean => line.text.length <= longestCrosshead && wordCount(line.text) <= 10;
  const all = [first, ...rest];
  if (isLast) return asParagraphs(all, next);
  const beforeList = takeList(lines, next) !== null;
  const odd = all.length % 2 === 1 && isHead(last) && (!isFirst || beforeList);
  const captions = odd ? all.slice(0, -1) : all;
  if (captions.some(({ text }) => text.length > longestCaption)) return asParagraphs(all, next);
  const head: Block[] = odd ? [{ kind: 'crosshead', text: last.text, place: place([last]) }] : [];
  return { blocks: [...captionsOf(captions), ...head], next };
}
