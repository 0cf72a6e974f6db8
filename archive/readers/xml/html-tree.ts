import { parsePage } from '../html/page/parse-page.ts';
import type { PageElement, PageNode } from '../html/page/page-tree.ts';
import type { XmlElement, XmlNode } from './xml-tree.ts';

function nodeOf(node: PageNode): readonly XmlNode[] {
  if (node.kind === 'comment') return [];
  return node.kind === 'text' ? [node.text] : [elementOf(node)];
}

function elementOf({ name, attributes, children }: PageElement): XmlElement {
  return {
    ...{ name, namespace: '', written: name },
    attributes: Object.fromEntries(attributes),
    children: children.flatMap(nodeOf),
  };
}

/**
 * The outermost elements of a piece of HTML as the same kind of tree as that of XML, names in lower case: `html` for a whole
 * page that says something of itself, else what would stand in its `body`. It is as deep and as large as a page may be.
 */
export function htmlTree(text: string): readonly XmlNode[] {
  const { html, head, body } = parsePage(text);
  const isPage = html.attributes.size > 0 || head.children.length > 0;
  return isPage ? [elementOf(html)] : body.children.flatMap(nodeOf);
}
