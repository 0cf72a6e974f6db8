import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Article } from '../../archive/model/article.ts';
import { printedDiffers } from '../format/dates.ts';
import { languageName } from '../format/languages.ts';
import { sharedStyles } from '../styles/shared-styles.ts';
import { externalLink } from './external-link.ts';
import { ActionEvent } from './shell-events.ts';
import { readingStyles } from './reading-styles.ts';

/**
 * The facts about an article that its head does not say: the date as printed, section, language, collection, address.
 *
 * @fires ct-open-external
 * @fires ct-action - the article is to go into another collection
 */
@customElement('ct-article-facts')
export class CtArticleFacts extends LitElement {
  @property({ attribute: false }) article: Article | null = null;

  static override styles = [
    sharedStyles,
    readingStyles,
    css`
      :host {
        display: block;
        font: 12.5px/1.5 var(--sans);
      }

      dl {
        display: grid;
        grid-template-columns: max-content minmax(0, 1fr);
        gap: 3px var(--s4);
        margin: 0;
      }

      dt {
        color: var(--ink-3);
      }

      .move {
        margin-left: var(--s2);
        color: var(--ink-3);
      }

      dd {
        margin: 0;
        color: var(--ink-2);
        overflow-wrap: anywhere;
      }
    `,
  ];

  protected override render() {
    const { article } = this;
    if (article === null) return nothing;
    const { published, section, language, url } = article;
    return html`<dl>
      ${
        published === null || !printedDiffers(published)
          ? nothing
          : this.#fact('Date', html`printed as <q><bdi>${published.printed.trim()}</bdi></q>`)
      }
      ${section === null ? nothing : this.#fact('Section', html`<bdi>${section}</bdi>`)}
      ${language === null ? nothing : this.#fact('Language', html`<bdi>${languageName(language)}</bdi>`)}
      ${this.#fact(
        'Collection',
        html`<bdi>${article.collection}</bdi>
          <button
            class="link move"
            type="button"
            aria-label="Move to another collection"
            @click=${this.#onMove}
          >
            Move…
          </button>`,
      )}
      ${url === null ? nothing : this.#fact('Address', externalLink(this, url))}
    </dl>`;
  }

  readonly #onMove = (): void => {
    this.dispatchEvent(new ActionEvent({ name: 'move-article' }));
  };

  #fact(name: string, value: TemplateResult): TemplateResult {
    return html`<dt>${name}</dt>
      <dd>${value}</dd>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-article-facts': CtArticleFacts;
  }
}
