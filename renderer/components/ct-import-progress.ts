import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ImportProgress } from '../../archive/model/import-report.ts';
import type { ImportState } from '../../main/bridge/bridge.ts';
import type { Pace } from '../controllers/import-pace.ts';
import { pathParts, percentDone, progressFacts } from '../format/import-words.ts';
import { formatBytes, formatCount } from '../format/numbers.ts';
import { sharedStyles } from '../styles/shared-styles.ts';
import { progressStyles } from './progress-styles.ts';
import { ActionEvent, type BesideAction } from './shell-events.ts';

type Running = Extract<ImportState, { readonly state: 'running' }>;

/**
 * How far the import under way is, in a band over the screen: bytes, articles, pace, time left and the file being read. It
 * can be hidden while it goes on, and stopped. Nothing of it is spoken: it changes ten times a second.
 *
 * @fires ct-action - ActionEvent `hide-import` or `cancel-import`
 */
@customElement('ct-import-progress')
export class CtImportProgress extends LitElement {
  @property({ attribute: false }) running: Running | null = null;
  @property({ attribute: false }) pace: Pace = { bytesPerSecond: null, left: null };
  /** It was asked to stop, and has not yet. */
  @property({ type: Boolean }) stopping = false;

  static override styles = [
    sharedStyles,
    progressStyles,
    css`
      :host {
        display: block;
        padding: 10px var(--s5) var(--s2);
        border-bottom: 1px solid var(--rule);
        background: var(--paper-2);
        color: var(--ink-2);
        font: 13px/1.45 var(--sans);
        font-variant-numeric: tabular-nums;
      }

      .line {
        display: flex;
        flex-wrap: wrap;
        gap: 2px var(--s4);
        align-items: center;
      }

      b {
        color: var(--ink);
        font-weight: 560;
      }

      progress {
        flex: 1 1 8rem;
      }

      .percent {
        min-width: 2.6rem;
        color: var(--ink);
        text-align: end;
      }

      .facts {
        display: flex;
        flex: 1 1 24rem;
        flex-wrap: wrap;
        gap: 0 10px;
        margin: 0;
        padding: 0;
        list-style: none;
      }

      .facts li:not(:last-child)::after {
        content: '·';
        margin-inline-start: 10px;
        color: var(--ink-3);
      }

      .file {
        min-width: 0;
        margin: 0;
        overflow: hidden;
        color: var(--ink-3);
        font-size: 12.5px;
        text-overflow: ellipsis;
        white-space: nowrap;
      }

      .doing {
        display: flex;
        flex: none;
        gap: var(--s4);
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

  /** Focuses what can be done about it. */
  override focus(): void {
    this.renderRoot.querySelector('button')?.focus();
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.running === null) return nothing;
    const { progress, waiting = 0 } = this.running;
    const percent = percentDone(progress);
    return html`<div class="line">
        <b>${this.stopping ? 'Stopping' : 'Importing'}</b>
        ${
          percent === null
            ? html`<progress aria-label="Import"></progress>`
            : html`<progress aria-label="Import" max="100" .value=${percent}></progress
                ><span class="percent" aria-hidden="true">${percent} %</span>`
        }
        <span class="doing">
          ${this.#button('Hide', 'hide-import')}
          ${this.stopping ? nothing : this.#button('Cancel', 'cancel-import')}
        </span>
      </div>
      <div class="line">
        <ul class="facts" aria-label="How far the import is">
          ${progressFacts(progress, this.pace).map((fact) => html`<li>${fact}</li>`)}
          ${waiting > 0 ? html`<li>${formatCount(waiting, 'more import')} waiting</li>` : nothing}
        </ul>
      </div>
      <p class="file" title=${progress.path}>
        ${this.stopping ? 'What was added until now stays in the library.' : this.#file(progress)}
      </p>`;
  }

  #file({ path, file }: ImportProgress): TemplateResult {
    const name = html`<bdi>${pathParts(path).name}</bdi>`;
    if (file === undefined) return html`${name}`;
    // What changes stands first: a long name is cut off at the end.
    const part = `${formatBytes(file.done)} of ${formatBytes(file.total)}`;
    return html`${file.stage === 'copying' ? 'Copying the original, ' : nothing}${part}: ${name}`;
  }

  #button(label: string, name: BesideAction['name']): TemplateResult {
    return html`<button type="button" @click=${() => this.dispatchEvent(new ActionEvent({ name }))}>
      ${label}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-import-progress': CtImportProgress;
  }
}
