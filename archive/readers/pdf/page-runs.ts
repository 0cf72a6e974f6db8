import type { PdfPage, PdfRun } from './pdf-run.ts';

/** What pdf.js says of a piece of text: `TextItem`, or `TextMarkedContent` where `type` is given. */
export interface PdfItem {
  readonly str?: string;
  readonly transform?: readonly number[];
  readonly width?: number;
  readonly fontName?: string;
  readonly type?: string;
  readonly tag?: string;
}

/** The page as pdf.js shows it: its matrix leads from the file's units to points from the upper left corner. */
export interface PageFrame {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly transform: readonly number[];
}

interface TurnedRun extends PdfRun {
  /** Quarter turns clockwise; null for text at a slant, such as a stamp across the page. */
  readonly turns: number | null;
}

type Matrix = readonly [number, number, number, number, number, number];

const matrixOf = (numbers: readonly number[] | undefined): Matrix =>
  numbers?.length === 6 ? (numbers as unknown as Matrix) : [1, 0, 0, 1, 0, 0];

function multiply(left: Matrix, right: Matrix): Matrix {
  const [a, b, c, d, e, f] = left;
  const [g, h, i, j, k, l] = right;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

/** Text at an angle of so many radians beside a quarter turn is not set for reading. */
const slant = 0.1;

function turnsOf(a: number, b: number): number | null {
  const quarters = Math.atan2(b, a) / (Math.PI / 2);
  const whole = Math.round(quarters);
  return Math.abs(quarters - whole) * (Math.PI / 2) > slant ? null : (whole + 4) % 4;
}

/** Where a run stands once the page is turned so that the run is upright. */
function placed(x: number, y: number, turns: number, { width, height }: PageFrame): { x: number; y: number } {
  if (turns === 1) return { x: y, y: width - x };
  if (turns === 2) return { x: width - x, y: height - y };
  return turns === 3 ? { x: height - y, y: x } : { x, y };
}

/** The largest size and the farthest place that are believed, in points: 200 inches is the largest page (annex C.2). */
const farthest = 20_000;

function runOf(item: PdfItem, frame: PageFrame, isArtifact: boolean): TurnedRun | null {
  const text = item.str ?? '';
  const [a, b, c, d, e, f] = multiply(matrixOf(frame.transform), matrixOf(item.transform));
  const size = Math.hypot(c, d);
  const width = Math.abs(item.width ?? 0);
  if (text === '' || ![size, width, e, f].every((number) => Math.abs(number) < farthest)) return null;
  // What lies outside of the page is a printer's note, or hidden.
  const isOutside = e < -1 || e > frame.width + 1 || f < -1 || f > frame.height + 1;
  if (size === 0 || isOutside) return null;
  const turns = turnsOf(a, b);
  const place = placed(e, f, turns ?? 0, frame);
  return { ...place, text, width, size, font: item.fontName ?? '', isArtifact, turns };
}

class ArtifactMarks {
  private depth = 0;
  private artifactAt = 0;

  get inside(): boolean {
    return this.artifactAt > 0;
  }

  /** Follows the begin and the end of marked content. */
  note({ type, tag }: PdfItem): void {
    if (type === 'endMarkedContent') {
      if (this.artifactAt === this.depth) this.artifactAt = 0;
      this.depth = Math.max(0, this.depth - 1);
      return;
    }
    this.depth += 1;
    if (tag === 'Artifact' && this.artifactAt === 0) this.artifactAt = this.depth;
  }
}

/** The direction in which most of the text is set. */
function mainTurns(runs: readonly TurnedRun[]): number {
  const counts = [0, 0, 0, 0];
  for (const { turns, text } of runs) if (turns !== null) counts[turns] = (counts[turns] ?? 0) + text.length;
  return counts.indexOf(Math.max(...counts));
}

/** A run that is printed twice, a hair apart, to look bold. */
function withoutDoubles(runs: readonly TurnedRun[]): TurnedRun[] {
  const seen = new Map<string, TurnedRun[]>();
  return runs.filter((run) => {
    if (run.text.trim() === '') return true;
    const twins = seen.get(run.text) ?? [];
    const near = run.size * 0.2;
    if (twins.some(({ x, y }) => Math.abs(x - run.x) < near && Math.abs(y - run.y) < near)) return false;
    // A text that stands at very many places is no heading; looking at all of them would take too long.
    if (twins.length < 50) seen.set(run.text, [...twins, run]);
    return true;
  });
}

/** The runs of a page, upright, in the order of the file. */
export function pageOf(items: readonly PdfItem[], frame: PageFrame): PdfPage {
  const marks = new ArtifactMarks();
  const all: TurnedRun[] = [];
  for (const item of items) {
    if (item.type !== undefined) marks.note(item);
    else {
      const run = runOf(item, frame, marks.inside);
      if (run !== null) all.push(run);
    }
  }
  const turns = mainTurns(all);
  const upright = all.filter((run) => run.turns === turns);
  const characters = (runs: readonly TurnedRun[]): number =>
    runs.reduce((sum, { text }) => sum + text.trim().length, 0);
  const isTurned = turns % 2 === 1;
  return {
    number: frame.number,
    width: isTurned ? frame.height : frame.width,
    height: isTurned ? frame.width : frame.height,
    runs: withoutDoubles(upright),
    sideways: characters(all) - characters(upright),
  };
}
