import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { listedSentence } from '../format/article-facts.ts';
import { sharedStyles } from '../styles/shared-styles.ts';
import { OpenArticleEvent } from './events.ts';
import { externalLink } from './external-link.ts';
import type { ReadingContent } from './reading-content.ts';
import { readingStyles, scrollBarStyles } from './reading-styles.ts';

/**
 * The page of an item that an archived page lists and the archive does not hold: what is known of it, and the way to
 * the page that lists it.
 *
 * @fires ct-open-article, ct-open-external
 */
@customElement('ct-listed-item')
export class CtListedItem extends LitElement {
  @property({ attribute: false }) content: Extract<ReadingContent, { kind: 'listed' }> | null = null;

  static override styles = [
    sharedStyles,
    readingStyles,
    scrollBarStyles,
    css`
      :host {
        display: block;
        overflow: auto;
        container-type: inline-size;
        font: 13.5px/1.5 var(--sans);
      }

      div {
        max-width: 43rem;
        margin: 0 auto;
        padding: 10px var(--s7) var(--s7);
      }

      .kicker {
        margin: 0;
        color: var(--ink-3);
        font-size: 12.5px;
      }

      h1 {
        margin: 10px 0 14px;
        color: var(--ink-2);
        font: italic 450 36px/1.15 var(--serif);
        letter-spacing: -0.012em;
        overflow-wrap: break-word;
        text-wrap: balance;
      }

      .why {
        margin: 0 0 var(--s5);
        padding: var(--s4) 0;
        border-block: 1px solid var(--rule);
        color: var(--ink-2);
        font: 400 18.5px/1.5 var(--serif);
        text-wrap: pretty;
      }

      dl {
        display: grid;
        grid-template-columns: max-content minmax(0, 1fr);
        gap: 4px var(--s4);
        margin: 0 0 var(--s5);
      }

      dt {
        color: var(--ink-3);
      }

      dd {
        margin: 0;
        color: var(--ink-2);
        overflow-wrap: anywhere;
      }

      @container (max-width: 640px) {
        div {
          padding-inline: var(--s5);
        }

        h1 {
          font-size: clamp(25px, 6.4cqi, 34px);
        }
      }
    `,
  ];

  protected override render() {
    const { content } = this;
    if (content === null) return nothing;
    const { summary, link } = content;
    const page = summary.listedOn;
    return html`<div>
      <p class="kicker">${listedSentence(summary)}</p>
      <h1 tabindex="-1" dir="auto">${summary.headline}</h1>
      <p class="why">
        Only this headline is known: a page in the archive points to the article, but its text was not saved
        with it.
      </p>
      <dl>
        ${
          link === null || link.heading === null
            ? nothing
            : html`<dt>Under</dt>
                <dd><bdi>${link.heading}</bdi></dd>`
        }
        ${
          page === null
            ? nothing
            : html`<dt>On</dt>
                <dd>
                  <bdi>${page.headline}</bdi
                  >${page.source === null ? nothing : html`, <bdi>${page.source}</bdi>`}
                </dd>`
        }
        ${
          !link?.url
            ? nothing
            : html`<dt>Address</dt>
                <dd>${externalLink(this, link.url)}</dd>`
        }
      </dl>
      ${
        page === null
          ? nothing
          : html`<button
              class="button"
              type="button"
              @click=${() => this.dispatchEvent(new OpenArticleEvent(page.id))}
            >
              Open the page that lists it
            </button>`
      }
    </div>`;
  }

  /** Moves the focus to the headline. */
  focusHeading(): void {
    this.renderRoot.querySelector<HTMLElement>('h1')?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-listed-item': CtListedItem;
  }
}
