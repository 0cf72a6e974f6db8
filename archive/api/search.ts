import type { ArchiveError } from '../model/errors.ts';
import type { Result } from '../model/result.ts';
import type { SearchAnswer, SearchRequest } from '../model/search.ts';

export interface SearchApi {
  /** Answers a query; whatever is typed gives an answer, with notices about what was not understood. */
  search(request: SearchRequest): Promise<Result<SearchAnswer, ArchiveError>>;
}
