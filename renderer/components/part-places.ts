import type { TextRange } from '../../archive/model/article.ts';
import type { Reading } from '../../archive/api/reading.ts';
import type { CtOriginal } from './ct-original.ts';
import type { Anchor } from './scroll-map.ts';
import { showInScroller } from './show-in-scroller.ts';

/** A part of the article that stands somewhere in the original: `headline`, `standfirst`, `published` or a block's number. */
export interface PlacedPart {
  readonly part: string;
  readonly place: TextRange;
}

/** More anchors than this would make scrolling slow and no truer. */
const mostAnchors = 400;

/** The parts of an article whose places are known, in drawing order. */
export function placedParts({ article }: Reading): readonly PlacedPart[] {
  const { places } = article;
  const all: [string, TextRange | null][] = [
    ['published', places.published],
    ['headline', places.headline],
    ['standfirst', places.standfirst],
    ...article.blocks.map((block, index): [string, TextRange | null] => [String(index), block.place]),
  ];
  return all.flatMap(([part, place]) => (place === null ? [] : [{ part, place }]));
}

/** How far a pane's content lies above the window's top, so that boxes become heights in what is scrolled. */
function baseOf(scroller: HTMLElement): number {
  return scroller.scrollTop - scroller.getBoundingClientRect().top;
}

/** Where each part stands in both panes. `elements` are those of the article, named by `data-part`. */
export function anchorsOf(
  parts: readonly PlacedPart[],
  elements: readonly HTMLElement[],
  scroller: HTMLElement,
  original: CtOriginal,
): readonly Anchor[] {
  const base = baseOf(scroller);
  const named = new Map(elements.map((element) => [element.dataset['part'], element]));
  const stride = Math.ceil(parts.length / mostAnchors) || 1;
  return parts.flatMap(({ part, place }, at): Anchor[] => {
    const box = at % stride === 0 ? named.get(part)?.getBoundingClientRect() : undefined;
    const top = box === undefined ? null : original.topOf(place.start);
    return box === undefined || top === null ? [] : [[box.top + base, top]];
  });
}

/** The first part that reaches below the top of the article's pane; null at the very top, where nothing needs keeping. */
export function partAtTop(
  parts: readonly PlacedPart[],
  elements: readonly HTMLElement[],
  scroller: HTMLElement,
): PlacedPart | null {
  if (scroller.scrollTop < 8) return null;
  const { top } = scroller.getBoundingClientRect();
  const seen = elements.filter((element) => element.getBoundingClientRect().bottom > top + 8);
  const names = new Set(seen.map((element) => element.dataset['part']));
  return parts.find(({ part }) => names.has(part)) ?? null;
}

/** The same for the original's pane. */
export function partAtOriginalTop(parts: readonly PlacedPart[], original: CtOriginal): PlacedPart | null {
  const top = original.scroller?.scrollTop ?? 0;
  if (top < 8) return null;
  const inOrder = [...parts].sort((one, other) => one.place.start - other.place.start);
  return inOrder.find(({ place }) => (original.topOf(place.end - 1) ?? 0) > top) ?? null;
}

/** Puts a part at the top of the article's pane. */
export function scrollToPart(part: string, elements: readonly HTMLElement[], scroller: HTMLElement): void {
  const element = elements.find((candidate) => candidate.dataset['part'] === part);
  if (element === undefined) return;
  const top = element.getBoundingClientRect().top + baseOf(scroller);
  scroller.scrollTo({ top: top - 12, behavior: 'instant' });
}

/** Arrow keys move the focus from part to part, once it is on one; the others leave the Tab order. */
export function moveBetweenParts(
  event: KeyboardEvent,
  elements: readonly HTMLElement[],
  scroller: HTMLElement,
): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || event.ctrlKey || event.metaKey || event.altKey) return;
  const stops = elements.filter((element) => element.hasAttribute('tabindex'));
  const at = stops.findIndex((element) => element === event.composedPath()[0]);
  const next = at < 0 ? undefined : stops[at + step];
  if (next === undefined) return;
  event.preventDefault();
  stops.forEach((element) => element.setAttribute('tabindex', element === next ? '0' : '-1'));
  next.focus({ preventScroll: true });
  showInScroller(next, scroller);
}
