import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ArticleId } from '../../archive/model/article.ts';
import { languageTag } from '../format/languages.ts';
import { sharedStyles } from '../styles/shared-styles.ts';
import { OpenArticleEvent } from './events.ts';
import { readingStyles } from './reading-styles.ts';

/** One article of a list. */
export interface ArticleLine {
  /** What a press opens; null for an article that the archive does not have. */
  readonly article: ArticleId | null;
  /** The headline, with marks or without. */
  readonly headline: unknown;
  readonly language: string | null;
  /** What stands below it in small letters. */
  readonly facts: unknown;
}

/** Articles that stand together. */
export interface ArticleGroup {
  readonly heading: string | null;
  readonly lines: readonly ArticleLine[];
}

/**
 * A list of articles under a heading, beside or below another article. Nothing when it is empty.
 *
 * @fires ct-open-article
 */
@customElement('ct-article-list')
export class CtArticleList extends LitElement {
  @property() heading = '';
  @property({ attribute: false }) groups: readonly ArticleGroup[] = [];

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

      h3 {
        margin: var(--s3) 0 2px;
        color: var(--ink-3);
        font: 500 12px/1.4 var(--sans);
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

      li > i {
        color: var(--ink-2);
      }

      small {
        display: block;
        color: var(--ink-3);
        font: 12px/1.45 var(--sans);
      }

      small i {
        font: italic 400 13.5px/1.4 var(--serif);
      }
    `,
  ];

  protected override render() {
    if (this.groups.every(({ lines }) => lines.length === 0)) return nothing;
    return html`<section aria-labelledby="heading">
      <h2 id="heading">${this.heading}</h2>
      ${this.groups.map(
        ({ heading, lines }) =>
          html`${heading === null ? nothing : html`<h3 dir="auto">${heading}</h3>`}
            <ul>
              ${lines.map((line) => this.#line(line))}
            </ul>`,
      )}
    </section>`;
  }

  #line({ article, headline, language, facts }: ArticleLine): TemplateResult {
    const lang = languageTag(language) ?? nothing;
    return html`<li dir="auto">
      ${
        article === null
          ? html`<i lang=${lang}>${headline}</i>`
          : html`<button
              class="link"
              type="button"
              lang=${lang}
              @click=${() => this.dispatchEvent(new OpenArticleEvent(article))}
            >
              ${headline}
            </button>`
      }
      ${facts === nothing ? nothing : html`<small>${facts}</small>`}
    </li>`;
  }

  /** The marks drawn here, in order. */
  markElements(): readonly HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('mark')];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-article-list': CtArticleList;
  }
}
