import { Task } from '@lit/task';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Answered, SearchSource } from '../controllers/search-controller.ts';
import { isFiltered } from '../controllers/place.ts';
import { formatCount } from '../format/numbers.ts';
import { explainQuery, type QueryClause } from '../format/query-clauses.ts';
import { sharedStyles } from '../styles/shared-styles.ts';
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
      if (!answered || !source || wanted.length < 2) return new Map<string, number>();
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

  static override styles = [
    sharedStyles,
    scrollBarStyles,
    css`
      :host {
        display: block;
        padding: var(--s5);
        overflow-y: auto;
        color: var(--ink-2);
        font: 13.5px/1.5 var(--sans);
      }

      h2 {
        margin: 0 0 var(--s3);
        color: var(--ink);
        font: 600 21px/1.25 var(--serif);
        letter-spacing: -0.01em;
      }

      h3 {
        margin: var(--s5) 0 var(--s1);
        color: var(--ink-3);
        font: 600 11px/1.6 var(--sans);
      }

      p {
        margin: 0;
      }

      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }

      li {
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--s3);
        align-items: baseline;
        justify-content: space-between;
        padding: 5px 0;
        border-bottom: 1px solid var(--rule);
        overflow-wrap: anywhere;
      }

      .none {
        color: var(--ink-3);
      }

      button {
        min-height: 24px;
        color: var(--accent);
        font-weight: 500;
      }

      button:hover {
        text-decoration: underline;
        text-underline-offset: 3px;
      }

      .try li {
        border: 0;
        padding: 2px 0;
      }
    `,
  ];

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
    const clauses = this.clauses(this.answered);
    return html`<h2>Nothing found</h2>
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
