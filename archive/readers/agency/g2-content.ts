import type { ArticleWarning } from '../../model/article.ts';
import { childrenOf } from '../xml/xml-tree.ts';
import type { XmlElement } from '../xml/xml-tree.ts';
import { inlineText } from './inline-text.ts';
import type { InlineText } from './inline-text.ts';
import { attributeOf, orNull } from './markup-text.ts';

/** What the `contentSet` of an item holds. Its children are renditions of one content: the best text counts. */
export interface G2Content {
  readonly text: InlineText | null;
  readonly warnings: readonly ArticleWarning[];
  /** The media type of content that lies elsewhere: `image/jpeg`; null when there is none. */
  readonly remote: string | null;
}

/** Types that are no text when they stand inside: pictures as Base64. */
const otherType = /^(?:image|video|audio|font)\/|octet-stream|pdf|zip|msword/iu;
const textType = /^(?:text\/|application\/(?:xhtml|xml|nitf|pdf|rtf|msword))/iu;

function isEncoded(rendition: XmlElement): boolean {
  return attributeOf(rendition, 'encoding') !== '' || otherType.test(attributeOf(rendition, 'contenttype'));
}

function nameOf(rendition: XmlElement): string {
  const [root] = rendition.children.filter((node): node is XmlElement => typeof node !== 'string');
  const type = attributeOf(rendition, 'contenttype');
  return [attributeOf(rendition, 'href') || (root?.name ?? ''), type === '' ? '' : `(${type})`]
    .filter((part) => part !== '')
    .join(' ');
}

function isTextual(rendition: XmlElement, kind: string): boolean {
  const type = attributeOf(rendition, 'contenttype');
  return type === '' ? kind === 'text' : textType.test(type);
}

/** Reads the content of an item of a kind. What lies in another file is named in a warning, never fetched. */
export function readG2Content(item: XmlElement, kind: string): G2Content {
  const sets = childrenOf(item, 'contentSet');
  const inside = sets.flatMap((set) => [...childrenOf(set, 'inlineXML'), ...childrenOf(set, 'inlineData')]);
  const outside = sets.flatMap((set) => childrenOf(set, 'remoteContent'));
  let text: InlineText | null = null;
  const unread: XmlElement[] = [];
  for (const rendition of inside) {
    const found = isEncoded(rendition) ? null : inlineText(rendition, attributeOf(rendition, 'contenttype'));
    if (found === null) unread.push(rendition);
    else if (text === null || found.rank < text.rank) text = found;
  }
  // A rendition that is not read is missing only where no other gives the text.
  const texts = outside.filter((rendition) => isTextual(rendition, kind));
  const missing = text === null ? [...unread, ...texts].map(nameOf).filter((part) => part !== '') : [];
  return {
    text,
    warnings: [...new Set(missing)].map((part) => ({ code: 'part-missing', part })),
    remote:
      outside
        .map((rendition) => orNull(attributeOf(rendition, 'contenttype')))
        .find((type) => type !== null) ?? null,
  };
}
