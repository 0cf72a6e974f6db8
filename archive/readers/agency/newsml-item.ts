import { childOf } from '../xml/xml-tree.ts';
import type { XmlElement } from '../xml/xml-tree.ts';
import type { AgencyArticle } from './agency-draft.ts';
import { noArticle } from './agency-draft.ts';
import { attributeOf, lineOf, orNull } from './markup-text.ts';
import { NewsmlStory } from './newsml-component.ts';
import { partyIn } from './newsml-lines.ts';

/** What the envelope says for all items of a file. */
export interface NewsmlEnvelope {
  readonly sender: string | null;
  readonly date: string | null;
}

/** Reads `NewsEnvelope`: who sent the file, and when. */
export function readNewsmlEnvelope(root: XmlElement): NewsmlEnvelope {
  const envelope = childOf(root, 'NewsEnvelope');
  const sentFrom = envelope === null ? null : childOf(envelope, 'SentFrom');
  return {
    sender: sentFrom === null ? null : partyIn(sentFrom),
    date: envelope === null ? null : orNull(lineOf(childOf(envelope, 'DateAndTime'))),
  };
}

/** One `NewsItem` of NewsML 1 and the items that stand inside it. */
export interface NewsmlItem {
  readonly id: string | null;
  /** Null when the item has neither a headline nor a text. */
  readonly article: AgencyArticle | null;
  readonly inner: readonly XmlElement[];
}

function identifierOf(item: XmlElement): {
  readonly id: string | null;
  readonly provider: string | null;
  readonly day: string | null;
} {
  const identification = childOf(item, 'Identification');
  const identifier = identification === null ? null : childOf(identification, 'NewsIdentifier');
  if (identifier === null) return { id: null, provider: null, day: null };
  const id =
    orNull(lineOf(childOf(identifier, 'NewsItemId'))) ??
    orNull(lineOf(childOf(identifier, 'PublicIdentifier')));
  return {
    id,
    provider: orNull(lineOf(childOf(identifier, 'ProviderId'))),
    day: orNull(lineOf(childOf(identifier, 'DateId'))),
  };
}

/** The status, where the item is no longer to be used: `Canceled`, `Withheld`, `Embargoed`. */
function statusOf(management: XmlElement | null): readonly string[] {
  const status = management === null ? '' : attributeOf(childOf(management, 'Status'), 'FormalName');
  return /^usable$/iu.test(status) ? [] : [status];
}

function managed(management: XmlElement | null, name: string): string | null {
  return management === null ? null : orNull(lineOf(childOf(management, name)));
}

/** Reads a `NewsItem`. Topic sets and catalogues are never fetched: a code stays a code. */
export function readNewsmlItem(item: XmlElement, envelope: NewsmlEnvelope): NewsmlItem {
  const { id, provider, day } = identifierOf(item);
  const management = childOf(item, 'NewsManagement');
  const component = childOf(item, 'NewsComponent');
  if (component === null) return { id, article: null, inner: [] };
  const story = new NewsmlStory();
  story.visit(component);
  const nitf = story.nitf ?? noArticle;
  const { title, blocks, standfirst } = story;
  const headlines = [title, ...story.texts.map(({ headline }) => headline), ...nitf.headlines];
  const isEmpty =
    blocks.length === 0 && standfirst === null && headlines.every((headline) => headline === null);
  const article: AgencyArticle = {
    headlines,
    standfirst: standfirst ?? nitf.standfirst,
    blocks,
    dateline: story.first('dateline') ?? nitf.dateline,
    byline: story.first('byline') ?? nitf.byline,
    source: story.first('provider') ?? envelope.sender ?? nitf.source ?? story.first('origin') ?? provider,
    section: nitf.section,
    languages: [
      ...story.texts.map(({ language }) => language),
      story.first('language'),
      orNull(attributeOf(item, 'xml:lang')),
    ],
    dates: [
      managed(management, 'ThisRevisionCreated'),
      managed(management, 'FirstCreated'),
      ...nitf.dates,
      story.first('date'),
      envelope.date,
      day,
    ],
    urls: nitf.urls,
    keywords: [...story.lines.flatMap(({ keywords }) => keywords), ...nitf.keywords, ...statusOf(management)],
    listed: story.listed,
    warnings: story.warnings,
  };
  return { id, article: isEmpty ? null : article, inner: story.items };
}
