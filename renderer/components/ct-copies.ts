import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ArticleCopies, ArticleCopy } from '../../archive/model/copies.ts';
import { formatPartialDate } from '../format/dates.ts';
import { languageTag } from '../format/languages.ts';
import { formatCount } from '../format/numbers.ts';
import { sharedStyles } from '../styles/shared-styles.ts';
import { OpenArticleEvent } from './events.ts';
import { readingStyles } from './reading-styles.ts';

/**
 * That an article is kept in other copies too, and which: a line that opens to a list of them, the best first. Nothing where
 * there are none.
 *
 * @fires ct-open-article
 */
@customElement('ct-copies')
export class CtCopies extends LitElement {
  @property({ attribute: false }) copies: ArticleCopies | null = null;

  static override styles = [
    sharedStyles,
    readingStyles,
    css`
      :host {
        display: block;
        color: var(--ink-2);
        font: 13px/1.5 var(--sans);
      }

      details {
        margin-bottom: var(--s4);
      }

      summary {
        width: fit-content;
        border-radius: 2px;
        cursor: pointer;
      }

      summary:focus-visible {
        outline: 2px solid var(--accent);
        outline-offset: 2px;
      }

      ul {
        margin: var(--s1) 0 0;
        padding: 0 0 0 var(--s3);
        border-inline-start: 2px solid var(--rule);
        list-style: none;
      }

      li {
        padding: 3px 0;
        color: var(--ink);
        font: 400 16px/1.35 var(--serif);
        overflow-wrap: break-word;
      }

      small {
        display: block;
        color: var(--ink-3);
        font: 12px/1.45 var(--sans);
      }

      @media print {
        details:not([open]) {
          display: none;
        }
      }
    `,
  ];

  protected override render() {
    const { copies } = this;
    if (copies === null || copies.total === 0) return nothing;
    const { total, isBest } = copies;
    const more = total - copies.copies.length;
    return html`<details>
      <summary>${formatCount(total)} other ${total === 1 ? 'copy' : 'copies'}${this.#best(copies)}</summary>
      <ul>
        ${copies.copies.map((copy, place) => this.#line(copy, place === 0 && !isBest))}
        ${more > 0 ? html`<li><small>and ${formatCount(more)} more</small></li>` : nothing}
      </ul>
    </details>`;
  }

  /** Which of them to read: it is said before the list is opened. */
  #best({ isBest, copies }: ArticleCopies): unknown {
    const source = copies[0]?.article.source ?? null;
    if (isBest) return '; this is the best one';
    return source === null ? '' : html`; the best one is from <bdi>${source}</bdi>`;
  }

  #line({ article, same, likeness }: ArticleCopy, isBest: boolean): TemplateResult {
    const { id, headline, source, published, language } = article;
    const date = published === null ? 'undated' : formatPartialDate(published);
    const alike = same
      ? 'the same text'
      : likeness === null
        ? ''
        : `${formatCount(Math.floor(likeness * 100))} % alike`;
    const facts = [source, date, alike, isBest ? 'the best one' : ''].filter(
      (fact) => fact !== null && fact !== '',
    );
    return html`<li dir="auto">
      <button
        class="link"
        type="button"
        lang=${languageTag(language) ?? nothing}
        @click=${() => this.dispatchEvent(new OpenArticleEvent(id))}
      >
        ${headline}
      </button>
      <small dir="auto">${facts.join(' · ')}</small>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-copies': CtCopies;
  }
}
