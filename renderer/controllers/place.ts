import type { ArticleId } from '../../archive/model/article.ts';
import type { SearchRequest } from '../../archive/model/search.ts';
import type { ArticleView } from '../components/events.ts';

export type SearchFilter = SearchRequest['filter'];

export const noFilter: SearchFilter = { collection: null, section: null, dates: null };

/** Where a person is in the archive; what back and forward go between. */
export interface Place {
  readonly screen: 'front' | 'results' | 'library';
  readonly text: string;
  /** The last word of `text` may be unfinished. */
  readonly typing: boolean;
  readonly filter: SearchFilter;
  readonly article: ArticleId | null;
  /** The article was asked for, not only passed by: in a narrow window it is shown instead of the results. */
  readonly reading: boolean;
  readonly view: ArticleView;
}

export const frontPage: Place = {
  screen: 'front',
  text: '',
  typing: false,
  filter: noFilter,
  article: null,
  reading: false,
  view: 'clean',
};

/** Whether any filter narrows the results. */
export function isFiltered(filter: SearchFilter): boolean {
  return filter.collection !== null || filter.section !== null || filter.dates !== null;
}

/** Whether two places ask the same of the archive, whatever article is open. */
export function sameSearch(a: Place, b: Place): boolean {
  return (
    a.screen === b.screen && a.text === b.text && a.typing === b.typing && sameFilter(a.filter, b.filter)
  );
}

/** Whether two places are one, so that nothing on the screen would change. */
export function samePlace(a: Place, b: Place): boolean {
  return sameSearch(a, b) && a.article === b.article && a.reading === b.reading && a.view === b.view;
}

function sameFilter(a: SearchFilter, b: SearchFilter): boolean {
  return (
    a.collection === b.collection &&
    a.section === b.section &&
    a.dates?.from === b.dates?.from &&
    a.dates?.to === b.dates?.to
  );
}
