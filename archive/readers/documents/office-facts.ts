import { childrenOf, descendantsOf, textOfXml } from '../xml/xml-tree.ts';
import type { XmlElement } from '../xml/xml-tree.ts';
import type { DocumentText } from './document-part.ts';

type Facts = Omit<DocumentText, 'parts'>;

const longest = 1_000;

function firstOf(root: XmlElement, name: string): string {
  for (const element of descendantsOf(root, name)) return textOfXml(element).trim().slice(0, longest);
  return '';
}

/** Each once, cut at commas and semicolons. */
export function splitKeywords(keywords: readonly string[]): readonly string[] {
  const words = keywords.flatMap((given) => given.slice(0, longest).split(/[,;]/u));
  const tidy = words.map((word) => word.replace(/\s+/gu, ' ').trim());
  return [...new Set(tidy.filter((word) => word !== '' && word.length <= 100))];
}

/** What `docProps/core.xml` (ISO/IEC 29500-2, 11) or `meta.xml` (OpenDocument 1.3, part 3, 4) say of a document. */
export function readOfficeFacts(root: XmlElement | null): Facts {
  if (root === null) return { title: '', author: '', keywords: [], language: '', url: null };
  const keywords = ['keywords', 'keyword'].flatMap((name) => [...descendantsOf(root, name)]).map(textOfXml);
  return {
    title: firstOf(root, 'title'),
    author: firstOf(root, 'initial-creator') || firstOf(root, 'creator'),
    keywords: splitKeywords(keywords),
    language: firstOf(root, 'language'),
    url: null,
  };
}

/** The first child of a name, at any depth; null when there is none. */
export function firstDescendant(root: XmlElement, name: string): XmlElement | null {
  const [direct] = childrenOf(root, name);
  if (direct !== undefined) return direct;
  for (const element of descendantsOf(root, name)) return element;
  return null;
}
