import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Bridge } from '../../main/bridge/bridge.ts';
import { shortcutKeys } from '../format/shortcuts.ts';
import { sharedStyles } from '../styles/shared-styles.ts';
import './ct-dialog.ts';
import { SearchForEvent } from './events.ts';
import { placeKeys, queryRules, shortcutGroups } from './help-content.ts';
import { readingStyles } from './reading-styles.ts';

/**
 * The query language and the keys. Its examples run as a search.
 *
 * @fires close - after a person closed it
 * @fires ct-search-for - an example was chosen; the dialog has closed itself
 */
@customElement('ct-help')
export class CtHelp extends LitElement {
  @property({ type: Boolean, reflect: true }) open = false;
  /** Whose names the keys have. */
  @property() platform: Bridge['platform'] = platformHere();

  static override styles = [
    sharedStyles,
    readingStyles,
    css`
      :host {
        font: 13.5px/1.5 var(--sans);
      }

      h3 {
        margin: var(--s5) 0 var(--s2);
        font: 640 17px/1.3 var(--serif);
      }

      h3:first-child {
        margin-top: 0;
      }

      table {
        width: 100%;
        border-collapse: collapse;
      }

      th,
      td {
        padding: 6px 0;
        border-top: 1px solid var(--rule);
        font-weight: 400;
        text-align: start;
        vertical-align: top;
      }

      .rules th {
        width: 15rem;
        padding-inline-end: var(--s4);
      }

      td {
        color: var(--ink-2);
      }

      .example {
        display: block;
        min-height: 24px;
        font: 12.5px/1.7 var(--mono);
        overflow-wrap: anywhere;
        text-align: start;
      }

      .keys {
        columns: 2 18rem;
        column-gap: var(--s6);
      }

      .keys table {
        break-inside: avoid;
        margin-bottom: var(--s4);
      }

      caption {
        padding-bottom: 4px;
        color: var(--ink-3);
        font-size: 12px;
        text-align: start;
      }

      .keys td {
        white-space: nowrap;
        text-align: end;
      }

      kbd {
        display: inline-block;
        min-width: 22px;
        padding: 0 6px;
        border: 1px solid var(--rule);
        border-radius: 4px;
        color: var(--ink-2);
        font: 500 12px/20px var(--sans);
        text-align: center;
      }

      @media (max-width: 560px) {
        .rules th,
        .rules td {
          display: block;
          width: auto;
        }

        .rules td {
          padding-top: 0;
          border: 0;
        }
      }
    `,
  ];

  protected override render(): TemplateResult {
    return html`<ct-dialog wide heading="Searching and keys" ?open=${this.open} @close=${this.#onClose}>
      <h3>What can be searched for</h3>
      <table class="rules">
        <tbody>
          ${queryRules.map(
            (rule) =>
              html`<tr>
                <th scope="row">${rule.examples.map((example) => this.#example(example))}</th>
                <td>${rule.meaning}</td>
              </tr>`,
          )}
        </tbody>
      </table>
      <h3>Keys</h3>
      <div class="keys">${this.#keys()}</div>
    </ct-dialog>`;
  }

  #example(example: string): TemplateResult {
    return html`<button
      class="link example"
      type="button"
      title="Search for this"
      @click=${() => this.#search(example)}
    >
      ${example}
    </button>`;
  }

  #keys(): TemplateResult[] {
    const here = {
      name: 'Searching and results',
      lines: placeKeys.map(({ keys, meaning }) => ({ label: meaning, accelerator: keys.join('+') })),
    };
    return [here, ...shortcutGroups()].map(
      ({ name, lines }) =>
        html`<table>
          <caption>
            ${name}
          </caption>
          <tbody>
            ${lines.map(
              ({ label, accelerator }) =>
                html`<tr>
                  <th scope="row">${label}</th>
                  <td>${shortcutKeys(accelerator, this.platform).map((key) => html`<kbd>${key}</kbd> `)}</td>
                </tr>`,
            )}
          </tbody>
        </table>`,
    );
  }

  #search(text: string): void {
    this.#onClose();
    this.dispatchEvent(new SearchForEvent(text));
  }

  #onClose(): void {
    this.open = false;
    this.dispatchEvent(new Event('close'));
  }
}

/** The platform as the bridge names it; outside of the application, where there is none, the keys of most. */
function platformHere(): Bridge['platform'] {
  const bridge = (window as Window & { cuttings?: Partial<Bridge> }).cuttings;
  return bridge?.platform ?? 'linux';
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-help': CtHelp;
  }
}
