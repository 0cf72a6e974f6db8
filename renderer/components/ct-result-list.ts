import { VirtualizerController } from '@tanstack/lit-virtual';
import { LitElement, html, type PropertyValues } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { ref } from 'lit/directives/ref.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Hit } from '../../archive/model/search.ts';
import { sharedStyles } from '../styles/shared-styles.ts';
import { scrollBarStyles } from './reading-styles.ts';
import { resultItem, resultItemStyles } from './result-item.ts';
import { resultListStyles } from './result-list-styles.ts';
import { NeedHitsEvent, ResultEvent, ReturnToBoxEvent } from './shell-events.ts';
import { withIndex } from './virtual-range.ts';

/** About the height of a hit, until it is measured. In pixels. */
const usualHeight = 112;

/**
 * The results: a listbox whose options hold the real focus, drawn only where it is looked at. Its owner holds the
 * hits and the selection.
 *
 * @fires ct-result - ResultEvent when the selection moves, a hit is clicked or opened
 * @fires ct-return-to-box - ReturnToBoxEvent when keys belong to the search box again
 * @fires ct-need-hits - NeedHitsEvent when places are shown whose hits may be missing
 */
@customElement('ct-result-list')
export class CtResultList extends LitElement {
  @property({ type: Number }) total = 0;
  /** The hits fetched so far, by their place. */
  @property({ attribute: false }) hits: ReadonlyMap<number, Hit> = new Map();
  /** The selected place, or -1. */
  @property({ type: Number }) selected = -1;
  /** Identifies the answer that is shown: another one is shown from its top. */
  @property({ attribute: false }) answer: unknown = null;

  @query('.scroller') private scroller!: HTMLElement;

  /** A place gone to before its hit was there. */
  private awaited: number | null = null;
  /** The focus was in the list before this update, or was asked for: it stays while options come and go. */
  private held = false;
  private asked = false;

  private readonly virtual = new VirtualizerController<HTMLElement, HTMLElement>(this, {
    count: 0,
    getScrollElement: () => this.scroller,
    estimateSize: () => usualHeight,
    getItemKey: (index) => this.hits.get(index)?.id ?? index,
    rangeExtractor: (range) => withIndex(range, this.selected),
    overscan: 4,
    gap: 2,
    paddingStart: 8,
    paddingEnd: 8,
    scrollPaddingStart: 8,
    scrollPaddingEnd: 8,
  });

  static override styles = [sharedStyles, scrollBarStyles, resultItemStyles, resultListStyles];

  /** Moves the focus to the selected hit, else to the first. False when there is none. */
  focusSelected(): boolean {
    if (this.total === 0) return false;
    this.asked = true;
    if (this.selected < 0) this.moveTo(0);
    else this.holdFocus();
    return true;
  }

  /** Scrolls just as far as the selected hit needs. */
  revealSelected(): void {
    if (this.selected >= 0) this.virtual.getVirtualizer().scrollToIndex(this.selected, { align: 'auto' });
  }

  protected override willUpdate(): void {
    this.held = this.asked || this.shadowRoot?.activeElement?.role === 'option';
    const virtualizer = this.virtual.getVirtualizer();
    // A new function each time: the keys of the items may have changed with the hits.
    const getItemKey = (index: number): string | number => this.hits.get(index)?.id ?? index;
    virtualizer.setOptions({ ...virtualizer.options, count: this.total, getItemKey });
  }

  protected override render() {
    const virtualizer = this.virtual.getVirtualizer();
    const items = virtualizer.getVirtualItems();
    return html`<div
      class="scroller"
      role="listbox"
      aria-label="Results"
      tabindex="-1"
      @keydown=${this.onKey}
      @click=${this.onClick}
    >
      <div class="sizer" role="presentation" .style=${`height:${virtualizer.getTotalSize()}px`}>
        ${repeat(
          items,
          (item) => item.key,
          (item) => this.option(item.index, item.start),
        )}
      </div>
    </div>`;
  }

  private option(index: number, start: number) {
    const hit = this.hits.get(index);
    const selected = index === this.selected;
    return html`<div
      class=${hit && !hit.archived ? 'hit listed' : 'hit'}
      role="option"
      aria-selected=${String(selected)}
      aria-setsize=${this.total}
      aria-posinset=${index + 1}
      data-index=${index}
      data-id=${hit?.id ?? ''}
      tabindex=${selected || (this.selected < 0 && index === 0) ? 0 : -1}
      .style=${`transform:translateY(${start}px)`}
      ${ref(this.measure)}
    >
      ${hit ? resultItem(hit) : html`<div class="meta">One moment…</div>`}
    </div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('answer')) this.virtual.getVirtualizer().scrollToOffset(0);
    if (changed.has('selected') || changed.has('answer')) {
      this.revealSelected();
      // By then the hits above are measured: with guessed heights it may have looked as if it were in view.
      requestAnimationFrame(() => {
        this.revealSelected();
        requestAnimationFrame(() => this.revealSelected());
      });
    }
    if (this.held) this.holdFocus();
    this.askForHits();
    if (this.awaited !== null && this.hits.has(this.awaited)) this.moveTo(this.awaited);
  }

  private readonly measure = (element: Element | undefined): void => {
    if (element instanceof HTMLElement) this.virtual.getVirtualizer().measureElement(element);
  };

  private askForHits(): void {
    const items = this.virtual.getVirtualizer().getVirtualItems();
    const missing = items.map((item) => item.index).filter((index) => !this.hits.has(index));
    if (this.awaited !== null) missing.push(this.awaited);
    if (missing.length > 0) this.dispatchEvent(new NeedHitsEvent(missing));
  }

  private moveTo(index: number): void {
    const place = Math.max(0, Math.min(index, this.total - 1));
    this.awaited = this.hits.has(place) ? null : place;
    if (this.awaited === null) this.dispatchEvent(new ResultEvent(place, 'select'));
    else this.askForHits();
  }

  private holdFocus(): void {
    const option = this.renderRoot.querySelector<HTMLElement>(`[data-index="${this.selected}"]`);
    if (!option) return;
    this.asked = false;
    if (option === this.shadowRoot?.activeElement) return;
    option.focus({ preventScroll: true });
    this.revealSelected();
  }

  private onClick(event: MouseEvent): void {
    const option = event.target instanceof Element ? event.target.closest('[role=option]') : null;
    const index = option?.getAttribute('data-index') ?? null;
    if (index !== null) this.dispatchEvent(new ResultEvent(Number(index), 'click'));
  }

  private onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.key === '/') return;
    const typed = event.key.length === 1 || event.key === 'Backspace';
    const toBox = event.key === 'Escape' || (event.key === 'ArrowUp' && this.selected <= 0);
    if (typed || toBox) {
      // What was typed goes on into the box, which has the focus by the time the character arrives.
      if (toBox) event.preventDefault();
      this.dispatchEvent(new ReturnToBoxEvent());
      return;
    }
    const place = this.placeFor(event.key);
    if (place !== null) this.moveTo(place);
    else if (event.key === 'Enter') this.dispatchEvent(new ResultEvent(this.selected, 'open'));
    else return;
    event.preventDefault();
  }

  private placeFor(key: string): number | null {
    const page = Math.max(1, Math.floor(this.scroller.clientHeight / usualHeight) - 1);
    const places: Readonly<Record<string, number>> = {
      ArrowDown: this.selected + 1,
      ArrowUp: this.selected - 1,
      Home: 0,
      End: this.total - 1,
      PageDown: this.selected + page,
      PageUp: this.selected - page,
    };
    return places[key] ?? null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-result-list': CtResultList;
  }
}
