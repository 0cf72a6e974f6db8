import type { Block } from '../../model/article.ts';
import { blocksOfFragment } from './fragment-blocks.ts';

/** Elements whose content is no text of the article. */
const silent = new Set([
  'SCRIPT',
  'STYLE',
  'NOSCRIPT',
  'TEMPLATE',
  'IFRAME',
  'OBJECT',
  'SVG',
  'HEAD',
  'FORM',
  'BUTTON',
]);
const headings = new Set(['H1', 'H2', 'H3', 'H4', 'H5', 'H6']);
/** Elements that end a paragraph where they begin and where they end. */
const breaking = new Set([
  ...[
    'ADDRESS',
    'ARTICLE',
    'ASIDE',
    'BLOCKQUOTE',
    'BODY',
    'CENTER',
    'DD',
    'DIV',
    'DL',
    'DT',
    'FIELDSET',
    'FIGCAPTION',
  ],
  ...[
    'FIGURE',
    'FOOTER',
    'HEADER',
    'HR',
    'LI',
    'MAIN',
    'NAV',
    'OL',
    'P',
    'PRE',
    'SECTION',
    'TABLE',
    'TBODY',
    'TD',
  ],
  ...['TFOOT', 'TH', 'THEAD', 'TR', 'UL'],
]);

/** What is asked of a node; linkedom's are such. */
interface BlockNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<BlockNode>;
  readonly getAttribute?: (name: string) => string | null;
}

function tidy(text: string): string {
  return text.replace(/[\s\u00a0]+/gu, ' ').trim();
}

function textIn(node: BlockNode): string {
  if (node.nodeType === 3) return node.textContent ?? '';
  if (silent.has(node.nodeName.toUpperCase())) return '';
  const parts: string[] = [];
  for (const child of node.childNodes) parts.push(textIn(child));
  const text = parts.join('');
  const name = node.nodeName.toUpperCase();
  return name === 'BR' || breaking.has(name) ? ` ${text} ` : text;
}

class BlockBuilder {
  readonly blocks: Block[] = [];
  private line = '';

  visit(node: BlockNode): void {
    if (node.nodeType === 3) {
      this.line += node.textContent ?? '';
      return;
    }
    if (node.nodeType !== 1 && node.nodeType !== 9 && node.nodeType !== 11) return;
    const name = node.nodeName.toUpperCase();
    if (silent.has(name)) return;
    if (headings.has(name)) this.crosshead(node);
    else if (name === 'UL' || name === 'OL') this.list(node);
    else if (name === 'BLOCKQUOTE') this.quote(node);
    else if (name === 'IMG') this.image(node);
    else if (name === 'BR') this.line += '\n';
    else this.inside(node, breaking.has(name));
  }

  /** Ends a paragraph. Two line breaks in a row end one too, as old pages write them. */
  end(): void {
    for (const part of this.line.split(/\n[^\S\n]*\n/u)) {
      const text = tidy(part);
      if (text !== '') this.blocks.push({ kind: 'paragraph', text, place: null });
    }
    this.line = '';
  }

  private inside(node: BlockNode, isBreaking: boolean): void {
    if (isBreaking) this.end();
    for (const child of node.childNodes) this.visit(child);
    if (isBreaking) this.end();
  }

  private crosshead(node: BlockNode): void {
    this.end();
    const text = tidy(textIn(node));
    if (text !== '') this.blocks.push({ kind: 'crosshead', text, place: null });
  }

  private list(node: BlockNode): void {
    this.end();
    const items = [...node.childNodes].map((child) => tidy(textIn(child))).filter((text) => text !== '');
    if (items.length > 0) this.blocks.push({ kind: 'list', items, place: null });
  }

  private quote(node: BlockNode): void {
    this.end();
    const text = tidy(textIn(node));
    if (text !== '') this.blocks.push({ kind: 'quote', text, attribution: null, place: null });
  }

  private image(node: BlockNode): void {
    const caption = tidy(node.getAttribute?.('alt') ?? '');
    if (caption === '') return;
    this.end();
    this.blocks.push({ kind: 'image', caption, legend: null, place: null });
  }
}

/** The blocks of a part of a DOM. Nothing but text comes through: no markup, no address, no script. */
export function blocksOfNode(node: unknown): readonly Block[] {
  const builder = new BlockBuilder();
  builder.visit(node as BlockNode);
  builder.end();
  return builder.blocks;
}

/** The blocks of a piece of HTML, as feeds, mail and exports carry it. */
export function blocksOfHtml(fragment: string): readonly Block[] {
  return blocksOfFragment(fragment);
}
