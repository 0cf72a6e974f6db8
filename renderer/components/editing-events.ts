import type { Article, ArticleId } from '../../archive/model/article.ts';
import type { CorrectedField, Correction } from '../../archive/model/correction.ts';
import type { Deletion } from '../../archive/model/deletion.ts';

/** What was pasted into the window, for a new article. */
export interface Pasted {
  readonly text: string;
  readonly image: Blob | null;
}

/** What a person is asked about an article. */
export type EditingQuestion =
  | { readonly kind: 'correct'; readonly article: Article }
  | { readonly kind: 'delete'; readonly deletion: Deletion }
  | { readonly kind: 'new'; readonly pasted: Pasted | null };

/** What a person wants done to an article. */
export type EditingWish =
  | {
      readonly kind: 'correct';
      readonly article: Article;
      readonly correction: Correction;
      readonly revert: readonly CorrectedField[];
    }
  | { readonly kind: 'delete'; readonly id: ArticleId; readonly headline: string }
  /** A new article is there already; it is to be shown. */
  | { readonly kind: 'added'; readonly id: ArticleId; readonly isNew: boolean; readonly headline: string };

/** A person decided what is to be done to an article. */
export class EditingWishEvent extends Event {
  static readonly type = 'ct-editing-wish';
  readonly wish: EditingWish;
  constructor(wish: EditingWish) {
    super(EditingWishEvent.type, { bubbles: true, composed: true });
    this.wish = wish;
  }
}

declare global {
  interface HTMLElementEventMap {
    'ct-editing-wish': EditingWishEvent;
  }
}
