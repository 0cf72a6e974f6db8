import { childOf, childrenOf } from '../xml/xml-tree.ts';
import type { XmlElement } from '../xml/xml-tree.ts';
import { assertionsOf, codeAlone, conceptCode, conceptName, inLanguage, textOfFirst } from './g2-names.ts';
import type { Assertions } from './g2-names.ts';
import { attributeOf, lineOf, linesOf, orNull } from './markup-text.ts';

/** What an item of NewsML-G2 says of itself: `itemMeta`, `contentMeta` and `rightsInfo`. */
export interface G2Metadata {
  /** `text`, `picture`, `video`, `audio`, `graphic`, `composite`; `` when it does not say. */
  readonly kind: string;
  readonly language: string | null;
  readonly headline: string | null;
  readonly subheadline: string | null;
  readonly title: string | null;
  readonly dateline: string | null;
  readonly byline: string | null;
  readonly source: string | null;
  readonly dates: readonly (string | null)[];
  readonly urls: readonly (string | null)[];
  readonly keywords: readonly string[];
  readonly descriptions: readonly G2Description[];
}

export interface G2Description {
  /** Without its scheme, in lower case: `summary`, `caption`, `dopesheet`; `` when it has none. */
  readonly role: string;
  readonly lines: readonly string[];
}

interface Parts {
  readonly item: XmlElement;
  readonly itemMeta: XmlElement | null;
  readonly contentMeta: XmlElement | null;
  readonly language: string | null;
  readonly assertions: Assertions;
}

function roleOf(element: XmlElement): string {
  const role = attributeOf(element, 'role') || attributeOf(element, 'roleuri');
  return role.slice(Math.max(role.lastIndexOf(':'), role.lastIndexOf('/')) + 1).toLowerCase();
}

function isBelow(headline: XmlElement): boolean {
  return /sub|second|deck|strap/u.test(roleOf(headline));
}

/** The main headline: one without a role or of the role `main` before others. */
function headlineOf(elements: readonly XmlElement[], language: string | null): string | null {
  const main = elements.filter((element) => ['', 'main', 'headline', 'hl1'].includes(roleOf(element)));
  const above = elements.filter((element) => !isBelow(element));
  return orNull(lineOf(inLanguage(main.length > 0 ? main : above, language)));
}

function bylineOf({ contentMeta, language, assertions }: Parts): string | null {
  if (contentMeta === null) return null;
  const by = orNull(lineOf(inLanguage(childrenOf(contentMeta, 'by'), language)));
  if (by !== null) return by;
  const creators = childrenOf(contentMeta, 'creator').filter(
    (creator) => !/organisation/u.test(attributeOf(creator, 'type')),
  );
  const names = creators
    .map((creator) => conceptName(creator, language, assertions))
    .filter((name) => name !== null);
  return orNull(names.join(', '));
}

function sourceOf({ item, itemMeta, contentMeta, language, assertions }: Parts): string | null {
  const provider = itemMeta === null ? null : childOf(itemMeta, 'provider');
  const rights = childOf(item, 'rightsInfo');
  const holder = rights === null ? null : childOf(rights, 'copyrightHolder');
  const infoSource = contentMeta === null ? null : childOf(contentMeta, 'infoSource');
  const named = [provider, holder, infoSource].map((party) =>
    party === null ? null : conceptName(party, language, assertions),
  );
  const coded = provider === null ? null : codeAlone(conceptCode(provider));
  return named[0] ?? coded ?? named[1] ?? named[2] ?? textOfFirst(contentMeta, 'creditline');
}

/** Names where there are any, else the codes; the slug line, and the status when the item is no longer to be used. */
function keywordsOf({ itemMeta, contentMeta, language, assertions }: Parts): readonly string[] {
  const concepts =
    contentMeta === null ? [] : [...childrenOf(contentMeta, 'subject'), ...childrenOf(contentMeta, 'genre')];
  const named = concepts.map(
    (concept) => conceptName(concept, language, assertions) ?? conceptCode(concept) ?? '',
  );
  const words = contentMeta === null ? [] : childrenOf(contentMeta, 'keyword').map(lineOf);
  const slug = textOfFirst(contentMeta, 'slugline') ?? '';
  const status = itemMeta === null ? '' : attributeOf(childOf(itemMeta, 'pubStatus'), 'qcode');
  return [...named, ...words, slug, /:usable$/u.test(status) ? '' : status];
}

function descriptionsOf({ contentMeta, language }: Parts): readonly G2Description[] {
  const all = contentMeta === null ? [] : childrenOf(contentMeta, 'description');
  const roles = [...new Set(all.map(roleOf))];
  return roles.flatMap((role) => {
    const element = inLanguage(
      all.filter((other) => roleOf(other) === role),
      language,
    );
    const lines = element === null ? [] : linesOf(element);
    return lines.length === 0 ? [] : [{ role, lines }];
  });
}

function languageOf(item: XmlElement, contentMeta: XmlElement | null): string | null {
  const language = contentMeta === null ? null : childOf(contentMeta, 'language');
  return orNull(attributeOf(language, 'tag')) ?? orNull(attributeOf(item, 'xml:lang'));
}

/** Reads what an item says of itself. Catalogues are never fetched: a code whose name is not in the item stays a code. */
export function readG2Metadata(item: XmlElement): G2Metadata {
  const itemMeta = childOf(item, 'itemMeta');
  const contentMeta = childOf(item, 'contentMeta');
  const language = languageOf(item, contentMeta);
  const parts: Parts = { item, itemMeta, contentMeta, language, assertions: assertionsOf(item) };
  const headlines = contentMeta === null ? [] : childrenOf(contentMeta, 'headline');
  const kind = itemMeta === null ? '' : attributeOf(childOf(itemMeta, 'itemClass'), 'qcode');
  return {
    kind: codeAlone(kind) ?? '',
    language,
    headline: headlineOf(headlines, language),
    subheadline: orNull(lineOf(inLanguage(headlines.filter(isBelow), language))),
    title: itemMeta === null ? null : orNull(lineOf(inLanguage(childrenOf(itemMeta, 'title'), language))),
    dateline: textOfFirst(contentMeta, 'dateline'),
    byline: bylineOf(parts),
    source: sourceOf(parts),
    dates: [
      textOfFirst(itemMeta, 'versionCreated'),
      textOfFirst(itemMeta, 'firstCreated'),
      textOfFirst(contentMeta, 'contentModified'),
      textOfFirst(contentMeta, 'contentCreated'),
    ],
    urls: [orNull(attributeOf(item, 'guid'))],
    keywords: keywordsOf(parts),
    descriptions: descriptionsOf(parts),
  };
}
