import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { MarkRequest } from '../../archive/api/reading.ts';
import type { ArticleId } from '../../archive/model/article.ts';
import type { Settings } from '../../main/bridge/settings.ts';
import type { ArticleView } from '../components/events.ts';
import type { Place, SearchFilter } from './place.ts';
import { frontPage, isFiltered, noFilter, sameSearch } from './place.ts';
import { PlaceHistory } from './place-history.ts';
import { marksOf, questionOf, sameMarks } from './question.ts';
import type { Answered, SearchSource } from './search-controller.ts';
import { SearchController } from './search-controller.ts';

/** What the reading pane shows. It follows the selection, but lets a person finish typing first. */
export interface Shown {
  readonly article: ArticleId | null;
  readonly marks: MarkRequest | null;
}

/** Which article an answer opens: its first, the present one if it is still there, or the present one in any case. */
type Follow = 'first' | 'present' | 'always';

/** How long typing must rest before the article beside the results changes, in milliseconds. */
const rest = 140;

/**
 * Where a person is and how they got there: history, search and selection tied together. Components draw it and
 * call its methods; each method is something a person does.
 */
export class ReadingRoom implements ReactiveController {
  readonly search: SearchController;
  readonly history = new PlaceHistory((now, before) => this.moved(now, before));
  shown: Shown = { article: null, marks: null };

  private follow: Follow = 'first';
  /** Typing amends one place of the history until something else is done. */
  private session = false;
  /** Where clearing the box leads back to. */
  private base: Place['screen'] = 'front';
  private timer = 0;

  private readonly host: ReactiveControllerHost;
  private readonly source: SearchSource;
  private readonly settings: () => Settings;

  constructor(host: ReactiveControllerHost, source: SearchSource, settings: () => Settings) {
    this.host = host;
    this.source = source;
    this.settings = settings;
    host.addController(this);
    this.search = new SearchController(host, source, (answered) => this.arrived(answered));
  }

  hostConnected(): void {
    // The search begins with the first place that asks for one.
  }

  hostDisconnected(): void {
    clearTimeout(this.timer);
  }

  get place(): Place {
    return this.history.current;
  }

  /** The selected article's place in the list, or -1. */
  get index(): number {
    return this.search.indexOf(this.place.article);
  }

  /** The text in the box changed under a person's fingers. */
  type(text: string): void {
    const empty = text === '' && !isFiltered(this.place.filter);
    const screen = empty ? this.base : 'results';
    const change: Partial<Place> = { screen, text, typing: text !== '', reading: false };
    this.follow = 'first';
    if (this.session) this.history.replace(change);
    else this.history.push(change);
    this.session = true;
  }

  /** The words are finished. When only their beginnings are found, they stay beginnings. */
  async commit(): Promise<void> {
    const { place } = this;
    if (!place.typing) return;
    const question = questionOf({ ...place, typing: false }, this.settings());
    const finished = await this.source.search({ ...question, offset: 0, limit: 1 });
    if (this.place !== place || !finished.ok || finished.value.total === 0) return;
    if (finished.value.notices.some((notice) => notice.code === 'any-instead-of-all')) return;
    this.follow = 'present';
    this.history.replace({ typing: false });
  }

  /** The box was left: what is typed next is another search. */
  endTyping(): void {
    this.session = false;
  }

  goFront(): void {
    this.base = 'front';
    this.leave({ ...frontPage, view: this.place.view });
    this.present(0);
  }

  goLibrary(): void {
    this.base = 'library';
    this.leave({ ...frontPage, screen: 'library', view: this.place.view });
    this.present(0);
  }

  goAll(): void {
    this.base = 'results';
    this.goTo({ text: '', filter: noFilter });
  }

  /** Shows exactly this search, finished words and no article chosen yet. */
  goTo(search: { readonly text: string; readonly filter: SearchFilter }): void {
    this.follow = 'first';
    this.leave({ ...search, screen: 'results', typing: false, reading: false });
  }

  /** Narrows or widens the results; the words stay. */
  filter(change: Partial<SearchFilter>): void {
    this.follow = 'present';
    this.leave({ screen: 'results', filter: { ...this.place.filter, ...change }, reading: false });
  }

  /** Moves the selection to a hit, as the arrow keys do. */
  select(index: number): void {
    const hit = this.search.hitAt(index);
    if (!hit) return;
    this.session = false;
    this.history.replace({ article: hit.id });
    this.present(0);
  }

  /** Opens an article or listed item, from the results or from anywhere else. */
  open(article: ArticleId): void {
    this.follow = 'always';
    const change: Partial<Place> = { screen: 'results', article, reading: true };
    this.session = false;
    if (article === this.place.article) this.history.replace(change);
    else this.history.push(change);
    this.present(0);
  }

  /**
   * An article is gone for good: nothing leads back to it. Gives the one that is to be read in its place, the next of the list
   * or else the one before; null when it was not the one that is open, or is the last.
   */
  forget(article: ArticleId): ArticleId | null {
    const { index, search, place } = this;
    const isOpen = place.article === article;
    const next = isOpen && index >= 0 ? (search.hitAt(index + 1) ?? search.hitAt(index - 1)) : undefined;
    this.history.forget(article, next?.id ?? null);
    this.present(0);
    return next?.id ?? null;
  }

  /** Back from the article to the results, in a narrow window. */
  closeArticle(): void {
    this.history.replace({ reading: false });
  }

  show(view: ArticleView): void {
    this.history.replace({ view });
  }

  back(): void {
    this.travel(() => this.history.back());
  }

  forward(): void {
    this.travel(() => this.history.forward());
  }

  /** The settings changed what a search means: asks again. */
  settingsChanged(): void {
    this.follow = 'present';
    this.ask();
  }

  /** The library changed: the same search again, the same article kept. */
  libraryChanged(): void {
    this.follow = 'always';
    this.ask();
  }

  private leave(change: Partial<Place>): void {
    this.session = false;
    this.history.push(change);
  }

  private travel(step: () => void): void {
    this.session = false;
    this.follow = 'always';
    step();
    this.present(0);
  }

  private moved(now: Place, before: Place): void {
    if (!sameSearch(now, before)) this.ask();
    this.host.requestUpdate();
  }

  private ask(): void {
    if (this.place.screen === 'results') void this.search.ask(questionOf(this.place, this.settings()));
    else this.search.stop();
  }

  private arrived({ question }: Answered): void {
    const present = this.place.article;
    const keep =
      present !== null &&
      (this.follow === 'always' || (this.follow === 'present' && this.search.indexOf(present) >= 0));
    if (!keep) this.history.replace({ article: this.search.hitAt(0)?.id ?? null });
    this.present(question.typing ? rest : 0);
  }

  /** Brings the pane to the selected article, now or when typing has rested. */
  private present(delay: number): void {
    clearTimeout(this.timer);
    if (delay > 0) this.timer = window.setTimeout(() => this.present(0), delay);
    else this.update();
  }

  private update(): void {
    const { article, screen } = this.place;
    const wanted = screen === 'results' ? this.wantedMarks() : null;
    const marks = sameMarks(wanted, this.shown.marks) ? this.shown.marks : wanted;
    if (article === this.shown.article && marks === this.shown.marks) return;
    this.shown = { article, marks };
    this.host.requestUpdate();
  }

  /** The marks of the answer on the screen; while another is awaited, those that are there. */
  private wantedMarks(): MarkRequest | null {
    const { answered, asked } = this.search;
    return answered && answered.question === asked ? marksOf(answered.question) : this.shown.marks;
  }
}
