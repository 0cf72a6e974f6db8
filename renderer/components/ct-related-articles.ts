import { Task } from '@lit/task';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ArticleId } from '../../archive/model/article.ts';
import type { ArchiveError } from '../../archive/model/errors.ts';
import type { Result } from '../../archive/model/result.ts';
import type { RelatedArticle } from '../../archive/model/search.ts';
import { formatPartialDate } from '../format/dates.ts';
import { languageTag } from '../format/languages.ts';
import { sharedStyles } from '../styles/shared-styles.ts';
import { OpenArticleEvent } from './events.ts';
import { readingStyles } from './reading-styles.ts';

/** The part of the archive that knows what an article is about. */
export interface RelatedSource {
  related(
    id: ArticleId,
    limit: number,
    signal?: AbortSignal,
  ): Promise<Result<readonly RelatedArticle[], ArchiveError>>;
}

/** How many are listed at most. */
const most = 6;

/** How long an article must be looked at before the archive is asked, in milliseconds: those passed by are not. */
const rest = 250;

/**
 * Articles about the same as the one that is shown, each with the words both have. Nothing where there are none.
 *
 * @fires ct-open-article
 */
@customElement('ct-related-articles')
export class CtRelatedArticles extends LitElement {
  @property({ attribute: false }) archive: RelatedSource | null = null;
  /** The article that is on the screen; null while another is awaited. */
  @property({ attribute: false }) articleId: ArticleId | null = null;

  readonly #related = new Task(this, {
    task: async ([archive, id], { signal }) => {
      if (archive === null || id === null) return null;
      await new Promise((resolve) => window.setTimeout(resolve, rest));
      if (signal.aborted) return null;
      const result = await archive.related(id, most, signal);
      return result.ok ? { id, articles: result.value } : null;
    },
    args: () => [this.archive, this.articleId] as const,
  });

  static override styles = [
    sharedStyles,
    readingStyles,
    css`
      :host {
        display: block;
        font: 12.5px/1.5 var(--sans);
      }

      section {
        margin-top: var(--s5);
      }

      h2 {
        margin: 0 0 var(--s2);
        color: var(--ink);
        font: 600 13px/1.4 var(--sans);
      }

      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }

      li {
        padding: 4px 0;
        font: 400 16px/1.35 var(--serif);
        text-wrap: pretty;
        overflow-wrap: break-word;
      }

      small {
        display: block;
        color: var(--ink-3);
        font: 12px/1.45 var(--sans);
      }

      i {
        font: italic 400 13.5px/1.4 var(--serif);
      }

      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  protected override render() {
    const related = this.#related.value ?? null;
    if (related === null || related.id !== this.articleId || related.articles.length === 0) return nothing;
    return html`<section aria-labelledby="related">
      <h2 id="related">Related</h2>
      <ul>
        ${related.articles.map((one) => this.#item(one))}
      </ul>
    </section>`;
  }

  #item({ article, because }: RelatedArticle) {
    const { id, headline, source, published, language } = article;
    const date = published === null ? 'undated' : formatPartialDate(published);
    const facts = source === null ? date : `${source} · ${date}`;
    return html`<li dir="auto">
      <button
        class="link"
        type="button"
        lang=${languageTag(language) ?? nothing}
        @click=${() => this.dispatchEvent(new OpenArticleEvent(id))}
      >
        ${headline}
      </button>
      <small><span dir="auto">${facts}</span>${this.#because(because)}</small>
    </li>`;
  }

  #because(words: readonly string[]) {
    if (words.length === 0) return nothing;
    return html` <br /><span>both have <i>${words.join(', ')}</i></span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-related-articles': CtRelatedArticles;
  }
}
