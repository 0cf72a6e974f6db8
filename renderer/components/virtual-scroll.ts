import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { HeightMap } from './height-map.ts';
import { elementHeight, isTrue, toOffset, toScroll, type ScrollRange } from './scroll-scale.ts';

/** The measures of a list, in pixels. */
export interface ListMeasures {
  /** About the height of an item, until it is measured. */
  readonly usual: number;
  readonly gap: number;
  /** Free space before the first item and after the last. */
  readonly padding: number;
}

/** Items drawn beyond what is seen, on both sides. */
const overscan = 5;
/** After how many milliseconds without movement scrolling rests. */
const rest = 110;
/** How long after a turn of the wheel or a touch the list may still glide, in milliseconds. */
const glide = 700;
/** A movement of more pixels at once is a jump of the scroll bar, not a step. */
const jump = 2000;

/**
 * Draws a list of any length only where one looks, with measured heights. The list scrolls inside an element that is
 * no taller than a browser can bear: steps move by the pixel, jumps of the scroll bar in proportion, and whenever
 * scrolling rests the scroll bar is set right, which moves nothing on the screen.
 */
export class VirtualScroll implements ReactiveController {
  private heights: HeightMap;
  private scroller: HTMLElement | null = null;
  /** The offset in the list that is at the top of the view. */
  private top = 0;
  /** What `scrollTop` was when `top` was last known to belong to it. */
  private scroll = 0;
  private view = 800;
  private width = 0;
  /** The element's `scrollTop` does not belong to `top` and is to be set after drawing. */
  private moved = false;
  private revealed: number | null = null;
  private lastHand = -Infinity;
  private lastJump = -Infinity;
  private timer = 0;
  private watching = 0;
  private readonly frame = new ResizeObserver(() => this.look());
  private readonly items = new ResizeObserver((entries) => this.onItems(entries));

  private readonly host: ReactiveControllerHost;
  private readonly measures: ListMeasures;

  constructor(host: ReactiveControllerHost, measures: ListMeasures) {
    this.host = host;
    this.measures = measures;
    this.heights = new HeightMap(0, measures.usual + measures.gap);
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.timer);
    cancelAnimationFrame(this.watching);
    this.frame.disconnect();
    this.items.disconnect();
    this.scroller = null;
  }

  /** A person may have scrolled without its event having come: that is not to be overwritten. */
  hostUpdate(): void {
    this.onScroll();
  }

  /** Scrolls by this element, once it is drawn. */
  attach(scroller: HTMLElement): void {
    if (this.scroller === scroller) return;
    this.scroller = scroller;
    const hand = { handleEvent: () => (this.lastHand = performance.now()), passive: true };
    scroller.addEventListener('scroll', () => this.onScroll(), { passive: true });
    scroller.addEventListener('wheel', hand, { passive: true });
    scroller.addEventListener('touchmove', hand, { passive: true });
    this.frame.observe(scroller);
    this.look();
  }

  /** Another list, from its top. */
  begin(count: number): void {
    this.heights = new HeightMap(count, this.heights.usual);
    this.top = 0;
    this.scroll = this.scroller?.scrollTop ?? 0;
    this.moved = true;
    this.revealed = null;
  }

  /** The same list, longer or shorter: what is at the top of the view stays there. */
  resize(count: number): void {
    if (count === this.heights.count) return;
    this.replaceHeights(count);
    this.moved = true;
    this.revealed = null;
  }

  /** The height of the element that stands for the list. */
  get height(): number {
    return elementHeight(this.listHeight);
  }

  /** Items that fit the view, at least one. */
  get page(): number {
    return Math.max(1, Math.floor(this.view / this.heights.usual));
  }

  /** Scrolling has just jumped: what is passed over is not looked at. */
  get jumping(): boolean {
    return this.lastJump > -Infinity;
  }

  /** The places to draw: those in view and about, and `always` wherever it is. */
  places(always: number): readonly number[] {
    const { count } = this.heights;
    if (count === 0) return [];
    const { padding } = this.measures;
    const first = Math.max(0, this.heights.indexAt(this.top - padding) - overscan);
    const last = Math.min(count - 1, this.heights.indexAt(this.top + this.view - padding) + overscan);
    const places = Array.from({ length: last - first + 1 }, (_, at) => first + at);
    if (always >= 0 && always < first) places.unshift(always);
    if (always > last && always < count) places.push(always);
    return places;
  }

  /** Where an item stands in the element. One far from the view is put just outside of it, wherever it would be. */
  startOf(index: number): number {
    const start = Math.round(this.startInList(index) - this.top + this.scroll);
    const far = this.view + 3000;
    const near = Math.max(this.scroll - far, Math.min(this.scroll + far, start));
    return Math.min(near, this.height - this.heights.heightOf(index));
  }

  /** Scrolls as far as an item needs to be seen, and keeps it in view while heights become known. */
  reveal(index: number): void {
    this.revealed = index;
    const { padding } = this.measures;
    const start = this.startInList(index) - padding;
    const end = this.startInList(index) + this.heights.heightOf(index) - this.measures.gap + padding;
    const top = start < this.top ? start : end > this.top + this.view ? end - this.view : this.top;
    if (Math.abs(top - this.top) < 0.5) return;
    this.lastJump = -Infinity;
    this.top = this.clamp(top);
    this.moved = true;
    this.host.requestUpdate();
  }

  /** After drawing: sets the scroll bar right and measures what was drawn, `data-index` saying which item each is. */
  settle(drawn: Iterable<HTMLElement>): void {
    this.place();
    const anchor = this.heights.indexAt(this.top - this.measures.padding);
    const below = this.top - this.startInList(anchor);
    let changed = false;
    let there = false;
    for (const element of drawn) {
      const index = Number(element.dataset['index']);
      there ||= index === this.revealed;
      const height = element.offsetHeight;
      if (height > 0) changed = this.heights.set(index, height + this.measures.gap) || changed;
    }
    if (changed) this.hold(anchor, below);
    else if (there) this.revealed = null;
    this.watch([...drawn]);
  }

  /** Watches the heights of what is drawn; from the next frame on, since this may be within a notification. */
  private watch(drawn: readonly HTMLElement[]): void {
    cancelAnimationFrame(this.watching);
    this.watching = requestAnimationFrame(() => {
      if (this.scroller) for (const element of drawn) if (element.isConnected) this.items.observe(element);
    });
  }

  /** Heights have become known: what is at the top of the view stays there. */
  private hold(anchor: number, below: number): void {
    this.top = this.clamp(this.startInList(anchor) + below);
    // Where the bar is scaled it can wait until scrolling rests, and does not disturb it.
    this.moved ||= isTrue(this.top, this.range);
    if (this.revealed !== null) this.reveal(this.revealed);
    this.host.requestUpdate();
  }

  private startInList(index: number): number {
    return this.measures.padding + this.heights.offsetOf(index);
  }

  private get listHeight(): number {
    const { count, total } = this.heights;
    return count === 0 ? 0 : total - this.measures.gap + 2 * this.measures.padding;
  }

  private get range(): ScrollRange {
    const list = Math.max(0, this.listHeight - this.view);
    return { list, element: Math.max(0, this.height - this.view) };
  }

  private clamp(top: number): number {
    return Math.max(0, Math.min(top, this.range.list));
  }

  /** Brings `scrollTop` to where `top` belongs. */
  private place(): void {
    if (!this.moved || !this.scroller) return;
    this.moved = false;
    const wanted = toScroll(this.top, this.range);
    if (Math.abs(wanted - this.scroller.scrollTop) >= 1) this.scroller.scrollTop = wanted;
    const { scrollTop } = this.scroller;
    if (scrollTop === this.scroll) return;
    this.scroll = scrollTop;
    // What was drawn was drawn for the former place.
    this.host.requestUpdate();
  }

  private onScroll(): void {
    if (!this.scroller || this.scroller.scrollTop === this.scroll) return;
    const { scrollTop } = this.scroller;
    const step = scrollTop - this.scroll;
    const byHand = performance.now() - this.lastHand < glide;
    const { range } = this;
    if (Math.abs(step) > 2 * this.view) this.lastJump = performance.now();
    const jumped = Math.abs(step) > jump && !byHand;
    this.top = this.clamp(jumped ? toOffset(scrollTop, range) : this.top + step);
    // At an end of the bar is the end of the list, whatever was lost on the way.
    if (scrollTop <= 0) this.top = 0;
    else if (scrollTop >= range.element - 0.5) this.top = range.list;
    this.scroll = scrollTop;
    this.revealed = null;
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.onRest(), rest);
    this.host.requestUpdate();
  }

  private onRest(): void {
    this.lastJump = -Infinity;
    const off = Math.abs(toScroll(this.top, this.range) - this.scroll);
    // A sub-pixel is not worth a movement; where the bar is scaled, neither is one that nobody could see.
    this.moved = off >= (isTrue(this.top, this.range) ? 1 : this.view / 4);
    this.host.requestUpdate();
  }

  private look(): void {
    if (!this.scroller) return;
    const { clientHeight, clientWidth } = this.scroller;
    if (clientHeight === 0 || (clientHeight === this.view && clientWidth === this.width)) return;
    if (clientWidth !== this.width) this.forget();
    // Items that come and go within this notification could not be told of in time; they are watched anew afterwards.
    this.items.disconnect();
    this.view = clientHeight;
    this.width = clientWidth;
    this.top = this.clamp(this.top);
    this.moved = true;
    this.host.requestUpdate();
  }

  /** In another width all heights are others. The item at the top stays there, cut at the same part of it. */
  private forget(): void {
    this.replaceHeights(this.heights.count);
  }

  private replaceHeights(count: number): void {
    const { usual } = this.heights;
    const anchor = Math.max(0, this.heights.indexAt(this.top - this.measures.padding));
    const part = (this.top - this.startInList(anchor)) / this.heights.heightOf(anchor);
    this.heights = new HeightMap(count, usual);
    this.top = this.clamp(this.startInList(anchor) + part * usual);
  }

  /** Something within an item has changed its height: a font that came, a zoom. */
  private onItems(entries: readonly ResizeObserverEntry[]): void {
    const grown = entries.some(({ target, borderBoxSize: [box] }) => {
      if (!(target instanceof HTMLElement) || !target.isConnected) return false;
      const known = this.heights.heightOf(Number(target.dataset['index'])) - this.measures.gap;
      return Math.abs((box?.blockSize ?? known) - known) >= 1;
    });
    // In the next frame: what is drawn within this notification could not be observed in time.
    if (grown) requestAnimationFrame(() => this.host.requestUpdate());
  }
}
