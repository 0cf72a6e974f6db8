import type { ArticleId } from '../../../archive/model/article.ts';
import type {
  Completion,
  FacetCount,
  FacetRequest,
  Facets,
  RelatedArticle,
} from '../../../archive/model/search.ts';
import { fold, histogramOf, within, type Findable } from './fake-search.ts';

/** How many times each value is there, the commonest first. */
function counted(values: readonly (string | null)[]): readonly FacetCount[] {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count);
}

/** What the found items consist of; `found` is not narrowed by dates and collection. */
export function facetsOf(found: readonly Findable[], request: FacetRequest): Facets {
  const shown = found.filter((item) => within(item, request)).map(({ summary }) => summary);
  const anyCollection = { ...request, filter: { ...request.filter, collection: null } };
  const anyTime = { ...request, filter: { ...request.filter, dates: null } };
  return {
    total: shown.length,
    dates: histogramOf(found.filter((item) => within(item, anyTime))),
    years: counted(shown.map(({ published }) => published?.value.slice(0, 4) ?? null)),
    sources: counted(shown.map(({ source }) => source)),
    languages: counted(shown.map(({ language }) => language)),
    sections: counted(shown.map(({ section }) => section)),
    collections: counted(
      found.filter((item) => within(item, anyCollection)).map(({ summary }) => summary.collection),
    ),
    tags: [],
    tookMs: 4,
  };
}

/** Words, names and sources that begin like the last word of the text, the commonest first. */
export function completionsOf(
  items: readonly Findable[],
  text: string,
  limit: number,
): readonly Completion[] {
  const [, before = '', last = ''] = /^(.*?)([\p{L}\p{N}]*)$/su.exec(text) ?? [];
  if (last === '') return [];
  const found = new Map<string, Completion>();
  const note = (shown: string, kind: Completion['kind']): void => {
    if (!fold(shown).startsWith(fold(last))) return;
    const articles = (found.get(fold(shown))?.articles ?? 0) + 1;
    found.set(fold(shown), { text: `${before}${shown}`, shown, kind, articles });
  };
  for (const { summary, text: body } of items) {
    if (summary.source !== null) note(summary.source, 'source');
    for (const word of new Set(body.match(/\p{L}{3,}/gu) ?? [])) {
      note(word, /^\p{Lu}/u.test(word) ? 'name' : 'word');
    }
  }
  return [...found.values()].sort((a, b) => b.articles - a.articles).slice(0, limit);
}

/** Items that share rare words with an article. */
export function relatedOf(
  items: readonly Findable[],
  id: ArticleId,
  limit: number,
): readonly RelatedArticle[] {
  const wordsOf = ({ summary, text }: Findable): readonly string[] => [
    ...new Set(`${summary.headline} ${text}`.match(/\p{Lu}\p{L}{4,}/gu) ?? []),
  ];
  const own = items.find(({ summary }) => summary.id === id);
  const known = new Set(own ? wordsOf(own) : []);
  return items
    .filter(({ summary }) => summary.id !== id && summary.archived)
    .map((item) => ({ article: item.summary, because: wordsOf(item).filter((word) => known.has(word)) }))
    .filter(({ because }) => because.length > 1)
    .map(({ article, because }) => ({ article, score: because.length, because: because.slice(0, 5) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, limit);
}
