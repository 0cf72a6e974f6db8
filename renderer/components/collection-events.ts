import type { ArticleId } from '../../archive/model/article.ts';

const travels = { bubbles: true, composed: true } as const;

/** What a person is asked about collections. */
export type CollectionQuestion =
  | { readonly kind: 'create' }
  | { readonly kind: 'merge'; readonly name: string }
  | { readonly kind: 'delete'; readonly name: string }
  | { readonly kind: 'move'; readonly article: ArticleId; readonly headline: string; readonly from: string };

/** What a person wants done to collections. */
export type CollectionWish =
  | { readonly kind: 'create'; readonly name: string }
  | { readonly kind: 'rename'; readonly name: string; readonly to: string }
  | { readonly kind: 'merge'; readonly name: string; readonly into: string }
  | { readonly kind: 'remove'; readonly name: string; readonly into: string | null }
  /** The articles too, for good. */
  | { readonly kind: 'delete'; readonly name: string }
  | { readonly kind: 'move'; readonly article: ArticleId; readonly into: string };

/** A person asked for a dialog about collections. */
export class CollectionQuestionEvent extends Event {
  static readonly type = 'ct-collection-question';
  readonly question: CollectionQuestion;
  constructor(question: CollectionQuestion) {
    super(CollectionQuestionEvent.type, travels);
    this.question = question;
  }
}

/** A person decided what is to be done to collections. */
export class CollectionWishEvent extends Event {
  static readonly type = 'ct-collection-wish';
  readonly wish: CollectionWish;
  constructor(wish: CollectionWish) {
    super(CollectionWishEvent.type, travels);
    this.wish = wish;
  }
}

declare global {
  interface HTMLElementEventMap {
    'ct-collection-question': CollectionQuestionEvent;
    'ct-collection-wish': CollectionWishEvent;
  }
}
