import type { TextRange } from '../model/article.ts';

/** A line that is not blank, or several physical lines of one wrapped paragraph. */
export interface Line extends TextRange {
  /** White space collapsed, ends trimmed. */
  readonly text: string;
  /** How many blank lines stand before it. */
  readonly gap: number;
}

const lineEnd = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/gu;
// Blanks, and the few control bytes that a text may hold.
const blanks = /[\s\u0000-\u001f\u007f-\u009f]+/gu;

/** Collapses white space. */
export function collapse(text: string): string {
  return text.replace(blanks, ' ').trim();
}

function lineAt(text: string, from: number, to: number, gap: number): Line | null {
  const printed = text.slice(from, to);
  const clean = collapse(printed);
  if (clean === '') return null;
  const start = from + printed.search(/[^\s\u0000-\u001f\u007f-\u009f]/u);
  const tail = /[\s\u0000-\u001f\u007f-\u009f]*$/u.exec(printed)?.[0].length ?? 0;
  return { text: clean, start, end: to - tail, gap };
}

/** The lines of a text that are not blank, whatever ends them. Offsets are into the text as it is. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  let from = 0;
  let gap = 0;
  const take = (to: number): void => {
    const line = lineAt(text, from, to, gap);
    if (line !== null) lines.push(line);
    gap = line === null ? gap + 1 : 0;
  };
  for (const match of text.matchAll(lineEnd)) {
    take(match.index);
    from = match.index + match[0].length;
  }
  take(text.length);
  return lines;
}

/** One line out of several that follow each other. */
export function joinLines(lines: readonly Line[]): Line {
  const [first, ...rest] = lines;
  if (first === undefined) throw new Error('nothing to join');
  return {
    text: [first, ...rest].map(({ text }) => text).join(' '),
    start: first.start,
    end: rest.at(-1)?.end ?? first.end,
    gap: first.gap,
  };
}

const sentenceEnd = /[.!?…:]["'”’»“)\]]*$/u;
const beginsLow = /^["'“‘„«(]*\p{Ll}/u;
const widest = 100;
const narrowest = 40;

/** A line that goes on in the next one: no end of sentence, and the next begins with a small letter. */
function goesOn(line: Line, next: Line): boolean {
  return next.gap === 0 && !sentenceEnd.test(line.text) && beginsLow.test(next.text);
}

/** The width at which a text was wrapped, or null when its lines are whole paragraphs. */
export function wrapWidth(lines: readonly Line[]): number | null {
  const pairs = lines.slice(1).map((next, at) => ({ line: lines[at] ?? next, next }));
  const widths = pairs
    .filter(({ line, next }) => goesOn(line, next) && line.text.length >= narrowest)
    .map(({ line }) => line.text.length);
  const width = widths.reduce((most, length) => (length <= widest ? Math.max(most, length) : most), 0);
  const isLong = ({ text }: Line): boolean =>
    text.length > width + 20 && sentenceEnd.test(text) && !/https?:/u.test(text);
  const long = lines.filter(isLong).length;
  return widths.length >= 2 && long * 3 < widths.length ? width : null;
}

/** What a line may be wider than the width that was measured: the longest word that might have fitted. */
const tolerance = 8;

function isWrapped(last: Line, next: Line, width: number, listed: boolean): boolean {
  const item = startsItem.exec(next.text)?.[0] ?? '';
  // A dash in the middle of a sentence may happen to stand first in its line.
  if (next.gap > 0 || (item !== '' && (sentenceEnd.test(last.text) || !/^[–—-]/u.test(item)))) return false;
  if (last.text.length > width + tolerance || next.text.length > width + tolerance) return false;
  const open = last.text.length >= width / 2 && goesOn(last, next);
  // Under a heading each line may be an item of its own: only a small letter says that it is not.
  if (listed) return open;
  const firstWord = next.text.split(' ')[0] ?? '';
  const full = last.text.length + 1 + firstWord.length > width;
  return open || (full && last.text.length >= narrowest / 2);
}

const startsItem = /^(?:[•·▪■●*◦‣»]|[–—-]|\d{1,2}[.)])\s/u;

/**
 * Joins the lines of hard-wrapped paragraphs; text that is not wrapped comes back as it is. `isHeading` tells the
 * headings under which lines are items.
 */
export function unwrapLines(lines: readonly Line[], isHeading: (text: string) => boolean): Line[] {
  const width = wrapWidth(lines);
  if (width === null) return [...lines];
  const groups: Line[][] = [];
  let listed = false;
  for (const next of lines) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group !== undefined && last !== undefined && isWrapped(last, next, width, listed)) {
      group.push(next);
      continue;
    }
    listed = isHeading(next.text) || (listed && next.gap === 0);
    groups.push([next]);
  }
  return groups.map(joinLines);
}
