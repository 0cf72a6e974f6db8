import { LitElement, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ArticleSummary } from '../../archive/model/article.ts';
import type { LibraryOverview } from '../../archive/model/overview.ts';
import { factsOf, formatDay } from '../format/article-facts.ts';
import { contentsGroups, type ContentsGroup } from '../format/contents.ts';
import { languageTag } from '../format/languages.ts';
import { collectionNames, figuresOf, yearsOf } from '../format/library-words.ts';
import { formatCount } from '../format/numbers.ts';
import { sharedStyles } from '../styles/shared-styles.ts';
import { frontPageContentsStyles } from './front-page-contents-styles.ts';
import { frontPageStyles } from './front-page-styles.ts';
import { scrollBarStyles } from './reading-styles.ts';
import { ActionEvent, type Action } from './shell-events.ts';
import './ct-timeline.ts';

/** How many headlines a group shows before it is better read as a list of results. */
const mostShown = 30;

/**
 * The front page of the library: its lead article, what it holds in figures, its dates, and its contents by section.
 *
 * @fires ct-action - ActionEvent: an article or a section is opened
 * @fires ct-dates - DatesEvent from the time line
 */
@customElement('ct-front-page')
export class CtFrontPage extends LitElement {
  @property({ attribute: false }) overview: LibraryOverview | null = null;

  static override styles = [sharedStyles, scrollBarStyles, frontPageContentsStyles, frontPageStyles];

  /** Moves the focus to the top of the page. */
  focusHeading(): void {
    this.renderRoot.querySelector<HTMLElement>('h1')?.focus();
  }

  protected override render() {
    const { overview } = this;
    if (!overview) return nothing;
    const [first, ...others] = contentsGroups(overview);
    return html`<div class="page">
      <header class="flag">
        <h1 tabindex="-1">${collectionNames(overview)}</h1>
        <p>${yearsOf(overview)}</p>
      </header>
      <div class="top">${overview.lead ? this.lead(overview.lead) : nothing}${this.holdings(overview)}</div>
      ${this.when(overview)} ${first ? this.group(first, true) : nothing}
      ${others.length === 0 ? nothing : html`<div class="index">${others.map((group) => this.group(group, false))}</div>`}
      ${this.end(overview)}
    </div>`;
  }

  private lead(article: ArticleSummary) {
    const language = languageTag(article.language) ?? nothing;
    const facts = factsOf(article).join(' · ');
    return html`<section class="lead" aria-label="Lead article">
      <p class="kicker">${article.source ? html`<b>${article.source}</b> · ` : nothing}${facts}</p>
      <h2 lang=${language}>${this.link(article.headline, { name: 'open', article: article.id })}</h2>
      ${article.standfirst ? html`<p class="stand" lang=${language}>${article.standfirst}</p>` : nothing}
    </section>`;
  }

  private holdings(overview: LibraryOverview) {
    return html`<section class="holdings" aria-label="What the library holds">
      <dl>
        ${figuresOf(overview).map(
          ({ figure, words }) =>
            html`<div>
              <dt>${words}</dt>
              <dd>${figure}</dd>
            </div>`,
        )}
      </dl>
    </section>`;
  }

  private when({ dates }: LibraryOverview) {
    if (dates.bars.length === 0) return nothing;
    return html`<section class="when" aria-labelledby="when">
      <h2 id="when">When</h2>
      <ct-timeline .dates=${dates}></ct-timeline>
    </section>`;
  }

  private group(group: ContentsGroup, wide: boolean) {
    const { name, by, total, chronology, articles } = group;
    const id = `${by ?? 'other'} ${name}`.replace(/\s+/g, '-');
    const dated = chronology && wide;
    return html`<section class=${wide ? 'group wide' : 'group'} aria-labelledby=${id}>
      <h2 id=${id}>
        ${by === null ? name : this.link(name, { name: by, value: name })}
        <span class="count">${formatCount(total)}<span class="visually-hidden"> articles</span></span>
      </h2>
      <ul class=${dated ? 'dated' : ''}>
        ${articles.slice(0, mostShown).map((article) => this.row(article, dated))}
      </ul>
    </section>`;
  }

  private row(article: ArticleSummary, dated: boolean) {
    const date = article.published ? formatDay(article.published) : '';
    return html`<li>
      ${dated ? html`<span class="date">${date}</span>` : nothing}
      <span lang=${languageTag(article.language) ?? nothing}
        >${this.link(article.headline, { name: 'open', article: article.id })}</span
      >
    </li>`;
  }

  private end(overview: LibraryOverview) {
    const shown = overview.contents.length + (overview.lead ? 1 : 0);
    const words = overview.articles === 0 ? null : `All ${formatCount(overview.articles, 'article')}`;
    return html`<footer>
      ${words === null ? nothing : this.link(words, { name: 'all-articles' })}
      ${overview.articles > shown ? html`<span>The oldest ${formatCount(shown)} are listed here.</span>` : nothing}
    </footer>`;
  }

  private link(label: string, action: Action) {
    return html`<button
      class="link"
      type="button"
      @click=${() => this.dispatchEvent(new ActionEvent(action))}
    >
      ${label}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-front-page': CtFrontPage;
  }
}
