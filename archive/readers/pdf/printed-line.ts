/** A line of one column. Units are points; `y` is the base line's and grows downwards. */
export interface PrintedLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  /** Of most of its characters. */
  readonly size: number;
  readonly font: string;
  readonly isArtifact: boolean;
}

/** How far a line reaches above and below its base line, in parts of its size. */
const above = 0.8;
const below = 0.25;

/** The upper edge of a line. */
export function topOf({ y, size }: PrintedLine): number {
  return y - size * above;
}

/** The lower edge of a line. */
export function bottomOf({ y, size }: PrintedLine): number {
  return y + size * below;
}

interface Span {
  readonly left: number;
  readonly right: number;
}

/** How many points two lines, or other things of a width, have above each other; negative is the gap between them. */
export function sharedWidth(one: Span, other: Span): number {
  return Math.min(one.right, other.right) - Math.max(one.left, other.left);
}

/** Whether two lines stand side by side: they share a third of the lower one's height. */
export function areBeside(one: PrintedLine, other: PrintedLine): boolean {
  const shared = Math.min(bottomOf(one), bottomOf(other)) - Math.max(topOf(one), topOf(other));
  return shared > Math.min(one.size, other.size) * 0.35;
}

/** What begins an item of a list: a bullet, or a number with a full stop or bracket. */
export const itemMark =
  /^(?:[•·▪■□●○◦‣▶➢✓*\uf0b7\uf0a7\uf0d8]|[–—-](?=\s)|\(?\d{1,3}[.)](?=\s|$)|[a-z]\)(?=\s|$))\s*/u;
