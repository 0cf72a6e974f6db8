import type { Block } from '../../model/article.ts';
import { htmlTree } from '../xml/html-tree.ts';
import { descendantsOf, textOfXml, xmlTree } from '../xml/xml-tree.ts';
import type { XmlElement, XmlNode } from '../xml/xml-tree.ts';
import type { AgencyArticle } from './agency-draft.ts';
import { blocksOfMarkup, bodyOf } from './markup-blocks.ts';
import { attributeOf, lineOf, markupName, orNull } from './markup-text.ts';
import { nitfArticle } from './nitf-article.ts';
import { wireParagraphs } from './wire-paragraphs.ts';

/** Text that stands inside an item of another format: its blocks, and what it says of itself where it is NITF. */
export interface InlineText {
  readonly blocks: readonly Block[];
  readonly headline: string | null;
  readonly language: string | null;
  readonly nitf: AgencyArticle | null;
  /** 0 for NITF, 1 for XHTML and HTML, 2 for plain text, 3 for markup of other kinds: the lower, the better it is kept. */
  readonly rank: number;
}

const htmlNames: ReadonlySet<string> = new Set([
  ...[
    'html',
    'body',
    'p',
    'div',
    'section',
    'article',
    'h1',
    'h2',
    'h3',
    'ul',
    'ol',
    'table',
    'pre',
    'br',
    'span',
  ],
  ...['blockquote', 'figure', 'strong', 'em', 'b', 'i', 'a'],
]);

function paragraphs(texts: readonly string[]): readonly Block[] {
  return texts.map((text) => ({ kind: 'paragraph', text, place: null }));
}

function titleOf(nodes: readonly XmlNode[]): string | null {
  for (const node of nodes) {
    if (typeof node === 'string' || markupName(node) !== 'html') continue;
    for (const title of descendantsOf(node, 'title')) return orNull(lineOf(title));
  }
  return null;
}

function ofNitf(element: XmlElement): InlineText {
  const nitf = nitfArticle(element);
  return {
    blocks: nitf.blocks,
    headline: nitf.headlines.find((headline) => headline !== null) ?? null,
    language: nitf.languages[0] ?? null,
    nitf,
    rank: 0,
  };
}

function ofHtml(nodes: readonly XmlNode[]): InlineText {
  const root = nodes.find((node): node is XmlElement => typeof node !== 'string') ?? null;
  const language = orNull(attributeOf(root, 'xml:lang')) ?? orNull(attributeOf(root, 'lang'));
  return { blocks: blocksOfMarkup(bodyOf(nodes)), headline: titleOf(nodes), language, nitf: null, rank: 1 };
}

/** Text without markup: paragraphs by blank lines or indents. */
export function plainInline(text: string): InlineText | null {
  const blocks = paragraphs(wireParagraphs(text));
  return blocks.length === 0 ? null : { blocks, headline: null, language: null, nitf: null, rank: 2 };
}

function worthReading(text: InlineText): InlineText | null {
  return text.blocks.length > 0 || text.headline !== null ? text : null;
}

/** Markup that came as text, because it was escaped or stood in a CDATA section. */
export function escapedInline(text: string): InlineText | null {
  if (/<(?:[\w.-]+:)?nitf[\s>]/u.test(text.slice(0, 4_000))) {
    const root = xmlTree(text).find(({ name }) => name === 'nitf');
    if (root !== undefined) return worthReading(ofNitf(root));
  }
  return worthReading(ofHtml(htmlTree(text)));
}

/** What is written in elements: NITF, XHTML, or any markup that has paragraphs (`p`). Null when nothing of it is text. */
export function markupInline(nodes: readonly XmlNode[]): InlineText | null {
  const elements = nodes.filter((node): node is XmlElement => typeof node !== 'string');
  const nitf = elements.find(({ name }) => name === 'nitf');
  if (nitf !== undefined) return worthReading(ofNitf(nitf));
  if (elements.some((element) => markupName(element) === 'body.content' || markupName(element) === 'block')) {
    return worthReading({ ...ofHtml(nodes), rank: 0 });
  }
  if (elements.some((element) => htmlNames.has(markupName(element)))) return worthReading(ofHtml(nodes));
  const found = elements.flatMap((element) => [...descendantsOf(element, 'p')]);
  const blocks = paragraphs(found.map(lineOf).filter((line) => line !== ''));
  return blocks.length === 0 ? null : { blocks, headline: null, language: null, nitf: null, rank: 3 };
}

const looksLikeMarkup = /<(?:!--|!doctype|\/?[a-z][\w:.-]*(?:\s[^<>]{0,2000})?\/?>)/iu;

/**
 * The text inside an element, whatever it is: elements, escaped markup or plain text. `type` is the media type or format
 * given; what the text looks like counts more, for many give none or a wrong one.
 */
export function inlineText(container: XmlElement, type: string): InlineText | null {
  const elements = container.children.filter((node) => typeof node !== 'string');
  if (elements.length > 0) return markupInline(container.children);
  const text = textOfXml(container);
  if (text.trim() === '') return null;
  const isPlain = /plain/iu.test(type);
  return !isPlain && (/html|nitf|xml/iu.test(type) || looksLikeMarkup.test(text.slice(0, 20_000)))
    ? (escapedInline(text) ?? plainInline(text))
    : plainInline(text);
}
