import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { sharedStyles } from '../styles/shared-styles.ts';
import { scrollBarStyles } from './reading-styles.ts';

/**
 * A modal dialog: the browser's own `<dialog>`, so that focus stays inside, Escape closes it and focus returns to
 * where it was. A click beside it closes it too.
 *
 * @slot - what it says
 * @slot foot - what can be done, when it is `bare`: it stays in sight while the rest scrolls
 * @fires close - after a person closed it; its owner then sets `open` to false
 */
@customElement('ct-dialog')
export class CtDialog extends LitElement {
  @property({ type: Boolean, reflect: true }) open = false;
  @property() heading = '';
  /** A wider one, for tables and lists. */
  @property({ type: Boolean, reflect: true }) wide = false;

  /** Without the button at its head: it has buttons of its own at its foot. */
  @property({ type: Boolean, reflect: true }) bare = false;

  @query('dialog') private dialog!: HTMLDialogElement;

  static override styles = [
    sharedStyles,
    scrollBarStyles,
    css`
      dialog {
        width: min(34rem, calc(100vw - 32px));
        max-height: min(46rem, calc(100vh - 48px));
        padding: 0;
        border: 1px solid var(--rule);
        border-radius: 12px;
        background: var(--paper);
        color: var(--ink);
        box-shadow: 0 12px 48px rgb(0 0 0 / 0.22);
        font: 13.5px/1.5 var(--sans);
        overflow: hidden;
      }

      dialog[open] {
        display: flex;
        flex-direction: column;
      }

      :host([wide]) dialog {
        width: min(52rem, calc(100vw - 32px));
      }

      dialog::backdrop {
        background: rgb(20 18 14 / 0.42);
      }

      header {
        display: flex;
        flex: none;
        align-items: center;
        justify-content: space-between;
        gap: var(--s4);
        padding: var(--s4) var(--s5) var(--s3);
        border-bottom: 1px solid var(--rule);
      }

      h2 {
        margin: 0;
        font: 640 21px/1.2 var(--serif);
        letter-spacing: -0.01em;
      }

      .body {
        min-height: 0;
        padding: var(--s4) var(--s5) var(--s5);
        overflow: auto;
        overscroll-behavior: contain;
      }

      .body:focus-visible {
        outline-offset: -2px;
      }

      footer {
        display: flex;
        flex: none;
        flex-wrap: wrap;
        gap: var(--s2);
        align-items: center;
        justify-content: flex-end;
        padding: var(--s3) var(--s5) var(--s4);
        border-top: 1px solid var(--rule);
      }

      .close {
        min-height: 28px;
        padding: 0 10px;
        border: 1px solid var(--rule);
        border-radius: 7px;
        color: var(--ink-2);
      }

      .close:hover {
        background: var(--paper-2);
        color: var(--ink);
      }
    `,
  ];

  protected override render() {
    return html`<dialog aria-labelledby="heading" @close=${this.#onClose} @pointerdown=${this.#onPointerDown}>
      <header>
        <h2 id="heading">${this.heading}</h2>
        ${
          this.bare
            ? nothing
            : html`<button class="close" type="button" @click=${() => this.dialog.close()}>Close</button>`
        }
      </header>
      <div class="body" tabindex="0" role="region" aria-labelledby="heading"><slot></slot></div>
      ${this.bare ? html`<footer><slot name="foot"></slot></footer>` : nothing}
    </dialog>`;
  }

  protected override updated(): void {
    if (this.open && !this.dialog.open) this.dialog.showModal();
    else if (!this.open && this.dialog.open) this.dialog.close();
  }

  override disconnectedCallback(): void {
    // A modal dialog that is taken away open would leave the page inert in some Chromium versions.
    if (this.hasUpdated && this.dialog.open) this.dialog.close();
    super.disconnectedCallback();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.requestUpdate();
  }

  #onClose(): void {
    // Closed by its owner: nobody needs to be told.
    if (!this.open || !this.isConnected) return;
    this.open = false;
    this.dispatchEvent(new Event('close'));
  }

  #onPointerDown(event: PointerEvent): void {
    if (event.target !== this.dialog) return;
    const box = this.dialog.getBoundingClientRect();
    const inside =
      event.clientX >= box.left &&
      event.clientX <= box.right &&
      event.clientY >= box.top &&
      event.clientY <= box.bottom;
    if (!inside) this.dialog.close();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-dialog': CtDialog;
  }
}
