import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { sharedStyles } from '../styles/shared-styles.ts';

/** One choice of a segmented control. */
export interface Segment {
  readonly value: string;
  readonly label: string;
  /** A key that does the same, shown as a tooltip. */
  readonly hint?: string;
}

/** A person chose another segment; the control itself keeps showing `value` until its owner changes it. */
export class SegmentChosenEvent extends Event {
  static readonly type = 'ct-segment-chosen';
  readonly value: string;
  constructor(value: string) {
    super(SegmentChosenEvent.type);
    this.value = value;
  }
}

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/**
 * A few choices of which exactly one holds: a radio group in one stop of the Tab key, moved through by arrow keys,
 * Home and End.
 *
 * @fires ct-segment-chosen - SegmentChosenEvent
 */
@customElement('ct-segmented')
export class CtSegmented extends LitElement {
  @property({ attribute: false }) segments: readonly Segment[] = [];
  @property() value = '';
  /** In several lines where one is too short for it. */
  @property({ type: Boolean, reflect: true }) wrap = false;
  /** The name of the group, for those who do not see it. */
  @property() label = '';

  static override styles = [
    sharedStyles,
    css`
      :host {
        display: inline-block;
        font: 13.5px/1.45 var(--sans);
      }

      .group {
        display: flex;
        border: 1px solid var(--rule);
        border-radius: 8px;
        overflow: hidden;
        background: var(--paper);
      }

      :host([wrap]) .group {
        flex-wrap: wrap;
      }

      button {
        min-height: 28px;
        padding: 3px 10px;
        color: var(--ink-2);
        white-space: nowrap;
      }

      button:hover {
        color: var(--ink);
      }

      button:focus-visible {
        outline-offset: -2px;
        border-radius: 7px;
      }

      [aria-checked='true'] {
        background: var(--paper-2);
        color: var(--ink);
        font-weight: 560;
      }

      /* The bold weight must not move its neighbours: each label keeps the room of its bold self. */
      button::after {
        content: attr(data-label);
        display: block;
        height: 0;
        overflow: hidden;
        visibility: hidden;
        font-weight: 560;
      }

      @media (forced-colors: active) {
        [aria-checked='true'] {
          background: Highlight;
          color: HighlightText;
          forced-color-adjust: none;
        }
      }
    `,
  ];

  protected override render() {
    const active = this.segments.some((segment) => segment.value === this.value)
      ? this.value
      : this.segments[0]?.value;
    return html`<div class="group" role="radiogroup" aria-label=${this.label} @keydown=${this.#onKey}>
      ${this.segments.map(
        (segment) =>
          html`<button
            type="button"
            role="radio"
            aria-checked=${String(segment.value === this.value)}
            tabindex=${segment.value === active ? 0 : -1}
            title=${segment.hint ?? ''}
            data-label=${segment.label}
            data-value=${segment.value}
            @click=${() => this.#choose(segment.value)}
          >
            ${segment.label}
          </button>`,
      )}
    </div>`;
  }

  #choose(value: string): void {
    if (value !== this.value) this.dispatchEvent(new SegmentChosenEvent(value));
  }

  #onKey(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const buttons = [...this.renderRoot.querySelectorAll<HTMLButtonElement>('[role=radio]')];
    const here = buttons.findIndex((button) => button === event.target);
    const step = steps[event.key];
    const last = buttons.length - 1;
    let next: number;
    if (event.key === 'Home') next = 0;
    else if (event.key === 'End') next = last;
    else if (step === undefined || here < 0) return;
    else next = (here + step + buttons.length) % buttons.length;
    event.preventDefault();
    const button = buttons[next];
    button?.focus();
    this.#choose(button?.dataset['value'] ?? this.value);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-segmented': CtSegmented;
  }
  interface HTMLElementEventMap {
    'ct-segment-chosen': SegmentChosenEvent;
  }
}
