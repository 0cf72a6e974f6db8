import { Readability } from '@mozilla/readability';
import type { Page, PageElement } from '../page/page-tree.ts';
import { rawText } from '../page/tree-builder.ts';
import { ReadableDocument } from './readable-document.ts';
import type { ReadableElement, ReadableNode } from './readable-nodes.ts';

/** Beyond this Readability takes seconds; our own judgement has to do. No article is as long, and few books. */
const mostElements = 12_000;
const longestText = 500_000;

function collect(node: ReadableNode, kept: Set<PageElement>): void {
  if (node.source !== null && (node.nodeType === 3 || node.localName === 'img')) kept.add(node.source);
  for (const child of node.childNodes) collect(child, kept);
}

/** The elements whose text, and the images, that Readability keeps of a page; null when it finds no article. */
export function keptByReadability(page: Page, headline: string): ReadonlySet<PageElement> | null {
  if (page.elements.length > mostElements || rawText(page.body).length > longestText) return null;
  // Its types ask for the Document of TypeScript's DOM library, which is not there.
  const Reader = Readability as unknown as new (
    document: ReadableDocument,
    options: { disableJSONLD: boolean; serializer: (node: ReadableElement) => ReadableElement },
  ) => { parse(): { readonly content?: ReadableElement | null } | null };
  const reader = new Reader(new ReadableDocument(page, headline), {
    disableJSONLD: true,
    serializer: (node) => node,
  });
  const content = reader.parse()?.content ?? null;
  if (content === null) return null;
  const kept = new Set<PageElement>();
  collect(content, kept);
  return kept;
}
