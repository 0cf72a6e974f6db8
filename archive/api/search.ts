import type { ArticleId } from '../model/article.ts';
import type { ArchiveError } from '../model/errors.ts';
import type { Result } from '../model/result.ts';
import type {
  Completion,
  FacetRequest,
  Facets,
  RelatedArticle,
  SearchAnswer,
  SearchRequest,
} from '../model/search.ts';

export interface SearchApi {
  /** Answers a query; whatever is typed gives an answer, with notices about what was not understood. */
  search(request: SearchRequest): Promise<Result<SearchAnswer, ArchiveError>>;
  /** What the whole result consists of; asked after the answer, so that the answer does not wait for it. */
  facets(request: FacetRequest): Promise<Result<Facets, ArchiveError>>;
  /** Ways to go on with the last word of `text`, the likeliest first; none when it ends with a blank. `limit` at most 20. */
  complete(text: string, limit: number): Promise<Result<readonly Completion[], ArchiveError>>;
  /** Articles about the same as this one, the nearest first; `limit` at most 50. Error: `article-not-found`. */
  related(id: ArticleId, limit: number): Promise<Result<readonly RelatedArticle[], ArchiveError>>;
}
