import { asUrl } from '../line-kinds.ts';
import type { PdfPage } from './pdf-run.ts';
import type { PrintedLine } from './printed-line.ts';

/** A page and its lines, from the top. */
export interface LinedPage {
  readonly page: PdfPage;
  readonly lines: readonly PrintedLine[];
}

/** The pages without what is printed around the text, and what that says. */
export interface FramedText {
  readonly pages: readonly LinedPage[];
  /** An address that a browser prints at the foot or head of its pages. */
  readonly url: string | null;
}

/** So many lines at the head and at the foot of a page may be running ones. */
const edgeLines = 4;
/** How much of a page's height counts as its head, and as its foot. */
const edgeShare = 0.2;

/** `12`, `- 12 -`, `Page 2 of 5`, `Strana 3`, `3/14`, `Faqja 2 nga 9`: a number, with a word or a total at most. */
const pageNumber =
  /^[\s–—|•·-]*(?:\p{L}{1,9}\.?\s)?(?:\d{1,4}|[ivxlc]{1,6})(?:\s?(?:\/|\||\p{L}{1,4})\s?\d{1,4})?[\s–—|•·-]*$/u;
/** The time of printing, as a browser gives it. */
const printTime =
  /^\d{1,4}[./-]\s?\d{1,2}[./-]\s?\d{1,4}\.?,?\s\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[AP]\.?M\.?)?$/iu;
const pageOfPages = /^\d{1,4}\s?(?:\/|of|von|od|nga|од)\s?\d{1,4}$/u;

const digitsAside = (text: string): string => text.toLowerCase().replace(/\d+/gu, '#');

/** What stands in one row at an edge of a page, the outermost rows first. */
interface EdgeRow {
  readonly lines: readonly PrintedLine[];
  readonly y: number;
}

interface PageEdges {
  readonly top: readonly EdgeRow[];
  readonly foot: readonly EdgeRow[];
}

function rowsOf(lines: readonly PrintedLine[]): EdgeRow[] {
  const rows = new Map<number, PrintedLine[]>();
  for (const line of lines) {
    const y = Math.round(line.y);
    rows.set(y, [...(rows.get(y) ?? []), line]);
  }
  return [...rows].sort(([one], [other]) => one - other).map(([y, inRow]) => ({ y, lines: inRow }));
}

/** The rows at the edges, and one more of each that tells how far the text is from them. */
function edgesOf({ page, lines }: LinedPage): PageEdges {
  const rows = rowsOf(lines);
  const head = rows.filter(({ y }) => y < page.height * edgeShare);
  const foot = rows.filter(({ y }) => y > page.height * (1 - edgeShare));
  const reversed = [...rows].reverse();
  return {
    top: rows.slice(0, Math.min(edgeLines, head.length) + 1),
    foot: reversed.slice(0, Math.min(edgeLines, foot.length) + 1),
  };
}

/** Lines of the same words, figures aside, at the same height and in the same size. */
const keyOf = (line: PrintedLine): string =>
  JSON.stringify([digitsAside(line.text), Math.round(line.y / 6), Math.round(line.size)]);

/** The lines that several pages repeat. A title is repeated on later pages, but stands elsewhere on the first. */
function repeatedKeys(pages: readonly PageEdges[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { top, foot } of pages) {
    const keys = new Set([...top, ...foot].flatMap(({ lines }) => lines.map(keyOf)));
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  // Left and right pages may have heads of their own, and a first page none.
  const enough = pages.length <= 3 ? 2 : Math.max(3, Math.ceil(pages.length * 0.3));
  return new Set([...counts].filter(([, count]) => count >= enough).map(([key]) => key));
}

/** Whether a browser printed the page: it puts the time, the title, the address and the number around it. */
function isFromBrowser({ top, foot }: PageEdges): boolean {
  const outer = [...(top[0]?.lines ?? []), ...(foot[0]?.lines ?? [])];
  const has = (pattern: RegExp): boolean => outer.some(({ text }) => pattern.test(text));
  return (has(/^https?:\/\/\S+$/u) || has(pageOfPages)) && has(printTime);
}

/** Whether a row is set apart from the next one towards the text: by a gap, or by its type. */
function isApart(row: EdgeRow, next: EdgeRow | undefined): boolean {
  const [line] = row.lines;
  const [inner] = next?.lines ?? [];
  if (line === undefined || inner === undefined || next === undefined) return true;
  const size = Math.max(line.size, inner.size);
  return (
    Math.abs(next.y - row.y) > size * 1.7 ||
    line.font !== inner.font ||
    Math.abs(line.size - inner.size) > 0.3
  );
}

/** The running lines of one edge: the outermost rows, as far as they are repeated or numbers of pages. */
function runningRows(
  rows: readonly EdgeRow[],
  repeated: ReadonlySet<string>,
  fromBrowser: boolean,
): PrintedLine[] {
  let count = 0;
  for (const [depth, { lines }] of rows.slice(0, -1).entries()) {
    const isOuter = depth === 0 && (fromBrowser || lines.every(({ text }) => pageNumber.test(text)));
    const isRepeated = lines.every((line) => repeated.has(keyOf(line)) || pageNumber.test(line.text));
    if (!isOuter && !isRepeated) break;
    count = depth + 1;
  }
  const last = rows[count - 1];
  if (last === undefined || !isApart(last, rows[count])) return [];
  return rows.slice(0, count).flatMap(({ lines }) => lines);
}

/**
 * Takes away running heads, page numbers and feet: what a file itself calls an artifact, what pages repeat at the same
 * place, a number alone in the outermost line, and what a browser prints around a page.
 */
export function withoutRunningLines(pages: readonly LinedPage[]): FramedText {
  const edges = pages.map(edgesOf);
  const repeated = repeatedKeys(edges);
  const removed = new Set<PrintedLine>();
  for (const ofPage of edges) {
    const fromBrowser = isFromBrowser(ofPage);
    for (const rows of [ofPage.top, ofPage.foot]) {
      for (const line of runningRows(rows, repeated, fromBrowser)) removed.add(line);
    }
  }
  for (const { lines } of pages) {
    const artifacts = lines.filter(({ isArtifact }) => isArtifact);
    // Where nearly everything is marked as one, the mark means nothing.
    if (artifacts.length * 2 < lines.length) for (const line of artifacts) removed.add(line);
  }
  const addresses = [...removed].map(({ text }) => asUrl(text)).filter((url) => url !== null);
  return {
    pages: pages.map(({ page, lines }) => ({ page, lines: lines.filter((line) => !removed.has(line)) })),
    url: addresses[0] ?? null,
  };
}
