import type { XmlElement } from '../xml/xml-tree.ts';

/**
 * The prefixes by which elements are known here, by the address of their namespace in lower case, without what stands at its
 * end. RSS, Atom and CDF have none: their names do not get into each other's way.
 */
const prefixes: ReadonlyMap<string, string> = new Map([
  ['', ''],
  ['http://backend.userland.com/rss', ''],
  ['http://backend.userland.com/rss2', ''],
  ['http://backend.userland.com/rss091', ''],
  ['http://blogs.law.harvard.edu/tech/rss', ''],
  ['http://cyber.law.harvard.edu/rss/rss.html', ''],
  ['http://channel.netscape.com/rdf/simple/0.9', ''],
  ['http://my.netscape.com/rdf/simple/0.9', ''],
  ['http://my.netscape.com/publish/formats/rss-0.91.dtd', ''],
  ['http://purl.org/rss/1.0', ''],
  ['http://purl.org/net/rss1.1', ''],
  ['http://www.w3.org/2005/atom', ''],
  ['http://purl.org/atom/ns', ''],
  ['http://example.com/newformat', ''],
  ['http://example.com/necho', ''],
  ['http://purl.org/echo', ''],
  ['uri/of/echo/namespace', ''],
  ['http://purl.org/pie', ''],
  ['http://purl.org/rss/1.0/modules/content', 'content'],
  ['http://purl.org/dc/elements/1.0', 'dc'],
  ['http://purl.org/dc/elements/1.1', 'dc'],
  ['http://purl.org/dc/terms', 'dcterms'],
  ['http://search.yahoo.com/mrss', 'media'],
  ['http://tools.search.yahoo.com/mrss', 'media'],
  ['http://www.itunes.com/dtds/podcast-1.0.dtd', 'itunes'],
  ['http://example.com/dtds/podcast-1.0.dtd', 'itunes'],
  ['http://www.google.com/schemas/play-podcasts/1.0', 'googleplay'],
  ['http://rssnamespace.org/feedburner/ext/1.0', 'feedburner'],
  ['http://www.pheedo.com/namespace/pheedo', 'pheedo'],
  ['http://prismstandard.org/namespaces/1.2/basic', 'prism'],
  ['http://prismstandard.org/namespaces/basic/2.0', 'prism'],
  ['http://www.w3.org/1999/02/22-rdf-syntax-ns', 'rdf'],
  ['http://www.w3.org/1999/xhtml', 'xhtml'],
  ['http://www.w3.org/2000/svg', 'svg'],
  ['http://www.w3.org/1998/math/mathml', 'math'],
]);

/** Prefixes of the formats themselves, for files that do not declare them. */
const own: readonly string[] = ['atom', 'atom10', 'a10', 'rss'];

/** An element's name in lower case, with the prefix that it is known by here, whichever the file uses or leaves out. */
export function feedNameOf({ name, namespace, written }: XmlElement): string {
  const known = prefixes.get(
    namespace
      .trim()
      .toLowerCase()
      .replace(/[/#]{1,2}$/u, ''),
  );
  const colon = written.indexOf(':');
  // Broken feeds do not declare their prefixes: the usual ones mean what they usually do.
  const isDeclared = known !== undefined && (namespace !== '' || colon === -1);
  const prefix = isDeclared ? known : written.slice(0, Math.max(0, colon)).toLowerCase();
  return prefix === '' || own.includes(prefix) ? name.toLowerCase() : `${prefix}:${name.toLowerCase()}`;
}

/** The elements right inside another by their names, each in its order. */
export type FeedChildren = ReadonlyMap<string, readonly XmlElement[]>;

/** Sorts the elements right inside another. */
export function feedChildren(element: XmlElement): FeedChildren {
  const children = new Map<string, XmlElement[]>();
  for (const node of element.children) {
    if (typeof node === 'string') continue;
    const name = feedNameOf(node);
    const same = children.get(name);
    if (same === undefined) children.set(name, [node]);
    else same.push(node);
  }
  return children;
}

const none: readonly XmlElement[] = [];

/** All elements of some names, in the order of the names. */
export function allOf(children: FeedChildren, ...names: readonly string[]): readonly XmlElement[] {
  let found = none;
  for (const name of names) {
    const same = children.get(name);
    if (same !== undefined) found = found.length === 0 ? same : [...found, ...same];
  }
  return found;
}
