import { LitElement, html, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import type { Reading } from '../../archive/api/reading.ts';
import { formatPartialDate } from '../format/dates.ts';
import { languageTag } from '../format/languages.ts';
import { sharedStyles } from '../styles/shared-styles.ts';
import { articleBlock, hanging, partText, scanBlock } from './article-blocks.ts';
import { listedGroups, summaryLine } from './article-lines.ts';
import { articleStyles, articleWidths } from './article-styles.ts';
import './ct-article-corrections.ts';
import './ct-article-facts.ts';
import './ct-article-list.ts';
import './ct-article-warnings.ts';
import type { MarkOutline } from './mark-outline.ts';
import { readingStyles } from './reading-styles.ts';

/** The focus came to a part of the article. (The focus event itself does not leave the tree it moves in.) */
export class PartFocusedEvent extends Event {
  static readonly type = 'ct-part-focused';
  readonly part: string;
  constructor(part: string) {
    super(PartFocusedEvent.type);
    this.part = part;
  }
}

/** Above this many blocks, those out of sight are not laid out. */
const manyBlocks = 300;

/**
 * The clean view of an article: what was written then, in reading order, with the marks of the query, and after it
 * the facts about it and what the page listed.
 *
 * @fires ct-open-article, ct-open-external, ct-part-focused
 * @slot notes - what is to be known before reading
 * @slot after - what follows the facts
 */
@customElement('ct-article')
export class CtArticle extends LitElement {
  @property({ attribute: false }) reading: Reading | null = null;
  @property({ attribute: false }) outline: MarkOutline | null = null;
  /** The number of the mark the reader stands on, or -1. */
  @property({ type: Number }) current = -1;
  /** The part pointed at in the original. */
  @property() pointed: string | null = null;
  /** Whether the parts can be reached with the keyboard, to see their places in the original. */
  @property({ type: Boolean }) linked = false;

  @query('h1') private heading!: HTMLElement | null;

  static override styles = [sharedStyles, readingStyles, articleStyles, articleWidths];

  protected override render() {
    const { reading, outline } = this;
    if (reading === null || outline === null) return nothing;
    const { article } = reading;
    const scan = scanBlock(article);
    const stop = this.linked ? -1 : nothing;
    return html`<div
      class="page ${article.blocks.length > manyBlocks ? 'long' : ''}"
      @focusin=${this.#onFocus}
    >
      <article lang=${languageTag(article.language) ?? nothing} aria-labelledby="headline">
        ${this.#kicker(reading)}
        <h1 id="headline" class=${hanging(article.headline)} dir="auto" tabindex="-1" data-part="headline">
          ${partText(outline.headline, this.current)}
        </h1>
        ${article.byline === null ? nothing : html`<p class="byline" dir="auto">${article.byline}</p>`}
        ${
          article.warnings.length === 0
            ? nothing
            : html`<ct-article-warnings lang="en" .warnings=${article.warnings}></ct-article-warnings>`
        }
        <ct-article-corrections lang="en" .article=${article}></ct-article-corrections>
        <slot name="notes"></slot>
        ${
          outline.standfirst === null
            ? nothing
            : html`<p class="stand" dir="auto" data-part="standfirst" tabindex=${stop}>
                ${partText(outline.standfirst, this.current)}
              </p>`
        }
        ${article.blocks.map((block, index) =>
          articleBlock(block, {
            index,
            parts: outline.blocks[index] ?? [],
            current: this.current,
            tabIndex: stop,
            scanned: index === scan,
          }),
        )}
      </article>
      <aside class="after" aria-label="About this article">
        <ct-article-facts .article=${article}></ct-article-facts>
        ${this.#lists(reading, outline)}
        <slot name="after"></slot>
      </aside>
    </div>`;
  }

  #kicker({ article }: Reading) {
    const date =
      article.published === null ? 'undated' : formatPartialDate(article.published, { weekday: true });
    return html`<p class="kicker" lang="en" data-part="published">
      ${article.source === null ? nothing : html`<b><bdi>${article.source}</bdi></b> · `}<span>${date}</span>
    </p>`;
  }

  /** What the page pointed to, by its own headings, and which archived articles point to it. */
  #lists({ article: { listed }, listedBy }: Reading, outline: MarkOutline) {
    const { current } = this;
    return html`<ct-article-list
        heading="Listed on this page"
        .groups=${guard([listed, outline, current], () => listedGroups(this, listed, outline.listed, current))}
      ></ct-article-list>
      <ct-article-list
        heading="Referred to by"
        .groups=${guard([listedBy], () => [{ heading: null, lines: listedBy.map((one) => summaryLine(one)) }])}
      ></ct-article-list>`;
  }

  protected override updated(): void {
    for (const part of this.renderRoot.querySelectorAll<HTMLElement>('[data-part]')) {
      part.classList.toggle('pointed', part.dataset['part'] === this.pointed);
    }
    const stops = this.partElements().filter((part) => part.hasAttribute('tabindex'));
    if (!this.linked) stops.forEach((stop) => stop.setAttribute('tabindex', '-1'));
    else if (!stops.some((stop) => stop.tabIndex === 0)) stops[0]?.setAttribute('tabindex', '0');
  }

  #onFocus(event: Event): void {
    const element = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-part]') : null;
    const part = element?.dataset['part'];
    if (part !== undefined) this.dispatchEvent(new PartFocusedEvent(part));
  }

  /** The elements of the parts of the article, in drawing order; `dataset.part` names each. */
  partElements(): readonly HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('[data-part]')];
  }

  /** Every mark on the screen, in the order of their numbers. */
  markElements(): readonly HTMLElement[] {
    const lists = [...this.renderRoot.querySelectorAll('ct-article-list')];
    const own = this.renderRoot.querySelectorAll<HTMLElement>('mark');
    return [...own, ...lists.flatMap((list) => list.markElements())];
  }

  /** Moves the focus to the headline, without scrolling it to the edge. */
  focusHeading(): void {
    this.heading?.focus({ preventScroll: true });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-article': CtArticle;
  }
  interface HTMLElementEventMap {
    'ct-part-focused': PartFocusedEvent;
  }
}
