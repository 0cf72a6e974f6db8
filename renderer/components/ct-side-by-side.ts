import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { TextRange } from '../../archive/model/article.ts';
import { sharedStyles } from '../styles/shared-styles.ts';
import './ct-article.ts';
import type { CtArticle, PartFocusedEvent } from './ct-article.ts';
import './ct-original.ts';
import type { CtOriginal, OriginalPointedEvent } from './ct-original.ts';
import './ct-reading-error.ts';
import type { ArticleView } from './events.ts';
import { markAt } from './mark-outline.ts';
import { placeMarks, type OriginalMark } from './original-marks.ts';
import {
  anchorsOf,
  moveBetweenParts,
  partAtOriginalTop,
  partAtTop,
  placedParts,
  scrollToPart,
  type PlacedPart,
} from './part-places.ts';
import { pointerMoved } from './pointer-moved.ts';
import type { OriginalContent, ReadingContent } from './reading-content.ts';
import { scrollBarStyles } from './reading-styles.ts';
import { scrollMap, type Anchor } from './scroll-map.ts';
import { ScrollPair } from './scroll-pair.ts';
import { showInScroller } from './show-in-scroller.ts';
import { sideBySideStyles } from './side-by-side-styles.ts';

type ArticleContent = Extract<ReadingContent, { kind: 'article' }>;

/** The headline of the clean article has left the screen, or has come back. */
export class HeadlinePassedEvent extends Event {
  static readonly type = 'ct-headline-passed';
  readonly passed: boolean;
  constructor(passed: boolean) {
    super(HeadlinePassedEvent.type);
    this.passed = passed;
  }
}

/**
 * The clean article, its original, or both beside each other and scrolled together by the places of the blocks.
 * Pointing at a block, or moving the focus to it, shows its place in the original; pointing at a line of the
 * original shows its block. Another view begins where the one before was left.
 *
 * @fires ct-headline-passed - HeadlinePassedEvent
 * @slot notes, after - what is to be known before reading; what follows the article and the facts about it
 */
@customElement('ct-side-by-side')
export class CtSideBySide extends LitElement {
  @property({ attribute: false }) content: ArticleContent | null = null;
  /** The original of the same article, once it is wanted and there. */
  @property({ attribute: false }) original: OriginalContent | null = null;
  @property() view: ArticleView = 'clean';
  @property({ type: Number }) current = -1;

  @state() private pointed: { readonly part: string | null; readonly place: TextRange | null } | null = null;

  @query('.clean') private scroller!: HTMLElement | null;
  @query('ct-article') private article!: CtArticle | null;
  @query('ct-original') private originalElement!: CtOriginal | null;

  #parts: readonly PlacedPart[] = [];
  #marks: readonly OriginalMark[] = [];
  #pair: ScrollPair | null = null;
  #anchors: readonly Anchor[] | null = null;
  #keep: PlacedPart | null = null;
  #passed = false;
  readonly #sizes = new ResizeObserver(() => this.#onResize());

  static override styles = [sharedStyles, scrollBarStyles, sideBySideStyles];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('view') && this.hasUpdated) this.#keep = this.#topPart(changed.get('view') ?? 'clean');
    if (changed.has('content')) {
      const { content } = this;
      if (content?.id !== changed.get('content')?.id) this.#keep = null;
      this.#parts = content === null ? [] : placedParts(content.reading);
    }
    if (changed.has('content') || changed.has('original')) {
      const text = this.original?.result.ok === true ? this.original.result.value.text : null;
      this.#marks = this.content === null || text === null ? [] : placeMarks(this.content.outline, text);
    }
    if (changed.has('content') || changed.has('original') || changed.has('view')) this.pointed = null;
  }

  protected override render() {
    const { content, view } = this;
    if (content === null) return nothing;
    return html`<div class="panes view-${view}">
      <div
        class="clean"
        role="region"
        aria-label="Article"
        tabindex="0"
        ?hidden=${view === 'original'}
        @scroll=${this.#onScroll}
        @pointermove=${this.#onArticlePointed}
        @pointerleave=${this.#onLeft}
        @keydown=${this.#onKey}
      >
        <ct-article
          .reading=${content.reading}
          .outline=${content.outline}
          .current=${this.current}
          .pointed=${this.pointed?.part ?? null}
          .linked=${view === 'side'}
          @ct-part-focused=${this.#onPartFocused}
          ><slot name="notes" slot="notes"></slot><slot name="after" slot="after"></slot
        ></ct-article>
      </div>
      ${view === 'clean' ? nothing : this.#originalPane()}
    </div>`;
  }

  #originalPane() {
    const result = this.original?.result;
    if (!result) return html`<div class="waiting" aria-busy="true"></div>`;
    if (!result.ok) return html`<ct-reading-error .error=${result.error}></ct-reading-error>`;
    return html`<ct-original
      .content=${result.value}
      .scan=${this.original?.scan ?? null}
      .marks=${this.#marks}
      .current=${this.current}
      .pointed=${this.pointed?.place ?? null}
      @ct-original-pointed=${this.#onOriginalPointed}
    ></ct-original>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('view') || changed.has('original') || changed.has('content')) void this.#arrange();
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    const done = await super.getUpdateComplete();
    await this.article?.updateComplete;
    await this.originalElement?.updateComplete;
    return done;
  }

  /** Ties the two panes together while both are shown, and takes up the place that the former view was left at. */
  async #arrange(): Promise<void> {
    this.#untie();
    await this.updateComplete;
    if (!this.isConnected) return;
    this.#untie();
    const { scroller, article, originalElement } = this;
    const there = originalElement?.scroller ?? null;
    if (scroller === null || article === null) return;
    if (this.#keep !== null && (this.view !== 'original' || originalElement !== null)) {
      if (this.view !== 'original') scrollToPart(this.#keep.part, article.partElements(), scroller);
      else if (originalElement?.showAtTop(this.#keep.place.start) !== true) return;
      this.#keep = null;
    }
    if (this.view !== 'side' || there === null) return;
    this.#pair = new ScrollPair([scroller, there], () => this.#map());
    for (const element of [scroller, there, article, originalElement?.textElement]) {
      if (element) this.#sizes.observe(element);
    }
    this.#onResize();
  }

  #untie(): void {
    this.#pair?.disconnect();
    this.#pair = null;
    this.#sizes.disconnect();
  }

  #onResize(): void {
    this.#anchors = null;
    this.#pair?.align();
  }

  #map(): readonly Anchor[] {
    const { scroller, article, originalElement } = this;
    const there = originalElement?.scroller;
    if (!scroller || !article || !originalElement || !there) return [];
    this.#anchors ??= scrollMap(anchorsOf(this.#parts, article.partElements(), scroller, originalElement), [
      scroller.scrollHeight,
      there.scrollHeight,
    ]);
    return this.#anchors;
  }

  #topPart(view: ArticleView): PlacedPart | null {
    const { scroller, article, originalElement } = this;
    if (scroller === null || article === null) return null;
    if (view !== 'original') return partAtTop(this.#parts, article.partElements(), scroller);
    return originalElement === null ? this.#keep : partAtOriginalTop(this.#parts, originalElement);
  }

  #onScroll(): void {
    const { scroller, article } = this;
    if (scroller === null || article === null || scroller.clientHeight === 0) return;
    const headline = article.partElements().find((element) => element.dataset['part'] === 'headline');
    const top = scroller.getBoundingClientRect().top;
    const passed = headline !== undefined && headline.getBoundingClientRect().bottom < top;
    if (passed === this.#passed) return;
    this.#passed = passed;
    this.dispatchEvent(new HeadlinePassedEvent(passed));
  }

  #point(found: PlacedPart | undefined): void {
    if (found?.part !== this.pointed?.part) this.pointed = found ?? null;
  }

  #onLeft(event: PointerEvent): void {
    if (pointerMoved(event)) this.#point(undefined);
  }

  #onArticlePointed(event: PointerEvent): void {
    if (this.view !== 'side' || !pointerMoved(event)) return;
    const element = event
      .composedPath()
      .find((node): node is HTMLElement => node instanceof HTMLElement && node.dataset['part'] !== undefined);
    this.#point(this.#parts.find(({ part }) => part === element?.dataset['part']));
  }

  #onPartFocused(event: PartFocusedEvent): void {
    if (this.view === 'side') this.#point(this.#parts.find(({ part }) => part === event.part));
  }

  #onOriginalPointed({ range }: OriginalPointedEvent): void {
    if (this.view !== 'side') return;
    this.#point(
      this.#parts.find(({ place }) => range !== null && place.start < range.end && place.end > range.start),
    );
  }

  #onKey(event: KeyboardEvent): void {
    const { scroller, article } = this;
    if (this.view !== 'side' || scroller === null || article === null) return;
    moveBetweenParts(event, article.partElements(), scroller);
  }

  /** Goes back to the beginning, for a new article. */
  scrollToTop(): void {
    this.scroller?.scrollTo({ top: 0, behavior: 'instant' });
  }

  /** Moves the focus to the headline, or to the original when only that is shown. */
  focusHeading(): void {
    if (this.view === 'original') this.originalElement?.scroller?.focus();
    else this.article?.focusHeading();
  }

  /** Whether a mark can be seen in the present view: in the original, only those that could be placed. */
  hasMark(index: number): boolean {
    return this.view !== 'original' || this.#marks.some((mark) => mark.index === index);
  }

  /** The first mark from the top of the screen on (`step` 1) or the last one before its end (-1); -1 when there is none. */
  markFromHere(step: 1 | -1): number {
    const total = this.content?.outline.total ?? 0;
    const { scroller } = this;
    if (total === 0) return -1;
    if (scroller === null || this.view === 'original') return step === 1 ? 0 : total - 1;
    const frame = scroller.getBoundingClientRect();
    const marks = (this.article?.markElements() ?? []).map((mark) => mark.getBoundingClientRect());
    const first = marks.findIndex((mark) => mark.bottom > frame.top);
    if (step === 1) return Math.max(0, first);
    const last = marks.reduce((found, mark, at) => (mark.top < frame.bottom ? at : found), -1);
    return last < 0 ? total - 1 : last;
  }

  /** Brings a mark into sight. */
  async showMark(index: number): Promise<void> {
    await this.updateComplete;
    if (this.content === null || markAt(this.content.outline, index) === null) return;
    if (this.view === 'original') {
      const mark = this.#marks.find((placed) => placed.index === index);
      if (mark !== undefined) await this.originalElement?.show(mark.start);
      return;
    }
    const element = this.article?.markElements()[index];
    if (element !== undefined && this.scroller !== null) showInScroller(element, this.scroller);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) void this.#arrange();
  }

  override disconnectedCallback(): void {
    this.#untie();
    super.disconnectedCallback();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-side-by-side': CtSideBySide;
  }
  interface HTMLElementEventMap {
    'ct-headline-passed': HeadlinePassedEvent;
  }
}
