import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { describeError } from '../../archive/model/error-sentences.ts';
import type { ArchiveError } from '../../archive/model/errors.ts';
import { failureAdvice, failureDetails } from '../format/failure-advice.ts';
import { sharedStyles } from '../styles/shared-styles.ts';
import { scrollBarStyles } from './reading-styles.ts';
import { ActionEvent, type BesideAction } from './shell-events.ts';

/**
 * The library cannot be used: what happened, where, and what to do.
 *
 * @fires ct-action - ActionEvent `reveal-library`
 */
@customElement('ct-failure')
export class CtFailure extends LitElement {
  @property({ attribute: false }) error: ArchiveError | null = null;

  static override styles = [
    sharedStyles,
    scrollBarStyles,
    css`
      :host {
        display: block;
        padding: var(--s7) var(--s5);
        overflow-y: auto;
        font: 14.5px/1.55 var(--sans);
      }

      div {
        max-width: 41rem;
        margin: 0 auto;
      }

      h1 {
        margin: 0 0 14px;
        font: 640 40px/1.1 var(--serif);
        font-variation-settings: 'opsz' 48;
        letter-spacing: -0.018em;
        text-wrap: balance;
      }

      .what {
        margin: 0 0 var(--s5);
        color: var(--ink-2);
        font: 400 21px/1.42 var(--serif);
        overflow-wrap: anywhere;
      }

      .details {
        margin: 0 0 var(--s5);
        padding: var(--s3) 0;
        border-block: 1px solid var(--rule);
        list-style: none;
        color: var(--ink-2);
        font: 13px/1.6 var(--mono);
        overflow-wrap: anywhere;
        -webkit-user-select: text;
        user-select: text;
      }

      h2 {
        margin: 0 0 var(--s2);
        font: 650 20px/1.3 var(--serif);
      }

      ol {
        margin: 0 0 var(--s5);
        padding-left: 1.3em;
      }

      li + li {
        margin-top: var(--s1);
      }

      .ways {
        display: flex;
        flex-wrap: wrap;
        gap: var(--s2);
      }

      button {
        min-height: 34px;
        padding: 0 var(--s4);
        border: 1px solid var(--rule);
        border-radius: 8px;
        background: var(--paper-2);
        font-weight: 560;
      }

      button:hover {
        border-color: var(--ink-3);
      }
    `,
  ];

  protected override render() {
    if (!this.error) return nothing;
    const details = failureDetails(this.error);
    return html`<div role="alert">
      <h1>The library cannot be opened</h1>
      <p class="what">${describeError(this.error)}</p>
      ${
        details.length === 0
          ? nothing
          : html`<ul class="details" aria-label="Where">
              ${details.map((detail) => html`<li>${detail}</li>`)}
            </ul>`
      }
      <h2>What to do</h2>
      <ol>
        ${failureAdvice(this.error).map((sentence) => html`<li>${sentence}</li>`)}
      </ol>
      <div class="ways">
        ${this.offer('Show the library’s folder', 'reveal-library')}
        ${this.offer('Open library…', 'open-library')} ${this.offer('New library…', 'new-library')}
      </div>
    </div>`;
  }

  private offer(label: string, name: BesideAction['name']) {
    return html`<button type="button" @click=${() => this.dispatchEvent(new ActionEvent({ name }))}>
      ${label}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-failure': CtFailure;
  }
}
