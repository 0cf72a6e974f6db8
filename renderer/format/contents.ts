import type { ArticleSummary } from '../../archive/model/article.ts';
import type { LibraryOverview } from '../../archive/model/overview.ts';

/** One part of the front page's table of contents. */
export interface ContentsGroup {
  readonly name: string;
  /** What the group stands for: a section, a collection that has none, or just the rest. */
  readonly by: 'section' | 'collection' | null;
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
  const sectioned = new Set(
    overview.contents.flatMap(({ section, collection }) => (section === null ? [] : [collection])),
  );
  const groups = new Map<string, ContentsGroup>();
  for (const article of overview.contents) {
    const place = placeOf(article, sectioned.has(article.collection));
    const key = JSON.stringify(place);
    const articles = [...(groups.get(key)?.articles ?? []), article];
    groups.set(key, {
      ...place,
      total: totalOf(place, overview) ?? articles.length,
      chronology: false,
      articles,
    });
  }
  return [...groups.values()]
    .map((group) => ({ ...group, chronology: isChronology(group.articles) }))
    .sort(
      (a, b) =>
        Number(a.by === null) - Number(b.by === null) ||
        Number(b.chronology) - Number(a.chronology) ||
        b.articles.length - a.articles.length,
    );
}

type GroupPlace = Pick<ContentsGroup, 'name' | 'by'>;

function placeOf({ section, collection }: ArticleSummary, hasSections: boolean): GroupPlace {
  if (section !== null) return { name: section, by: 'section' };
  return hasSections ? { name: 'Other articles', by: null } : { name: collection, by: 'collection' };
}

function totalOf({ name, by }: GroupPlace, overview: LibraryOverview): number | null {
  if (by === null) return null;
  const summaries = by === 'section' ? overview.sections : overview.collections;
  return summaries.find((summary) => summary.name === name)?.articles ?? null;
}

function isChronology(articles: readonly ArticleSummary[]): boolean {
  const dated = articles.filter(({ published }) => published !== null).length;
  return articles.length > 2 && dated / articles.length >= datedShare;
}
