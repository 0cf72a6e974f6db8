/** What is used of a node of linkedom's DOM. */
export interface PageNode {
  /** 1 element, 3 text, 8 comment. */
  readonly nodeType: number;
  readonly parentNode: PageNode | null;
  readonly firstChild: PageNode | null;
  readonly nextSibling: PageNode | null;
  readonly textContent: string | null;
  /** Elements only. */
  readonly localName?: string;
  readonly getAttribute?: (name: string) => string | null;
}

/** What is used of linkedom's document. */
export interface PageDocument {
  readonly documentElement: unknown;
}
