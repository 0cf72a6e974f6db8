import type { ArchiveApi } from '../archive/api/archive-api.ts';
import type { ArchiveError } from '../archive/model/errors.ts';
import { fail } from '../archive/model/result.ts';

/** Stands in for a library that cannot be opened: whatever is asked, the answer is why. */
export function brokenArchive(error: ArchiveError): ArchiveApi {
  const answer = async (): Promise<{ readonly ok: false; readonly error: ArchiveError }> => fail(error);
  return {
    search: answer,
    facets: answer,
    complete: answer,
    related: answer,
    read: answer,
    summary: answer,
    originalText: answer,
    overview: answer,
    holdings: answer,
    list: answer,
    copies: answer,
    copyGroups: answer,
    createCollection: answer,
    renameCollection: answer,
    mergeCollections: answer,
    moveArticles: answer,
    removeCollection: answer,
    deleteCollection: answer,
    undoCollectionChange: answer,
    correctArticle: answer,
    addArticle: answer,
    scan: answer,
    deletion: answer,
    deleteArticle: answer,
    imports: answer,
    importRun: answer,
    importLines: answer,
  };
}
