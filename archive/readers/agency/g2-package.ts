import type { Block } from '../../model/article.ts';
import type { DraftLink } from '../reader.ts';
import { childOf, childrenOf, descendantsOf } from '../xml/xml-tree.ts';
import type { XmlElement } from '../xml/xml-tree.ts';
import { noArticle } from './agency-draft.ts';
import type { AgencyArticle } from './agency-draft.ts';
import { readG2Metadata } from './g2-metadata.ts';
import { codeAlone, inLanguage } from './g2-names.ts';
import { attributeOf, lineOf, orNull } from './markup-text.ts';

/** References beyond these are left out of the list. */
const mostLinks = 1_000;

interface Reference {
  readonly element: XmlElement;
  readonly title: string;
  readonly description: string;
}

function referencesOf(pack: XmlElement, language: string | null): readonly Reference[] {
  const found: Reference[] = [];
  for (const element of descendantsOf(pack, 'itemRef')) {
    const title = lineOf(
      inLanguage([...childrenOf(element, 'title'), ...childrenOf(element, 'headline')], language),
    );
    const description = lineOf(inLanguage(childrenOf(element, 'description'), language));
    if (title !== '' || description !== '') found.push({ element, title, description });
    if (found.length === mostLinks) break;
  }
  return found;
}

function linkOf({ element, title }: Reference): readonly DraftLink[] {
  const address = [attributeOf(element, 'href'), attributeOf(element, 'residref')].find((value) =>
    /^https?:\/\/[^\s/]\S*$/iu.test(value),
  );
  return title === '' ? [] : [{ headline: title, url: address ?? null, heading: null }];
}

/** The words with which a package introduces what it refers to. */
function blocksOf({ element, title, description }: Reference): readonly Block[] {
  if (description === '') return [];
  const isPicture = codeAlone(attributeOf(childOf(element, 'itemClass'), 'qcode')) === 'picture';
  if (isPicture) return [{ kind: 'image', caption: description, legend: orNull(title), place: null }];
  const heading: readonly Block[] = title === '' ? [] : [{ kind: 'crosshead', text: title, place: null }];
  return [...heading, { kind: 'paragraph', text: description, place: null }];
}

/**
 * A `packageItem`: what it says itself, and what it refers to as listed. Null when it has no word of its own: then it only
 * holds other items together.
 */
export function readG2Package(pack: XmlElement): AgencyArticle | null {
  const metadata = readG2Metadata(pack);
  const references = referencesOf(pack, metadata.language);
  const summary = metadata.descriptions.flatMap(({ lines }) => lines).join(' ');
  const headlines = [metadata.headline, metadata.title];
  if (references.length === 0 && summary === '' && headlines.every((headline) => headline === null))
    return null;
  return {
    ...noArticle,
    headlines,
    standfirst: orNull(summary),
    blocks: references.flatMap(blocksOf),
    dateline: metadata.dateline,
    byline: metadata.byline,
    source: metadata.source,
    languages: [metadata.language],
    dates: metadata.dates,
    urls: metadata.urls,
    keywords: metadata.keywords,
    listed: references.flatMap(linkOf),
  };
}
