import { Task, TaskStatus } from '@lit/task';
import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { ArchiveApi } from '../../archive/api/archive-api.ts';
import type { MarkRequest } from '../../archive/api/reading.ts';
import type { Article, ArticleId } from '../../archive/model/article.ts';
import { formatCount } from '../format/numbers.ts';
import { sharedStyles } from '../styles/shared-styles.ts';
import { namedArticles } from './article-lines.ts';
import { articleViews } from './article-views.ts';
import './ct-article-menu.ts';
import './ct-copies.ts';
import './ct-listed-item.ts';
import './ct-mark-navigator.ts';
import type { MarkStepEvent } from './ct-mark-navigator.ts';
import './ct-provenance.ts';
import './ct-reading-error.ts';
import './ct-related-articles.ts';
import './ct-segmented.ts';
import type { SegmentChosenEvent } from './ct-segmented.ts';
import './ct-side-by-side.ts';
import type { CtSideBySide, HeadlinePassedEvent } from './ct-side-by-side.ts';
import { BackToResultsEvent, ReadingShownEvent, ViewChangeEvent, type ArticleView } from './events.ts';
import { painted } from './painted.ts';
import {
  loadContent,
  loadOriginal,
  sameMarks,
  type OriginalContent,
  type ReadingContent,
} from './reading-content.ts';
import { readingPaneStyles } from './reading-pane-styles.ts';
import type { ResultPlace } from './result-place.ts';

/** Reading is quicker than this as a rule, and a sign that comes and goes would only flicker. In milliseconds. */
const patience = 150;

/**
 * The reading pane: one article, clean, beside its original, or as the original, with the marks of the query that
 * led to it. The former article stays until the next one is there; of several asked for, the last one is shown.
 *
 * @fires ct-open-article, ct-view-change, ct-open-external, ct-reading-shown, ct-back-to-results
 */
@customElement('ct-reading-pane')
export class CtReadingPane extends LitElement {
  @property({ attribute: false }) archive: ArchiveApi | null = null;
  @property({ attribute: false }) articleId: ArticleId | null = null;
  @property({ attribute: false }) markRequest: MarkRequest | null = null;
  @property() view: ArticleView = 'clean';
  @property({ attribute: false }) resultPlace: ResultPlace | null = null;

  @state() private current = -1;
  @state() private slow = false;
  @state() private scrolled = false;
  @state() private attempt = 0;
  /** The article that has been painted: only then is asked what is related to it. */
  @state() private painted: ArticleId | null = null;
  @query('ct-side-by-side') private panes!: CtSideBySide | null;

  /** What was last told to be shown, so that it is told once. */
  #shown = '';
  /** The article that was last begun at its top. */
  #begun: ArticleId | null = null;
  #content: ReadingContent | null = null;
  #timer = 0;

  readonly #reading = new Task(this, {
    task: ([archive, id, , , markRequest]) =>
      archive === null || id === null ? Promise.resolve(null) : loadContent(archive, id, markRequest),
    args: () => [this.archive, this.articleId, this.#markKey(), this.attempt, this.markRequest] as const,
    // The request is compared by what it says: its owner may make it anew at each drawing.
    argsEqual: (one, other) => one.slice(0, 4).every((value, at) => value === other[at]),
  });

  readonly #original = new Task(this, {
    task: ([archive, id]): Promise<OriginalContent | null> =>
      archive === null || id === null ? Promise.resolve(null) : loadOriginal(archive, id),
    args: () => [this.archive, this.#originalWanted(), this.attempt] as const,
  });

  static override styles = [sharedStyles, readingPaneStyles];

  #markKey(): string {
    return JSON.stringify(this.markRequest);
  }

  #originalWanted(): ArticleId | null {
    const content = this.#reading.value;
    if (content?.kind !== 'article') return null;
    if (this.view !== 'clean') return content.id;
    // Kept when the reader goes back to the clean view: it is likely to be wanted again.
    return this.#original.value?.id === content.id ? content.id : null;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('articleId')) this.#shown = '';
    const content = this.#reading.value ?? null;
    if (content === this.#content) return;
    if (!sameMarks(content, this.#content)) this.current = -1;
    this.#content = content;
  }

  protected override render() {
    const content = this.#content;
    return html`${this.slow ? html`<div class="busy" role="status" aria-label="Opening the article"></div>` : nothing}
    ${
      content === null
        ? html`<p class="nothing">
            ${this.articleId === null ? 'Choose an article to read it here.' : nothing}
          </p>`
        : html`${this.#bar(content)}${this.#body(content)}${this.#foot(content)}`
    }`;
  }

  #bar(content: ReadingContent) {
    const article = content.kind === 'article' ? content.reading.article : null;
    const state = this.view === 'clean' ? (this.scrolled ? 'scrolled' : '') : 'divided';
    return html`<div class="bar ${article === null ? '' : state}">
      <div class="where">
        <button class="back" type="button" @click=${() => this.dispatchEvent(new BackToResultsEvent())}>
          Back to results
        </button>
        ${
          this.resultPlace === null || this.resultPlace.index < 0 || (this.scrolled && article !== null)
            ? nothing
            : html`<span
                >Result ${formatCount(this.resultPlace.index + 1)} of
                ${this.resultPlace.exact ? '' : 'at least '}${formatCount(this.resultPlace.total)}</span
              >`
        }
        ${
          this.scrolled && article !== null
            ? html`<bdi class="running" aria-hidden="true">${article.headline}</bdi>`
            : nothing
        }
      </div>
      ${
        article === null
          ? nothing
          : html`<ct-segmented
                label="View"
                .segments=${articleViews}
                .value=${this.view}
                @ct-segment-chosen=${this.#onView}
              ></ct-segmented
              ><ct-article-menu></ct-article-menu>`
      }
    </div>`;
  }

  #body(content: ReadingContent) {
    switch (content.kind) {
      case 'error':
        return html`<ct-reading-error .error=${content.error} @ct-retry=${this.refresh}></ct-reading-error>`;
      case 'listed':
        return html`<ct-listed-item .content=${content}></ct-listed-item>`;
      case 'article':
        return html`<ct-side-by-side
          .content=${content}
          .original=${this.#originalOf(content)}
          .view=${this.view}
          .current=${this.current}
          @ct-retry=${this.refresh}
          @ct-headline-passed=${this.#onHeadlinePassed}
          ><ct-copies slot="notes" lang="en" .copies=${content.copies}></ct-copies
          ><ct-related-articles
            slot="after"
            .archive=${this.archive}
            .articleId=${this.painted === content.id ? content.id : null}
            .except=${namedArticles(content.reading)}
          ></ct-related-articles
        ></ct-side-by-side>`;
    }
  }

  #foot(content: ReadingContent) {
    if (content.kind !== 'article') return nothing;
    return html`<div class="foot">
      <ct-provenance .original=${content.reading.article.original}></ct-provenance>
      <ct-mark-navigator
        .outline=${content.outline}
        .current=${this.current}
        ?searched=${content.reading.marks !== null}
        @ct-mark-step=${(event: MarkStepEvent) => this.#step(event.step)}
      ></ct-mark-navigator>
    </div>`;
  }

  #originalOf(content: ReadingContent): OriginalContent | null {
    const original = this.#original.value ?? null;
    return original?.id === content.id ? original : null;
  }

  protected override updated(): void {
    this.#watchPatience();
    void this.#announceShown();
  }

  #watchPatience(): void {
    const pending = this.#reading.status === TaskStatus.PENDING;
    if (!pending) {
      window.clearTimeout(this.#timer);
      this.#timer = 0;
      this.slow = false;
    } else if (this.#timer === 0) {
      this.#timer = window.setTimeout(() => {
        this.slow = true;
      }, patience);
    }
  }

  /** Tells the owner, once for each thing shown, that it has been painted. */
  async #announceShown(): Promise<void> {
    const content = this.#content;
    if (content === null || this.#reading.status !== TaskStatus.COMPLETE || content.id !== this.articleId)
      return;
    if (content.kind === 'article' && this.view !== 'clean' && this.#originalOf(content) === null) return;
    const shown = JSON.stringify([content.id, this.view, this.#markKey(), this.attempt]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    if (this.#begun !== content.id) this.panes?.scrollToTop();
    this.#begun = content.id;
    await this.panes?.updateComplete;
    await painted();
    if (this.#shown !== shown || !this.isConnected) return;
    this.painted = content.id;
    this.dispatchEvent(new ReadingShownEvent(content.id));
  }

  #onView(event: SegmentChosenEvent): void {
    const chosen = articleViews.find((view) => view.value === event.value);
    if (chosen !== undefined) this.dispatchEvent(new ViewChangeEvent(chosen.value));
  }

  #onHeadlinePassed(event: HeadlinePassedEvent): void {
    this.scrolled = event.passed;
  }

  #step(step: 1 | -1): void {
    const total = this.#content?.kind === 'article' ? this.#content.outline.total : 0;
    const { panes } = this;
    if (total === 0 || panes === null) return;
    let next = this.current < 0 ? panes.markFromHere(step) : (this.current + step + total) % total;
    // In the original some marks have no place; those are passed over.
    for (let tries = 0; tries < total && !panes.hasMark(next); tries += 1)
      next = (next + step + total) % total;
    if (!panes.hasMark(next)) return;
    this.current = next;
    void this.updateComplete.then(() => panes.showMark(next));
  }

  /** Goes to the next mark; after the last one comes the first. */
  nextMark(): void {
    this.#step(1);
  }

  /** Goes to the previous mark; before the first one comes the last. */
  previousMark(): void {
    this.#step(-1);
  }

  /** Whether there are marks to go to. */
  get hasMarks(): boolean {
    return this.#content?.kind === 'article' && this.#content.outline.total > 0;
  }

  /** The archived article that is shown, or null. */
  get article(): Article | null {
    return this.#content?.kind === 'article' ? this.#content.reading.article : null;
  }

  /** Moves the focus to the headline of what is shown. */
  focusHeading(): void {
    const root = this.renderRoot;
    this.panes?.focusHeading();
    root.querySelector('ct-listed-item')?.focusHeading();
    root.querySelector('ct-reading-error')?.focusHeading();
  }

  /** Reads again what is shown: after a failure, or when the library has changed. */
  refresh(): void {
    this.attempt += 1;
  }

  override disconnectedCallback(): void {
    window.clearTimeout(this.#timer);
    this.#timer = 0;
    super.disconnectedCallback();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-reading-pane': CtReadingPane;
  }
}
