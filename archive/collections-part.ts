import type { CollectionsApi } from './api/collections.ts';
import type { ArticleId } from './model/article.ts';
import type { CollectionChange, CollectionUndone } from './model/collections.ts';
import type { ArchiveError } from './model/errors.ts';
import type { Result } from './model/result.ts';

type Outcome<T> = Promise<Result<T, ArchiveError>>;

/** The part of an archive that hands collections on to whoever keeps them. */
export abstract class CollectionsPart implements CollectionsApi {
  protected abstract readonly collections: CollectionsApi;

  createCollection(name: string): Outcome<CollectionChange> {
    return this.collections.createCollection(name);
  }

  renameCollection(name: string, to: string): Outcome<CollectionChange> {
    return this.collections.renameCollection(name, to);
  }

  mergeCollections(names: readonly string[], into: string): Outcome<CollectionChange> {
    return this.collections.mergeCollections(names, into);
  }

  moveArticles(articles: readonly ArticleId[], into: string): Outcome<CollectionChange> {
    return this.collections.moveArticles(articles, into);
  }

  removeCollection(name: string, into: string | null): Outcome<CollectionChange> {
    return this.collections.removeCollection(name, into);
  }

  deleteCollection(name: string): Outcome<number> {
    return this.collections.deleteCollection(name);
  }

  undoCollectionChange(step: number | null): Outcome<CollectionUndone> {
    return this.collections.undoCollectionChange(step);
  }
}
