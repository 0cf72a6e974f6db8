import type { ByteSource } from '../access/byte-source.ts';

/** The pages that somebody set out to save, of all that came with them. */
export interface PageList {
  /** Whether an address is one of them; remembers that it was found. */
  take(url: string): boolean;
  /** A page that leads on to another address: that is a page too. */
  follow(url: string, to: string): void;
}

const lists = new WeakMap<ByteSource, PageList>();

/** Says which pages of a web archive are wanted. The archive is known by its bytes, so that they pass through an import. */
export function setPageList(source: ByteSource, pages: PageList): void {
  lists.set(source, pages);
}

/** The list of pages that goes with a web archive; null when all of its documents are wanted. */
export function pageListOf(source: ByteSource): PageList | null {
  return lists.get(source) ?? null;
}
