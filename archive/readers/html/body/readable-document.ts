import type { Page, PageElement, PageNode } from '../page/page-tree.ts';
import { ReadableElement, ReadableText } from './readable-nodes.ts';

/** Makes the nodes of a part of a page; comments are left out. */
function readableElement(element: PageElement): ReadableElement {
  const made = new ReadableElement(element.name, element, element.attributes);
  for (const child of element.children) appendPageNode(made, child);
  return made;
}

function appendPageNode(parent: ReadableElement, node: PageNode): void {
  if (node.kind === 'text') parent.appendChild(new ReadableText(node.text, node.parent));
  else if (node.kind === 'element') parent.appendChild(readableElement(node));
}

/** A longer title is compared with every heading, word by word. */
const longestTitle = 500;

/**
 * What Readability asks of a document. Of its head there is a title only, by which it knows the headline: the metadata are read
 * elsewhere.
 */
export class ReadableDocument {
  /** By this Readability knows a light DOM, in which elements are renamed in place. */
  readonly firstChild = { __JSDOMParser__: true };
  readonly documentElement: ReadableElement;
  readonly body: ReadableElement;
  readonly title: string;
  /** Addresses are nothing to us; they are resolved against this. */
  readonly baseURI = 'http://page.invalid/';
  readonly documentURI = 'http://page.invalid/';

  constructor(page: Page, title: string) {
    this.documentElement = new ReadableElement('html', page.html, page.html.attributes);
    this.body = readableElement(page.body);
    this.documentElement.appendChild(this.body);
    this.title = title.slice(0, longestTitle);
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
