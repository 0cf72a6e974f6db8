import type { ArticleId } from '../../archive/model/article.ts';

/** How an article is shown. */
export type ArticleView = 'clean' | 'side' | 'original';

const travels = { bubbles: true, composed: true } as const;

/** A person asked for an article, or for an item that is only listed. */
export class OpenArticleEvent extends Event {
  static readonly type = 'ct-open-article';
  readonly articleId: ArticleId;
  constructor(articleId: ArticleId) {
    super(OpenArticleEvent.type, travels);
    this.articleId = articleId;
  }
}

/** A person chose another way to see the article. */
export class ViewChangeEvent extends Event {
  static readonly type = 'ct-view-change';
  readonly view: ArticleView;
  constructor(view: ArticleView) {
    super(ViewChangeEvent.type, travels);
    this.view = view;
  }
}

/** A person asked for an address outside the archive. `url` is http or https, and still to be confirmed. */
export class OpenExternalEvent extends Event {
  static readonly type = 'ct-open-external';
  readonly url: string;
  constructor(url: string) {
    super(OpenExternalEvent.type, travels);
    this.url = url;
  }
}

/** A person asked for a search with exactly this text. */
export class SearchForEvent extends Event {
  static readonly type = 'ct-search-for';
  readonly text: string;
  constructor(text: string) {
    super(SearchForEvent.type, travels);
    this.text = text;
  }
}

/**
 * What belongs to `articleId` is on the screen: the article, its "not in the archive" page, or the reason why it
 * cannot be shown. Sent again when its marks or its view changed.
 */
export class ReadingShownEvent extends Event {
  static readonly type = 'ct-reading-shown';
  readonly articleId: ArticleId;
  constructor(articleId: ArticleId) {
    super(ReadingShownEvent.type, travels);
    this.articleId = articleId;
  }
}

/** A person asked to go back from the article to the results, in a narrow window. */
export class BackToResultsEvent extends Event {
  static readonly type = 'ct-back-to-results';
  constructor() {
    super(BackToResultsEvent.type, travels);
  }
}

declare global {
  interface HTMLElementEventMap {
    'ct-open-article': OpenArticleEvent;
    'ct-view-change': ViewChangeEvent;
    'ct-open-external': OpenExternalEvent;
    'ct-search-for': SearchForEvent;
    'ct-reading-shown': ReadingShownEvent;
    'ct-back-to-results': BackToResultsEvent;
  }
}
