import { descendantsOf } from '../xml/xml-tree.ts';
import type { XmlElement } from '../xml/xml-tree.ts';
import type { DocumentPart } from './document-part.ts';
import { attributeOf } from './docx-styles.ts';
import type { OpenStyles } from './odt-styles.ts';
import { isBoldHeading, partsOfParagraph, partsOfTable } from './paragraph-parts.ts';
import type { ParagraphKind } from './paragraph-parts.ts';

/** Notes of the margin and foot, comments, changes and declarations are no part of the running text. */
const passedOver = new Set([
  ...['annotation', 'annotation-end', 'note', 'tracked-changes', 'sequence-decls', 'variable-decls', 'forms'],
  ...['ruby-text', 'script', 'event-listeners', 'object', 'object-ole', 'user-field-decls', 'title', 'desc'],
]);
/** More blanks in a row than this are somebody's joke. */
const mostBlanks = 100;

class ParagraphText {
  text = '';
  bold = 0;
  readonly boxes: XmlElement[] = [];
  private readonly styles: OpenStyles;

  constructor(styles: OpenStyles) {
    this.styles = styles;
  }

  take(element: XmlElement, isBold: boolean): void {
    for (const node of element.children) {
      if (typeof node === 'string') {
        // Line ends in the file are blanks (6.1.2).
        this.text += node.replace(/\s+/gu, ' ');
        if (isBold) this.bold += node.trim().length;
      } else if (!passedOver.has(node.name)) this.takeElement(node, isBold);
    }
  }

  private takeElement(node: XmlElement, isBold: boolean): void {
    if (node.name === 's')
      this.text += ' '.repeat(Math.min(mostBlanks, Number(attributeOf(node, 'c') ?? 1) || 1));
    else if (node.name === 'tab') this.text += ' ';
    else if (node.name === 'line-break') this.text += '\n';
    else if (node.name === 'text-box') this.boxes.push(node);
    else this.take(node, this.styles.isBold(attributeOf(node, 'style-name')) ?? isBold);
  }
}

function partsOf(paragraph: XmlElement, styles: OpenStyles, inList: boolean): DocumentPart[] {
  const style = attributeOf(paragraph, 'style-name');
  const words = new ParagraphText(styles);
  words.take(paragraph, styles.isBold(style) ?? false);
  const styled: ParagraphKind = styles.kindOf(style) ?? (paragraph.name === 'h' ? 'heading' : 'paragraph');
  const kind =
    inList && (styled === 'paragraph' || styled === 'item')
      ? 'item'
      : styled === 'item'
        ? 'paragraph'
        : styled;
  const isBold = words.bold > 0 && words.bold >= words.text.replace(/\s/gu, '').length * 0.9;
  const isHeading = kind === 'paragraph' && isBoldHeading(words.text, isBold);
  const boxes = words.boxes.flatMap((box) => partsOfOpenText(box, styles));
  return [...partsOfParagraph(isHeading ? 'heading' : kind, words.text), ...boxes];
}

function rowsOf(table: XmlElement, styles: OpenStyles): (readonly DocumentPart[])[][] {
  return [...descendantsOf(table, 'table-row')].map((row) =>
    row.children.flatMap((cell) => {
      return typeof cell === 'string' || cell.name !== 'table-cell' ? [] : [partsOfOpenText(cell, styles)];
    }),
  );
}

/** The parts of a text, a cell or a text box (OpenDocument 1.3, part 3, 5), in their order. */
export function partsOfOpenText(body: XmlElement, styles: OpenStyles): readonly DocumentPart[] {
  const parts: DocumentPart[] = [];
  const visit = (element: XmlElement, inList: boolean): void => {
    for (const node of element.children) {
      if (typeof node === 'string' || passedOver.has(node.name)) continue;
      if (node.name === 'p' || node.name === 'h') parts.push(...partsOf(node, styles, inList));
      else if (node.name === 'table') parts.push(...partsOfTable(rowsOf(node, styles)));
      else visit(node, inList || node.name === 'list');
    }
  };
  visit(body, false);
  return parts;
}
