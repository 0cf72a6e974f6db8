import { partnerScroll, type Anchor } from './scroll-map.ts';

/**
 * Keeps two scrolling elements together. A scroll position that the pair itself has set is recognised by its value
 * and not followed again, so that neither can set the other going.
 */
export class ScrollPair {
  readonly #elements: readonly [HTMLElement, HTMLElement];
  readonly #map: () => readonly Anchor[];
  readonly #set: [number | null, number | null] = [null, null];
  #leader: 0 | 1 = 0;

  /** `map` gives the anchors as they are now; it is asked at each scroll, and may keep its answer. */
  constructor(elements: readonly [HTMLElement, HTMLElement], map: () => readonly Anchor[]) {
    this.#elements = elements;
    this.#map = map;
    elements[0].addEventListener('scroll', this.#onFirst, { passive: true });
    elements[1].addEventListener('scroll', this.#onSecond, { passive: true });
  }

  readonly #onFirst = (): void => this.#onScroll(0);
  readonly #onSecond = (): void => this.#onScroll(1);

  #onScroll(from: 0 | 1): void {
    const set = this.#set[from];
    // Positions come back rounded to device pixels.
    if (set !== null && Math.abs(this.#elements[from].scrollTop - set) < 1.5) return;
    this.#set[from] = null;
    this.#leader = from;
    this.align();
  }

  /** Puts the pane that was not scrolled last where it belongs. */
  align(leader: 0 | 1 = this.#leader): void {
    this.#leader = leader;
    const follower = leader === 0 ? 1 : 0;
    const here = this.#elements[leader];
    const there = this.#elements[follower];
    if (here.clientHeight === 0 || there.clientHeight === 0) return;
    there.scrollTo({ top: partnerScroll(this.#map(), leader, here, there), behavior: 'instant' });
    this.#set[follower] = there.scrollTop;
  }

  /** Stops keeping them together. */
  disconnect(): void {
    this.#elements[0].removeEventListener('scroll', this.#onFirst);
    this.#elements[1].removeEventListener('scroll', this.#onSecond);
  }
}
