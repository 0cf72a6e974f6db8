import { parseHTML } from 'linkedom';

/*
 * The one door to linkedom. Its own types need TypeScript's DOM library, which this layer does not have on purpose; here is
 * the part of the DOM that is used. Readability is compared with over it, and expectations are read with it.
 */

/** A node of linkedom's DOM. */
export interface DomNode {
  /** 1 element, 3 text, 8 comment, 9 document, 11 fragment. */
  readonly nodeType: number;
  /** In capitals for elements of HTML. */
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<DomNode>;
  readonly parentNode: DomNode | null;
}

export interface DomElement extends DomNode {
  readonly localName: string;
  readonly innerHTML: string;
  readonly children: Iterable<DomElement>;
  getAttribute(name: string): string | null;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
}

export interface DomDocument extends DomNode {
  readonly documentElement: DomElement;
  readonly head: DomElement;
  readonly body: DomElement;
  readonly title: string;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
}

/**
 * Parses HTML. linkedom takes the first element for the document's, whatever it is: give it whole documents with
 * `html`, `head` and `body`.
 */
export function parseDocument(html: string): DomDocument {
  return (parseHTML as unknown as (html: string) => { document: DomDocument })(html).document;
}
