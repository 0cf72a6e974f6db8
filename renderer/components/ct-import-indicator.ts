import { LitElement, css, html, nothing, svg, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { sharedStyles } from '../styles/shared-styles.ts';
import { ActionEvent } from './shell-events.ts';

/** Of the ring, in pixels of its own drawing. */
const radius = 6;
const round = 2 * Math.PI * radius;

/**
 * That an import goes on out of sight: a small ring with how much is done. Choosing it brings the import back.
 *
 * @fires ct-action - ActionEvent `show-import`
 */
@customElement('ct-import-indicator')
export class CtImportIndicator extends LitElement {
  /** A whole percentage; null while it is not known. */
  @property({ type: Number }) percent: number | null = null;

  static override styles = [
    sharedStyles,
    css`
      :host {
        display: inline-block;
      }

      button {
        display: flex;
        gap: 7px;
        align-items: center;
        min-height: 28px;
        padding: 0 var(--s2);
        border: 1px solid var(--rule);
        border-radius: 99px;
        color: var(--ink-2);
        font: 12.5px/1.3 var(--sans);
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
      }

      button:hover {
        background: var(--paper-2);
        color: var(--ink);
      }

      svg {
        flex: none;
        transform: rotate(-90deg);
      }

      circle {
        fill: none;
        stroke: var(--rule);
        stroke-width: 2.5;
      }

      .done {
        stroke: var(--accent);
      }
    `,
  ];

  /** Focuses what can be done about it. */
  override focus(): void {
    this.renderRoot.querySelector('button')?.focus();
  }

  protected override render(): TemplateResult {
    const { percent } = this;
    const done = percent === null ? '' : `, ${String(percent)} percent done`;
    return html`<button
      type="button"
      aria-label=${`Importing${done}. Show the import`}
      title="Show the import"
      @click=${() => this.dispatchEvent(new ActionEvent({ name: 'show-import' }))}
    >
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="8" cy="8" r=${radius}></circle>
        ${svg`<circle class="done" cx="8" cy="8" r=${radius} stroke-dasharray=${`${String(
          (round * (percent ?? 25)) / 100,
        )} ${String(round)}`}></circle>`}
      </svg>
      <span>Importing</span>
      ${percent === null ? nothing : html`<span aria-hidden="true">${percent} %</span>`}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-import-indicator': CtImportIndicator;
  }
}
