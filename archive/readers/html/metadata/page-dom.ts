/** What is used of a node of linkedom's DOM. */
export interface PageNode {
  /** 1 element, 3 text, 8 comment. */
  readonly nodeType: number;
  readonly parentNode: PageNode | null;
  readonly firstChild: PageNode | null;
  readonly nextSibling: PageNode | null;
  readonly textContent: string | null;
  /** This and the next two: elements only. */
  readonly localName?: string;
  readonly getAttribute?: (name: string) => string | null;
  readonly getAttributeNames?: () => readonly string[];
}

/** What is used of linkedom's document. */
export interface PageDocument {
  readonly childNodes: Iterable<unknown>;
}

/** What `walkPage` calls in the order of the document. */
export interface PageVisitor {
  /** An element begins; false leaves out what is in it, its end included. */
  enter(element: PageNode, name: string): boolean;
  leave(element: PageNode, name: string): void;
  text(text: string): void;
  comment(text: string): void;
}

const element = 1;
const text = 3;
const comment = 8;
/** Attributes of an element that are looked at; more are no page's. */
const attributeLimit = 60;

/** Name of an element, in lower case. */
export function nameOf(node: PageNode): string {
  return (node.localName ?? '').toLowerCase();
}

/** The attributes by their names in lower case: linkedom keeps `CONTENT` as old pages write it. The first one counts. */
export function attributesOf(node: PageNode): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const name of (node.getAttributeNames?.() ?? []).slice(0, attributeLimit)) {
    const value = node.getAttribute?.(name);
    const lower = name.toLowerCase();
    if (value !== null && value !== undefined && !attributes.has(lower)) attributes.set(lower, value);
  }
  return attributes;
}

/** Visits one node; true when its children come next. */
function visit(node: PageNode, visitor: PageVisitor): boolean {
  if (node.nodeType === text) visitor.text(node.textContent ?? '');
  else if (node.nodeType === comment) visitor.comment(node.textContent ?? '');
  if (node.nodeType !== element) return false;
  const name = nameOf(node);
  if (!visitor.enter(node, name)) return false;
  if (node.firstChild !== null) return true;
  visitor.leave(node, name);
  return false;
}

/** Walks a node and all below it. */
function walkFrom(top: PageNode, visitor: PageVisitor, limit: number): void {
  let node = top;
  for (let count = 0; count < limit; count += 1) {
    if (visit(node, visitor) && node.firstChild !== null) {
      node = node.firstChild;
      continue;
    }
    while (node !== top && node.nextSibling === null) {
      if (node.parentNode === null) return;
      node = node.parentNode;
      visitor.leave(node, nameOf(node));
    }
    if (node === top || node.nextSibling === null) return;
    node = node.nextSibling;
  }
}

/**
 * Walks below an element without recursion, so that no depth of nesting can break it. At most `limit` nodes are
 * visited.
 */
export function walkBelow(root: PageNode, visitor: PageVisitor, limit: number): void {
  let isRoot = true;
  walkFrom(
    root,
    {
      ...visitor,
      enter: (node, name) => {
        const own = isRoot;
        isRoot = false;
        return own || visitor.enter(node, name);
      },
    },
    limit,
  );
}

/** Walks a whole document without recursion. A document type has no next sibling in linkedom, hence the list. */
export function walkPage(document: PageDocument, visitor: PageVisitor): void {
  for (const node of document.childNodes) walkFrom(node as PageNode, visitor, Number.POSITIVE_INFINITY);
}

const silent = new Set(['script', 'style', 'noscript', 'template', 'svg', 'iframe', 'object']);

/** Elements whose text nobody reads. */
export function isSilent(name: string): boolean {
  return silent.has(name);
}

/** White space as one blank, none at the ends. */
export function tidy(words: string): string {
  return words.replace(/[\s\u00a0\u200b\ufeff]+/gu, ' ').trim();
}

/** The beginning of the text of an element, tidied. */
export function textOf(node: PageNode, longest = 400): string {
  let words = '';
  walkBelow(
    node,
    {
      enter: (_, name) => {
        if (name === 'br' || name === 'p' || name === 'div' || name === 'li') words += ' ';
        return !isSilent(name) && words.length < longest * 4;
      },
      leave: () => undefined,
      text: (more) => {
        if (words.length < longest * 4) words += more.slice(0, longest * 4);
      },
      comment: () => undefined,
    },
    200,
  );
  return tidy(words).slice(0, longest);
}
