import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ArticleId } from '../../archive/model/article.ts';
import type { ArchiveError } from '../../archive/model/errors.ts';
import type { Result } from '../../archive/model/result.ts';
import type { Facets, Hit, SearchAnswer, SearchRequest } from '../../archive/model/search.ts';
import { missingFrom } from '../format/result-words.ts';
import { HitPages, hitsPerPage, pageOf } from './hit-pages.ts';
import { sameQuestion } from './question.ts';
import { LatestFacets, type FacetSource } from './latest-facets.ts';

/** The part of the archive that is asked; the signal says that an answer is no longer wanted. */
export interface SearchSource extends FacetSource {
  search(request: SearchRequest, signal?: AbortSignal): Promise<Result<SearchAnswer, ArchiveError>>;
}

/** A question without the page of it that is wanted. */
export type Question = Omit<SearchRequest, 'offset' | 'limit'>;

/** An answer with the question it answers, so that the screen never mixes two. */
export interface Answered {
  readonly question: Question;
  readonly answer: SearchAnswer;
}

/** After how many milliseconds waiting is shown; before, it would only flash. */
const patience = 150;

/**
 * Asks the archive; the latest question wins, and its predecessor's answer stays on the screen until the new one is
 * there. Further hits come by the page, as the list needs them; what the result consists of comes after the answer.
 */
export class SearchController implements ReactiveController {
  answered: Answered | null = null;
  error: ArchiveError | null = null;
  /** True once an answer has been waited for long enough to say so. */
  slow = false;
  /** The last question asked, answered or not. */
  asked: Question | null = null;
  /** Another object whenever a page has come. */
  hits = new HitPages();

  /** Pages that are being fetched, and how to give them up. */
  private readonly fetching = new Map<number, AbortController>();
  /** The place whose page stays, however far one scrolls: that of the selected hit. */
  private kept = 0;
  /** The pages that the list showed last. */
  private looked: ReadonlySet<number> = new Set();
  private flight: AbortController | null = null;
  private timer = 0;

  private readonly counts: LatestFacets;
  private readonly host: ReactiveControllerHost;
  private readonly source: SearchSource;
  private readonly arrived: (answered: Answered) => void;

  constructor(host: ReactiveControllerHost, source: SearchSource, arrived: (answered: Answered) => void) {
    this.host = host;
    this.source = source;
    this.arrived = arrived;
    this.counts = new LatestFacets(source, () => host.requestUpdate());
    host.addController(this);
  }

  hostDisconnected(): void {
    this.stop();
  }

  /** Gives up the question that is open; the last answer stays. */
  stop(): void {
    this.giveUp();
    this.flight = null;
    this.asked = this.answered?.question ?? null;
    this.stopWaiting();
  }

  get total(): number {
    return this.answered?.answer.total ?? 0;
  }

  /** What the result consists of; that of the former result until the present one is counted. Null when it is not known. */
  get facets(): Facets | null {
    return this.counts.current;
  }

  /** The hit at a place of the list, or undefined when its page has not come yet. */
  hitAt(index: number): Hit | undefined {
    return this.hits.get(index);
  }

  /** The place of an article among the hits fetched so far, or -1. */
  indexOf(id: ArticleId | null): number {
    return this.hits.indexOf(id);
  }

  /** Asks a question; an earlier one that is still open is cancelled. */
  async ask(question: Question): Promise<void> {
    this.giveUp();
    const flight = new AbortController();
    this.flight = flight;
    this.asked = question;
    this.startWaiting();
    const result = await this.source.search({ ...question, offset: 0, limit: hitsPerPage }, flight.signal);
    if (this.flight !== flight) return;
    this.stopWaiting();
    if (result.ok) this.take(question, result.value);
    else this.error = result.error;
    this.host.requestUpdate();
    if (this.answered && result.ok) this.arrived(this.answered);
  }

  /**
   * Sees that the hits at these places of the list are fetched, and that nothing else is: pages asked for on the way
   * there are no longer wanted. `kept` is the selected place, or -1.
   */
  need(places: readonly number[], kept = -1): void {
    if (!this.answered || this.answered.question !== this.asked) return;
    const { question } = this.answered;
    this.kept = Math.max(0, kept);
    const pages = new Set(places.filter((place) => place >= 0 && place < this.total).map(pageOf));
    this.looked = pages;
    for (const [page, flight] of this.fetching) if (!pages.has(page)) flight.abort();
    for (const page of pages) {
      if (!this.fetching.has(page) && !this.hits.hasPage(page)) void this.fetchPage(page, question);
    }
  }

  private async fetchPage(page: number, question: Question): Promise<void> {
    const flight = new AbortController();
    this.fetching.set(page, flight);
    flight.signal.addEventListener('abort', () => this.fetching.delete(page));
    const request = { ...question, offset: page * hitsPerPage, limit: hitsPerPage };
    const result = await this.source.search(request, flight.signal);
    if (flight.signal.aborted) return;
    this.fetching.delete(page);
    if (result.ok) this.hits = this.hits.with(page, result.value.hits, [0, page, pageOf(this.kept)]);
    else this.error = result.error;
    this.host.requestUpdate();
  }

  private take(question: Question, answer: SearchAnswer): void {
    this.error = null;
    // Counts of an index that lacks articles would be zeros where there is something: they come when it has all.
    if (missingFrom(answer) > 0) this.counts.forget();
    else this.counts.follow(question);
    const before = this.answered;
    if (before !== null && sameQuestion(before.question, question)) {
      this.takeAgain(before.question, answer);
      return;
    }
    this.answered = { question, answer };
    this.hits = new HitPages(new Map([[0, answer.hits]]));
  }

  /**
   * The library has changed under a list that somebody looks at: the list stays where it is, and what it shows stays until
   * it has come again.
   */
  private takeAgain(question: Question, answer: SearchAnswer): void {
    this.asked = question;
    this.answered = { question, answer };
    const last = pageOf(Math.max(0, answer.total - 1));
    const shown = new Set([...this.looked, pageOf(this.kept)].filter((page) => page > 0 && page <= last));
    this.hits = this.hits.only(shown).with(0, answer.hits, [0, ...shown]);
    for (const page of shown) void this.fetchPage(page, question);
  }

  /** Nothing that is under way is wanted any more. */
  private giveUp(): void {
    this.flight?.abort();
    for (const flight of [...this.fetching.values()]) flight.abort();
    this.counts.stop();
  }

  private startWaiting(): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => {
      this.slow = true;
      this.host.requestUpdate();
    }, patience);
  }

  private stopWaiting(): void {
    clearTimeout(this.timer);
    this.slow = false;
  }
}
