import type { PageElement, PageNode } from '../page/page-tree.ts';

/** What `walkPage` calls in the order of the page. */
export interface PageVisitor {
  /** An element begins; false leaves out what is in it, its end included. */
  enter(element: PageElement): boolean;
  leave(element: PageElement): void;
  text(text: string): void;
  comment(text: string): void;
}

/** Walks a node and all below it; no page's tree is deep. */
export function walkPage(node: PageNode, visitor: PageVisitor): void {
  if (node.kind === 'text') visitor.text(node.text);
  else if (node.kind === 'comment') visitor.comment(node.text);
  else if (visitor.enter(node)) {
    for (const child of node.children) walkPage(child, visitor);
    visitor.leave(node);
  }
}

/** The first nodes inside an element, so many and in the order of the page; of an element that `enters` refuses, itself only. */
export function* nodesIn(
  element: PageElement,
  limit: number,
  enters: (element: PageElement) => boolean = () => true,
): Generator<PageNode> {
  const waiting: PageNode[] = element.children.slice(0, limit).reverse();
  for (let count = 0; count < limit; count += 1) {
    const node = waiting.pop();
    if (node === undefined) return;
    yield node;
    if (node.kind === 'element' && enters(node))
      for (const child of node.children.slice(0, limit).reverse()) waiting.push(child);
  }
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

const apart = new Set(['br', 'p', 'div', 'li']);

/** The beginning of the text of an element, tidied. */
export function textOf(element: PageElement, longest = 400): string {
  let words = '';
  for (const node of nodesIn(element, 200, ({ name }) => !isSilent(name))) {
    if (words.length >= longest * 4) break;
    if (node.kind === 'text') words += node.text.slice(0, longest * 4);
    else if (node.kind === 'element' && apart.has(node.name)) words += ' ';
  }
  return tidy(words).slice(0, longest);
}
