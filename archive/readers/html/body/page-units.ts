import { blocks, headings } from '../page/element-kinds.ts';
import { attribute } from '../page/page-tree.ts';
import { isDataTable, rowsOf } from '../page/data-table.ts';
import type { PageElement, PageNode } from '../page/page-tree.ts';

export type UnitKind = 'paragraph' | 'crosshead' | 'item' | 'quote' | 'caption' | 'image';

/** A run of text that a page sets apart: what may become a block, or a part of one. */
export interface PageUnit {
  readonly kind: UnitKind;
  /** Blanks collapsed, never empty. */
  readonly text: string;
  /** How many of its characters are links, and how many are bold. */
  readonly linked: number;
  readonly bold: number;
  /** Its links, in their order. */
  readonly anchors: readonly PageElement[];
  /** The nearest element around it that is no mere dress of text. */
  readonly within: PageElement;
  /** The elements that its text stands in directly, with how many characters. */
  readonly sources: ReadonlyMap<PageElement, number>;
  /** The list, quotation or figure that it is a part of. */
  readonly group: PageElement | null;
}

/** A comment of the markup and the number of the unit that follows it. */
export interface PageMark {
  readonly text: string;
  readonly at: number;
}

/** The text of a page in reading order. */
export interface PageText {
  readonly units: readonly PageUnit[];
  readonly marks: readonly PageMark[];
}

/** Elements whose content is never text of an article. */
const silent: ReadonlySet<string> = new Set([
  ...['script', 'style', 'template', 'iframe', 'object', 'embed', 'applet', 'select', 'option', 'textarea'],
  ...['button', 'input', 'canvas', 'audio', 'video', 'map', 'title', 'noframes', 'dialog', 'datalist', 'svg'],
  ...['noscript', 'link', 'meta'],
]);

const mostMarks = 5_000;

/** White space as one blank, none at the ends; what has no width goes. */
export function tidy(text: string): string {
  return text
    .replace(/[\u200b\u2060\ufeff\u00ad]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

interface Surroundings {
  readonly kind: UnitKind;
  readonly group: PageElement | null;
  readonly within: PageElement;
  readonly anchor: PageElement | null;
  readonly bold: boolean;
}

interface Piece {
  readonly text: string;
  readonly parent: PageElement | null;
  readonly anchor: PageElement | null;
  readonly bold: boolean;
}

const lineBreak: Piece = { text: '', parent: null, anchor: null, bold: false };
const blank: Piece = { ...lineBreak, text: ' ' };
const cellEnd: Piece = { ...lineBreak, text: ' | ' };

/** The pieces between two line breaks. */
interface Line {
  readonly pieces: readonly Piece[];
  /** How many line breaks stand before it. */
  readonly gap: number;
  /** The one element that all its words stand in, if there is one. */
  readonly dress: PageElement | null;
}

function linesOf(pieces: readonly Piece[]): readonly Line[] {
  const lines: Line[] = [];
  let part: Piece[] = [];
  let gap = 0;
  const end = () => {
    const worded = part.filter(({ text }) => /\S/u.test(text));
    if (worded.length === 0) return;
    const [first] = worded;
    const isUniform = worded.every(({ parent }) => parent === first?.parent);
    lines.push({ pieces: part, gap, dress: isUniform ? (first?.parent ?? null) : null });
    part = [];
    gap = 0;
  };
  for (const piece of pieces) {
    if (piece !== lineBreak) part.push(piece);
    else {
      end();
      gap += 1;
    }
  }
  end();
  return lines;
}

function isDressedApart(one: Line, other: Line, within: PageElement): boolean {
  const isOwn = ({ dress }: Line) => dress !== null && dress !== within;
  return one.dress !== other.dress && (isOwn(one) || isOwn(other));
}

class UnitReader {
  readonly units: PageUnit[] = [];
  readonly marks: PageMark[] = [];
  private pieces: Piece[] = [];
  private readonly isSkipped: (element: PageElement) => boolean;

  constructor(isSkipped: (element: PageElement) => boolean) {
    this.isSkipped = isSkipped;
  }

  visit(node: PageNode, around: Surroundings): void {
    if (node.kind === 'comment') this.mark(node.text);
    else if (node.kind === 'text') {
      const { anchor, bold } = around;
      this.pieces.push({ text: node.text, parent: node.parent, anchor, bold });
    } else if (node.name === 'br') this.pieces.push(lineBreak);
    else if (node.name === 'img') this.image(node, around);
    else if (!silent.has(node.name) && !this.isSkipped(node)) {
      if (node.name === 'table' && isDataTable(node)) this.rows(node, around);
      else this.element(node, around);
    }
  }

  /**
   * Ends a run of text. Two line breaks in a row end one too, as old pages write them, and one does where a whole line is
   * dressed otherwise than the next: a headline under a date, a link under a link.
   */
  end(around: Surroundings): void {
    if (this.pieces.length === 0) return;
    const lines = linesOf(this.pieces);
    this.pieces = [];
    let run: Piece[] = [];
    let before: Line | null = null;
    for (const line of lines) {
      if (before !== null && (line.gap > 1 || isDressedApart(before, line, around.within))) {
        this.add(run, around);
        run = [];
      }
      if (run.length > 0) run.push(blank);
      for (const piece of line.pieces) run.push(piece);
      before = line;
    }
    if (run.length > 0) this.add(run, around);
  }

  private mark(text: string): void {
    if (this.marks.length >= mostMarks || text.length >= 100) return;
    // The text before it is not a unit yet.
    const pending = this.pieces.some((piece) => /\S/u.test(piece.text)) ? 1 : 0;
    this.marks.push({ text: text.trim(), at: this.units.length + pending });
  }

  private add(pieces: readonly Piece[], { kind, group, within }: Surroundings): void {
    const text = tidy(pieces.map((piece) => piece.text).join(''));
    if (text === '') return;
    const length = (which: readonly Piece[]) =>
      which.length === 0 ? 0 : tidy(which.map((piece) => piece.text).join('')).length;
    const anchored = pieces.filter(({ anchor }) => anchor !== null);
    const linked = length(anchored);
    const bold = length(pieces.filter((piece) => piece.bold));
    const anchors = [...new Set(anchored.flatMap(({ anchor }) => (anchor === null ? [] : [anchor])))];
    const sources = new Map<PageElement, number>();
    for (const { text: part, parent } of pieces)
      if (parent !== null) sources.set(parent, (sources.get(parent) ?? 0) + part.trim().length);
    this.units.push({ kind, text, linked, bold, anchors, within, sources, group });
  }

  /** The rows of a table of figures are items of a list, their cells apart from each other. */
  private rows(table: PageElement, around: Surroundings): void {
    this.end(around);
    for (const row of rowsOf(table)) {
      const inner: Surroundings = { ...around, kind: 'item', group: table, within: row };
      let isFirst = true;
      for (const cell of row.children) {
        if (cell.kind !== 'element') continue;
        if (!isFirst) this.pieces.push(cellEnd);
        isFirst = false;
        this.inline(cell, inner);
      }
      this.end(inner);
    }
  }

  private inline(node: PageNode, around: Surroundings): void {
    if (node.kind === 'text') this.visit(node, around);
    if (node.kind !== 'element' || silent.has(node.name) || this.isSkipped(node)) return;
    const anchor = isLink(node) ? node : around.anchor;
    if (node.name === 'br' || blocks.has(node.name)) this.pieces.push(blank);
    for (const child of node.children) this.inline(child, { ...around, anchor });
  }

  private image(element: PageElement, around: Surroundings): void {
    const text = tidy(attribute(element, 'alt'));
    if (text === '') return;
    const group = around.kind === 'caption' ? around.group : figureAround(element);
    const { within } = around;
    const sources = new Map([[element, 1]]);
    this.units.push({ kind: 'image', text, linked: 0, bold: 0, anchors: [], within, sources, group });
  }

  private element(element: PageElement, around: Surroundings): void {
    const isBlock = blocks.has(element.name);
    const inner = isBlock ? insideBlock(element, around) : insideDress(element, around);
    if (isBlock) this.end(around);
    for (const child of element.children) this.visit(child, inner);
    if (isBlock) this.end(inner);
  }
}

/** A link that leads out of the page; one inside it is part of the text. */
function isLink(element: PageElement): boolean {
  return (
    element.name === 'a' && element.attributes.has('href') && !/^\s*#./u.test(attribute(element, 'href'))
  );
}

function figureAround(element: PageElement): PageElement | null {
  for (let above = element.parent; above !== null; above = above.parent)
    if (above.name === 'figure') return above;
  return null;
}

/** What an element that only dresses its text adds to what is around it. */
function insideDress(element: PageElement, around: Surroundings): Surroundings {
  const { name } = element;
  if (isLink(element)) return { ...around, anchor: element };
  return (name === 'b' || name === 'strong') && !around.bold ? { ...around, bold: true } : around;
}

function insideBlock(element: PageElement, around: Surroundings): Surroundings {
  const { name } = element;
  const inner = { ...around, within: element };
  if (headings.has(name)) return { ...inner, kind: 'crosshead', group: null, bold: true };
  if (name === 'figcaption') return { ...inner, kind: 'caption', group: figureAround(element) };
  if (name === 'blockquote') return { ...inner, kind: 'quote', group: element };
  if (name === 'li' && (element.parent?.name === 'ul' || element.parent?.name === 'ol'))
    return { ...inner, kind: 'item', group: element.parent };
  return inner;
}

/** The runs of text of a part of a page, in reading order, leaving out elements that are to be skipped. */
export function textOfPage(root: PageElement, isSkipped: (element: PageElement) => boolean): PageText {
  const reader = new UnitReader(isSkipped);
  const around: Surroundings = { kind: 'paragraph', group: null, within: root, anchor: null, bold: false };
  for (const child of root.children) reader.visit(child, around);
  reader.end(around);
  return { units: reader.units, marks: reader.marks };
}
