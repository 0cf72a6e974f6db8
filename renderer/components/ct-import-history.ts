import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { ImportsApi } from '../../archive/api/imports.ts';
import { describeError } from '../../archive/model/error-sentences.ts';
import type { ArchiveError } from '../../archive/model/errors.ts';
import type { ImportRun } from '../../archive/model/import-runs.ts';
import { otherTotals, runOrigin } from '../format/import-words.ts';
import { formatMoment } from '../format/moments.ts';
import { formatCount } from '../format/numbers.ts';
import { sharedStyles } from '../styles/shared-styles.ts';

/** More than one leafs through. */
const most = 500;

/** A person chose an import to see its report. */
export class ChooseRunEvent extends Event {
  static readonly type = 'ct-choose-run';
  readonly run: number;
  constructor(run: number) {
    super(ChooseRunEvent.type);
    this.run = run;
  }
}

/**
 * The imports made into the library, the last first.
 *
 * @fires ct-choose-run - ChooseRunEvent
 */
@customElement('ct-import-history')
export class CtImportHistory extends LitElement {
  @property({ attribute: false }) source: Pick<ImportsApi, 'imports'> | null = null;

  @state() private runs: readonly ImportRun[] | null = null;
  @state() private error: ArchiveError | null = null;

  static override styles = [
    sharedStyles,
    css`
      :host {
        display: block;
        font: 13.5px/1.5 var(--sans);
      }

      ul {
        margin: 0 calc(-1 * var(--s3));
        padding: 0;
        list-style: none;
      }

      li + li {
        border-top: 1px solid var(--rule);
      }

      button {
        display: grid;
        grid-template-columns: 12.5rem minmax(0, 1fr);
        gap: 0 var(--s4);
        width: 100%;
        padding: 10px var(--s3);
        border-radius: 8px;
      }

      button:hover {
        background: var(--paper-2);
      }

      button:focus-visible {
        outline-offset: -2px;
      }

      .date {
        color: var(--ink-2);
        font-variant-numeric: tabular-nums;
      }

      bdi {
        display: block;
        color: var(--ink);
        font-weight: 560;
        overflow-wrap: anywhere;
      }

      .figures {
        display: block;
        color: var(--ink-2);
        font-variant-numeric: tabular-nums;
      }

      .bad {
        color: var(--accent);
      }

      p {
        margin: 0;
        color: var(--ink-2);
      }

      @media (max-width: 560px) {
        button {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  /** Focuses the last import. */
  override focus(): void {
    this.renderRoot.querySelector('button')?.focus();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('source')) void this.#load();
  }

  protected override render(): TemplateResult {
    const { runs, error } = this;
    if (error !== null) return html`<p role="alert">${describeError(error)}</p>`;
    if (runs === null) return html`${nothing}`;
    if (runs.length === 0) return html`<p>Nothing has been imported yet.</p>`;
    return html`<ul>
      ${runs.map((run) => this.#run(run))}
    </ul>`;
  }

  #run(made: ImportRun): TemplateResult {
    const { run, totals, finished } = made;
    const others = otherTotals(totals).map((words) =>
      words.endsWith(' failed') ? html`, <span class="bad">${words}</span>` : html`, ${words}`,
    );
    const end = finished === null ? ' Did not end.' : totals.cancelled ? ' Cancelled.' : '';
    return html`<li>
      <button type="button" @click=${() => this.dispatchEvent(new ChooseRunEvent(run))}>
        <span class="date">${formatMoment(made.started)}</span>
        <span>
          <bdi>${runOrigin(made) || 'Nothing'}</bdi>
          <span class="figures">${formatCount(totals.added, 'article')} added${others}.${end}</span>
        </span>
      </button>
    </li>`;
  }

  async #load(): Promise<void> {
    const { source } = this;
    const result = await source?.imports(most);
    if (result === undefined || source !== this.source) return;
    if (result.ok) this.runs = result.value;
    else this.error = result.error;
    await this.updateComplete;
    this.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-import-history': CtImportHistory;
  }
  interface HTMLElementEventMap {
    'ct-choose-run': ChooseRunEvent;
  }
}
