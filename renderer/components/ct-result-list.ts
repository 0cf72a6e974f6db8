import { LitElement, html, type PropertyValues } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { HitPages } from '../controllers/hit-pages.ts';
import { sharedStyles } from '../styles/shared-styles.ts';
import { scrollBarStyles } from './reading-styles.ts';
import { resultItem, resultItemStyles } from './result-item.ts';
import { resultListStyles } from './result-list-styles.ts';
import { NeedHitsEvent, ResultEvent, ReturnToBoxEvent } from './shell-events.ts';
import { VirtualScroll } from './virtual-scroll.ts';

/** The list's measures, in pixels; the height of a hit that has not come is that of a usual one. */
const measures = { usual: 112, gap: 2, padding: 8 };

/** So many places before and after those that are drawn are fetched with them, so that a step finds its hit there. */
const ahead = 12;

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
  /** The hits that are held, by their place. */
  @property({ attribute: false }) hits = new HitPages();
  /** The selected place, or -1. */
  @property({ type: Number }) selected = -1;
  /** Identifies the question that is answered: another one's list is shown from its top. */
  @property({ attribute: false }) question: unknown = null;

  @query('.scroller') private scroller!: HTMLElement;

  /** A place gone to before its hit was there. */
  private awaited: number | null = null;
  /** The focus was in the list before this update, or was asked for: it stays while options come and go. */
  private held = false;
  private asked = false;

  private readonly virtual = new VirtualScroll(this, measures);

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
    if (this.selected >= 0) this.virtual.reveal(this.selected);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.held = this.asked || this.shadowRoot?.activeElement?.role === 'option';
    if (changed.has('question')) {
      this.awaited = null;
      this.virtual.begin(this.total);
    } else if (changed.has('total')) {
      this.virtual.resize(this.total);
    }
  }

  protected override render() {
    return html`<div
      class="scroller"
      role="listbox"
      aria-label="Results"
      tabindex="-1"
      @keydown=${this.onKey}
      @click=${this.onClick}
    >
      <div class="sizer" role="presentation" .style=${`height:${this.virtual.height}px`}>
        ${repeat(
          this.virtual.places(this.selected),
          (index) => index,
          (index) => this.option(index),
        )}
      </div>
    </div>`;
  }

  private option(index: number) {
    const hit = this.hits.get(index);
    const selected = index === this.selected;
    const kind = hit ? (hit.archived ? 'hit' : 'hit listed') : 'hit missing';
    return html`<div
      class=${kind}
      role="option"
      aria-selected=${String(selected)}
      aria-setsize=${this.total}
      aria-posinset=${index + 1}
      data-index=${index}
      data-id=${hit?.id ?? ''}
      tabindex=${selected || (this.selected < 0 && index === 0) ? 0 : -1}
      .style=${`transform:translateY(${this.virtual.startOf(index)}px)`}
    >
      ${hit ? resultItem(hit) : html`<span class="visually-hidden">One moment…</span>`}
    </div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    this.virtual.attach(this.scroller);
    if (changed.has('selected') || changed.has('question')) this.revealSelected();
    this.virtual.settle(this.renderRoot.querySelectorAll<HTMLElement>('.hit:not(.missing)'));
    if (this.held) this.holdFocus();
    this.askForHits();
    if (this.awaited !== null && this.hits.has(this.awaited)) this.moveTo(this.awaited);
  }

  /** Asks for what is missing where one looks; what is passed over on the way there is not asked for. */
  private askForHits(): void {
    if (this.virtual.jumping) return;
    const places = this.virtual.places(-1);
    const [first = 0, last = -1] = [places[0], places.at(-1)];
    const about = [first - ahead, last + ahead].map((at) => Math.max(0, Math.min(at, this.total - 1)));
    const wanted = [...about, ...places, ...(this.awaited === null ? [] : [this.awaited])];
    if (wanted.some((index) => !this.hits.has(index))) this.dispatchEvent(new NeedHitsEvent(wanted));
  }

  private moveTo(index: number): void {
    const place = Math.max(0, Math.min(index, this.total - 1));
    this.awaited = this.hits.has(place) ? null : place;
    if (this.awaited === null) this.dispatchEvent(new ResultEvent(place, 'select'));
    else this.virtual.reveal(place);
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
    const page = Math.max(1, this.virtual.page - 1);
    const here = this.awaited ?? this.selected;
    const places: Readonly<Record<string, number>> = {
      ArrowDown: here + 1,
      ArrowUp: here - 1,
      Home: 0,
      End: this.total - 1,
      PageDown: here + page,
      PageUp: here - page,
    };
    return places[key] ?? null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-result-list': CtResultList;
  }
}
