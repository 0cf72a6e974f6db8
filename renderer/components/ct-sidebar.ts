import { LitElement, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { LibraryOverview, SectionSummary } from '../../archive/model/overview.ts';
import type { FacetCount, Facets } from '../../archive/model/search.ts';
import type { Place } from '../controllers/place.ts';
import { frontPage, isFiltered } from '../controllers/place.ts';
import { keptSentence, librarySpan, sourceQuery } from '../format/library-words.ts';
import { formatCount } from '../format/numbers.ts';
import { sharedStyles } from '../styles/shared-styles.ts';
import './ct-collections.ts';
import { scrollBarStyles } from './reading-styles.ts';
import { ActionEvent, type Action } from './shell-events.ts';
import { entryStyles, sidebarStyles } from './sidebar-styles.ts';

/** How many sections or sources are listed; the rest is found by searching. */
const most = 12;

/**
 * The library column: what there is, and ways into it. An entry that is chosen again lets go of its filter.
 *
 * @fires ct-action - ActionEvent for each entry
 * @fires ct-collection-question, ct-collection-wish
 */
@customElement('ct-sidebar')
export class CtSidebar extends LitElement {
  @property({ attribute: false }) overview: LibraryOverview | null = null;
  @property({ attribute: false }) place: Place = frontPage;
  /** What the present result consists of; null until it is counted. */
  @property({ attribute: false }) facets: Facets | null = null;
  /** The library cannot be used: nothing in it is offered. */
  @property({ type: Boolean }) closed = false;

  static override styles = [sharedStyles, scrollBarStyles, entryStyles, sidebarStyles];

  protected override render() {
    const { overview } = this;
    return html`<div class="mast">
        Cuttings
        <small>${overview ? librarySpan(overview) : nothing}</small>
      </div>
      ${this.closed ? nothing : this.entries()}`;
  }

  private entries() {
    const { overview, place } = this;
    const { collection, section } = place.filter;
    const everything = place.screen === 'results' && place.text === '' && !isFiltered(place.filter);
    return html`<ul>
        ${this.entry('Front page', null, { name: 'front-page' }, place.screen === 'front')}
        ${this.entry('All articles', overview?.articles ?? null, { name: 'all-articles' }, everything)}
        ${this.entry('The library', null, { name: 'library' }, place.screen === 'library')}
      </ul>
      ${overview ? this.groups(overview, collection, section) : nothing}
      <footer>${overview ? keptSentence(overview) : nothing}</footer>`;
  }

  private groups(overview: LibraryOverview, collection: string | null, section: string | null) {
    const inSection = (value: string): readonly [Action, boolean] => [
      { name: 'section', value: value === section ? null : value },
      value === section,
    ];
    const source = (value: string): readonly [Action, boolean] => {
      const text = sourceQuery(value);
      return [{ name: 'search', text }, this.place.text === text];
    };
    const sources = overview.sources.filter(({ name }) => sourceQuery(name) !== '');
    const { facets } = this;
    const narrowed = facets !== null && this.place.screen === 'results';
    const collections = narrowed ? facets.collections : null;
    // Another section is not within the one that is chosen: its own count says more.
    const sections = narrowed && section === null ? facets.sections : null;
    return html`<ct-collections
        .collections=${counted(overview.collections, collections)}
        .chosen=${collection}
      ></ct-collections>
      ${this.group('Sections', counted(overview.sections, sections), inSection)}
      ${this.group('Sources', sources, source)}`;
  }

  private group(
    heading: string,
    summaries: readonly SectionSummary[],
    act: (name: string) => readonly [Action, boolean],
  ) {
    if (summaries.length === 0) return nothing;
    const shown = summaries.filter(({ name }, index) => index < most || act(name)[1]);
    return html`<section aria-labelledby=${heading}>
      <h2 id=${heading}>${heading}</h2>
      <ul>
        ${shown.map(({ name, articles }) => this.entry(name, articles, ...act(name)))}
      </ul>
      ${
        summaries.length > shown.length
          ? html`<p>and ${formatCount(summaries.length - shown.length)} more</p>`
          : nothing
      }
    </section>`;
  }

  private entry(label: string, count: number | null, action: Action, current: boolean) {
    return html`<li>
      <button
        type="button"
        aria-current=${current ? 'true' : nothing}
        @click=${() => this.dispatchEvent(new ActionEvent(action))}
      >
        <span>${label}</span>
        ${
          count === null
            ? nothing
            : html`<b aria-hidden="true">${formatCount(count)}</b
                ><span class="visually-hidden">, ${formatCount(count, 'article')}</span>`
        }
      </button>
    </li>`;
  }
}

/** The same with how many of each are in the result. Facets are cut at a hundred values: one that is not told is kept. */
function counted(
  summaries: readonly SectionSummary[],
  counts: readonly FacetCount[] | null,
): readonly SectionSummary[] {
  if (counts === null) return summaries;
  const known = new Map(counts.map(({ value, count }) => [value, count]));
  const cut = counts.length >= 100;
  return summaries.map(({ name, articles }) => ({
    name,
    articles: known.get(name) ?? (cut ? articles : 0),
  }));
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-sidebar': CtSidebar;
  }
}
