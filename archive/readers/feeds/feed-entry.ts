import type { XmlElement } from '../xml/xml-tree.ts';
import { atomText, attributeOf, rssText, textIn } from './feed-constructs.ts';
import type { FeedEntry, FeedText } from './feed-document.ts';
import { keywordsIn } from './feed-keywords.ts';
import { baseIn, entryLink } from './feed-links.ts';
import { wordsOfTitle } from './feed-markup.ts';
import { mediaIn } from './feed-media.ts';
import { allOf, feedChildren } from './feed-names.ts';
import type { FeedChildren } from './feed-names.ts';
import { authorsIn } from './feed-people.ts';

/** What holds for all that stands inside an element. */
export interface FeedScope {
  readonly base: string | null;
  /** `xml:lang` there; null outside of all of them. */
  readonly language: string | null;
  readonly isAtom: boolean;
}

/** The elements of each part, the likeliest first. */
const kinds = {
  contents: ['content:encoded', 'content', 'xhtml:body', 'xhtml:div', 'body', 'fullitem', 'fulltext'],
  summaries: [
    'description',
    'summary',
    'abstract',
    'itunes:summary',
    'dc:description',
    'dcterms:abstract',
    'googleplay:description',
    'itunes:subtitle',
    'tagline',
  ],
  authors: ['author', 'dc:creator', 'dc:author', 'itunes:author', 'googleplay:author', 'dc:contributor'],
  published: ['pubdate', 'published', 'issued', 'dcterms:issued', 'dc:date', 'prism:publicationdate', 'date'],
  created: ['dcterms:created', 'created', 'dcterms:available'],
  updated: ['updated', 'modified', 'dcterms:modified', 'lastbuilddate'],
} as const;

/** What holds inside an element of the feed. */
export function scopeIn(element: XmlElement, outer: FeedScope): FeedScope {
  const language = attributeOf(element, 'xml:lang') ?? outer.language;
  return { ...outer, base: baseIn(element, outer.base), language };
}

/** A text by the rules of its own format: Atom's inside RSS is read as Atom. */
export function textOfFeed(element: XmlElement, { isAtom }: FeedScope): FeedText | null {
  const isAtoms = isAtom || /\b(?:2005\/atom|purl\.org\/atom)\b/iu.test(element.namespace);
  return isAtoms && !element.written.includes(':encoded') ? atomText(element) : rssText(element);
}

function textsIn(children: FeedChildren, names: readonly string[], scope: FeedScope): readonly FeedText[] {
  return allOf(children, ...names)
    .map((element) => textOfFeed(element, scope))
    .filter((text) => text !== null);
}

function datesIn(children: FeedChildren, entry: XmlElement): readonly string[] {
  const all = allOf(children, ...kinds.published, ...kinds.created, ...kinds.updated).map(textIn);
  return [...all, attributeOf(entry, 'lastmod')].filter((date) => date !== null);
}

/** That of the text, else of the title, as far as it is said there; else what holds for the entry. */
function languageIn(children: FeedChildren, scope: FeedScope): string | null {
  const texts = allOf(children, ...kinds.contents, 'title', ...kinds.summaries);
  const said = texts.map((text) => attributeOf(text, 'xml:lang'));
  const named = textIn(allOf(children, 'dc:language', 'language')[0]);
  return said[0] ?? named ?? scope.language ?? said.find((language) => language !== null) ?? null;
}

/** The feed that an entry was taken from: its title is in `atom:source`, and is all of RSS's. */
function sourceIn(children: FeedChildren, scope: FeedScope): string | null {
  const [source] = allOf(children, 'source');
  const inner = source === undefined ? null : feedChildren(source);
  const [title] = inner === null ? [] : allOf(inner, 'title');
  const text =
    title === undefined ? (source === undefined ? null : rssText(source)) : textOfFeed(title, scope);
  if (text !== null && (title !== undefined || inner?.size === 0))
    return wordsOfTitle(text, !scope.isAtom) || null;
  const named = allOf(children, 'prism:publicationname', 'dc:publisher', 'dc:source').map(textIn);
  return named.find((name) => name !== null && !/^\w+:\S+$/u.test(name)) ?? null;
}

function authorsOf(children: FeedChildren): readonly string[] {
  const own = authorsIn(children, kinds.authors);
  const [source] = own.length > 0 ? [] : allOf(children, 'source');
  return source === undefined ? own : authorsIn(feedChildren(source), kinds.authors);
}

/** An `item` of RSS or CDF, an `entry` of Atom. */
export function entryOf(entry: XmlElement, outer: FeedScope): FeedEntry {
  const scope = scopeIn(entry, outer);
  const children = feedChildren(entry);
  const media = mediaIn(children);
  const contents = textsIn(children, kinds.contents, scope);
  const summaries = textsIn(children, kinds.summaries, scope);
  const hasText = contents.length + summaries.length > 0;
  const [title] = textsIn(children, ['title', 'dc:title', 'itunes:title'], scope);
  return {
    id: textIn(allOf(children, 'guid', 'id', 'dc:identifier')[0]),
    title: title ?? media.title,
    contents,
    summaries: hasText ? summaries : media.descriptions,
    captions: media.captions,
    link: entryLink(entry, children, scope.base),
    authors: authorsOf(children),
    dates: datesIn(children, entry),
    language: languageIn(children, scope),
    keywords: keywordsIn(children),
    source: sourceIn(children, scope),
    section: textIn(allOf(children, 'prism:section')[0]),
  };
}
