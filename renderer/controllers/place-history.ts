import type { ArticleId } from '../../archive/model/article.ts';
import type { Place } from './place.ts';
import { frontPage, samePlace } from './place.ts';

/** Places one can go back to; the oldest fall off. */
const kept = 200;

/** Back and forward over places. The place shown is always `current`; `moved` is told of every change of it. */
export class PlaceHistory {
  private entries: Place[] = [frontPage];
  private index = 0;

  private readonly moved: (now: Place, before: Place) => void;

  constructor(moved: (now: Place, before: Place) => void) {
    this.moved = moved;
  }

  get current(): Place {
    return this.entries[this.index] ?? frontPage;
  }

  get canGoBack(): boolean {
    return this.index > 0;
  }

  get canGoForward(): boolean {
    return this.index < this.entries.length - 1;
  }

  /** Goes to a place that can be come back from. Going where one is already leaves no trace. */
  push(change: Partial<Place>): void {
    const before = this.current;
    const next = { ...before, ...change };
    if (samePlace(next, before)) return;
    this.entries = [...this.entries.slice(0, this.index + 1), next].slice(-kept);
    this.index = this.entries.length - 1;
    this.moved(next, before);
  }

  /** Amends the current place: a word typed further, the next result under the cursor. */
  replace(change: Partial<Place>): void {
    const before = this.current;
    const next = { ...before, ...change };
    if (samePlace(next, before)) return;
    this.entries[this.index] = next;
    this.moved(next, before);
  }

  /** An article is gone: wherever it stood, `instead` stands now, or none. */
  forget(article: ArticleId, instead: ArticleId | null): void {
    const before = this.current;
    this.entries = this.entries.map((entry) =>
      entry.article === article
        ? { ...entry, article: instead, reading: entry.reading && instead !== null }
        : entry,
    );
    if (this.current !== before) this.moved(this.current, before);
  }

  back(): void {
    this.step(-1);
  }

  forward(): void {
    this.step(1);
  }

  private step(by: -1 | 1): void {
    const before = this.current;
    const next = this.entries[this.index + by];
    if (!next) return;
    this.index += by;
    this.moved(next, before);
  }
}
