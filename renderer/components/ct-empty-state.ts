import { Task } from '@lit/task';
import { LitElement, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Answered, SearchSource } from '../controllers/search-controller.ts';
import { isFiltered } from '../controllers/place.ts';
import { formatCount } from '../format/numbers.ts';
import { explainQuery, type QueryClause } from '../format/query-clauses.ts';
import { indexingWords, missingFrom } from '../format/result-words.ts';
import { sharedStyles } from '../styles/shared-styles.ts';
import { emptyStateStyles } from './empty-state-styles.ts';
import { scrollBarStyles } from './reading-styles.ts';
import { ActionEvent, type Action } from './shell-events.ts';

/** Pieces of a query that are tried on their own; more would be a search of its own. */
const mostTried = 8;

/**
 * Nothing was found: what was understood, what each word finds alone, and what to try, as buttons that do it.
 *
 * @fires ct-action - ActionEvent
 */
@customElement('ct-empty-state')
export class CtEmptyState extends LitElement {
  @property({ attribute: false }) answered: Answered | null = null;
  @property({ attribute: false }) source: SearchSource | null = null;
  /** Nothing can be found where nothing is. */
  @property({ type: Boolean }) emptyLibrary = false;

  /** How many articles each piece finds on its own, under the same filters. */
  private readonly alone = new Task(this, {
    task: async ([answered, source], { signal }) => {
      const wanted = this.clauses(answered).filter((clause) => clause.wanted);
      const finds = answered !== null && answered.answer.total === 0 && missingFrom(answered.answer) === 0;
      if (!finds || !source || wanted.length < 2) return new Map<string, number>();
      const counts = await Promise.all(
        wanted.slice(0, mostTried).map(async ({ text }) => {
          const request = { ...answered.question, text, typing: false, offset: 0, limit: 1 };
          const result = await source.search(request, signal);
          return [text, result.ok ? result.value.total : 0] as const;
        }),
      );
      return new Map(counts);
    },
    args: () => [this.answered, this.source] as const,
  });

  static override styles = [sharedStyles, scrollBarStyles, emptyStateStyles];

  protected override render() {
    if (this.emptyLibrary) {
      return html`<h2>The library is empty</h2>
        <p>Import saved pages or text files; their originals are kept as they are.</p>
        <h3>What to do</h3>
        <ul class="try">
          ${this.offer('Import…', { name: 'import' })}
        </ul>`;
    }
    if (!this.answered) return nothing;
    const missing = missingFrom(this.answered.answer);
    if (missing > 0) return this.unfinished(this.answered, missing);
    const clauses = this.clauses(this.answered);
    return html`<h2>Nothing found</h2>
      ${this.meant(this.answered)}
      ${
        clauses.length === 0
          ? html`<p>No article lies within these filters.</p>`
          : html`<h3>What was looked for</h3>
              <ul>
                ${clauses.map((clause) => this.understood(clause))}
              </ul>`
      }
      ${this.offers(this.answered)}`;
  }

  /** What is not indexed yet may have it: nothing is said to be in no article. */
  private unfinished({ question }: Answered, missing: number) {
    return html`<h2>Nothing found yet</h2>
      <p role="status">${indexingWords(missing)} What they have comes up here by itself.</p>
      ${
        isFiltered(question.filter)
          ? html`<h3>What to try</h3>
              <ul class="try">
                ${this.offer('Remove the filters', { name: 'no-filter' })}
              </ul>`
          : nothing
      }`;
  }

  private meant({ answer: { didYouMean: text } }: Answered) {
    if (text === null) return nothing;
    const act = (): void => this.act({ name: 'search-instead', text });
    return html`<p class="meant">Did you mean <button type="button" @click=${act}>${text}</button>?</p>`;
  }

  private clauses(answered: Answered | null): readonly QueryClause[] {
    return answered ? explainQuery(answered.question.text, answered.answer.notices) : [];
  }

  private understood({ text, words }: QueryClause) {
    const found = this.alone.value?.get(text);
    return html`<li>
      <span>${words}</span>
      ${
        found === undefined
          ? nothing
          : found === 0
            ? html`<span class="none">in no article</span>`
            : html`<button type="button" @click=${() => this.act({ name: 'search', text })}>
                ${formatCount(found, 'article')}
              </button>`
      }
    </li>`;
  }

  private offers({ question }: Answered) {
    const offers = [
      question.exactSpelling ? this.offer('Find other spellings too', { name: 'spelling-free' }) : null,
      question.match === 'all' && /\s/u.test(question.text.trim())
        ? this.offer('Search for any of the words', { name: 'match-any' })
        : null,
      isFiltered(question.filter) ? this.offer('Remove the filters', { name: 'no-filter' }) : null,
      this.offer('Show all articles', { name: 'all-articles' }),
    ].filter((offer) => offer !== null);
    return html`<h3>What to try</h3>
      <ul class="try">
        ${offers}
      </ul>`;
  }

  private offer(label: string, action: Action) {
    return html`<li><button type="button" @click=${() => this.act(action)}>${label}</button></li>`;
  }

  private act(action: Action): void {
    this.dispatchEvent(new ActionEvent(action));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-empty-state': CtEmptyState;
  }
}
