import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ArticleId, ArticleSummary, ListedLink } from '../../archive/model/article.ts';
import { formatPartialDate } from '../format/dates.ts';
import { sharedStyles } from '../styles/shared-styles.ts';
import { partText } from './article-blocks.ts';
import { OpenArticleEvent } from './events.ts';
import { externalLink, webAddress } from './external-link.ts';
import type { MarkedPart } from './mark-outline.ts';
import { readingStyles } from './reading-styles.ts';

const notHeld = 'not in the archive';

interface LinkGroup {
  readonly heading: string | null;
  readonly links: { readonly link: ListedLink; readonly index: number }[];
}

/** Neighbours under the same heading make a group; the printed order stays, so that marks count in drawing order. */
function grouped(listed: readonly ListedLink[]): readonly LinkGroup[] {
  const groups: LinkGroup[] = [];
  listed.forEach((link, index) => {
    const last = groups.at(-1);
    if (last?.heading === link.heading) last.links.push({ link, index });
    else groups.push({ heading: link.heading, links: [{ link, index }] });
  });
  return groups;
}

/**
 * What the page pointed to, by its own headings, and which archived articles point to it.
 *
 * @fires ct-open-article, ct-open-external
 */
@customElement('ct-listed-links')
export class CtListedLinks extends LitElement {
  @property({ attribute: false }) listed: readonly ListedLink[] = [];
  @property({ attribute: false }) parts: readonly MarkedPart[] = [];
  @property({ type: Number }) current = -1;
  @property({ attribute: false }) listedBy: readonly ArticleSummary[] = [];

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

      i {
        color: var(--ink-2);
      }

      small {
        display: block;
        color: var(--ink-3);
        font: 12px/1.4 var(--sans);
      }
    `,
  ];

  protected override render() {
    return html`${
      this.listed.length === 0
        ? nothing
        : html`<section aria-labelledby="listed">
            <h2 id="listed">Listed on this page</h2>
            ${grouped(this.listed).map(
              (group) =>
                html`${group.heading === null ? nothing : html`<h3 dir="auto">${group.heading}</h3>`}
                  <ul>
                    ${group.links.map(({ link, index }) => this.#item(link, index))}
                  </ul>`,
            )}
          </section>`
    }
    ${
      this.listedBy.length === 0
        ? nothing
        : html`<section aria-labelledby="referred">
            <h2 id="referred">Referred to by</h2>
            <ul>
              ${this.listedBy.map((summary) => this.#referrer(summary))}
            </ul>
          </section>`
    }`;
  }

  #item(link: ListedLink, index: number): TemplateResult {
    const words = partText(this.parts[index], this.current);
    if (link.article !== null) {
      return html`<li dir="auto">${this.#opener(link.article, words)}</li>`;
    }
    return html`<li dir="auto">
      <i>${words}</i>
      <small>${notHeld}${this.#elsewhere(link)}</small>
    </li>`;
  }

  /** Where the person may find it, outside. */
  #elsewhere({ url }: ListedLink): TemplateResult | typeof nothing {
    const address = url === null ? null : webAddress(url);
    return url === null || address === null ? nothing : html` · ${externalLink(this, url, address.host)}`;
  }

  #referrer(summary: ArticleSummary): TemplateResult {
    const facts = [
      summary.source,
      summary.published === null ? 'undated' : formatPartialDate(summary.published),
    ].filter((fact) => fact !== null);
    return html`<li dir="auto">
      ${this.#opener(summary.id, html`${summary.headline}`)} <small dir="auto">${facts.join(' · ')}</small>
    </li>`;
  }

  #opener(id: ArticleId, words: unknown): TemplateResult {
    return html`<button
      class="link"
      type="button"
      @click=${() => this.dispatchEvent(new OpenArticleEvent(id))}
    >
      ${words}
    </button>`;
  }

  /** The marks drawn here, in order. */
  markElements(): readonly HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('mark')];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-listed-links': CtListedLinks;
  }
}
