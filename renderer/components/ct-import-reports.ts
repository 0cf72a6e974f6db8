import { LitElement, css, html, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { sharedStyles } from '../styles/shared-styles.ts';
import './ct-dialog.ts';
import './ct-import-history.ts';
import type { ChooseRunEvent } from './ct-import-history.ts';
import './ct-import-report.ts';
import type { ReportFiles, ReportSource } from './ct-import-report.ts';
import { readingStyles } from './reading-styles.ts';

/**
 * The imports and their reports, in a dialog: the list of them, or the report of one with a way back to the list.
 *
 * @fires close - after a person closed it
 * @fires ct-open-article - an article was chosen; the dialog has closed itself
 */
@customElement('ct-import-reports')
export class CtImportReports extends LitElement {
  @property({ type: Boolean, reflect: true }) open = false;
  /** The import whose report is shown first; null for the list of all. */
  @property({ attribute: false }) run: number | null = null;
  @property({ attribute: false }) source: ReportSource | null = null;
  @property({ attribute: false }) files: ReportFiles | null = null;

  @state() private shown: number | null = null;

  static override styles = [
    sharedStyles,
    readingStyles,
    css`
      .back {
        min-height: 24px;
        margin-bottom: var(--s2);
        color: var(--ink-2);
        font: 13px/1.5 var(--sans);
      }
    `,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('run')) this.shown = this.run;
  }

  protected override render(): TemplateResult {
    const { shown } = this;
    return html`<ct-dialog
      wide
      heading=${shown === null ? 'Imports' : 'Import report'}
      ?open=${this.open}
      @close=${this.#onClose}
    >
      ${
        shown === null
          ? html`<ct-import-history
              .source=${this.source}
              @ct-choose-run=${(event: ChooseRunEvent) => this.#show(event.run)}
            ></ct-import-history>`
          : html`<button class="link back" type="button" @click=${() => this.#show(null)}>All imports</button>
              <ct-import-report
                .run=${shown}
                .source=${this.source}
                .files=${this.files}
                @ct-open-article=${() => this.#onClose()}
              ></ct-import-report>`
      }
    </ct-dialog>`;
  }

  /** Whoever came here by a key must not lose their place: the list takes the focus itself, the report gives it its way back. */
  #show(run: number | null): void {
    this.shown = run;
    if (run === null) return;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.back')?.focus());
  }

  #onClose(): void {
    this.open = false;
    this.dispatchEvent(new Event('close'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-import-reports': CtImportReports;
  }
}
