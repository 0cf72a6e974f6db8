import { ancestorsOf, isInside } from '../page/page-tree.ts';
import type { Page, PageElement } from '../page/page-tree.ts';
import { isHidden } from '../page/visibility.ts';
import { FurnitureFinder } from './furniture.ts';
import { isAsk, isPointer, isProse } from './furniture-text.ts';
import { captionWords, classWords } from './class-words.ts';
import { keptByReadability } from './readability.ts';
import { structuredBody } from './structured-body.ts';
import { unitsOf } from './page-units.ts';
import type { PageUnit } from './page-units.ts';

/** The article found in a page. */
export interface FoundArticle {
  readonly root: PageElement;
  readonly units: readonly PageUnit[];
  readonly left: readonly PageUnit[];
}

function keptShare(unit: PageUnit, kept: ReadonlySet<number>): number {
  let all = 0;
  let has = 0;
  for (const [element, length] of unit.sources) {
    all += length;
    if (kept.has(element.number)) has += length;
  }
  return all === 0 ? 0 : has / all;
}

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** Text by element, what is inside included. */
function charactersBy(units: readonly PageUnit[]): ReadonlyMap<PageElement, number> {
  const sums = new Map<PageElement, number>();
  for (const unit of units) {
    sums.set(unit.within, (sums.get(unit.within) ?? 0) + unit.text.length);
    for (const above of ancestorsOf(unit.within)) sums.set(above, (sums.get(above) ?? 0) + unit.text.length);
  }
  return sums;
}

/** The innermost element that holds nearly all of some text. */
function rootOf(units: readonly PageUnit[], body: PageElement): PageElement {
  const sums = charactersBy(units);
  const all = sums.get(body) ?? 0;
  let root = body;
  for (;;) {
    const inner = root.children.find(
      (child) => child.kind === 'element' && (sums.get(child) ?? 0) >= all * 0.98,
    );
    if (inner?.kind !== 'element') return root;
    root = inner;
  }
}

export interface KnownPage {
  readonly headlines: readonly string[];
}

export function findArticle(page: Page): FoundArticle | null {
  const kept = keptByReadability(page);
  if (kept === null) return null;
  const all = unitsOf(page.body, isHidden);
  const first = all.filter((unit) => keptShare(unit, kept) > 0.5);
  if (first.length === 0) return null;
  const sums = charactersBy(first);
  const total = sums.get(page.body) ?? 1;
  const root = rootOf(first, page.body);
  const furniture = new FurnitureFinder((element) => (sums.get(element) ?? 0) / total);
  const body = structuredBody(page);
  const structured = body === null ? '' : letters(body);
  const isFirst = new Set(first);
  const begin = all.findIndex((unit) => isFirst.has(unit) && isProse(unit.text));
  const end = all.findLastIndex((unit) => isFirst.has(unit) && isProse(unit.text));
  const units: PageUnit[] = [];
  const left: PageUnit[] = [];
  for (const [at, unit] of all.entries()) {
    if (unit.kind === 'image') {
      if (isFirst.has(unit)) units.push(unit);
      continue;
    }
    const inRoot = unit.within === root || isInside(unit.within, root);
    const density = unit.linked / unit.text.length;
    const confirmed = structured.length > 200 && unit.text.length > 20 && structured.includes(letters(unit.text));
    const isFurniture = inRoot ? furniture.around(unit.within, root) !== null : true;
    const isLine = isAsk(unit.text) || isPointer(unit.text) || (density > 0.9 && unit.kind !== 'item');
    const isCaption = unit.kind === 'caption' || [...unit.sources.keys()].some((source) => isCaptionElement(source, root));
    let take = isFirst.has(unit) && !isFurniture && !isLine;
    if (!take && inRoot && !isFurniture && !isLine && at > begin && at < end && density < 0.3)
      take = isProse(unit.text) || unit.kind === 'quote' || unit.kind === 'crosshead';
    if (!take && inRoot && !isFurniture && !isLine && at < begin && density < 0.3 && isProse(unit.text)) take = true;
    if (confirmed) take = true;
    if (take && at < begin && !isProse(unit.text) && !confirmed) take = false;
    if (take) units.push(isCaption ? { ...unit, kind: 'caption' } : unit);
    else if (inRoot) left.push(unit);
  }
  return { root, units, left };
}

function isCaptionElement(element: PageElement, root: PageElement): boolean {
  for (let above: PageElement | null = element; above !== null && above !== root; above = above.parent)
    if (classWords(above).some((word) => captionWords.has(word))) return true;
  return false;
}
