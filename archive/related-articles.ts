import type { Library } from './library/library.ts';
import type { ArticleId } from './model/article.ts';
import { archiveError } from './model/errors.ts';
import type { ArchiveError } from './model/errors.ts';
import { fail, ok } from './model/result.ts';
import type { Result } from './model/result.ts';
import type { RelatedArticle } from './model/search.ts';
import type { IndexSearch } from './search/index-search.ts';

/** Archived articles about the same as one, the nearest first. Error: `article-not-found`. */
export function relatedArticles(
  { catalogue }: Library,
  search: IndexSearch,
  id: ArticleId,
  limit: number,
): Result<readonly RelatedArticle[], ArchiveError> {
  const article = catalogue.article(id);
  const summary = catalogue.named(id)?.summary;
  if (article === null || summary === undefined) return fail(archiveError('article-not-found', { id }));
  const found = search.related({ kind: 'article', summary, article }, limit);
  const summaries = catalogue.namedAll(found.map((one) => one.id));
  return ok(
    found.flatMap(({ score, because }, place): readonly RelatedArticle[] => {
      const other = summaries[place];
      return other?.kind === 'article' ? [{ article: other.summary, score, because }] : [];
    }),
  );
}
