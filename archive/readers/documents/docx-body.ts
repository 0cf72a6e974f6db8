import { childOf } from '../xml/xml-tree.ts';
import type { XmlElement } from '../xml/xml-tree.ts';
import type { DocumentPart } from './document-part.ts';
import { attributeOf, isListed, isOn, outlineOf } from './docx-styles.ts';
import type { WordStyles } from './docx-styles.ts';
import { isBoldHeading, partsOfParagraph, partsOfTable } from './paragraph-parts.ts';
import type { ParagraphKind } from './paragraph-parts.ts';

/** What was deleted or moved away, and what is no text: it stays in the file. */
const passedOver = new Set([
  'del',
  'moveFrom',
  'delText',
  'instrText',
  'rPr',
  'pPr',
  'Fallback',
  'footnotePr',
]);
const characters: Readonly<Record<string, string>> = { tab: ' ', br: '\n', cr: '\n', noBreakHyphen: '-' };

class ParagraphText {
  text = '';
  /** Characters that are bold. */
  bold = 0;
  /** Text boxes that are anchored in the paragraph. */
  readonly boxes: XmlElement[] = [];

  take(element: XmlElement, isBold: boolean): void {
    for (const node of element.children) {
      if (typeof node === 'string' || passedOver.has(node.name)) continue;
      if (node.name === 't') this.add(node, isBold);
      else if (node.name === 'txbxContent') this.boxes.push(node);
      else if (node.name === 'r') this.take(node, this.boldOf(node, isBold));
      else if (node.name === 'sym') this.text += this.text === '' ? '• ' : '';
      else {
        const character = attributeOf(node, 'type') === 'page' ? '\n\n' : characters[node.name];
        if (character === undefined) this.take(node, isBold);
        else this.text += character;
      }
    }
  }

  private boldOf(run: XmlElement, isBold: boolean): boolean {
    const properties = childOf(run, 'rPr');
    const own = properties === null ? null : childOf(properties, 'b');
    return own === null ? isBold : isOn(own);
  }

  private add({ children }: XmlElement, isBold: boolean): void {
    for (const text of children) {
      if (typeof text !== 'string') continue;
      this.text += text;
      if (isBold) this.bold += text.trim().length;
    }
  }
}

function kindOf(paragraph: XmlElement, styles: WordStyles): ParagraphKind {
  const properties = childOf(paragraph, 'pPr');
  const style = properties === null ? null : attributeOf(childOf(properties, 'pStyle'), 'val');
  const kind = styles.kindOf(style);
  if (kind !== null && kind !== 'item') return kind;
  if (outlineOf(properties) !== null) return 'heading';
  const numbering = properties === null ? null : childOf(properties, 'numPr');
  if (numbering !== null) return isListed(properties) ? 'item' : 'paragraph';
  return kind ?? 'paragraph';
}

function partsOf(paragraph: XmlElement, styles: WordStyles, initial: string): DocumentPart[] {
  const properties = childOf(paragraph, 'pPr');
  const style = properties === null ? null : attributeOf(childOf(properties, 'pStyle'), 'val');
  const words = new ParagraphText();
  words.text = initial;
  words.take(paragraph, styles.isBold(style));
  const kind = kindOf(paragraph, styles);
  const isBold = words.bold > 0 && words.bold >= words.text.replace(/\s/gu, '').length * 0.9;
  const isHeading = kind === 'paragraph' && isBoldHeading(words.text, isBold);
  const boxes = words.boxes.flatMap((box) => partsOfWord(box, styles));
  return [...partsOfParagraph(isHeading ? 'heading' : kind, words.text), ...boxes];
}

/** Rows of a table, or cells of a row; some stand in a frame for a form's field (17.5.2). */
function inside(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.flatMap((node): readonly XmlElement[] => {
    if (typeof node === 'string' || passedOver.has(node.name)) return [];
    if (node.name === name) return [node];
    return /^(?:sdt|sdtContent|customXml|ins)$/u.test(node.name) ? inside(node, name) : [];
  });
}

/** A first letter of several lines stands in a paragraph of its own (17.3.1.11). */
function isInitial(paragraph: XmlElement): boolean {
  const properties = childOf(paragraph, 'pPr');
  const frame = properties === null ? null : childOf(properties, 'framePr');
  return /^(?:drop|margin)$/u.test(attributeOf(frame, 'dropCap') ?? '');
}

/** The parts of a body, a cell or a text box (ISO/IEC 29500-1, 17.2), in their order. */
export function partsOfWord(body: XmlElement, styles: WordStyles): readonly DocumentPart[] {
  const parts: DocumentPart[] = [];
  let initial = '';
  const visit = (element: XmlElement): void => {
    for (const node of element.children) {
      if (typeof node === 'string' || passedOver.has(node.name)) continue;
      if (node.name === 'p') {
        const own = partsOf(node, styles, initial);
        initial = isInitial(node) ? (own[0]?.kind === 'list' ? '' : (own[0]?.text ?? '')) : '';
        if (initial === '') parts.push(...own);
      }
      if (node.name === 'tbl') {
        const rows = inside(node, 'tr').map((row) =>
          inside(row, 'tc').map((cell) => partsOfWord(cell, styles)),
        );
        parts.push(...partsOfTable(rows));
      } else if (node.name !== 'p') visit(node);
    }
  };
  visit(body);
  return parts;
}
