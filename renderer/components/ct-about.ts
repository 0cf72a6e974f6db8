import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { AboutInformation } from '../../main/bridge/bridge.ts';
import { sharedStyles } from '../styles/shared-styles.ts';
import './ct-dialog.ts';

/** The bundler puts the drawing beside the page, from where the content security policy lets it be shown. */
const icon = new URL('../../assets/icon/icon.svg', import.meta.url).href;

/**
 * What this is: name, version, the runtime below it, the licence, where the library is.
 *
 * @fires close - after a person closed it
 */
@customElement('ct-about')
export class CtAbout extends LitElement {
  @property({ attribute: false }) information: AboutInformation | null = null;
  @property({ type: Boolean, reflect: true }) open = false;

  static override styles = [
    sharedStyles,
    css`
      .name {
        display: flex;
        gap: var(--s4);
        align-items: center;
        margin-bottom: var(--s4);
      }

      img {
        flex: none;
      }

      .title {
        margin: 0;
        color: var(--ink);
        font: 640 28px/1.1 var(--serif);
        letter-spacing: -0.015em;
      }

      p {
        margin: 4px 0 0;
        color: var(--ink-2);
      }

      .warning {
        margin: 0 0 var(--s4);
        padding: 2px 0 2px var(--s3);
        border-inline-start: 2px solid var(--accent);
      }

      dl {
        display: grid;
        grid-template-columns: max-content minmax(0, 1fr);
        gap: 4px var(--s4);
        margin: 0 0 var(--s4);
      }

      dt {
        color: var(--ink-3);
      }

      dd {
        margin: 0;
        color: var(--ink-2);
        overflow-wrap: anywhere;
        -webkit-user-select: text;
        user-select: text;
      }

      .path {
        font: 12px/1.6 var(--mono);
      }

      .licence {
        padding-top: var(--s3);
        border-top: 1px solid var(--rule);
        font-size: 12.5px;
      }
    `,
  ];

  protected override render(): TemplateResult {
    const { information } = this;
    return html`<ct-dialog heading="About Cuttings" ?open=${this.open} @close=${this.#onClose}>
      ${information === null ? nothing : this.#body(information)}
    </ct-dialog>`;
  }

  #body(information: AboutInformation): TemplateResult {
    return html`<div class="name">
        <img src=${icon} alt="" width="64" height="64" />
        <div>
          <p class="title">Cuttings</p>
          <p>Version ${information.version}. An archive viewer for news.</p>
        </div>
      </div>
      ${
        information.runtimeWarning === null
          ? nothing
          : html`<p class="warning" role="note">${information.runtimeWarning}</p>`
      }
      <dl>
        <dt>Electron</dt>
        <dd>${information.electron}</dd>
        <dt>Chromium</dt>
        <dd>${information.chromium}</dd>
        <dt>Node.js</dt>
        <dd>${information.node}</dd>
        <dt>Library</dt>
        <dd class="path"><bdi>${information.libraryPath}</bdi></dd>
      </dl>
      <p class="licence">
        Free software under the MIT licence. The licences of everything it contains come with it. Nothing you
        search or read leaves this machine.
      </p>`;
  }

  #onClose(): void {
    this.open = false;
    this.dispatchEvent(new Event('close'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-about': CtAbout;
  }
}
