import type { ArticleId } from '../../archive/model/article.ts';
import type { DateRange, Sort } from '../../archive/model/search.ts';
import type { SearchFilter } from '../controllers/place.ts';

const travels = { bubbles: true, composed: true } as const;

/** A person changed the text in the search box. */
export class TypeEvent extends Event {
  static readonly type = 'ct-type';
  readonly text: string;
  constructor(text: string) {
    super(TypeEvent.type, travels);
    this.text = text;
  }
}

/** A person did something else in the search box. */
export class BoxEvent extends Event {
  static readonly type = 'ct-box';
  /** Enter; Down; Escape in an empty box; the focus went elsewhere. */
  readonly act: 'commit' | 'down' | 'leave' | 'blur';
  constructor(act: BoxEvent['act']) {
    super(BoxEvent.type, travels);
    this.act = act;
  }
}

/** A person moved to a hit in the list, or opened it. */
export class ResultEvent extends Event {
  static readonly type = 'ct-result';
  readonly index: number;
  readonly act: 'select' | 'click' | 'open';
  constructor(index: number, act: ResultEvent['act']) {
    super(ResultEvent.type, travels);
    this.index = index;
    this.act = act;
  }
}

/** A person went from the list back to the search box: by typing, by Up at the top, or by Escape. */
export class ReturnToBoxEvent extends Event {
  static readonly type = 'ct-return-to-box';
  constructor() {
    super(ReturnToBoxEvent.type, travels);
  }
}

/** The list shows places whose hits have not been fetched yet. */
export class NeedHitsEvent extends Event {
  static readonly type = 'ct-need-hits';
  readonly places: readonly number[];
  constructor(places: readonly number[]) {
    super(NeedHitsEvent.type);
    this.places = places;
  }
}

/** A person narrowed or widened the results. */
export class FilterEvent extends Event {
  static readonly type = 'ct-filter';
  readonly change: Partial<SearchFilter>;
  constructor(change: Partial<SearchFilter>) {
    super(FilterEvent.type, travels);
    this.change = change;
  }
}

/** A person chose a stretch of time, or with null all of it. */
export class DatesEvent extends Event {
  static readonly type = 'ct-dates';
  readonly range: DateRange | null;
  constructor(range: DateRange | null) {
    super(DatesEvent.type, travels);
    this.range = range;
  }
}

/** A person chose another order. */
export class SortEvent extends Event {
  static readonly type = 'ct-sort';
  readonly sort: Sort;
  constructor(sort: Sort) {
    super(SortEvent.type, travels);
    this.sort = sort;
  }
}

/** A person wants what lies in the import sheet, in a collection; null for one of each folder. */
export class BeginImportEvent extends Event {
  static readonly type = 'ct-begin-import';
  readonly collection: string | null;
  constructor(collection: string | null) {
    super(BeginImportEvent.type, travels);
    this.collection = collection;
  }
}

/** A person took an action that is offered in words: on the front page, in a notice, when nothing was found. */
export class ActionEvent extends Event {
  static readonly type = 'ct-action';
  readonly action: Action;
  constructor(action: Action) {
    super(ActionEvent.type, travels);
    this.action = action;
  }
}

export type Action = PlaceAction | BesideAction;

/** Leads to another place, or to another way of searching. */
export type PlaceAction =
  | { readonly name: 'front-page' | 'all-articles' | 'library' | 'match-any' | 'spelling-free' | 'no-filter' }
  /** `search` is a search of its own; `search-instead` puts other words into the present one, filters and all. */
  | { readonly name: 'search' | 'search-instead'; readonly text: string }
  | { readonly name: 'collection' | 'section'; readonly value: string | null }
  | { readonly name: 'open'; readonly article: ArticleId }
  /** A library that was open before, by its place in the list. */
  | { readonly name: 'open-recent'; readonly index: number };

/** Leaves the place as it is. */
export interface BesideAction {
  readonly name:
    /** Asks what to import; the other two ask in the system's own dialogs. */
    | 'import'
    | 'import-files'
    | 'import-folder'
    /** The report of the last import, and the list of all. */
    | 'report'
    | 'imports'
    | 'cancel-import'
    /** Out of sight while it goes on, and back. */
    | 'hide-import'
    | 'show-import'
    | 'dismiss-import'
    | 'reveal-library'
    | 'dismiss-notice'
    /** The article on the screen is to go into another collection. */
    | 'move-article'
    | 'undo-collections'
    /** The article on the screen is to be put right, or deleted. */
    | 'correct-article'
    | 'delete-article'
    | 'undo-correction'
    | 'dismiss-editing'
    | 'dismiss-collections'
    | 'verify-library'
    | 'back-up-library'
    | 'cancel-care'
    | 'dismiss-risk'
    | 'new-library'
    | 'open-library'
    /** A part of the search index is damaged: it is made anew. */
    | 'rebuild-index'
    | 'retry';
}

declare global {
  interface HTMLElementEventMap {
    'ct-type': TypeEvent;
    'ct-box': BoxEvent;
    'ct-result': ResultEvent;
    'ct-return-to-box': ReturnToBoxEvent;
    'ct-need-hits': NeedHitsEvent;
    'ct-filter': FilterEvent;
    'ct-dates': DatesEvent;
    'ct-sort': SortEvent;
    'ct-begin-import': BeginImportEvent;
    'ct-action': ActionEvent;
  }
}
