import type { Block } from '../../model/article.ts';
import { childOf, childrenOf } from '../xml/xml-tree.ts';
import type { XmlElement } from '../xml/xml-tree.ts';
import { noArticle } from './agency-draft.ts';
import type { AgencyArticle } from './agency-draft.ts';
import { readG2Content } from './g2-content.ts';
import type { G2Content } from './g2-content.ts';
import { readG2Metadata } from './g2-metadata.ts';
import type { G2Description, G2Metadata } from './g2-metadata.ts';
import { imageBlock } from './markup-images.ts';
import { lineOf } from './markup-text.ts';

/** An item that is an article, or the media type of one that is only a picture or a film without words. */
export type G2Item =
  | { readonly kind: 'article'; readonly article: AgencyArticle }
  | { readonly kind: 'media'; readonly mediaType: string }
  | { readonly kind: 'nothing' };

const shownKinds: ReadonlySet<string> = new Set(['picture', 'graphic', 'animation', 'icon']);
const playedKinds: ReadonlySet<string> = new Set(['video', 'audio']);

/** Roles of descriptions that sum a text up; the rest is text of its own. */
const summaries: ReadonlySet<string> = new Set([
  '',
  'summary',
  'abstract',
  'lead',
  'teaser',
  'synopsis',
  'standfirst',
]);

function paragraphs(lines: readonly string[]): readonly Block[] {
  return lines.map((text) => ({ kind: 'paragraph', text, place: null }));
}

function captionBlocks(descriptions: readonly G2Description[]): readonly Block[] {
  const block = imageBlock(descriptions.map(({ lines }) => lines.join(' ')));
  return block === null ? [] : [block];
}

/** What stands for a film: the descriptions line by line, shot lists too, and those of its parts. */
function sheetBlocks(item: XmlElement, descriptions: readonly G2Description[]): readonly Block[] {
  const parts = childrenOf(item, 'partMeta').map((part) => lineOf(childOf(part, 'description')));
  const items = parts.filter((part) => part !== '');
  const list: readonly Block[] = items.length === 0 ? [] : [{ kind: 'list', items, place: null }];
  return [...paragraphs(descriptions.flatMap(({ lines }) => lines)), ...list];
}

function blocksOf(
  item: XmlElement,
  { kind, descriptions }: G2Metadata,
  content: G2Content,
): readonly Block[] {
  const text = content.text?.blocks ?? [];
  if (shownKinds.has(kind)) return [...captionBlocks(descriptions), ...text];
  if (playedKinds.has(kind)) return [...sheetBlocks(item, descriptions), ...text];
  const others = descriptions.filter(({ role }) => !summaries.has(role));
  // Beside a text it only says again what the text is.
  const captions = text.length > 0 ? [] : others.filter(({ role }) => role === 'caption');
  const rest = others.filter(({ role }) => role !== 'caption');
  return [...text, ...captionBlocks(captions), ...paragraphs(rest.flatMap(({ lines }) => lines))];
}

function standfirstOf({ kind, descriptions, subheadline }: G2Metadata, content: G2Content): string | null {
  if (shownKinds.has(kind) || playedKinds.has(kind)) return subheadline;
  const summary = descriptions.find(({ role }) => summaries.has(role))?.lines.join(' ') ?? null;
  return summary ?? content.text?.nitf?.standfirst ?? subheadline;
}

/** A `newsItem`: its own metadata first, then those of the NITF inside it. */
export function readG2Item(item: XmlElement): G2Item {
  const metadata = readG2Metadata(item);
  const content = readG2Content(item, metadata.kind);
  const inner = content.text?.nitf ?? noArticle;
  const blocks = blocksOf(item, metadata, content);
  const standfirst = standfirstOf(metadata, content);
  const isMedia = shownKinds.has(metadata.kind) || playedKinds.has(metadata.kind);
  if (blocks.length === 0 && isMedia)
    return { kind: 'media', mediaType: content.remote ?? `${metadata.kind}/*` };
  const headlines = [metadata.headline, content.text?.headline ?? null, metadata.title];
  if (blocks.length === 0 && standfirst === null && headlines.every((headline) => headline === null)) {
    return { kind: 'nothing' };
  }
  return {
    kind: 'article',
    article: {
      headlines,
      standfirst,
      blocks,
      dateline: metadata.dateline ?? inner.dateline,
      byline: inner.byline ?? metadata.byline,
      source: metadata.source ?? inner.source,
      section: inner.section,
      languages: [content.text?.language ?? null, metadata.language],
      dates: [...metadata.dates, ...inner.dates],
      urls: [...metadata.urls, ...inner.urls],
      keywords: [...metadata.keywords, ...inner.keywords],
      listed: [],
      warnings: content.warnings,
    },
  };
}
