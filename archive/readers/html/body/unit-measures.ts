import { ancestorsOf } from '../page/page-tree.ts';
import type { Page, PageElement } from '../page/page-tree.ts';
import type { PageUnit } from './page-units.ts';

/** Letters and digits only, in lower case: what two ways of printing the same words have in common. */
export function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The share of a unit's characters that are links. */
export function linkShare({ linked, text }: PageUnit): number {
  return linked / text.length;
}

/** Whether a unit stands in an element, at any depth. */
export function isUnitIn({ within }: PageUnit, element: PageElement): boolean {
  if (within === element) return true;
  for (const above of ancestorsOf(within)) if (above === element) return true;
  return false;
}

/** How many characters of some units each element of a page holds, what is inside it included. */
export function charactersBy(
  units: Iterable<PageUnit>,
  { elements }: Page,
): ReadonlyMap<PageElement, number> {
  const sums = new Map<PageElement, number>();
  const add = (element: PageElement, count: number) => sums.set(element, (sums.get(element) ?? 0) + count);
  for (const { within, text } of units) add(within, text.length);
  // What is inside comes after what it is in: from the end, every sum is whole before it is passed on.
  for (let at = elements.length - 1; at > 0; at -= 1) {
    const element = elements[at];
    const sum = element === undefined ? undefined : sums.get(element);
    if (sum !== undefined && element?.parent) add(element.parent, sum);
  }
  return sums;
}

/** The innermost element that holds a share of the characters that `sums` tells of. */
export function smallestHolding(
  sums: ReadonlyMap<PageElement, number>,
  top: PageElement,
  share: number,
): PageElement {
  const enough = (sums.get(top) ?? 0) * share;
  let found = top;
  for (;;) {
    const inner = found.children.find(
      (child) => child.kind === 'element' && (sums.get(child) ?? 0) >= enough,
    );
    if (inner?.kind !== 'element' || enough === 0) return found;
    found = inner;
  }
}
