import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { ImportsApi } from '../../archive/api/imports.ts';
import type { ReadingApi } from '../../archive/api/reading.ts';
import { describeError } from '../../archive/model/error-sentences.ts';
import type { ArchiveError } from '../../archive/model/errors.ts';
import type { ImportOutcome } from '../../archive/model/import-report.ts';
import type { ImportRun, PlacedLine } from '../../archive/model/import-runs.ts';
import type { Bridge } from '../../main/bridge/bridge.ts';
import { otherTotals, runOrigin } from '../format/import-words.ts';
import { formatMoment } from '../format/moments.ts';
import { formatCount, formatDuration } from '../format/numbers.ts';
import { sharedStyles } from '../styles/shared-styles.ts';
import './ct-segmented.ts';
import type { SegmentChosenEvent } from './ct-segmented.ts';
import { importReportStyles } from './import-report-styles.ts';
import { readingStyles } from './reading-styles.ts';
import { outcomes, reportLine } from './report-line.ts';

/** What the report is read from. */
export type ReportSource = ImportsApi & Pick<ReadingApi, 'summary'>;

/** What is done with it outside the window. */
export type ReportFiles = Pick<Bridge, 'revealImported' | 'saveImportReport'>;

/** An import may have a hundred thousand lines; so many are asked for at a time. */
const page = 200;

/**
 * What became of each input of one import: the totals, and a line for each, which can be narrowed to one outcome. Each line
 * leads to its source, and all of them can be saved as a table.
 *
 * @fires ct-open-article - an article of a line was chosen
 */
@customElement('ct-import-report')
export class CtImportReport extends LitElement {
  @property({ type: Number }) run = 0;
  @property({ attribute: false }) source: ReportSource | null = null;
  @property({ attribute: false }) files: ReportFiles | null = null;

  @state() private made: ImportRun | null = null;
  @state() private lines: readonly PlacedLine[] = [];
  @state() private outcome: ImportOutcome | null = null;
  @state() private error: ArchiveError | null = null;
  @state() private saved = '';
  private latest = 0;

  static override styles = [sharedStyles, readingStyles, importReportStyles];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('run') && !changed.has('source')) return;
    [this.made, this.lines, this.outcome, this.error, this.saved] = [null, [], null, null, ''];
    void this.#load(0);
  }

  protected override render(): TemplateResult {
    if (this.error !== null) return html`<p role="alert">${describeError(this.error)}</p>`;
    return this.made === null ? html`${nothing}` : this.#body(this.made);
  }

  #body(made: ImportRun): TemplateResult {
    const all = this.outcome === null ? sum(Object.values(made.lines)) : made.lines[this.outcome];
    const left = all - this.lines.length;
    return html`<p class="when">
        ${formatMoment(made.started)}${runOrigin(made) === '' ? nothing : html`, from <bdi>${runOrigin(made)}</bdi>`}
      </p>
      <p class="totals">${this.#totals(made)}</p>
      <div class="tools">
        ${this.#filter(made)}
        <span class="save">
          <span role="status">${this.saved}</span>
          <button class="link" type="button" @click=${() => void this.#save()}>Save as CSV…</button>
        </span>
      </div>
      ${all === 0 ? html`<p>It met no file.</p>` : nothing}
      <ul aria-label="Files">
        ${this.lines.map((line) => this.#line(line))}
      </ul>
      ${
        left <= 0
          ? nothing
          : html`<button class="button" type="button" @click=${() => void this.#load(this.lines.length)}>
              Show more of the ${formatCount(left)} left
            </button>`
      }`;
  }

  #totals({ totals, finished }: ImportRun): TemplateResult {
    const others = otherTotals(totals);
    const more = others.length === 0 ? '' : `, ${others.join(', ')}`;
    const time = finished === null ? '' : `, in ${formatDuration(totals.tookMs)}`;
    return html`<strong>${formatCount(totals.added, 'article')} added</strong>${more}${time}.${
        finished === null
          ? html` <b>It did not end, or goes on still; what was added stays.</b>`
          : totals.cancelled
            ? html` <b>It was cancelled; what was added stays.</b>`
            : nothing
      }`;
  }

  /** Nothing to choose from where all lines have the same outcome. */
  #filter({ lines }: ImportRun): TemplateResult | typeof nothing {
    const present = outcomes.filter(({ value }) => lines[value] > 0);
    if (present.length < 2) return nothing;
    const segments = present.map(({ value, label }) => ({
      value,
      label: `${label} ${formatCount(lines[value])}`,
    }));
    return html`<ct-segmented
      class="filter"
      wrap
      label="Show"
      .segments=${[{ value: 'all', label: `All ${formatCount(sum(Object.values(lines)))}` }, ...segments]}
      .value=${this.outcome ?? 'all'}
      @ct-segment-chosen=${this.#onFilter}
    ></ct-segmented>`;
  }

  #line(line: PlacedLine): TemplateResult | typeof nothing {
    const { source, run } = this;
    if (source === null) return nothing;
    return reportLine(line, {
      source,
      reveal: (place, what) => this.files?.revealImported(run, place, what),
    });
  }

  #onFilter({ value }: SegmentChosenEvent): void {
    this.outcome = outcomes.find((one) => one.value === value)?.value ?? null;
    void this.#load(0);
  }

  /** Asks for the lines from `offset` on; those before it stay. What was asked later wins. */
  async #load(offset: number): Promise<void> {
    const { source, run, outcome } = this;
    if (source === null) return;
    const mine = ++this.latest;
    const [made, lines] = await Promise.all([
      source.importRun(run),
      source.importLines({ run, outcome, offset, limit: page }),
    ]);
    if (mine !== this.latest) return;
    if (!made.ok) this.error = made.error;
    else if (!lines.ok) this.error = lines.error;
    else {
      this.made = made.value;
      this.lines = [...this.lines.slice(0, offset), ...lines.value];
    }
  }

  async #save(): Promise<void> {
    const name = await this.files?.saveImportReport(this.run);
    if (name) this.saved = `Saved as ${name}`;
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-import-report': CtImportReport;
  }
}
