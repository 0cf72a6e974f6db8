import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { describeError } from '../../archive/model/error-sentences.ts';
import type { ArchiveError } from '../../archive/model/errors.ts';
import type { ImportLine, ImportReport } from '../../archive/model/import-report.ts';
import { formatCount, formatDuration } from '../format/numbers.ts';
import { sharedStyles } from '../styles/shared-styles.ts';
import './ct-dialog.ts';
import './ct-segmented.ts';
import type { SegmentChosenEvent } from './ct-segmented.ts';
import { OpenArticleEvent } from './events.ts';
import { importReportStyles } from './import-report-styles.ts';
import { readingStyles } from './reading-styles.ts';

/** The whole path stands above each sentence: within it the name is enough. */
function withName(error: ArchiveError): ArchiveError {
  if (!('path' in error.params)) return error;
  const { path } = error.params;
  const name = path.split(/[\\/]/u).pop() ?? path;
  return { ...error, params: { ...error.params, path: name === '' ? path : name } } as ArchiveError;
}

type Outcome = ImportLine['outcome'];

const outcomes: readonly { readonly value: Outcome; readonly label: string }[] = [
  { value: 'added', label: 'Added' },
  { value: 'duplicate', label: 'Already there' },
  { value: 'kept', label: 'Kept, not read' },
  { value: 'failed', label: 'Failed' },
  { value: 'skipped', label: 'Passed over' },
];

/** An import may have a hundred thousand lines; this many are drawn at a time. */
const page = 200;

/**
 * What became of each file of an import: the totals, and a line for each, which can be narrowed to one outcome.
 *
 * @fires close - after a person closed it
 * @fires ct-open-article - an added article was chosen; the dialog has closed itself
 */
@customElement('ct-import-report')
export class CtImportReport extends LitElement {
  @property({ attribute: false }) report: ImportReport | null = null;
  @property({ type: Boolean, reflect: true }) open = false;

  @state() private outcome: Outcome | 'all' = 'all';
  @state() private drawn = page;

  static override styles = [sharedStyles, readingStyles, importReportStyles];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('report')) return;
    this.drawn = page;
    this.outcome = 'all';
  }

  protected override render(): TemplateResult {
    return html`<ct-dialog wide heading="Import report" ?open=${this.open} @close=${this.#onClose}>
      ${this.report === null ? html`<p>Nothing has been imported yet.</p>` : this.#body(this.report)}
    </ct-dialog>`;
  }

  #body(report: ImportReport): TemplateResult {
    const lines = report.lines.filter((line) => this.outcome === 'all' || line.outcome === this.outcome);
    const present = outcomes.flatMap(({ value, label }) => {
      const count = report.lines.filter((line) => line.outcome === value).length;
      return count === 0 ? [] : [{ value, label: `${label} ${formatCount(count)}` }];
    });
    return html`<p class="totals">${this.#totals(report)}</p>
      ${
        present.length < 2
          ? nothing
          : html`<ct-segmented
              class="filter"
              label="Show"
              .segments=${[{ value: 'all', label: `All ${formatCount(report.lines.length)}` }, ...present]}
              .value=${this.outcome}
              @ct-segment-chosen=${this.#onFilter}
            ></ct-segmented>`
      }
      <ul aria-label="Files">
        ${lines.slice(0, this.drawn).map((line) => this.#line(line))}
      </ul>
      ${
        lines.length <= this.drawn
          ? nothing
          : html`<button
              class="button"
              type="button"
              @click=${() => {
                this.drawn += page;
              }}
            >
              Show more of the ${formatCount(lines.length - this.drawn)} left
            </button>`
      }`;
  }

  #totals(report: ImportReport): TemplateResult {
    const rest = [
      report.duplicates > 0 ? `${formatCount(report.duplicates)} already in the library` : '',
      report.kept > 0 ? `${formatCount(report.kept)} kept but not read` : '',
      report.failed > 0 ? `${formatCount(report.failed)} failed` : '',
      report.skipped > 0 ? `${formatCount(report.skipped)} passed over` : '',
    ].filter((words) => words !== '');
    const more = rest.length === 0 ? '' : `, ${rest.join(', ')}`;
    return html`<strong>${formatCount(report.added, 'article')} added</strong>${more}, in
      ${formatDuration(report.tookMs)}.${
        report.cancelled ? html` <b>It was cancelled; what had been added stays.</b>` : nothing
      }`;
  }

  #line(line: ImportLine): TemplateResult {
    const label = outcomes.find(({ value }) => value === line.outcome)?.label ?? line.outcome;
    return html`<li class=${line.outcome}>
      <span class="outcome">${label}</span>
      <span class="what"><bdi class="path">${line.path}</bdi>${this.#sentence(line)}</span>
    </li>`;
  }

  #sentence(line: ImportLine): TemplateResult {
    if ('error' in line) return html`<span class="why">${describeError(withName(line.error))}</span>`;
    const [first] = line.articles;
    const words =
      line.outcome === 'added'
        ? formatCount(line.articles.length, 'article')
        : 'Everything in it was in the library already.';
    return html`<span class="why"
      >${words}${
        first === undefined
          ? nothing
          : html` ·
              <button
                class="link"
                type="button"
                aria-label="Open the article of ${line.path}"
                @click=${() => this.#openArticle(new OpenArticleEvent(first))}
              >
                open
              </button>`
      }</span
    >`;
  }

  #openArticle(event: OpenArticleEvent): void {
    this.#onClose();
    this.dispatchEvent(event);
  }

  #onFilter(event: SegmentChosenEvent): void {
    this.drawn = page;
    this.outcome = outcomes.find(({ value }) => value === event.value)?.value ?? 'all';
  }

  #onClose(): void {
    this.open = false;
    this.dispatchEvent(new Event('close'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-import-report': CtImportReport;
  }
}
