import type { PageElement } from '../page/page-tree.ts';
import { attributeOf, styleOf } from './readable-attributes.ts';
import type { Attribute, Style } from './readable-attributes.ts';

/*
 * A DOM of what Readability asks for and no more, made of a page's tree without writing and parsing it again. Every node knows
 * where in the page it comes from. Text is put together once and kept until something in it changes: Readability asks for
 * the text of every element many times, which is most of its work over a general DOM.
 */

/** The state of an element's inside, to be put back: what Readability takes for the markup that it keeps for its retries. */
export class ReadableSnapshot {
  readonly children: readonly ReadableNode[];

  constructor(children: readonly ReadableNode[]) {
    this.children = children;
  }
}

const nothing: readonly never[] = [];
const noAttributes: ReadonlyMap<string, string> = new Map();

/** What text and elements share. */
abstract class TreeNode {
  parentNode: ReadableElement | null = null;
  previousSibling: ReadableNode | null = null;
  nextSibling: ReadableNode | null = null;

  get previousElementSibling(): ReadableElement | null {
    let node = this.previousSibling;
    while (node !== null && node.nodeType !== 1) node = node.previousSibling;
    return node;
  }

  get nextElementSibling(): ReadableElement | null {
    let node = this.nextSibling;
    while (node !== null && node.nodeType !== 1) node = node.nextSibling;
    return node;
  }

  /** Takes a node out of where it stands. */
  remove(): void {
    const { parentNode, previousSibling, nextSibling } = this;
    if (parentNode === null) return;
    if (previousSibling === null) parentNode.firstChild = nextSibling;
    else previousSibling.nextSibling = nextSibling;
    if (nextSibling === null) parentNode.lastChild = previousSibling;
    else nextSibling.previousSibling = previousSibling;
    this.parentNode = this.previousSibling = this.nextSibling = null;
    parentNode.changed();
  }
}

/** A run of text. */
export class ReadableText extends TreeNode {
  readonly nodeType = 3;
  readonly nodeName = '#text';
  readonly tagName = undefined;
  readonly childNodes = nothing;
  readonly textContent: string;
  /** The element of the page that the text stands in. */
  readonly source: PageElement | null;

  constructor(text: string, source: PageElement | null) {
    super();
    this.textContent = text;
    this.source = source;
  }

  copy(): ReadableText {
    return new ReadableText(this.textContent, this.source);
  }
}

/** An element; Readability changes its name in place, as it does in its own light DOM. */
export class ReadableElement extends TreeNode {
  readonly nodeType = 1;
  localName: string;
  tagName: string;
  firstChild: ReadableNode | null = null;
  lastChild: ReadableNode | null = null;
  /** The element of the page that it was made of. */
  readonly source: PageElement | null;
  private values: ReadonlyMap<string, string>;
  private text: string | null = null;
  private nodes: readonly ReadableNode[] | null = null;
  private elements: readonly ReadableElement[] | null = null;

  constructor(name: string, source: PageElement | null, values: ReadonlyMap<string, string> = noAttributes) {
    super();
    this.localName = name;
    this.tagName = name.toUpperCase();
    this.source = source;
    this.values = values;
  }

  get nodeName(): string {
    return this.tagName;
  }

  get childNodes(): readonly ReadableNode[] {
    if (this.nodes !== null) return this.nodes;
    const nodes: ReadableNode[] = [];
    for (let child = this.firstChild; child !== null; child = child.nextSibling) nodes.push(child);
    this.nodes = nodes;
    return nodes;
  }

  get children(): readonly ReadableElement[] {
    this.elements ??= this.childNodes.filter((node) => node.nodeType === 1);
    return this.elements;
  }

  get firstElementChild(): ReadableElement | null {
    const { firstChild } = this;
    return firstChild === null || firstChild.nodeType === 1 ? firstChild : firstChild.nextElementSibling;
  }

  get textContent(): string {
    if (this.text !== null) return this.text;
    let text = '';
    for (let child = this.firstChild; child !== null; child = child.nextSibling) text += child.textContent;
    this.text = text;
    return text;
  }

  get id(): string {
    return this.values.get('id') ?? '';
  }

  set id(value: string) {
    this.setAttribute('id', value);
  }

  get className(): string {
    return this.values.get('class') ?? '';
  }

  set className(value: string) {
    this.setAttribute('class', value);
  }

  get src(): string {
    return this.values.get('src') ?? '';
  }

  get srcset(): string {
    return this.values.get('srcset') ?? '';
  }

  get style(): Style {
    return styleOf(this.values.get('style'));
  }

  get attributes(): readonly Attribute[] {
    return [...this.values].map(attributeOf);
  }

  hasAttribute(name: string): boolean {
    return this.values.has(name);
  }

  getAttribute(name: string): string | null {
    return this.values.get(name) ?? null;
  }

  setAttribute(name: string, value: string): void {
    this.values = new Map(this.values).set(name, value);
  }

  setAttributeNode({ name, value }: Attribute): void {
    this.setAttribute(name, value);
  }

  removeAttribute(name: string): void {
    if (!this.values.has(name)) return;
    this.values = new Map([...this.values].filter(([known]) => known !== name));
  }

  /** The elements of a name inside, in document order; a list of its own each time. */
  getElementsByTagName(name: string): ReadableElement[] {
    return this.named((tag) => tag === name.toUpperCase());
  }

  /** Of selectors Readability uses names with commas between them. */
  querySelectorAll(names: string): ReadableElement[] {
    const wanted = new Set(names.toUpperCase().split(','));
    return this.named((tag) => wanted.has(tag));
  }

  appendChild(node: ReadableNode): void {
    this.insert(node, null);
  }

  removeChild(node: ReadableNode): void {
    node.remove();
  }

  replaceChild(node: ReadableNode, old: ReadableNode): void {
    const before = old.nextSibling === node ? node.nextSibling : old.nextSibling;
    old.remove();
    this.insert(node, before);
  }

  get innerHTML(): ReadableSnapshot {
    return new ReadableSnapshot(this.childNodes.map((node) => node.copy()));
  }

  set innerHTML({ children }: ReadableSnapshot) {
    while (this.firstChild !== null) this.firstChild.remove();
    for (const child of children) this.appendChild(child.copy());
  }

  copy(): ReadableElement {
    const copy = new ReadableElement(this.localName, this.source, this.values);
    for (let child = this.firstChild; child !== null; child = child.nextSibling)
      copy.appendChild(child.copy());
    return copy;
  }

  /** Something in it changed: nothing that was put together of its inside holds any more. */
  changed(): void {
    this.nodes = this.elements = null;
    this.forgetText();
  }

  /** What holds an element whose text is not known has none either. */
  private forgetText(): void {
    if (this.text === null) return;
    this.text = null;
    this.parentNode?.forgetText();
  }

  private insert(node: ReadableNode, before: ReadableNode | null): void {
    node.remove();
    const after = before === null ? this.lastChild : before.previousSibling;
    node.parentNode = this;
    node.previousSibling = after;
    node.nextSibling = before;
    if (after === null) this.firstChild = node;
    else after.nextSibling = node;
    if (before === null) this.lastChild = node;
    else before.previousSibling = node;
    this.changed();
  }

  private named(fits: (tag: string) => boolean): ReadableElement[] {
    const found: ReadableElement[] = [];
    let node = this.firstElementChild;
    while (node !== null) {
      if (fits(node.tagName)) found.push(node);
      node = this.after(node);
    }
    return found;
  }

  /** The element after another in document order, inside of this one. */
  private after(element: ReadableElement): ReadableElement | null {
    const inside = element.firstElementChild;
    if (inside !== null) return inside;
    let node: ReadableElement | null = element;
    while (node !== null && node !== this) {
      const next: ReadableElement | null = node.nextElementSibling;
      if (next !== null) return next;
      node = node.parentNode;
    }
    return null;
  }
}

export type ReadableNode = ReadableText | ReadableElement;
