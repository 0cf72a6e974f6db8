import type { ArticleSummary } from '../../archive/model/article.ts';
import type { LibraryOverview } from '../../archive/model/overview.ts';

/** One part of the front page's table of contents. */
export interface ContentsGroup {
  readonly name: string;
  /** What the group stands for: a section, or a collection for articles that are in none. */
  readonly by: 'section' | 'collection';
  /** How many articles it has in all; `articles` may be fewer. */
  readonly total: number;
  /** Its articles are dated, so that their order tells a story. */
  readonly chronology: boolean;
  readonly articles: readonly ArticleSummary[];
}

/** From which share of dated articles a group is told as a chronology. */
const datedShare = 0.8;

/** The contents by section, chronologies first, then by size; each keeps the order of the overview. */
export function contentsGroups(overview: LibraryOverview): readonly ContentsGroup[] {
  const groups = new Map<string, ArticleSummary[]>();
  for (const article of overview.contents) {
    const key = article.section === null ? `collection ${article.collection}` : `section ${article.section}`;
    groups.set(key, [...(groups.get(key) ?? []), article]);
  }
  return [...groups.values()]
    .flatMap((articles) => (articles[0] ? [groupOf(articles[0], articles, overview)] : []))
    .sort((a, b) => Number(b.chronology) - Number(a.chronology) || b.articles.length - a.articles.length);
}

function groupOf(
  first: ArticleSummary,
  articles: readonly ArticleSummary[],
  overview: LibraryOverview,
): ContentsGroup {
  const by = first.section === null ? 'collection' : 'section';
  const name = first.section ?? first.collection;
  const summaries = by === 'section' ? overview.sections : overview.collections;
  const dated = articles.filter(({ published }) => published !== null).length;
  return {
    name,
    by,
    total: summaries.find((summary) => summary.name === name)?.articles ?? articles.length,
    chronology: articles.length > 2 && dated / articles.length >= datedShare,
    articles,
  };
}
