import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { formatCount } from '../format/numbers.ts';
import { sharedStyles } from '../styles/shared-styles.ts';
import { markAt, type MarkOutline } from './mark-outline.ts';

/** A person asked for the next or the previous mark. */
export class MarkStepEvent extends Event {
  static readonly type = 'ct-mark-step';
  readonly step: 1 | -1;
  constructor(step: 1 | -1) {
    super(MarkStepEvent.type);
    this.step = step;
  }
}

/** About this many characters on either side of a mark are read out with it. */
const around = 60;

/** The words around a mark, cut at blanks. */
export function passage(text: string, start: number, end: number): string {
  const from = start <= around ? 0 : text.indexOf(' ', start - around) + 1;
  const to = text.length - end <= around ? text.length : text.lastIndexOf(' ', end + around);
  const first = from > start ? start : from;
  const last = to < end ? end : to;
  const words = text.slice(first, last).trim();
  return `${first > 0 ? '…' : ''}${words}${last < text.length ? '…' : ''}`;
}

/**
 * Which of the article's marks the reader stands on, and the way to the others. The position is announced with its
 * words.
 *
 * @fires ct-mark-step - MarkStepEvent
 */
@customElement('ct-mark-navigator')
export class CtMarkNavigator extends LitElement {
  @property({ attribute: false }) outline: MarkOutline | null = null;
  @property({ type: Number }) current = -1;
  /** Whether the article was found by a query, so that the absence of marks is worth a word. */
  @property({ type: Boolean }) searched = false;

  static override styles = [
    sharedStyles,
    css`
      :host {
        display: flex;
        gap: var(--s1);
        align-items: center;
        color: var(--ink-2);
        font: 12px/1.45 var(--sans);
      }

      .count {
        min-width: 7.2em;
        font-variant-numeric: tabular-nums;
        text-align: end;
        white-space: nowrap;
      }

      button {
        min-width: 28px;
        min-height: 26px;
        padding: 0 6px;
        border-radius: 5px;
        white-space: nowrap;
      }

      button:hover {
        background: var(--paper-2);
        color: var(--ink);
      }

      kbd {
        color: var(--ink-3);
        font: 500 11px var(--sans);
      }
    `,
  ];

  protected override render() {
    const total = this.outline?.total ?? 0;
    if (total === 0)
      return this.searched ? html`<span class="count">no marks in this article</span>` : nothing;
    return html`<span class="count">${this.#count(total)}</span>
      <button type="button" title="Previous mark (Shift+F3)" @click=${() => this.#step(-1)}>Previous</button>
      <button type="button" title="Next mark (F3)" @click=${() => this.#step(1)}><kbd>F3</kbd> next</button>
      <span class="visually-hidden" role="status">${this.#announcement(total)}</span>`;
  }

  #count(total: number): string {
    const marks = formatCount(total, 'mark');
    return this.current < 0 ? marks : `${formatCount(this.current + 1)} of ${marks}`;
  }

  #announcement(total: number): string {
    const found = this.outline === null ? null : markAt(this.outline, this.current);
    if (found === null) return '';
    const { part, mark } = found;
    const words = part.text.slice(mark[0], mark[1]);
    return `Mark ${formatCount(this.current + 1)} of ${formatCount(total)}, ${words}: ${passage(part.text, ...mark)}`;
  }

  #step(step: 1 | -1): void {
    this.dispatchEvent(new MarkStepEvent(step));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-mark-navigator': CtMarkNavigator;
  }
  interface HTMLElementEventMap {
    'ct-mark-step': MarkStepEvent;
  }
}
