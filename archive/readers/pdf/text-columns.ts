import { areBeside, bottomOf, sharedWidth, topOf } from './printed-line.ts';
import type { PrintedLine } from './printed-line.ts';

/** Lines under each other that are set alike: a column of text, or a part of one. */
export interface TextColumn {
  readonly lines: readonly PrintedLine[];
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

class OpenColumn implements TextColumn {
  readonly lines: PrintedLine[];
  left: number;
  right: number;
  readonly top: number;

  constructor(line: PrintedLine) {
    this.lines = [line];
    this.left = line.left;
    this.right = line.right;
    this.top = topOf(line);
  }

  get last(): PrintedLine {
    return this.lines.at(-1) ?? noLine;
  }

  get bottom(): number {
    return bottomOf(this.last);
  }

  add(line: PrintedLine): void {
    this.lines.push(line);
    this.left = Math.min(this.left, line.left);
    this.right = Math.max(this.right, line.right);
  }
}

const noLine: PrintedLine = { text: '', left: 0, right: 0, y: 0, size: 0, font: '', isArtifact: false };

/** The largest step from line to line, in sizes, and how far lines may be indented. */
const largestStep = 2.1;
const largestIndent = 4;

/** Whether a line may stand right under another in one column. */
function fits(above: PrintedLine, line: PrintedLine, column: OpenColumn): boolean {
  const size = Math.max(above.size, line.size);
  const step = line.y - above.y;
  if (step <= size * 0.5 || step > size * largestStep) return false;
  if (Math.min(above.size, line.size) < size * 0.88) return false;
  const narrower = Math.min(above.right - above.left, line.right - line.left);
  if (sharedWidth(above, line) < narrower * 0.5) return false;
  const isCentred = Math.abs(above.left + above.right - line.left - line.right) < size * 2;
  return isCentred || Math.abs(line.left - column.left) < size * largestIndent;
}

/** For each line, those that stand beside it. Lines come from the top. */
function besideEach(lines: readonly PrintedLine[]): ReadonlyMap<PrintedLine, readonly PrintedLine[]> {
  const beside = new Map<PrintedLine, PrintedLine[]>(lines.map((line) => [line, []]));
  const tallest = lines.reduce((most, { size }) => Math.max(most, size), 0);
  lines.forEach((line, at) => {
    for (let next = at + 1; next < lines.length; next += 1) {
      const other = lines[next];
      if (other === undefined || other.y - line.y > tallest * 1.1) break;
      if (!areBeside(line, other)) continue;
      beside.get(line)?.push(other);
      beside.get(other)?.push(line);
    }
  });
  return beside;
}

/** The lines of a page, gathered to columns. A line across several columns belongs to none of them. */
function gather(lines: readonly PrintedLine[]): TextColumn[] {
  const sorted = [...lines].sort((one, other) => one.y - other.y || one.left - other.left);
  const beside = besideEach(sorted);
  const spans = (line: PrintedLine, others: readonly PrintedLine[], own: PrintedLine): boolean =>
    others.some((other) => other !== own && sharedWidth(other, line) > line.size);
  const columns: OpenColumn[] = [];
  let open: OpenColumn[] = [];
  for (const line of sorted) {
    open = open.filter(({ last }) => line.y - last.y <= Math.max(line.size, last.size) * largestStep);
    const fitting = open.filter(
      (column) =>
        fits(column.last, line, column) &&
        !spans(line, beside.get(column.last) ?? [], column.last) &&
        !spans(column.last, beside.get(line) ?? [], line),
    );
    const nearest = fitting.sort((one, other) => other.last.y - one.last.y)[0];
    if (nearest !== undefined) nearest.add(line);
    else {
      const column = new OpenColumn(line);
      columns.push(column);
      open.push(column);
    }
  }
  return columns;
}

/** A column, and the width that it commands: a headline does so over all columns under it, however short it is. */
interface PlacedColumn {
  readonly column: TextColumn;
  readonly left: number;
  readonly right: number;
}

function isBesideColumn(one: TextColumn, other: TextColumn): boolean {
  return sharedWidth(one, other) <= 0 && one.top < other.bottom && other.top < one.bottom;
}

function placedColumn(column: TextColumn, all: readonly TextColumn[]): PlacedColumn {
  const apart = all.filter(
    (other) =>
      other !== column &&
      sharedWidth(column, other) > 4 &&
      (other.top >= column.bottom - 1 || other.bottom <= column.top + 1),
  );
  const under = apart.filter((one) => apart.some((other) => other !== one && isBesideColumn(one, other)));
  return {
    column,
    left: Math.min(column.left, ...under.map(({ left }) => left)),
    right: Math.max(column.right, ...under.map(({ right }) => right)),
  };
}

/** Whether something that both have above or below them stands between two columns: then they are no neighbours. */
function isDivided(one: PlacedColumn, other: PlacedColumn, dividers: readonly PlacedColumn[]): boolean {
  const [upper, lower] = one.column.top <= other.column.top ? [one, other] : [other, one];
  return dividers.some(
    (between) =>
      between !== one &&
      between !== other &&
      between.column.top > upper.column.top &&
      between.column.top < lower.column.top &&
      sharedWidth(between, one) > 0 &&
      sharedWidth(between, other) > 0,
  );
}

/**
 * Whether one column is read before another: it stands above it, or to its left with nothing across both between them
 * (T. M. Breuel, High performance document layout analysis, 2003).
 */
function isBefore(one: PlacedColumn, other: PlacedColumn, dividers: readonly PlacedColumn[]): boolean {
  if (sharedWidth(one, other) > 0 && !isBesideColumn(one.column, other.column)) {
    return one.column.top < other.column.top;
  }
  return one.left < other.left && !isDivided(one, other, dividers);
}

/** Of a page with more parts a table is made, which no order suits: from the top. */
const mostColumns = 250;

/** The columns of a page in the order in which they are read. */
export function columnsOfPage(lines: readonly PrintedLine[]): readonly TextColumn[] {
  const columns = gather(lines).sort((one, other) => one.top - other.top || one.left - other.left);
  if (columns.length > mostColumns) return columns;
  const placed = columns.map((column) => placedColumn(column, columns));
  const dividers = placed.filter((one) => {
    return placed.some((other) => other !== one && one.right - one.left > (other.right - other.left) * 1.2);
  });
  const ordered: TextColumn[] = [];
  const met = new Set<PlacedColumn>();
  // A circle is cut where it is entered: no page is so mixed up that all of it would be one.
  const visit = (column: PlacedColumn): void => {
    if (met.has(column)) return;
    met.add(column);
    for (const other of placed) if (other !== column && isBefore(other, column, dividers)) visit(other);
    ordered.push(column.column);
  };
  for (const column of placed) visit(column);
  return ordered;
}
