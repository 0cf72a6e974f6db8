import type { ArticleId } from '../../archive/model/article.ts';
import type { Hit } from '../../archive/model/search.ts';

/** Hits asked for at once: more than the tallest window shows. */
export const hitsPerPage = 30;

/** Pages kept; the farthest from where one looks are let go, and fetched again when they are looked at again. */
const mostPages = 24;

/** The page that a place of the list is on. */
export function pageOf(index: number): number {
  return Math.floor(index / hitsPerPage);
}

/**
 * The hits fetched so far, by page. It never changes: a page that comes makes another one, which shares all pages with
 * the one before, so that neither time nor memory grows with the length of the result.
 */
export class HitPages {
  private readonly pages: ReadonlyMap<number, readonly Hit[]>;
  private found: { readonly id: ArticleId; readonly index: number } | null = null;

  constructor(pages: ReadonlyMap<number, readonly Hit[]> = new Map()) {
    this.pages = pages;
  }

  /** How many hits are held. */
  get size(): number {
    let size = 0;
    for (const hits of this.pages.values()) size += hits.length;
    return size;
  }

  /** The hit at a place of the list, or undefined when its page is not held. */
  get(index: number): Hit | undefined {
    return this.pages.get(pageOf(index))?.[index % hitsPerPage];
  }

  has(index: number): boolean {
    return this.get(index) !== undefined;
  }

  hasPage(page: number): boolean {
    return this.pages.has(page);
  }

  /** The place of an article among the hits held, or -1. */
  indexOf(id: ArticleId | null): number {
    if (id === null) return -1;
    if (this.found?.id !== id) this.found = { id, index: this.search(id) };
    return this.found.index;
  }

  /** The same with these pages only. */
  only(wanted: ReadonlySet<number>): HitPages {
    return new HitPages(new Map([...this.pages].filter(([page]) => wanted.has(page))));
  }

  /** The same with one page more, and without those farthest from it when they are too many; `keep` stays in any case. */
  with(page: number, hits: readonly Hit[], keep: readonly number[]): HitPages {
    const pages = new Map(this.pages).set(page, hits);
    const far = [...pages.keys()]
      .filter((one) => !keep.includes(one))
      .sort((a, b) => Math.abs(b - page) - Math.abs(a - page));
    for (const one of far.slice(0, Math.max(0, pages.size - mostPages))) pages.delete(one);
    return new HitPages(pages);
  }

  private search(id: ArticleId): number {
    for (const [page, hits] of this.pages) {
      const at = hits.findIndex((hit) => hit.id === id);
      if (at >= 0) return page * hitsPerPage + at;
    }
    return -1;
  }
}
