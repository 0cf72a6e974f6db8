import { LitElement, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { SearchAnswer, SearchNotice, Sort } from '../../archive/model/search.ts';
import { describeNotice } from '../../archive/model/notice-sentences.ts';
import type { Answered, Question } from '../controllers/search-controller.ts';
import { formatDateRange } from '../format/date-ranges.ts';
import { formatDuration } from '../format/numbers.ts';
import { indexingWords, missingFrom, totalWords } from '../format/result-words.ts';
import { sharedStyles } from '../styles/shared-styles.ts';
import { resultSummaryStyles } from './result-summary-styles.ts';
import { ActionEvent, FilterEvent, SortEvent } from './shell-events.ts';

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
 * @fires ct-action - ActionEvent when another text is searched for instead
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
    const noArticles = missingFrom(answer) > 0 ? 'No articles yet' : 'No articles';
    return html`<p>
        <strong>${none ? noArticles : totalWords(answer)}</strong> in
        ${formatDuration(answer.tookMs)}${none ? '.' : html`, ${this.order(question)}${'. '}`}
        ${
          alsoMatched.length === 0
            ? nothing
            : html`<span class="also">Also matched: ${alsoMatched.join(', ')}</span>`
        }
      </p>
      ${none ? nothing : this.meant(answer)} ${notices.map((notice) => this.notice(notice, none))}
      ${this.chips()}`;
  }

  /** Nothing found has a page of its own, which says this better. */
  private meant({ didYouMean }: SearchAnswer) {
    if (didYouMean === null) return nothing;
    return html`<p class="meant">Did you mean ${this.instead(didYouMean)}?</p>`;
  }

  private notice(notice: SearchNotice, none: boolean) {
    // A damaged index is a matter of the whole window, which says it above.
    if (notice.code === 'index-damaged') return nothing;
    if (notice.code === 'indexing') {
      // Where nothing was found yet, the page that says so says this.
      return none ? nothing : html`<p class="also">${indexingWords(notice.missing)}</p>`;
    }
    const suggestion = notice.code === 'searched-as-words' ? notice.suggestion : null;
    return html`<p class="notice">
      ${describeNotice(notice)}${suggestion === null ? nothing : html` Try ${this.instead(suggestion)}`}
    </p>`;
  }

  /** Another text for the same search. */
  private instead(text: string) {
    return html`<button
      class="instead"
      type="button"
      @click=${() => this.dispatchEvent(new ActionEvent({ name: 'search-instead', text }))}
    >
      ${text}
    </button>`;
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
