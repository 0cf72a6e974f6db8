import type { Block } from '../../model/article.ts';
import { blocksOfFragment } from '../html/fragment-blocks.ts';
import { textOfFragment } from '../html/fragment-text.ts';
import { isHtml } from '../records/record-markup.ts';
import { paragraphsOf } from '../records/record-paragraphs.ts';
import { onOneLine, textOf } from '../records/record-values.ts';
import { scanMarkup } from '../xml/markup-events.ts';
import type { XmlElement } from '../xml/xml-tree.ts';
import type { FeedText } from './feed-document.ts';

const elements =
  'a|abbr|acronym|address|applet|article|aside|b|big|blockquote|body|br|center|cite|code|dd|del|dfn|div|dl|dt|em|embed|' +
  'figure|font|footer|frame|frameset|h[1-6]|header|hr|html|i|iframe|img|ins|kbd|li|link|meta|object|ol|p|pre|q|s|samp|' +
  'script|section|small|span|strike|strong|style|sub|sup|table|td|th|tr|tt|u|ul|var|video';
/** What nobody writes by chance: a closing tag, an element that needs none, one with attributes. */
const tag = new RegExp(
  String.raw`</[a-z][a-z\d-]{0,20}\s{0,20}>|<(?:p|br|hr|img|div)(?:\s[^<>]{0,2000})?/?>|<(?:${elements})\s{1,20}[a-z-]{1,40}\s?=`,
  'iu',
);
const entity = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/iu;
const escapedBlock = /&lt;\/?(?:p|div|br|ul|ol|li|h[1-6]|blockquote)(?:\s|\/?&gt;)/iu;

/** Whether a text of a format that does not say so is HTML, as publishers take it: it has tags or entities. */
export function looksLikeHtml(text: string): boolean {
  return (text.includes('<') && tag.test(text)) || (text.includes('&') && entity.test(text));
}

/** A text of RSS, which is HTML or not without saying which. Null when there is none. */
export function guessedText(text: string): FeedText | null {
  if (text.trim() === '') return null;
  return looksLikeHtml(text) ? htmlText(text) : { kind: 'plain', value: text };
}

/** HTML; what was escaped once too often is unescaped again when nothing but escaped tags are in it. */
export function htmlText(text: string): FeedText | null {
  if (text.trim() === '') return null;
  if (!text.includes('<') && escapedBlock.test(text)) return { kind: 'html', value: unescaped(text) };
  return { kind: 'html', value: text };
}

function unescaped(text: string): string {
  const parts: string[] = [];
  scanMarkup(text, false, { open: () => {}, close: () => {}, text: (part) => parts.push(part) });
  return parts.join('');
}

/** The words on one line. */
export function wordsOfText({ kind, value }: FeedText): string {
  const text = textOf(value);
  return kind === 'html' ? textOfFragment(text) : onOneLine(text);
}

/** The words of a title on one line. `&amp;#8217;` in HTML is a character that was escaped twice. */
export function wordsOfTitle(title: FeedText, mayBeTwice: boolean): string {
  const words = wordsOfText(title);
  return title.kind === 'html' && mayBeTwice && entity.test(words) && !words.includes('<')
    ? onOneLine(unescaped(words))
    : words;
}

/** The blocks of a text; paragraphs of a plain one are what blank lines separate. */
export function blocksOfText({ kind, value }: FeedText): readonly Block[] {
  if (kind === 'html') return blocksOfFragment(textOf(value));
  return paragraphsOf(value).map((text): Block => ({ kind: 'paragraph', text, place: null }));
}

/** A text that claims to be plain, though it has whole paragraphs of HTML in it. */
export function plainUnlessHtml(text: string): FeedText | null {
  if (text.trim() === '') return null;
  return isHtml(text) && looksLikeHtml(text) ? htmlText(text) : { kind: 'plain', value: text };
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escape(text: string): string {
  return text.replace(/[&<>"]/gu, (sign) => escapes[sign] ?? sign);
}

/** What is inside an element of XML, as HTML: XHTML of Atom, and tags that somebody forgot to escape. */
export function markupIn(element: XmlElement): string {
  const parts: string[] = [];
  writeInside(element, parts);
  return parts.join('');
}

function writeInside(element: XmlElement, parts: string[]): void {
  for (const node of element.children) {
    if (typeof node === 'string') parts.push(escape(node));
    else writeElement(node, parts);
  }
}

function writeElement(element: XmlElement, parts: string[]): void {
  const name = /^[a-z][a-z\d-]*$/iu.test(element.name) ? element.name : 'span';
  const attributes = Object.entries(element.attributes)
    .filter(([key]) => /^(?:alt|class|width|height)$/iu.test(key))
    .map(([key, value]) => ` ${key}="${escape(value)}"`);
  parts.push(`<${name}${attributes.join('')}>`);
  writeInside(element, parts);
  parts.push(`</${name}>`);
}
