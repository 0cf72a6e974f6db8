import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { LibraryHoldings, VerifiedNote } from '../../archive/model/library-holdings.ts';
import { describeRisk } from '../../archive/model/library-risk.ts';
import type { CareState, LibrariesState } from '../../main/bridge/libraries.ts';
import { daysWords, formatCalendarDay, formatMoment } from '../format/holdings-words.ts';
import { languageName } from '../format/languages.ts';
import { formatBytes, formatCount } from '../format/numbers.ts';
import { sharedStyles } from '../styles/shared-styles.ts';
import { calendarStyles } from './calendar-styles.ts';
import { careLines } from './care-lines.ts';
import { libraryCalendar } from './library-calendar.ts';
import { libraryPageStyles } from './library-page-styles.ts';
import { readingStyles, scrollBarStyles } from './reading-styles.ts';
import { ActionEvent, type Action } from './shell-events.ts';

/** How many languages are named; the rest is counted. */
const mostLanguages = 4;

/**
 * The library page: what is held, how large it is and where, how it is kept, and what it honestly lacks. Each number that
 * stands for something that can be shown leads there.
 *
 * @fires ct-action - ActionEvent
 */
@customElement('ct-library-page')
export class CtLibraryPage extends LitElement {
  @property({ attribute: false }) holdings: LibraryHoldings | null = null;
  /** Null until main has said it, or where nothing can say it. */
  @property({ attribute: false }) libraries: LibrariesState | null = null;
  @property({ attribute: false }) care: CareState | null = null;

  static override styles = [sharedStyles, scrollBarStyles, readingStyles, libraryPageStyles, calendarStyles];

  /** Moves the focus to the top of the page. */
  focusHeading(): void {
    this.renderRoot.querySelector<HTMLElement>('h1')?.focus();
  }

  protected override render() {
    const { holdings, libraries } = this;
    if (holdings === null) return nothing;
    return html`<div class="page">
      <header class="flag">
        <h1 tabindex="-1">The library</h1>
        ${libraries === null || libraries.isDefault ? nothing : html`<p><bdi>${libraries.name}</bdi></p>`}
      </header>
      ${
        libraries?.risk
          ? html`<p class="warning" role="alert">${describeRisk(libraries.risk, libraries.path)}</p>`
          : nothing
      }
      ${this.held(holdings)} ${this.kept(holdings)} ${this.lacks(holdings)} ${this.when(holdings)}
      ${libraries === null ? nothing : this.others(libraries)}
    </div>`;
  }

  private held(holdings: LibraryHoldings) {
    const { articles, originals, collections, sources, languages, disk, span, listed } = holdings;
    const figure = (value: string, words: string) =>
      html`<div>
        <dt>${words}</dt>
        <dd>${value}</dd>
      </div>`;
    return html`<section aria-labelledby="held">
      <h2 id="held">What it holds</h2>
      <div>
        <dl class="figures">
          ${figure(formatCount(articles), articles === 1 ? 'article' : 'articles')}
          ${figure(formatCount(originals), `${originals === 1 ? 'original' : 'originals'}, ${formatBytes(disk.originals)}`)}
          ${figure(formatCount(collections), collections === 1 ? 'collection' : 'collections')}
          ${figure(formatCount(sources), sources === 1 ? 'source' : 'sources')}
          ${figure(formatCount(languages.length), languages.length === 1 ? 'language' : 'languages')}
          ${figure(formatCount(listed), 'listed, not held')}
        </dl>
        ${articles === 0 ? this.empty() : html`<p class="result">${this.about(holdings)}</p>`}
        ${span === null ? nothing : html`<p>From ${formatCalendarDay(span.first)} to ${formatCalendarDay(span.last)}.</p>`}
      </div>
    </section>`;
  }

  private empty() {
    return html`<p class="result">
      Nothing yet. ${this.link('Import files…', { name: 'import' })} Whatever comes in is kept as it came.
    </p>`;
  }

  /** Its languages, each a search. */
  private about({ languages }: LibraryHoldings): TemplateResult {
    const shown = languages.slice(0, mostLanguages);
    const more = languages.length - shown.length;
    return html`${shown.map(
      ({ language, articles }, at) =>
        html`${at === 0 ? '' : ', '}${this.link(languageName(language), { name: 'search', text: `lang:${language}` })}
        ${formatCount(articles)}`,
    )}${more === 0 ? nothing : html` and ${formatCount(more, 'other language')}`}.`;
  }

  private kept({ disk, verified, backedUp, created }: LibraryHoldings) {
    const { libraries, care } = this;
    const all = disk.originals + disk.catalogue + disk.index;
    const busy = care?.state === 'running';
    return html`<section aria-labelledby="kept">
      <h2 id="kept">How it is kept</h2>
      <div>
        <div class="row">
          <div>
            <h3>${formatBytes(all)} on the disk</h3>
            <p>
              Originals ${formatBytes(disk.originals)}, catalogue ${formatBytes(disk.catalogue)}, index
              ${formatBytes(disk.index)}.${created === null ? '' : ` Begun on ${formatMoment(created)}.`}
            </p>
            ${libraries === null ? nothing : html`<p class="path"><bdi>${libraries.path}</bdi></p>`}
          </div>
          ${this.button('Show the folder', { name: 'reveal-library' })}
        </div>
        ${this.verified(verified, busy)} ${this.backedUp(backedUp, busy)}
      </div>
    </section>`;
  }

  private verified(verified: LibraryHoldings['verified'], busy: boolean) {
    return html`<div class="row">
      <div>
        <h3>${verified === null ? 'Never verified' : `Verified on ${formatMoment(verified.at)}`}</h3>
        ${this.care?.state === 'verified' ? nothing : html`<p>${verifiedWords(verified)}</p>`}
        ${careLines(this.care, 'verify', () => this.act({ name: 'cancel-care' }))}
      </div>
      ${this.button('Verify now', { name: 'verify-library' }, busy)}
    </div>`;
  }

  private backedUp(backedUp: LibraryHoldings['backedUp'], busy: boolean) {
    return html`<div class="row">
      <div>
        <h3>${backedUp === null ? 'Never backed up' : `Backed up on ${formatMoment(backedUp.at)}`}</h3>
        <p>
          ${
            backedUp === null
              ? 'A copy in another folder, best on another disk; a second one there copies only what is new.'
              : html`To <bdi class="path">${backedUp.folder}</bdi>${
                    backedUp.faults === 0
                      ? ''
                      : `; ${formatCount(backedUp.faults, 'original')} could not be copied`
                  }.`
          }
        </p>
        ${careLines(this.care, 'backup', () => this.act({ name: 'cancel-care' }))}
      </div>
      ${this.button('Back up…', { name: 'back-up-library' }, busy)}
    </div>`;
  }

  private lacks({ gaps, imports }: LibraryHoldings) {
    const line = (count: number, words: string, more: TemplateResult | typeof nothing = nothing) =>
      html`<li>
        <b>${formatCount(count)}</b><span>${words}${count === 0 ? nothing : html` ${more}`}</span>
      </li>`;
    const report = this.link('Import reports', { name: 'imports' });
    return html`<section aria-labelledby="lacks">
      <h2 id="lacks">What it lacks</h2>
      <ul class="lines">
        ${line(gaps.undated, gaps.undated === 1 ? 'article is undated.' : 'articles are undated.', this.link('Show', { name: 'search', text: 'date:none' }))}
        ${line(gaps.imprecise, gaps.imprecise === 1 ? 'article is dated to a month or a year only.' : 'articles are dated to a month or a year only.')}
        ${line(gaps.failed, `${gaps.failed === 1 ? 'file or record' : 'files or records'} could not be read${imports === 0 ? '' : `, in ${formatCount(imports, 'import')}`}.`, report)}
        ${line(gaps.withoutArticle, gaps.withoutArticle === 1 ? 'original is kept and gave no article.' : 'originals are kept and gave no article.', report)}
        ${line(gaps.duplicates, 'came in again, and were there already.')}
      </ul>
    </section>`;
  }

  private when(holdings: LibraryHoldings) {
    if (holdings.months.length === 0) return nothing;
    const open = (month: string): void => this.act({ name: 'search', text: `date:${month}` });
    return html`<section aria-labelledby="when">
      <h2 id="when">Days with and without</h2>
      <div>
        <p>${daysWords(holdings)}</p>
        ${libraryCalendar(holdings.months, open)}
      </div>
    </section>`;
  }

  private others({ recent }: LibrariesState) {
    return html`<section aria-labelledby="others">
      <h2 id="others">Other libraries</h2>
      <div>
        ${recent.map(
          ({ name, path, there }, index) =>
            html`<div class="row">
              <div>
                <h3><bdi>${name}</bdi></h3>
                <p class="path"><bdi>${path}</bdi></p>
                ${there ? nothing : html`<p>It is not there now: moved, or on a disk that is not connected.</p>`}
              </div>
              ${this.button('Open', { name: 'open-recent', index }, !there, `Open ${name}`)}
            </div>`,
        )}
        <div class="actions">
          ${this.button('New library…', { name: 'new-library' })}${this.button('Open library…', { name: 'open-library' })}
        </div>
      </div>
    </section>`;
  }

  private button(label: string, action: Action, disabled = false, name?: string): TemplateResult {
    return html`<button
      class="button"
      type="button"
      ?disabled=${disabled}
      aria-label=${name ?? nothing}
      @click=${() => this.act(action)}
    >
      ${label}
    </button>`;
  }

  private link(label: string, action: Action): TemplateResult {
    return html`<button class="link" type="button" @click=${() => this.act(action)}>${label}</button>`;
  }

  private act(action: Action): void {
    this.dispatchEvent(new ActionEvent(action));
  }
}

/** What the last look through the library found; before the first, what it would do. */
function verifiedWords(verified: VerifiedNote | null): string {
  if (verified === null)
    return 'Every original is read and compared with its SHA-256, and every reference is looked up.';
  return verified.faults === 0
    ? 'Everything was whole.'
    : `${formatCount(verified.faults, 'thing')} missing or damaged.`;
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-library-page': CtLibraryPage;
  }
}
