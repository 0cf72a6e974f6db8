import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Original } from '../../archive/model/article.ts';
import { formatBytes } from '../format/numbers.ts';
import { sharedStyles } from '../styles/shared-styles.ts';
import { copyText } from './copy-text.ts';
import { mediaTypeWord } from './media-types.ts';

/** How long a copy is confirmed, in milliseconds. */
const confirmation = 2000;

/**
 * Where an article came from, in one line: the original's kind and size, its SHA-256 (whole on hover and focus,
 * copied by a press) and the reader that read it.
 */
@customElement('ct-provenance')
export class CtProvenance extends LitElement {
  @property({ attribute: false }) original: Original | null = null;

  @state() private copied: 'no' | 'yes' | 'failed' = 'no';

  #timer = 0;

  static override styles = [
    sharedStyles,
    css`
      :host {
        /* Its facts stand in the line, or lines, of its owner, which is a flex box. */
        display: contents;
        color: var(--ink-3);
        font: 12px/1.45 var(--sans);
      }

      .kept {
        color: var(--ink-2);
      }

      .hash {
        position: relative;
      }

      button {
        min-height: 24px;
        border-radius: 4px;
      }

      code {
        color: var(--ink-2);
        font: 11.5px var(--mono);
      }

      button:hover code {
        color: var(--ink);
      }

      /* The whole hash rises above the foot bar, over the article, and can be selected. */
      .whole {
        position: absolute;
        z-index: 2;
        bottom: 100%;
        left: -10px;
        display: none;
        width: max-content;
        max-width: min(40rem, 88vw);
        padding: 8px 10px;
        border: 1px solid var(--rule);
        border-radius: 7px;
        background: var(--paper);
        box-shadow: var(--shadow);
        color: var(--ink-2);
        overflow-wrap: anywhere;
      }

      .whole small {
        display: block;
        color: var(--ink-3);
        font: 11.5px/1.4 var(--sans);
      }

      .hash:hover .whole,
      .hash:focus-within .whole {
        display: block;
      }
    `,
  ];

  protected override render() {
    const { original } = this;
    if (original === null) return nothing;
    const { sha256, reader } = original;
    return html`<span class="kept"
        >Original kept: ${mediaTypeWord(original.mediaType)}, ${formatBytes(original.bytes)}</span
      >
      <span class="hash" @keydown=${this.#onKey}>
        <button type="button" aria-describedby="whole" @click=${() => this.#copy(sha256)}>
          SHA-256 <code>${sha256.slice(0, 12)}…${sha256.slice(-4)}</code>
        </button>
        <span class="whole" id="whole"><code>${sha256}</code><small>${this.#hint()}</small></span>
      </span>
      <span>read by <bdi>${reader.name}</bdi> ${reader.version}</span>
      <span class="visually-hidden" role="status">${this.copied === 'no' ? '' : this.#hint()}</span>`;
  }

  #hint(): string {
    if (this.copied === 'yes') return 'Copied.';
    return this.copied === 'failed' ? 'Copying was refused; select it instead.' : 'Press to copy.';
  }

  #copy(sha256: string): void {
    this.copied = copyText(sha256) ? 'yes' : 'failed';
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      this.copied = 'no';
    }, confirmation);
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key === 'Escape' && event.target instanceof HTMLElement) event.target.blur();
  }

  override disconnectedCallback(): void {
    window.clearTimeout(this.#timer);
    super.disconnectedCallback();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-provenance': CtProvenance;
  }
}
