import { attribute, ancestorsOf } from '../page/page-tree.ts';
import type { PageElement } from '../page/page-tree.ts';
import { classWords, furniturePairs, furnitureWords } from './class-words.ts';

const furnitureElements: ReadonlySet<string> = new Set([
  'nav',
  'footer',
  'aside',
  'menu',
  'form',
  'noscript',
]);
const furnitureRoles: ReadonlySet<string> = new Set([
  ...[
    'navigation',
    'complementary',
    'banner',
    'contentinfo',
    'search',
    'dialog',
    'alertdialog',
    'menu',
    'menubar',
  ],
  ...['toolbar', 'tooltip', 'alert', 'status'],
]);

/** Whether an element says by its name, role or class that it is not the article's text. */
export function isFurnitureElement(element: PageElement): boolean {
  const known = knownFurniture.get(element);
  if (known !== undefined) return known;
  const is = looksLikeFurniture(element);
  knownFurniture.set(element, is);
  return is;
}

const knownFurniture = new WeakMap<PageElement, boolean>();

function looksLikeFurniture(element: PageElement): boolean {
  if (furnitureElements.has(element.name)) return true;
  if (furnitureRoles.has(attribute(element, 'role').toLowerCase())) return true;
  const words = classWords(element);
  return words.some(
    (word, at) => furnitureWords.has(word) || furniturePairs.has(`${word} ${words[at + 1] ?? ''}`),
  );
}

/**
 * Finds furniture among the elements of a page. One that holds a large part of what is taken for the article is not
 * furniture, whatever its class says: `page has-sidebar`.
 */
export class FurnitureFinder {
  private readonly known = new Map<PageElement, boolean>();
  private readonly shareOf: (element: PageElement) => number;

  /** `shareOf` tells which part of the article's text, from 0 to 1, an element holds. */
  constructor(shareOf: (element: PageElement) => number) {
    this.shareOf = shareOf;
  }

  isFurniture(element: PageElement): boolean {
    const known = this.known.get(element);
    if (known !== undefined) return known;
    const found = isFurnitureElement(element) && this.shareOf(element) < mostShare;
    this.known.set(element, found);
    return found;
  }

  /** The outermost furniture around a part of a page, itself included, up to `root`; null when there is none. */
  around(element: PageElement, root: PageElement): PageElement | null {
    let found: PageElement | null = null;
    if (element !== root && this.isFurniture(element)) found = element;
    for (const above of ancestorsOf(element)) {
      if (above === root || element === root) break;
      if (this.isFurniture(above)) found = above;
    }
    return found;
  }
}

const mostShare = 0.3;
