import { LitElement, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Sort } from '../../archive/model/search.ts';
import { describeNotice } from '../../archive/model/notice-sentences.ts';
import type { Answered, Question } from '../controllers/search-controller.ts';
import { formatDateRange } from '../format/date-ranges.ts';
import { formatCount, formatDuration } from '../format/numbers.ts';
import { sharedStyles } from '../styles/shared-styles.ts';
import { resultSummaryStyles } from './result-summary-styles.ts';
import { FilterEvent, SortEvent } from './shell-events.ts';

const orders: readonly { readonly sort: Sort; readonly words: string }[] = [
  { sort: 'relevance', words: 'by relevance' },
  { sort: 'newest', words: 'newest first' },
  { sort: 'oldest', words: 'oldest first' },
];

/**
 * What was found: how many, how fast, in which order, what else was matched, what was not understood, and the
 * filters that hold.
 *
 * @fires ct-sort - SortEvent
 * @fires ct-filter - FilterEvent when a filter is taken away
 */
@customElement('ct-result-summary')
export class CtResultSummary extends LitElement {
  @property({ attribute: false }) answered: Answered | null = null;

  static override styles = [sharedStyles, resultSummaryStyles];

  protected override render() {
    if (!this.answered) return nothing;
    const { question, answer } = this.answered;
    const { alsoMatched, notices } = answer;
    const none = answer.total === 0;
    return html`<p>
        <strong>${none ? 'No articles' : formatCount(answer.total, 'article')}</strong> in
        ${formatDuration(answer.tookMs)}${none ? '.' : html`, ${this.order(question)}${'. '}`}
        ${
          alsoMatched.length === 0
            ? nothing
            : html`<span class="also">Also matched: ${alsoMatched.join(', ')}</span>`
        }
      </p>
      ${notices.map((notice) => html`<p class="notice">${describeNotice(notice)}</p>`)} ${this.chips()}`;
  }

  private order({ sort: chosen, text }: Question) {
    const words = text.trim() !== '';
    const possible = orders.filter(({ sort }) => words || sort !== 'relevance');
    return html`<span class="order"
      ><select aria-label="Order" @change=${this.onOrder}>
        ${possible.map(
          ({ sort, words: label }) =>
            html`<option value=${sort} .selected=${sort === chosen}>${label}</option>`,
        )}
      </select></span
    >`;
  }

  private chips() {
    const { collection, section, dates } = this.answered?.question.filter ?? {};
    const chips = [
      collection ? this.chip(collection, { collection: null }) : null,
      section ? this.chip(section, { section: null }) : null,
      dates ? this.chip(formatDateRange(dates), { dates: null }) : null,
    ].filter((chip) => chip !== null);
    return chips.length === 0
      ? nothing
      : html`<ul aria-label="Filters">
          ${chips}
        </ul>`;
  }

  private chip(label: string, change: FilterEvent['change']) {
    return html`<li>
      <button
        class="chip"
        type="button"
        aria-label=${`Remove the filter ${label}`}
        title="Remove this filter"
        @click=${() => this.dispatchEvent(new FilterEvent(change))}
        @keydown=${(event: KeyboardEvent) => {
          if (event.key === 'Delete' || event.key === 'Backspace')
            this.dispatchEvent(new FilterEvent(change));
        }}
      >
        ${label}<span aria-hidden="true">×</span>
      </button>
    </li>`;
  }

  private onOrder(event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    const order = orders.find(({ sort }) => sort === value);
    if (order) this.dispatchEvent(new SortEvent(order.sort));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-result-summary': CtResultSummary;
  }
}
