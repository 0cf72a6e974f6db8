import type { Article } from '../../../archive/model/article.ts';
import type { LibraryHoldings } from '../../../archive/model/library-holdings.ts';

function counts(values: readonly (string | null)[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const value of values) if (value !== null) found.set(value, (found.get(value) ?? 0) + 1);
  return found;
}

/** What a library of these articles holds; what no article says is made up. */
export function holdingsOf(articles: readonly Article[], collections: number): LibraryHoldings {
  const days = articles.map(({ published }) => published?.value.slice(0, 10) ?? null);
  const exact = [...new Set(days.flatMap((day) => (day?.length === 10 ? [day] : [])))].sort();
  const [first, last] = [exact[0], exact.at(-1)];
  const total = first && last ? Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000) + 1 : 0;
  const months = counts(days.map((day) => (day !== null && day.length >= 7 ? day.slice(0, 7) : null)));
  return {
    created: '2026-03-01T08:00:00.000Z',
    articles: articles.length,
    listed: 3,
    originals: articles.length,
    collections,
    sources: counts(articles.map(({ source }) => source)).size,
    languages: [...counts(articles.map(({ language }) => language))]
      .map(([language, count]) => ({ language, articles: count }))
      .sort((a, b) => b.articles - a.articles),
    months: [...months].sort().map(([month, count]) => ({
      month,
      articles: count,
      days: exact.filter((day) => day.startsWith(month)).map((day) => Number(day.slice(8))),
    })),
    span: first && last ? { first, last } : null,
    days: { total, without: total - exact.length },
    disk: { originals: 53_120, catalogue: 421_888, index: 96_400 },
    imports: 2,
    gaps: {
      undated: days.filter((day) => day === null).length,
      imprecise: days.filter((day) => day !== null && day.length < 10).length,
      failed: 4,
      duplicates: 12,
      withoutArticle: 1,
    },
    verified: { at: '2026-11-20T10:00:00.000Z', faults: 0 },
    backedUp: null,
  };
}
