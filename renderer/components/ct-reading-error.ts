import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { describeError } from '../../archive/model/error-sentences.ts';
import type { ArchiveError, ArchiveErrorCode } from '../../archive/model/errors.ts';
import { sharedStyles } from '../styles/shared-styles.ts';
import { readingStyles, scrollBarStyles } from './reading-styles.ts';

/** A person wants what failed to be tried again. */
export class RetryEvent extends Event {
  static readonly type = 'ct-retry';
  constructor() {
    super(RetryEvent.type, { bubbles: true, composed: true });
  }
}

const names: Readonly<Record<string, string>> = {
  sha256: 'SHA-256',
  path: 'Path',
  id: 'Article',
  method: 'Request',
  detail: 'Detail',
};

const titles: Partial<Record<ArchiveErrorCode, string>> = {
  'article-not-found': 'This article is not in the library',
  'original-damaged': 'The original is damaged',
  'archive-stopped': 'The archive stopped',
  'library-broken': 'The library cannot be read',
};

/** What can be done, where the sentence of the error does not say it already. */
const remedies: Partial<Record<ArchiveErrorCode, string>> = {
  'article-not-found':
    'It may have been removed since the list was made. Search again to see what there is now.',
  'original-damaged': 'The article itself can still be read.',
  'archive-stopped': 'Nothing was lost. If it happens again, restart Cuttings.',
  internal: 'This is a mistake in Cuttings, not in your library. Try again; if it stays, please report it.',
};

/**
 * Why something cannot be shown: what happened, where, and what to do.
 *
 * @fires ct-retry - RetryEvent
 */
@customElement('ct-reading-error')
export class CtReadingError extends LitElement {
  @property({ attribute: false }) error: ArchiveError | null = null;

  static override styles = [
    sharedStyles,
    readingStyles,
    scrollBarStyles,
    css`
      :host {
        display: block;
        overflow: auto;
        font: 14px/1.55 var(--sans);
      }

      div {
        max-width: 43rem;
        margin: 0 auto;
        padding: var(--s5) min(var(--s7), 5vw) var(--s7);
      }

      h1 {
        margin: 0 0 var(--s3);
        font: 640 28px/1.2 var(--serif);
        letter-spacing: -0.01em;
        text-wrap: balance;
      }

      p {
        margin: 0 0 var(--s3);
        color: var(--ink-2);
        overflow-wrap: anywhere;
      }

      dl {
        display: grid;
        grid-template-columns: max-content minmax(0, 1fr);
        gap: 2px var(--s4);
        margin: 0 0 var(--s5);
        color: var(--ink-2);
        font-size: 12.5px;
      }

      dt {
        color: var(--ink-3);
      }

      dd {
        margin: 0;
        font-family: var(--mono);
        font-size: 12px;
        overflow-wrap: anywhere;
        -webkit-user-select: text;
        user-select: text;
      }
    `,
  ];

  protected override render() {
    const { error } = this;
    if (error === null) return nothing;
    const sentence = describeError(error);
    // What the sentence already names need not be said twice.
    const where = Object.entries({ ...error.params }).filter(
      ([, value]) => !sentence.includes(String(value)),
    );
    return html`<div role="alert">
      <h1 tabindex="-1">${titles[error.code] ?? 'This cannot be shown'}</h1>
      <p>${sentence}</p>
      ${remedies[error.code] === undefined ? nothing : html`<p>${remedies[error.code]}</p>`}
      ${
        where.length === 0
          ? nothing
          : html`<dl>
              ${where.map(
                ([name, value]) =>
                  html`<dt>${names[name] ?? name}</dt>
                    <dd>${String(value)}</dd>`,
              )}
            </dl>`
      }
      <button class="button" type="button" @click=${() => this.dispatchEvent(new RetryEvent())}>
        Try again
      </button>
    </div>`;
  }

  /** Moves the focus to the title. */
  focusHeading(): void {
    this.renderRoot.querySelector<HTMLElement>('h1')?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-reading-error': CtReadingError;
  }
  interface HTMLElementEventMap {
    'ct-retry': RetryEvent;
  }
}
