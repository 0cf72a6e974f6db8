import { textOfXml } from '../xml/xml-tree.ts';
import type { XmlElement } from '../xml/xml-tree.ts';
import type { FeedText } from './feed-document.ts';
import { guessedText, htmlText, markupIn, plainUnlessHtml } from './feed-markup.ts';

function hasElements({ children }: XmlElement): boolean {
  return children.some((node) => typeof node !== 'string');
}

/** An attribute by its name in lower case, however it is written. */
export function attributeOf({ attributes }: XmlElement, name: string): string | null {
  const exact = attributes[name];
  if (exact !== undefined) return exact;
  const other = Object.keys(attributes).find((key) => key.toLowerCase() === name);
  return other === undefined ? null : (attributes[other] ?? null);
}

/** The text of an element without blanks at its ends; null when there is none. */
export function textIn(element: XmlElement | undefined): string | null {
  if (element === undefined) return null;
  const text = textOfXml(element).trim();
  return text === '' ? null : text;
}

/** A text of RSS (title, description, `content:encoded`): tags that are not escaped count as markup too. */
export function rssText(element: XmlElement): FeedText | null {
  return hasElements(element) ? htmlText(markupIn(element)) : guessedText(textOfXml(element));
}

function decodeBase64(text: string): FeedText | null {
  const compact = text.replace(/\s+/gu, '');
  if (!/^[a-z\d+/]+=*$/iu.test(compact)) return null;
  const decoded = Buffer.from(compact, 'base64').toString('utf8');
  return decoded.includes('\ufffd') ? null : guessedText(decoded);
}

/** Media types of Atom's content that are text or markup; others are pictures and the like. */
const readable = /^(?:text\/|application\/(?:[\w.-]+\+)?xml\b|image\/svg\+xml|(?:text|html|xhtml)$)/iu;

/**
 * A text construct or content of Atom 1.0 (RFC 4287, 3.1 and 4.1.3) or 0.3, where `mode` says how it is written. Null when
 * there is none, or none to read.
 */
export function atomText(element: XmlElement): FeedText | null {
  const type = (attributeOf(element, 'type') ?? '').trim().toLowerCase();
  const mode = (attributeOf(element, 'mode') ?? '').trim().toLowerCase();
  if (mode === 'base64') return decodeBase64(textOfXml(element));
  if (hasElements(element)) {
    return readable.test(type) || type === '' || type.startsWith('multipart/')
      ? htmlText(markupIn(element))
      : null;
  }
  const text = textOfXml(element);
  if (type === '') return plainUnlessHtml(text);
  if (type === 'html' || type === 'text/html' || type.includes('xhtml')) return htmlText(text);
  if (readable.test(type)) return text.trim() === '' ? null : { kind: 'plain', value: text };
  return decodeBase64(text);
}
