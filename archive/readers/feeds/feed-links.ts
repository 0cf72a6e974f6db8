import type { XmlElement } from '../xml/xml-tree.ts';
import { attributeOf, textIn } from './feed-constructs.ts';
import { allOf } from './feed-names.ts';
import type { FeedChildren } from './feed-names.ts';

const longestUrl = 4_000;

/** An address as it stands when it is whole, else resolved against a base; null when nothing comes of it. */
export function resolveUrl(reference: string | null, base: string | null): string | null {
  // Some feeds escape their addresses twice.
  const written = (reference ?? '').trim().replaceAll('&amp;', '&');
  if (written === '' || written.length > longestUrl) return null;
  if (/^[a-z][a-z\d+.-]*:/iu.test(written)) return /\s/u.test(written) ? null : written;
  if (base === null) return null;
  try {
    return new URL(written, base).href;
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** The base for what is inside an element (XML Base): its own `xml:base`, resolved against that outside. */
export function baseIn(element: XmlElement, outer: string | null): string | null {
  const own = attributeOf(element, 'xml:base');
  return own === null ? outer : (resolveUrl(own, outer) ?? outer);
}

/** Only addresses of pages are links to articles. */
export function pageUrl(url: string | null): string | null {
  return url !== null && /^https?:\/\/[^\s/]\S*$/iu.test(url) ? url : null;
}

function relOf(link: XmlElement): string {
  const rel = (attributeOf(link, 'rel') ?? 'alternate').trim().toLowerCase();
  return rel.replace('http://www.iana.org/assignments/relation/', '');
}

/** Where a link leads: `href` of Atom, the text of RSS. */
function targetOf(link: XmlElement, base: string | null): string | null {
  return resolveUrl(attributeOf(link, 'href') ?? textIn(link), baseIn(link, base));
}

/** The link of a relation; of several the one that is HTML. */
export function linkWith(links: readonly XmlElement[], relation: string, base: string | null): string | null {
  const urls = links
    .filter((link) => relOf(link) === relation)
    .map((link) => ({
      url: targetOf(link, base),
      isHtml: /html/iu.test(attributeOf(link, 'type') ?? 'html'),
    }))
    .filter(({ url }) => url !== null);
  return (urls.find(({ isHtml }) => isHtml) ?? urls[0])?.url ?? null;
}

function firstText(elements: readonly XmlElement[], base: string | null): string | null {
  for (const element of elements) {
    const url = resolveUrl(textIn(element), baseIn(element, base));
    if (url !== null) return url;
  }
  return null;
}

/** `guid` is an address unless it says that it is none (RSS 2.0). */
function permalinks(children: FeedChildren): readonly XmlElement[] {
  return allOf(children, 'guid').filter((guid) => {
    return (
      (attributeOf(guid, 'ispermalink') ?? 'true').trim().toLowerCase() !== 'false' &&
      pageUrl((textIn(guid) ?? '').trim()) !== null
    );
  });
}

/** Where an entry's article is: what stands behind a counting service, `link` of RSS or Atom, a permanent `guid`. */
export function entryLink(entry: XmlElement, children: FeedChildren, base: string | null): string | null {
  const links = allOf(children, 'link', 'xhtml:link', 'a');
  return (
    firstText(allOf(children, 'feedburner:origlink', 'pheedo:origlink'), base) ??
    linkWith(
      links.filter((link) => attributeOf(link, 'href') === null),
      'alternate',
      base,
    ) ??
    linkWith(links, 'alternate', base) ??
    firstText(permalinks(children), base) ??
    resolveUrl(attributeOf(entry, 'href') ?? attributeOf(entry, 'rdf:about'), base)
  );
}
