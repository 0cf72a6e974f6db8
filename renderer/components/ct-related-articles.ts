import { Task } from '@lit/task';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ArticleId } from '../../archive/model/article.ts';
import type { ArchiveError } from '../../archive/model/errors.ts';
import type { Result } from '../../archive/model/result.ts';
import type { RelatedArticle } from '../../archive/model/search.ts';
import { summaryLine } from './article-lines.ts';
import './ct-article-list.ts';

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
/** How many the archive gives at most. */
const mostAsked = 50;

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

  /** Articles that the page names elsewhere already: they are not repeated. */
  @property({ attribute: false }) except: readonly ArticleId[] = [];

  readonly #related = new Task(this, {
    task: async ([archive, id], { signal }) => {
      if (archive === null || id === null) return null;
      await new Promise((resolve) => window.setTimeout(resolve, rest));
      if (signal.aborted) return null;
      // As many more as may be left out, so that the list is as long as it would be.
      const wanted = Math.min(most + this.except.length, mostAsked);
      const result = await archive.related(id, wanted, signal);
      return result.ok ? { id, articles: result.value } : null;
    },
    args: () => [this.archive, this.articleId] as const,
  });

  static override styles = css`
    :host {
      display: block;
    }

    @media print {
      :host {
        display: none;
      }
    }
  `;

  protected override render() {
    const related = this.#related.value ?? null;
    if (related === null || related.id !== this.articleId) return nothing;
    const named = new Set(this.except);
    const articles = related.articles.filter(({ article }) => !named.has(article.id)).slice(0, most);
    const lines = articles.map(({ article, because }) => summaryLine(article, shared(because)));
    return html`<ct-article-list heading="Related" .groups=${[{ heading: null, lines }]}></ct-article-list>`;
  }
}

/** The words that tell both articles from others. */
function shared(words: readonly string[]): unknown {
  return words.length === 0 ? nothing : html` <br /><span>both have <i>${words.join(', ')}</i></span>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-related-articles': CtRelatedArticles;
  }
}
