import { Readability } from '@mozilla/readability';
import { parseDocument } from '../dom.ts';
import type { DomElement, DomNode } from '../dom.ts';
import { htmlOf, numberAttribute } from '../page/html-of.ts';
import type { Page } from '../page/page-tree.ts';

/** Beyond this Readability takes seconds; our own judgement has to do. */
const mostElements = 12_000;

function collect(node: DomNode, kept: Set<number>): void {
  if (node.nodeType !== 1) return;
  const number = (node as DomElement).getAttribute(numberAttribute);
  if (number !== null) kept.add(Number(number));
  for (const child of node.childNodes) collect(child, kept);
}

/**
 * The numbers of the elements that Readability keeps of a page; null when it finds no article. It works on a copy: it
 * tears apart what it is given.
 */
export function keptByReadability(page: Page): ReadonlySet<number> | null {
  if (page.elements.length > mostElements) return null;
  const document = parseDocument(htmlOf(page.html, { numbers: true }));
  // Its types ask for the Document of TypeScript's DOM library, which is not there.
  const Reader = Readability as unknown as new (
    document: unknown,
    options: { serializer: (node: DomNode) => DomNode },
  ) => { parse(): { readonly content?: DomNode | null } | null };
  const content = new Reader(document, { serializer: (node) => node }).parse()?.content ?? null;
  if (content === null) return null;
  const kept = new Set<number>();
  collect(content, kept);
  return kept;
}
