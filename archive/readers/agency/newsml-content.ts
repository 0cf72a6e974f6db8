import { childOf, childrenOf } from '../xml/xml-tree.ts';
import type { XmlElement } from '../xml/xml-tree.ts';
import { inlineText } from './inline-text.ts';
import type { InlineText } from './inline-text.ts';
import { attributeOf, orNull } from './markup-text.ts';

/** One `ContentItem` of NewsML 1. */
export interface NewsmlContent {
  readonly text: InlineText | null;
  /** `photo`, `text`, …, in lower case; `` when it does not say. */
  readonly media: string;
  /** What it is called where it cannot be read: its address and type. Null for what is no text. */
  readonly missing: string | null;
}

const noText =
  /^(?:image|video|audio|application\/(?:pdf|octet-stream|x-shockwave))|jpe?g|gif|png|tiff|mpeg|flash|quicktime/iu;
const style = /css|stylesheet|javascript/iu;

function formalName(item: XmlElement, name: string): string {
  return attributeOf(childOf(item, name), 'FormalName');
}

/** The media a content item is of, by what it says of itself. */
function mediaOf(item: XmlElement): string {
  const media = formalName(item, 'MediaType').toLowerCase();
  if (media !== '') return media;
  const mime = formalName(item, 'MimeType').toLowerCase();
  const format = formalName(item, 'Format').toLowerCase();
  if (noText.test(mime) || noText.test(format))
    return /video|mpeg|quicktime|windows media/iu.test(mime + format) ? 'video' : 'photo';
  return '';
}

/** An item is asked for several times, by every component around it. */
const known = new WeakMap<XmlElement, NewsmlContent>();

/** Reads a content item: NITF, XHTML, escaped HTML or plain text in its `DataContent`. What lies elsewhere is not fetched. */
export function readNewsmlContent(item: XmlElement): NewsmlContent {
  const read = known.get(item) ?? readFresh(item);
  known.set(item, read);
  return read;
}

function readFresh(item: XmlElement): NewsmlContent {
  const type = `${formalName(item, 'MimeType')} ${formalName(item, 'Format')}`;
  const media = mediaOf(item);
  const encoding = childOf(item, 'Encoding');
  const holders = encoding === null ? childrenOf(item, 'DataContent') : [];
  if (style.test(type)) return { text: null, media: 'style', missing: null };
  const isText = media === '' || media === 'text' || media === 'complexdata';
  const text = isText
    ? (holders.map((holder) => inlineText(holder, type)).find((found) => found !== null) ?? null)
    : null;
  const name = attributeOf(item, 'Href') || (encoding === null ? '' : 'encoded content');
  const mime = formalName(item, 'MimeType');
  const missing = text === null && isText && name !== '' ? `${name}${mime === '' ? '' : ` (${mime})`}` : null;
  return { text, media, missing: orNull(missing) };
}
