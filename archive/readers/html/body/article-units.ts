import type { Page, PageElement } from '../page/page-tree.ts';
import { keptByReadability } from './readability.ts';
import { unitsOf } from './page-units.ts';
import type { PageUnit } from './page-units.ts';

export function articleUnits(page: Page): readonly PageUnit[] {
  const kept = keptByReadability(page);
  if (kept === null) return [];
  return unitsOf(page.body, (element: PageElement) => false).filter(({ within }) => kept.has(within.number));
}
