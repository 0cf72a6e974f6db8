import type { ArticleId } from '../../archive/model/article.ts';
import { painted } from '../components/painted.ts';
import type { CtApp } from './ct-app.ts';

/** Watches what is on the screen: when the first content is painted, and when an article asked for is shown. */
export class ContentWatch {
  private shown: ArticleId | null = null;
  private wanted: ArticleId | null = null;
  private tell: (() => void) | null = null;

  private readonly app: CtApp;

  constructor(app: CtApp) {
    this.app = app;
  }

  /** Calls back once, when what the start asked for has been painted. */
  announce(tell: () => void): void {
    this.tell = tell;
    this.look();
  }

  /** Moves the focus to an article's headline when it is shown, or at once when it is already. */
  focusWhenShown(article: ArticleId): void {
    this.wanted = article;
    if (this.shown === article && this.app.pane) this.focus();
  }

  /** The reading pane has painted something. */
  readingShown(article: ArticleId): void {
    this.shown = article;
    if (this.wanted === article) this.focus();
    this.app.sendCommandState();
    this.look();
  }

  /** Looks whether the first content is there. */
  look(): void {
    if (!this.app.pane) this.shown = null;
    if (!this.tell || !this.isThere()) return;
    const { tell } = this;
    this.tell = null;
    void document.fonts.ready.then(painted).then(tell);
  }

  private isThere(): boolean {
    const { failure, room, library, pane } = this.app;
    if (failure) return true;
    if (room.place.screen === 'front') return library.overview !== null;
    if (room.place.screen === 'library') return this.app.keeping.holdings !== null;
    const { answered, asked, error } = room.search;
    if (error) return true;
    if (!answered || answered.question !== asked || library.overview === null) return false;
    return !pane || room.place.article === null || this.shown === room.place.article;
  }

  private focus(): void {
    this.wanted = null;
    this.app.pane?.focusHeading();
  }
}
