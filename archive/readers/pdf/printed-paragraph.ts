import { readDateLine } from '../../text/date-lines.ts';
import { endsInWord } from './join-lines.ts';
import type { TextColumn } from './text-columns.ts';
import { itemMark } from './printed-line.ts';
import type { PrintedLine } from './printed-line.ts';

/** Lines that are one paragraph, or as much of it as stands in one column. */
export interface PrintedParagraph {
  readonly lines: readonly PrintedLine[];
  /** The number of its page, from 1. */
  readonly page: number;
  /** Of its first line. */
  readonly size: number;
  readonly font: string;
  /** Its first line is set in. */
  readonly isIndented: boolean;
  /** Its last line reaches the column's right edge: the paragraph may go on elsewhere. */
  readonly isFull: boolean;
}

const sentenceEnd = /[.!?…:;]["'”’»“)\]]*$/u;
const beginsLow = /^["'“„«(]?\p{Ll}/u;

/** Whether a text may stop here. */
export function endsSentence(text: string): boolean {
  return sentenceEnd.test(text);
}

/** Whether a text looks like the rest of a sentence. */
export function goesOnLow(text: string): boolean {
  return beginsLow.test(text);
}

interface ColumnShape {
  readonly left: number;
  readonly right: number;
  /** From base line to base line, in points. */
  readonly step: number;
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** The left edge is where most lines begin; where first lines are set in, the others still are more. */
function shapeOf({ lines, left }: TextColumn, right: number): ColumnShape {
  const counts = new Map<number, number>();
  for (const line of lines) {
    const cell = Math.round(line.left / 2);
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
  }
  const most = Math.max(...counts.values());
  const usual = [...counts].filter(([, count]) => count >= most * 0.6).map(([cell]) => cell * 2);
  const steps = lines.slice(1).map((line, at) => line.y - (lines[at]?.y ?? line.y));
  return { left: Math.max(left, Math.min(...usual)), right, step: median(steps) };
}

function firstWordWidth({ text, left, right }: PrintedLine): number {
  const length = text.indexOf(' ') === -1 ? text.length : text.indexOf(' ');
  return text.length === 0 ? 0 : ((right - left) * length) / text.length;
}

/** Whether a line ends although the next one's first word would have had room in it. */
function isShort(line: PrintedLine, next: PrintedLine, { right }: ColumnShape): boolean {
  return line.right + line.size * 0.3 + firstWordWidth(next) < right - line.size * 0.3;
}

const indented = (line: PrintedLine, { left }: ColumnShape): boolean => line.left > left + line.size * 0.6;

/** The bullet or number that begins an item; `''` when there is none, or when the number is that of a day. */
function markOf(text: string): string {
  const mark = itemMark.exec(text)?.[0] ?? '';
  return /\d/u.test(mark) && readDateLine(text) !== null ? '' : mark;
}

/** Whether a line is set in to where the text of an item begins. */
function isUnderItem(next: PrintedLine, { text, left, right, size }: PrintedLine, mark: string): boolean {
  const start = left + ((right - left) * mark.length) / Math.max(1, text.length);
  return next.left > left + size * 0.5 && Math.abs(next.left - start) < size * 1.2;
}

/** Whether a new paragraph begins with `next`. `open` are the lines of the one before it, the last one right above. */
function begins(
  next: PrintedLine,
  open: readonly PrintedLine[],
  shape: ColumnShape,
  isLarge: boolean,
): boolean {
  const last = open.at(-1);
  const first = open[0];
  if (last === undefined || first === undefined) return true;
  const size = Math.max(last.size, next.size);
  if (Math.min(last.size, next.size) < size * 0.94) return true;
  if (next.y - last.y > Math.max(shape.step * 1.3, size * 1.3)) return true;
  if (endsInWord(last.text)) return false;
  const item = markOf(first.text);
  const nextItem = markOf(next.text);
  // A dash may stand first in a line of running text.
  if (nextItem !== '' && (endsSentence(last.text) || item !== '' || !/^[–—-]/u.test(nextItem))) {
    return item !== '' || endsSentence(last.text) || isShort(last, next, shape);
  }
  const low = goesOnLow(next.text) && !endsSentence(last.text);
  if (isLarge) return last.font !== next.font && !low;
  const short = isShort(last, next, shape);
  if (last.font !== next.font && !low && (short || endsSentence(last.text))) return true;
  if (item !== '' && isUnderItem(next, first, item)) return false;
  const step = next.left - last.left;
  if (indented(next, shape) && step > next.size * 0.5 && !low) return true;
  // The entries of a list of references: only the lines after the first are set in.
  if (open.length > 1 && step < -next.size * 0.8 && Math.abs(next.left - first.left) < 2 && !low) return true;
  return short && !low;
}

/** A column of so few lines does not show how wide it is. */
const fewLines = 3;

/** The right edge of a column; of a few lines, that of the text they stand in line with. */
function rightEdge(column: TextColumn, all: readonly TextColumn[]): number {
  if (column.lines.length > fewLines) return column.right;
  const size = column.lines[0]?.size ?? 0;
  const inLine = all.filter(({ lines, left }) => {
    const isAlike = Math.abs((lines[0]?.size ?? 0) - size) < size * 0.06;
    return isAlike && Math.abs(left - column.left) < size * 2;
  });
  return Math.max(column.right, ...inLine.map(({ right }) => right));
}

/**
 * The paragraphs of a column. `all` are those of its page. `bodySize` is that of the running text; larger lines are headings,
 * set ragged.
 */
export function paragraphsOfColumn(
  column: TextColumn,
  all: readonly TextColumn[],
  page: number,
  bodySize: number,
): readonly PrintedParagraph[] {
  const shape = shapeOf(column, rightEdge(column, all));
  const groups: PrintedLine[][] = [];
  for (const line of column.lines) {
    const open = groups.at(-1) ?? [];
    if (groups.length === 0 || begins(line, open, shape, line.size > bodySize * 1.15)) groups.push([line]);
    else open.push(line);
  }
  return groups.map((lines): PrintedParagraph => {
    const [first] = lines;
    const last = lines.at(-1);
    const full = last !== undefined && last.right > shape.right - last.size * 2;
    return {
      ...{ lines, page, size: first?.size ?? 0, font: first?.font ?? '', isFull: full },
      isIndented: first !== undefined && indented(first, shape),
    };
  });
}
