import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ArticleId } from '../../archive/model/article.ts';
import type { ArchiveError } from '../../archive/model/errors.ts';
import type { Result } from '../../archive/model/result.ts';
import type { Hit, SearchAnswer, SearchRequest } from '../../archive/model/search.ts';

/** The part of the archive that is asked; the signal says that an answer is no longer wanted. */
export interface SearchSource {
  search(request: SearchRequest, signal?: AbortSignal): Promise<Result<SearchAnswer, ArchiveError>>;
}

/** A question without the page of it that is wanted. */
export type Question = Omit<SearchRequest, 'offset' | 'limit'>;

/** An answer with the question it answers, so that the screen never mixes two. */
export interface Answered {
  readonly question: Question;
  readonly answer: SearchAnswer;
}

/** Hits asked for at once: more than the tallest window shows. */
export const hitsPerPage = 60;

/** After how many milliseconds waiting is shown; before, it would only flash. */
const patience = 150;

/**
 * Asks the archive; the latest question wins, and its predecessor's answer stays on the screen until the new one is
 * there. Further hits come by the page, as the list needs them.
 */
export class SearchController implements ReactiveController {
  answered: Answered | null = null;
  error: ArchiveError | null = null;
  /** True once an answer has been waited for long enough to say so. */
  slow = false;
  /** The last question asked, answered or not. */
  asked: Question | null = null;

  /** The hits fetched so far, by their place in the list; another map whenever one has come. */
  hits: ReadonlyMap<number, Hit> = new Map();

  private pages = new Set<number>();
  private flight: AbortController | null = null;
  private timer = 0;

  private readonly host: ReactiveControllerHost;
  private readonly source: SearchSource;
  private readonly arrived: (answered: Answered) => void;

  constructor(host: ReactiveControllerHost, source: SearchSource, arrived: (answered: Answered) => void) {
    this.host = host;
    this.source = source;
    this.arrived = arrived;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.stop();
  }

  /** Gives up the question that is open; the last answer stays. */
  stop(): void {
    this.flight?.abort();
    this.flight = null;
    this.asked = this.answered?.question ?? null;
    this.stopWaiting();
  }

  get total(): number {
    return this.answered?.answer.total ?? 0;
  }

  /** The hit at a place of the list, or undefined when its page has not come yet. */
  hitAt(index: number): Hit | undefined {
    return this.hits.get(index);
  }

  /** The place of an article among the hits fetched so far, or -1. */
  indexOf(id: ArticleId | null): number {
    for (const [index, hit] of this.hits) if (hit.id === id) return index;
    return -1;
  }

  /** Asks a question; an earlier one that is still open is cancelled. */
  async ask(question: Question): Promise<void> {
    this.flight?.abort();
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

  /** Sees that the hits at these places of the list are fetched. */
  need(places: readonly number[]): void {
    if (!this.answered || this.answered.question !== this.asked) return;
    const { question } = this.answered;
    const known = places.filter((place) => place >= 0 && place < this.total);
    for (const page of new Set(known.map((place) => Math.floor(place / hitsPerPage)))) {
      if (!this.pages.has(page)) void this.fetchPage(page, question);
    }
  }

  private async fetchPage(page: number, question: Question): Promise<void> {
    this.pages.add(page);
    const pages = this.pages;
    const request = { ...question, offset: page * hitsPerPage, limit: hitsPerPage };
    const result = await this.source.search(request, this.flight?.signal);
    if (this.pages !== pages) return;
    if (result.ok) this.hits = new Map([...this.hits, ...placed(result.value)]);
    else {
      this.error = result.error;
      pages.delete(page);
    }
    this.host.requestUpdate();
  }

  private take(question: Question, answer: SearchAnswer): void {
    this.error = null;
    this.answered = { question, answer };
    this.pages = new Set([0]);
    this.hits = new Map(placed(answer));
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

function placed({ hits, offset }: SearchAnswer): [number, Hit][] {
  return hits.map((hit, at) => [offset + at, hit]);
}
