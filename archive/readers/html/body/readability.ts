import { Readability } from '@mozilla/readability';
import type { Page, PageElement } from '../page/page-tree.ts';
import { ReadableElement, readableElement, ReadableText } from './readable-nodes.ts';
import type { ReadableNode } from './readable-nodes.ts';

/** Beyond this Readability takes seconds; our own judgement has to do. */
const mostElements = 12_000;
const longestTitle = 500;

/** What Readability asks of a document. */
class ReadableDocument {
  /** By this Readability knows a light DOM, in which elements are renamed in place. */
  readonly firstChild = { __JSDOMParser__: true };
  readonly documentElement: ReadableElement;
  readonly body: ReadableElement;
  readonly title: string;
  /** Addresses are nothing to us; they are resolved against this. */
  readonly baseURI = 'http://page.invalid/';
  readonly documentURI = 'http://page.invalid/';

  constructor(page: Page) {
    this.documentElement = readableElement(page.html);
    const [body] = this.documentElement.children.filter(({ localName }) => localName === 'body');
    this.body = body ?? this.documentElement;
    const [title] = this.getElementsByTagName('title');
    this.title = (title?.textContent ?? '').slice(0, longestTitle);
  }

  getElementsByTagName(name: string): ReadableElement[] {
    return this.documentElement.getElementsByTagName(name);
  }

  querySelectorAll(names: string): ReadableElement[] {
    return this.documentElement.querySelectorAll(names);
  }

  createElement(name: string): ReadableElement {
    return new ReadableElement(name.toLowerCase(), null);
  }

  createTextNode(text: string): ReadableText {
    return new ReadableText(text, null);
  }
}

function collect(node: ReadableNode, kept: Set<PageElement>): void {
  if (node.source !== null && (node.nodeType === 3 || node.localName === 'img')) kept.add(node.source);
  for (const child of node.childNodes) collect(child, kept);
}

/** The elements whose text, and the images, that Readability keeps of a page; null when it finds no article. */
export function keptByReadability(page: Page): ReadonlySet<PageElement> | null {
  if (page.elements.length > mostElements) return null;
  // Its types ask for the Document of TypeScript's DOM library, which is not there.
  const Reader = Readability as unknown as new (
    document: ReadableDocument,
    options: { serializer: (node: ReadableElement) => ReadableElement },
  ) => { parse(): { readonly content?: ReadableElement | null } | null };
  const reader = new Reader(new ReadableDocument(page), { serializer: (node) => node });
  const content = reader.parse()?.content ?? null;
  if (content === null) return null;
  const kept = new Set<PageElement>();
  collect(content, kept);
  return kept;
}
