import { LitElement, html, nothing, svg } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { DateHistogram, DateRange } from '../../archive/model/search.ts';
import { formatDateRange } from '../format/date-ranges.ts';
import { impreciseWords } from '../format/imprecise-dates.ts';
import { formatCount } from '../format/numbers.ts';
import { sharedStyles } from '../styles/shared-styles.ts';
import { DatesEvent } from './shell-events.ts';
import { barsWithin, fitBars, type TimelineBar } from './timeline-bars.ts';
import { timelineLabels } from './timeline-labels.ts';
import { timelineStyles } from './timeline-styles.ts';

/** Measures of the drawing, in pixels: the height for bars, and the least width of a bar with its gap. */
const barHeight = 40;
const leastSlot = 4;
const widestSlot = 22;

/**
 * How articles are spread over time, and the stretch that was chosen; how many have no bar, because their date is not
 * known well enough, is said below. Click a bar, drag over several, or use the
 * arrow keys (with Shift for a stretch), Enter, and Escape for all dates.
 *
 * @fires ct-dates - DatesEvent when a person chose a stretch, or all dates
 */
@customElement('ct-timeline')
export class CtTimeline extends LitElement {
  @property({ attribute: false }) dates: DateHistogram | null = null;
  @property({ attribute: false }) range: DateRange | null = null;

  @state() private width = 0;
  /** Where the keyboard or the pointer stands, and where its stretch began; both are places of bars. */
  @state() private cursor: number | null = null;
  @state() private anchor: number | null = null;
  @state() private dragging = false;

  private bars: readonly TimelineBar[] = [];
  private readonly resize = new ResizeObserver(([entry]) => (this.width = entry?.contentRect.width ?? 0));

  static override styles = [sharedStyles, timelineStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    this.resize.observe(this);
  }

  override disconnectedCallback(): void {
    this.resize.disconnect();
    super.disconnectedCallback();
  }

  private get slotWidth(): number {
    return Math.min(widestSlot, this.width / Math.max(1, this.bars.length));
  }

  protected override willUpdate(): void {
    this.bars = this.dates && this.width > 0 ? fitBars(this.dates, Math.floor(this.width / leastSlot)) : [];
    if (this.cursor !== null && this.cursor >= this.bars.length) this.stand(null);
  }

  protected override render() {
    const without = this.dates ? impreciseWords(this.dates) : '';
    return html`${this.bars.length === 0 ? nothing : this.control()}
      <p class="without">${without}</p>`;
  }

  private control() {
    const spoken = this.spoken();
    return html`<div
        class="control"
        role="slider"
        tabindex="0"
        aria-label="Dates"
        aria-describedby="how"
        aria-valuemin="1"
        aria-valuemax=${this.bars.length}
        aria-valuenow=${(this.cursor ?? this.chosen()?.[0] ?? 0) + 1}
        aria-valuetext=${spoken}
        @keydown=${this.onKey}
        @blur=${() => this.stand(null)}
        @pointerdown=${this.onPointerDown}
        @pointermove=${this.onPointerMove}
        @pointerup=${this.onPointerUp}
        @pointercancel=${() => this.stand(null)}
        @pointerleave=${() => this.dragging || this.stand(null)}
      >
        ${this.drawing()}
        ${this.cursor === null ? nothing : html`<div class="tip" aria-hidden="true">${spoken}</div>`}
      </div>
      <span id="how" class="visually-hidden">
        Arrow keys move, Shift and arrow keys take several, Enter chooses, Escape shows all dates.
      </span>`;
  }

  private drawing() {
    const slot = this.slotWidth;
    const most = Math.max(1, ...this.bars.map((bar) => bar.count));
    const [first, last] = this.stretch() ?? this.chosen() ?? [0, -1];
    const gap = slot >= 8 ? 3 : 1;
    return html`<svg width=${this.width} height="56" aria-hidden="true">
      ${
        last < first
          ? nothing
          : svg`<rect class="brush" x=${first * slot} y="0" width=${(last - first + 1) * slot} height=${barHeight + 0.5} />`
      }
      ${this.bars.map((bar, index) => {
        // Any article at all is seen: a bar of one is never thinner than two pixels.
        const height = bar.count === 0 ? 0 : Math.max(2, Math.round((bar.count / most) * (barHeight - 3)));
        const inside = index >= first && index <= last;
        const kind = inside ? 'bar in' : index === this.cursor ? 'bar at' : 'bar';
        return svg`<rect class=${kind} x=${index * slot + gap / 2} y=${barHeight - height}
          width=${Math.max(1, slot - gap)} height=${height} rx=${slot >= 8 ? 1.5 : 0} />`;
      })}
      <line x1="0" x2=${this.width} y1=${barHeight + 0.5} y2=${barHeight + 0.5} />
      ${timelineLabels(this.bars, 52 / slot).map(
        ({ index, words }) =>
          svg`<text x=${Math.min(index * slot + 1, this.width - 7 * words.length)} y="53">${words}</text>`,
      )}
    </svg>`;
  }

  /** The bars of the range that holds. */
  private chosen(): readonly [number, number] | null {
    return barsWithin(this.bars, this.range);
  }

  /** The bars of the stretch being drawn, ascending. */
  private stretch(): readonly [number, number] | null {
    if (this.cursor === null || this.anchor === null) return null;
    return [Math.min(this.cursor, this.anchor), Math.max(this.cursor, this.anchor)];
  }

  private spoken(): string {
    const chosen = this.chosen();
    const [first, last] =
      this.stretch() ?? (this.cursor !== null ? [this.cursor, this.cursor] : (chosen ?? [0, -1]));
    const range = this.rangeOf(first, last);
    if (!range) return 'all dates';
    const count = this.bars.slice(first, last + 1).reduce((sum, bar) => sum + bar.count, 0);
    const state = chosen && first === chosen[0] && last === chosen[1] ? ', chosen' : '';
    return `${formatDateRange(range)}: ${formatCount(count, 'article')}${state}`;
  }

  private rangeOf(first: number, last: number): DateRange | null {
    const [from, to] = [this.bars[first], this.bars[last]];
    return from && to ? { from: from.from, to: to.to } : null;
  }

  private stand(cursor: number | null, anchor: number | null = null): void {
    this.cursor = cursor;
    this.anchor = anchor;
    if (cursor === null) this.dragging = false;
  }

  /** Chooses bars; the same ones again mean all dates. */
  private choose(first: number, last: number): void {
    const chosen = this.chosen();
    const again = chosen !== null && chosen[0] === first && chosen[1] === last;
    this.dispatchEvent(new DatesEvent(again ? null : this.rangeOf(first, last)));
  }

  private onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const here = this.cursor ?? this.chosen()?.[0] ?? null;
    const last = this.bars.length - 1;
    const places: Readonly<Record<string, number>> = {
      ArrowRight: here === null ? 0 : Math.min(last, here + 1),
      ArrowUp: here === null ? 0 : Math.min(last, here + 1),
      ArrowLeft: here === null ? last : Math.max(0, here - 1),
      ArrowDown: here === null ? last : Math.max(0, here - 1),
      Home: 0,
      End: last,
    };
    const next = places[event.key];
    if (next !== undefined) this.stand(next, event.shiftKey ? (this.anchor ?? here ?? next) : null);
    else if ((event.key === 'Enter' || event.key === ' ') && here !== null) {
      this.choose(...(this.stretch() ?? [here, here]));
    } else if (event.key === 'Escape' && (this.range !== null || this.cursor !== null)) {
      this.stand(null);
      if (this.range !== null) this.dispatchEvent(new DatesEvent(null));
    } else return;
    event.preventDefault();
  }

  private at(event: PointerEvent): number {
    const x = event.clientX - this.getBoundingClientRect().left;
    return Math.max(0, Math.min(this.bars.length - 1, Math.floor(x / this.slotWidth)));
  }

  private onPointerDown(event: PointerEvent): void {
    if (event.button !== 0 || !(event.currentTarget instanceof HTMLElement)) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    this.dragging = true;
    this.stand(this.at(event), this.at(event));
  }

  private onPointerMove(event: PointerEvent): void {
    this.stand(this.at(event), this.dragging ? this.anchor : null);
  }

  private onPointerUp(): void {
    const stretch = this.stretch();
    if (this.dragging && stretch) this.choose(...stretch);
    this.stand(null);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-timeline': CtTimeline;
  }
}
