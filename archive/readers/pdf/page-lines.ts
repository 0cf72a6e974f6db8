import { heaviest } from './heaviest.ts';
import { neatText } from './neat-text.ts';
import type { PdfPage, PdfRun } from './pdf-run.ts';
import { itemMark } from './printed-line.ts';
import type { PrintedLine } from './printed-line.ts';

/** Gaps in parts of the size: within a word, between words, between columns unless they are wide words apart. */
const wordGap = 0.15;
const columnGap = 0.8;
const widestGap = 3.5;
/** A bullet may stand this far from its text. */
const markGap = 5;
/** A gap is one between columns when so many of so many rows above and below leave it free. */
const enoughRows = 3;
const nearRows = 7;
const sameBase = 0.35;
/** The number of a section, before its heading. */
const sectionNumber = /^\s*\d{1,2}(?:\.\d{1,2}){0,3}\s*$/u;

interface Piece {
  text: string;
  readonly left: number;
  right: number;
  readonly y: number;
  readonly size: number;
  readonly isArtifact: boolean;
  /** Characters by font, and by size. */
  readonly fonts: Map<string, number>;
  readonly sizes: Map<number, number>;
}

function pieceOf(run: PdfRun): Piece {
  return {
    ...{ text: run.text, left: run.x, right: run.x + run.width, y: run.y, size: run.size },
    isArtifact: run.isArtifact,
    fonts: new Map([[run.font, run.text.length]]),
    sizes: new Map([[run.size, run.text.length]]),
  };
}

function addCounts<T>(counts: Map<T, number>, more: ReadonlyMap<T, number>): void {
  for (const [key, count] of more) counts.set(key, (counts.get(key) ?? 0) + count);
}

/** Appends what stands to the right. */
function append(piece: Piece, next: Piece, blank: boolean): void {
  const apart = next.left - piece.right > Math.max(piece.size, next.size) * wordGap;
  const joined = /\s$/u.test(piece.text) || /^\s/u.test(next.text) || !(apart || blank);
  piece.text += joined ? next.text : ` ${next.text}`;
  piece.right = Math.max(piece.right, next.right);
  addCounts(piece.fonts, next.fonts);
  addCounts(piece.sizes, next.sizes);
}

/** Whether a run goes on where the piece before it in the file ends: sub- and superscripts stand a little off. */
function goesOn(piece: Piece, run: PdfRun): boolean {
  const size = Math.max(piece.size, run.size);
  const gap = run.x - piece.right;
  if (run.isArtifact !== piece.isArtifact || Math.abs(run.y - piece.y) > size * sameBase) return false;
  // A capital of several lines, and a headline beside small print, are no part of the line they stand in.
  if (Math.min(piece.size, run.size) * 1.8 < size) return false;
  return gap < size * columnGap && gap > -size * 0.5;
}

/** What the file sets one after the other in a line, with no gap that could be one between columns. */
function piecesOf(runs: readonly PdfRun[]): Piece[] {
  const pieces: Piece[] = [];
  let blank = false;
  for (const run of runs) {
    if (run.text.trim() === '') {
      blank = true;
      continue;
    }
    const last = pieces.at(-1);
    if (last !== undefined && goesOn(last, run)) append(last, pieceOf(run), blank);
    else pieces.push(pieceOf(run));
    blank = false;
  }
  return pieces;
}

/** Pieces by their base lines, from the top, each row from the left. */
function rowsOf(pieces: readonly Piece[]): Piece[][] {
  const rows: Piece[][] = [];
  for (const piece of [...pieces].sort((one, other) => one.y - other.y || one.left - other.left)) {
    const row = rows.at(-1);
    const first = row?.[0];
    const isSame =
      first !== undefined && Math.abs(piece.y - first.y) < Math.min(piece.size, first.size) * sameBase;
    if (isSame) row?.push(piece);
    else rows.push([piece]);
  }
  for (const row of rows) row.sort((one, other) => one.left - other.left);
  return rows;
}

/** What stands empty between two pieces of a row. */
interface Gap {
  readonly from: number;
  readonly to: number;
}

/** A bullet or number that stands apart from its item. */
function isMark({ text }: Piece): boolean {
  const mark = itemMark.exec(text)?.[0];
  return mark !== undefined && text.trim() === mark.trim();
}

/** What a row has at a line straight down the page: print across it, print right beside it, or nothing to tell. */
function rowAt(row: readonly Piece[], x: number): 'crossed' | 'beside' | 'empty' {
  let isBeside = false;
  for (const piece of row) {
    if (piece.left < x - 0.5 && piece.right > x + 0.5) return 'crossed';
    const away = piece.right <= x + 0.5 ? (x - piece.right) / 2 : piece.left - x;
    if (away < piece.size && !isMark(piece)) isBeside = true;
  }
  return isBeside ? 'beside' : 'empty';
}

/**
 * Which gaps are between columns: those that go on straight through the rows above and below. A wide gap between two words
 * of justified text is crossed by words there.
 */
class Gutters {
  private readonly rows: readonly (readonly Piece[])[];

  constructor(rows: readonly (readonly Piece[])[]) {
    this.rows = rows;
  }

  has(row: number, { from, to }: Gap): boolean {
    const steps = Math.min(12, Math.max(1, Math.floor((to - from) / 2)));
    for (let step = 0; step < steps; step += 1) {
      const x = from + ((to - from) * (step + 0.5)) / steps;
      if (this.countFrom(row, -1, x) + this.countFrom(row, 1, x) >= enoughRows) return true;
    }
    return false;
  }

  /** How many rows on one side have print beside a line down the page, until one crosses it. */
  private countFrom(row: number, direction: 1 | -1, x: number): number {
    let count = 0;
    for (let step = 1; step <= nearRows; step += 1) {
      const found = rowAt(this.rows[row + step * direction] ?? [], x);
      if (found === 'crossed') break;
      if (found === 'beside') count += 1;
    }
    return count;
  }
}

/** Whether two neighbours in a row are one line, and not of two columns. */
function isOneLine(left: Piece, right: Piece, row: number, gutters: Gutters): boolean {
  const size = Math.max(left.size, right.size);
  const gap = right.left - left.right;
  if (left.isArtifact !== right.isArtifact || gap < -size) return false;
  if (Math.min(left.size, right.size) * 1.8 < size) return false;
  if (gap < size * columnGap) return true;
  // A mark at the beginning of a line belongs to what follows it, though nothing stands in the gap all the way down.
  if (isMark(left)) return gap < size * markGap;
  if (sectionNumber.test(left.text) && gap < size * widestGap) return true;
  return gap < size * widestGap && !gutters.has(row, { from: left.right, to: right.left });
}

function lineOf(piece: Piece): PrintedLine | null {
  const text = neatText(piece.text);
  if (text === '') return null;
  const { left, right, y, isArtifact, fonts, sizes } = piece;
  return {
    text,
    left,
    right,
    y,
    size: heaviest(sizes) ?? piece.size,
    font: heaviest(fonts) ?? '',
    isArtifact,
  };
}

const initial = /^["'“„«»]?\s?\p{Lu}$/u;

/** Puts a capital that is several lines high before the first line beside it, where it belongs. */
function withInitials(lines: readonly PrintedLine[]): PrintedLine[] {
  const kept = [...lines];
  for (const capital of lines) {
    if (!initial.test(capital.text)) continue;
    const beside = kept
      .filter((line) => {
        const gap = line.left - capital.right;
        const isSmaller = capital.size > line.size * 1.8;
        const isBeside = line.y <= capital.y + 1 && line.y > capital.y - capital.size * 0.9;
        return isSmaller && isBeside && gap > -line.size && gap < line.size * 1.5;
      })
      .sort((one, other) => one.y - other.y);
    const [first] = beside;
    if (first === undefined) continue;
    kept.splice(kept.indexOf(first), 1, { ...first, text: `${capital.text}${first.text}` });
    kept.splice(kept.indexOf(capital), 1);
  }
  return kept;
}

/** Pages of more pieces than this are tables or drawings: they are taken in the order of the file. */
const mostPieces = 6_000;

/** The lines of a page, each within its column, from the top. */
export function linesOfPage({ runs }: PdfPage): readonly PrintedLine[] {
  const pieces = piecesOf(runs);
  if (pieces.length > mostPieces) return pieces.map(lineOf).filter((line) => line !== null);
  const rows = rowsOf(pieces);
  const gutters = new Gutters(rows);
  const lines: PrintedLine[] = [];
  for (const [at, row] of rows.entries()) {
    let open: Piece | null = null;
    for (const piece of row) {
      if (open !== null && isOneLine(open, piece, at, gutters)) {
        append(open, piece, false);
        continue;
      }
      const line = open === null ? null : lineOf(open);
      if (line !== null) lines.push(line);
      open = piece;
    }
    const line = open === null ? null : lineOf(open);
    if (line !== null) lines.push(line);
  }
  return withInitials(lines);
}
