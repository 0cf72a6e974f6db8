import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { sharedStyles } from '../styles/shared-styles.ts';
import { ActionEvent, type Action } from './shell-events.ts';

/** Something one can do about a notice. */
export interface Offer {
  readonly label: string;
  readonly action: Action;
}

/**
 * A quiet band that says what is going on, with what can be done about it.
 *
 * @fires ct-action - ActionEvent of the offer that was taken
 */
@customElement('ct-notice')
export class CtNotice extends LitElement {
  @property() text = '';
  @property({ attribute: false }) offers: readonly Offer[] = [];
  /** How much of it is done, from 0 to 1; null when that is not known. It is shown, and not spoken at each step. */
  @property({ type: Number }) done: number | null = null;
  /** It must be noticed: something went wrong. */
  @property({ type: Boolean, reflect: true }) urgent = false;

  static override styles = [
    sharedStyles,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: 2px var(--s4);
        align-items: center;
        padding: 7px var(--s5);
        border-bottom: 1px solid var(--rule);
        background: var(--paper-2);
        color: var(--ink-2);
        font: 13px/1.45 var(--sans);
      }

      :host([urgent]) {
        box-shadow: inset 3px 0 0 var(--accent);
        color: var(--ink);
      }

      p {
        margin: 0;
        overflow-wrap: anywhere;
        font-variant-numeric: tabular-nums;
      }

      .done {
        display: flex;
        flex: none;
        gap: var(--s2);
        align-items: center;
        color: var(--ink);
        font-variant-numeric: tabular-nums;
      }

      progress {
        width: 120px;
        height: 4px;
        border: 0;
        border-radius: 2px;
        background: var(--rule);
        appearance: none;
      }

      progress::-webkit-progress-bar {
        border-radius: 2px;
        background: var(--rule);
      }

      progress::-webkit-progress-value {
        border-radius: 2px;
        background: var(--accent);
      }

      button {
        min-height: 24px;
        color: var(--ink);
        font-weight: 560;
        text-decoration: underline;
        text-decoration-color: var(--ink-3);
        text-underline-offset: 3px;
      }

      button:hover {
        text-decoration-color: currentcolor;
      }
    `,
  ];

  protected override render() {
    return html`<p role=${this.urgent ? 'alert' : 'status'}>${this.text}</p>
      ${this.done === null ? nothing : this.bar(this.done)}
      ${this.offers.map(
        ({ label, action }) =>
          html`<button type="button" @click=${() => this.dispatchEvent(new ActionEvent(action))}>
            ${label}
          </button>`,
      )}`;
  }

  private bar(done: number) {
    // The last percent is not there before the end.
    const percent = Math.min(99, Math.floor(done * 100));
    return html`<span class="done"
      ><progress max="100" .value=${percent} aria-label="Done"></progress
      ><span aria-hidden="true">${percent} %</span></span
    >`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-notice': CtNotice;
  }
}
