import type { XmlElement, XmlNode } from '../xml/xml-tree.ts';
import { onOneLine, textOf } from '../records/record-values.ts';

/** Elements of NITF, XHTML and HTML whose content is no text of the article. */
const silent: ReadonlySet<string> = new Set([
  ...['script', 'style', 'noscript', 'template', 'iframe', 'object', 'svg', 'head', 'form', 'button'],
  ...['media-metadata', 'media-object', 'nitf-table-metadata', 'ed-msg'],
]);

/** Elements that stand on lines of their own. */
const breaking: ReadonlySet<string> = new Set([
  ...['address', 'article', 'aside', 'blockquote', 'body', 'caption', 'center', 'dd', 'div', 'dl', 'dt'],
  ...['fieldset', 'figcaption', 'figure', 'footer', 'header', 'hr', 'html', 'li', 'main', 'nav', 'ol', 'p'],
  ...['pre', 'section', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr', 'ul'],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
  ...[
    'block',
    'body.content',
    'body.end',
    'body.head',
    'bq',
    'credit',
    'fn',
    'hedline',
    'hl1',
    'hl2',
    'media',
  ],
  ...[
    'media-caption',
    'media-producer',
    'nitf-table',
    'note',
    'tagline',
    'bibliography',
    'abstract',
    'byline',
  ],
  ...['dateline', 'distributor'],
]);

/** A name as these formats mean it: old HTML is written in capitals. */
export function markupName(element: XmlElement): string {
  return element.name.toLowerCase();
}

/** Whether an element holds nothing to read. */
export function isSilent(element: XmlElement): boolean {
  return silent.has(markupName(element));
}

/** Whether an element ends a paragraph where it begins and where it ends. */
export function isBreaking(element: XmlElement): boolean {
  return breaking.has(markupName(element));
}

/** A piece of text on one line, without control characters. */
export function tidy(text: string): string {
  return onOneLine(textOf(text));
}

/** Puts a space between what two elements say, where the markup has none. */
function textIn(node: XmlNode): string {
  if (typeof node === 'string') return node;
  if (isSilent(node)) return '';
  const name = markupName(node);
  if (name === 'br') return ' ';
  const text = node.children.map(textIn).join('');
  return isBreaking(node) ? ` ${text} ` : text;
}

/** All text of an element on one line; what stands on lines of its own in it is parted by a space. */
export function lineOf(element: XmlElement | null): string {
  return element === null ? '' : tidy(element.children.map(textIn).join(''));
}

/** The text of an element that has no markup but line breaks (`br`): its lines. */
export function linesOf(element: XmlElement): readonly string[] {
  const lines = [''];
  for (const node of element.children) {
    if (typeof node !== 'string' && (markupName(node) === 'br' || isBreaking(node))) {
      lines.push(typeof node === 'string' ? node : textIn(node), '');
    } else lines[lines.length - 1] += textIn(node);
  }
  return lines.map(tidy).filter((line) => line !== '');
}

/** An attribute on one line; `` when it is not there. */
export function attributeOf(element: XmlElement | null, name: string): string {
  const value = element?.attributes[name];
  return typeof value === 'string' ? tidy(value) : '';
}

/** A text, or null when it is empty: what `??` chains need. */
export function orNull(text: string | null | undefined): string | null {
  return text === '' || text === undefined ? null : text;
}
