/** Text of a page, entities replaced. */
export interface PageText {
  readonly kind: 'text';
  text: string;
  parent: PageElement | null;
}

/** A comment of the markup; old systems mark the parts of a page with them. */
export interface PageComment {
  readonly kind: 'comment';
  readonly text: string;
  parent: PageElement | null;
}

/** An element of a page. */
export interface PageElement {
  readonly kind: 'element';
  /** In lower case. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: PageNode[];
  parent: PageElement | null;
}

export type PageNode = PageElement | PageText | PageComment;

/** A page: always `html` with `head` and `body`, whatever was written. */
export interface Page {
  readonly html: PageElement;
  readonly head: PageElement;
  readonly body: PageElement;
  /** In document order. */
  readonly elements: readonly PageElement[];
  /** Whether the page has more or deeper elements than are kept. */
  readonly cut: boolean;
}

export function isElement(node: PageNode): node is PageElement {
  return node.kind === 'element';
}

/** An attribute's value; '' when it is absent. */
export function attribute(element: PageElement, name: string): string {
  return element.attributes.get(name) ?? '';
}

/** The elements inside another, in document order. */
export function* elementsIn(element: PageElement): Generator<PageElement> {
  const waiting = element.children.filter(isElement).reverse();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    yield next;
    for (let at = next.children.length - 1; at >= 0; at -= 1) {
      const child = next.children[at];
      if (child?.kind === 'element') waiting.push(child);
    }
  }
}

/** The elements around another, the nearest first. */
export function* ancestorsOf(node: PageNode): Generator<PageElement> {
  for (let above = node.parent; above !== null; above = above.parent) yield above;
}

export function isInside(node: PageNode, element: PageElement): boolean {
  for (const above of ancestorsOf(node)) if (above === element) return true;
  return false;
}
