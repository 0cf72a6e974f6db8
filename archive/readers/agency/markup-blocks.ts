import type { Block } from '../../model/article.ts';
import { childOf, childrenOf, textOfXml } from '../xml/xml-tree.ts';
import type { XmlElement, XmlNode } from '../xml/xml-tree.ts';
import { imageOf, mediaOf } from './markup-images.ts';
import { attributeOf, isBreaking, isSilent, lineOf, markupName, orNull, tidy } from './markup-text.ts';
import { wireParagraphs } from './wire-paragraphs.ts';

type Kind = 'crosshead' | 'list' | 'quote' | 'media' | 'figure' | 'image' | 'table' | 'row' | 'pre' | 'note';

const kinds: Readonly<Record<string, Kind>> = {
  ...{ h1: 'crosshead', h2: 'crosshead', h3: 'crosshead', h4: 'crosshead', h5: 'crosshead', h6: 'crosshead' },
  ...{ hl1: 'crosshead', hl2: 'crosshead', subhead: 'crosshead', ul: 'list', ol: 'list', dl: 'list' },
  ...{ bq: 'quote', blockquote: 'quote', media: 'media', figure: 'figure', img: 'image' },
  ...{ table: 'table', tr: 'row', pre: 'pre', note: 'note' },
};

/** Where a line break stood; two in a row end a paragraph. */
const lineBreak = '\u2028';
const paragraphBreak = /\u2028\s*\u2028/u;

const itemNames: ReadonlySet<string> = new Set(['li', 'dt', 'dd']);
const listNames: ReadonlySet<string> = new Set(['ul', 'ol', 'dl']);

function elementsOf(element: XmlElement): readonly XmlElement[] {
  return element.children.filter((node): node is XmlElement => typeof node !== 'string');
}

/** The items of a list; those of a list inside an item come after it. */
function itemsOf(list: XmlElement): readonly string[] {
  return elementsOf(list).flatMap((item) => {
    if (listNames.has(markupName(item))) return itemsOf(item);
    if (!itemNames.has(markupName(item))) return [lineOf(item)];
    const own = item.children.filter((node) => typeof node === 'string' || !listNames.has(markupName(node)));
    const inner = elementsOf(item).filter((node) => listNames.has(markupName(node)));
    return [lineOf({ ...item, children: own }), ...inner.flatMap(itemsOf)];
  });
}

/** A cell with paragraphs in it lays out a page; one without is a value. */
function isLayout(row: XmlElement): boolean {
  return elementsOf(row).some((cell) => elementsOf(cell).some(isBreaking));
}

class MarkupBlocks {
  readonly blocks: Block[] = [];
  private line = '';

  visit(node: XmlNode): void {
    if (typeof node === 'string') {
      this.line += node;
      return;
    }
    if (isSilent(node)) return;
    const kind = Object.hasOwn(kinds, markupName(node)) ? kinds[markupName(node)] : undefined;
    if (kind !== undefined) this.special(kind, node);
    else if (markupName(node) === 'br') this.line += lineBreak;
    else this.inside(node);
  }

  /** Ends a paragraph. */
  end(): void {
    for (const part of this.line.split(paragraphBreak)) {
      const text = tidy(part);
      if (text !== '') this.blocks.push({ kind: 'paragraph', text, place: null });
    }
    this.line = '';
  }

  private inside(node: XmlElement): void {
    const breaks = isBreaking(node);
    if (breaks) this.end();
    for (const child of node.children) this.visit(child);
    if (breaks) this.end();
  }

  private special(kind: Kind, node: XmlElement): void {
    if (kind === 'image' && attributeOf(node, 'alt') === '') return;
    this.end();
    if (kind === 'table' || (kind === 'row' && isLayout(node))) this.inside(node);
    else if (kind === 'note' && attributeOf(node, 'type') === 'npa') return;
    else if (kind === 'note') this.inside(node);
    else this.add(kind, node);
  }

  private add(kind: Kind, node: XmlElement): void {
    if (kind === 'list') this.push({ kind, items: itemsOf(node).filter((item) => item !== ''), place: null });
    else if (kind === 'quote') this.push(quoteOf(node));
    else if (kind === 'media' || kind === 'figure') this.image(node);
    else if (kind === 'image')
      this.push({ kind, caption: attributeOf(node, 'alt'), legend: null, place: null });
    else if (kind === 'row') this.row(node);
    else if (kind === 'pre') this.preformatted(node);
    else this.push({ kind: 'crosshead', text: lineOf(node), place: null });
  }

  private push(block: Block): void {
    const isEmpty = block.kind === 'list' ? block.items.length === 0 : 'text' in block && block.text === '';
    if (!isEmpty) this.blocks.push(block);
  }

  private image(node: XmlElement): void {
    const block = markupName(node) === 'media' ? mediaOf(node) : imageOf(node);
    if (block !== null) this.blocks.push(block);
  }

  private row(node: XmlElement): void {
    const text = elementsOf(node)
      .map(lineOf)
      .filter((cell) => cell !== '')
      .join(' | ');
    this.push({ kind: 'paragraph', text, place: null });
  }

  private preformatted(node: XmlElement): void {
    for (const text of wireParagraphs(textOfXml(node))) this.push({ kind: 'paragraph', text, place: null });
  }
}

/** A quotation; NITF has who said it in `credit`, HTML in `cite` or a footer. */
function quoteOf(node: XmlElement): Block {
  const credit = childOf(node, 'credit') ?? childOf(node, 'footer') ?? childOf(node, 'cite');
  const said =
    credit === null ? node : { ...node, children: node.children.filter((child) => child !== credit) };
  return { kind: 'quote', text: lineOf(said), attribution: orNull(lineOf(credit)), place: null };
}

/**
 * The blocks inside an element of NITF, XHTML or HTML. A row of a table is a paragraph, its cells parted by ` | `. Nothing
 * but text comes through: no markup, no address, no script.
 */
export function blocksOfMarkup(nodes: readonly XmlNode[]): readonly Block[] {
  const builder = new MarkupBlocks();
  for (const node of nodes) builder.visit(node);
  builder.end();
  return builder.blocks;
}

/** The first `body` of a document of HTML or NITF when it has one, else all of it. */
export function bodyOf(nodes: readonly XmlNode[]): readonly XmlNode[] {
  for (const node of nodes) {
    if (typeof node === 'string') continue;
    if (markupName(node) === 'body') return node.children;
    if (markupName(node) !== 'html') continue;
    const body = childrenOf(node, 'body')[0] ?? childrenOf(node, 'BODY')[0];
    return body?.children ?? node.children;
  }
  return nodes;
}
