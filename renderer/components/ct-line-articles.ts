import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { ReadingApi } from '../../archive/api/reading.ts';
import type { ArticleId, ArticleSummary } from '../../archive/model/article.ts';
import { formatCount } from '../format/numbers.ts';
import { sharedStyles } from '../styles/shared-styles.ts';
import { OpenArticleEvent } from './events.ts';
import { readingStyles } from './reading-styles.ts';

/** So many are named at a time. */
const page = 20;

/**
 * The articles of a file of many, by their headlines, once somebody wants to see them.
 *
 * @fires ct-open-article - OpenArticleEvent
 */
@customElement('ct-line-articles')
export class CtLineArticles extends LitElement {
  @property({ attribute: false }) articles: readonly ArticleId[] = [];
  /** How many there are in all; `articles` may be the first of them. */
  @property({ type: Number }) count = 0;
  /** The file's name, for those who hear the button alone. */
  @property() name = '';
  @property({ attribute: false }) source: Pick<ReadingApi, 'summary'> | null = null;

  @state() private open = false;
  @state() private named: readonly ArticleSummary[] = [];
  private asked = 0;

  static override styles = [
    sharedStyles,
    readingStyles,
    css`
      :host {
        display: inline;
      }

      .link {
        min-height: 24px;
      }

      ol {
        margin: 2px 0 var(--s2);
        padding: 0;
        list-style: none;
      }

      li {
        padding: 1px 0;
        color: var(--ink-2);
      }

      li .link {
        font: 15px/1.35 var(--serif);
        color: var(--ink);
      }
    `,
  ];

  protected override render(): TemplateResult {
    const left = this.count - this.asked;
    const words = this.open ? 'Hide them' : 'Show them';
    return html`<button
        class="link"
        type="button"
        aria-expanded=${String(this.open)}
        aria-label=${`${words}: ${this.name}`}
        @click=${this.#toggle}
      >
        ${words}</button
      >${
        this.open
          ? html`<ol aria-label="Articles of ${this.name}">
              ${this.named.map((article) => this.#article(article))}
              ${left > 0 ? html`<li>${this.#rest(left)}</li>` : nothing}
            </ol>`
          : nothing
      }`;
  }

  #article({ id, headline }: ArticleSummary): TemplateResult {
    const open = (): boolean => this.dispatchEvent(new OpenArticleEvent(id));
    return html`<li><button class="link" type="button" @click=${open}>${headline}</button></li>`;
  }

  #rest(left: number): TemplateResult {
    if (this.asked >= this.articles.length) return html`and ${formatCount(left)} more`;
    return html`<button class="link" type="button" @click=${() => void this.#more()}>
      Show more of the ${formatCount(left)} left
    </button>`;
  }

  #toggle(): void {
    this.open = !this.open;
    if (this.open && this.asked === 0) void this.#more();
  }

  /** One that was deleted since has no name any more and is left out. */
  async #more(): Promise<void> {
    const { source } = this;
    if (source === null) return;
    const ids = this.articles.slice(this.asked, this.asked + page);
    this.asked += ids.length;
    const found = await Promise.all(ids.map((id) => source.summary(id)));
    this.named = [...this.named, ...found.flatMap((result) => (result.ok ? [result.value] : []))];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-line-articles': CtLineArticles;
  }
}
