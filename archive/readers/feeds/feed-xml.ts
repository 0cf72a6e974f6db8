import type { SourceFile } from '../reader.ts';
import { xmlTree } from '../xml/xml-tree.ts';
import type { XmlElement } from '../xml/xml-tree.ts';
import { attributeOf, textIn } from './feed-constructs.ts';
import type { FeedDocument, FeedEntry } from './feed-document.ts';
import { entryOf, scopeIn, textOfFeed } from './feed-entry.ts';
import type { FeedScope } from './feed-entry.ts';
import { linkWith, resolveUrl } from './feed-links.ts';
import { wordsOfTitle } from './feed-markup.ts';
import { allOf, feedChildren, feedNameOf } from './feed-names.ts';
import type { FeedChildren } from './feed-names.ts';
import { authorsIn } from './feed-people.ts';

/** Elements that have entries among their children. */
const holders: readonly string[] = ['rss', 'rdf:rdf', 'rdf', 'channel', 'feed', 'items', 'xml'];
/** An entry that is not closed holds those that follow. */
const entries: readonly string[] = ['item', 'entry'];

const mediaTypes: Readonly<Record<string, string>> = {
  feed: 'application/atom+xml',
  entry: 'application/atom+xml',
  'rdf:rdf': 'application/rdf+xml',
  channel: 'application/x-cdf',
};

class EntryCollector {
  readonly entries: FeedEntry[] = [];

  visit(element: XmlElement, outer: FeedScope): void {
    const name = feedNameOf(element);
    const isEntry = entries.includes(name);
    if (!isEntry && !holders.includes(name)) return;
    if (isEntry) this.entries.push(entryOf(element, outer));
    const scope = scopeIn(element, outer);
    for (const child of element.children) if (typeof child !== 'string') this.visit(child, scope);
  }
}

/** The element that says what the feed is: `channel` in RSS, which has its items beside it in RSS 1.0. */
function headOf(root: XmlElement): XmlElement {
  if (feedNameOf(root) === 'feed') return root;
  return allOf(feedChildren(root), 'channel')[0] ?? root;
}

function titleOf(children: FeedChildren, scope: FeedScope): string | null {
  const [title] = allOf(children, 'title', 'dc:title', 'itunes:title');
  const text = title === undefined ? null : textOfFeed(title, scope);
  return text === null ? null : wordsOfTitle(text, !scope.isAtom) || null;
}

function linkOf(head: XmlElement, children: FeedChildren, base: string | null): string | null {
  const links = allOf(children, 'link');
  const written = links.filter((link) => attributeOf(link, 'href') === null);
  return (
    linkWith(written, 'alternate', base) ??
    linkWith(links, 'alternate', base) ??
    resolveUrl(attributeOf(head, 'href'), base)
  );
}

/** Whether a file stops before its outermost element does. */
function isCutOff(text: string, { written }: XmlElement): boolean {
  return text.lastIndexOf(`</${written}`) === -1;
}

/** A feed in XML; null when there is no element of one. */
export function feedOfXml(text: string, { capture }: SourceFile): FeedDocument | null {
  const roots = xmlTree(text).filter((element) => {
    return [...holders, ...entries].includes(feedNameOf(element));
  });
  const [root] = roots;
  if (root === undefined) return null;
  const kind = feedNameOf(root);
  const outer: FeedScope = {
    base: capture?.url ?? null,
    language: null,
    isAtom: kind === 'feed' || kind === 'entry',
  };
  const head = headOf(root);
  const children = feedChildren(head);
  const within = scopeIn(head, scopeIn(root, outer));
  const named = textIn(allOf(children, 'language', 'dc:language')[0]);
  const self = linkWith(allOf(children, 'link'), 'self', within.base);
  const link = linkOf(head, children, within.base ?? self);
  const collector = new EntryCollector();
  const base = outer.base ?? self ?? link;
  for (const element of roots) collector.visit(element, { ...outer, base });
  return {
    mediaType: mediaTypes[kind] ?? 'application/rss+xml',
    title: kind === 'entry' ? null : titleOf(children, within),
    link,
    language: named ?? within.language,
    authors: kind === 'feed' ? authorsIn(children, ['author', 'dc:creator']) : [],
    entries: collector.entries,
    isCutOff: isCutOff(text, root),
  };
}
