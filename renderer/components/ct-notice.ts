import { LitElement, css, html } from 'lit';
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
      ${this.offers.map(
        ({ label, action }) =>
          html`<button type="button" @click=${() => this.dispatchEvent(new ActionEvent(action))}>
            ${label}
          </button>`,
      )}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-notice': CtNotice;
  }
}
