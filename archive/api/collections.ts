import type { ArticleId } from '../model/article.ts';
import type { CollectionChange, CollectionUndone } from '../model/collections.ts';
import type { ArchiveError } from '../model/errors.ts';
import type { Result } from '../model/result.ts';

type Outcome<T> = Promise<Result<T, ArchiveError>>;

/**
 * Collections are things of their own: one is there, also without articles, until it is removed. Every article is in one.
 * Each change is whole or not at all, and can be taken back by its number: the last ten of a library are remembered, over
 * restarts too. A collection that is moved into and is not there is made. Errors: `collection-name`, `collection-exists`,
 * `collection-not-found`.
 */
export interface CollectionsApi {
  createCollection(name: string): Outcome<CollectionChange>;
  renameCollection(name: string, to: string): Outcome<CollectionChange>;
  /** Moves all articles of these collections into one, and removes those that are not it. */
  mergeCollections(names: readonly string[], into: string): Outcome<CollectionChange>;
  /** Moves articles into a collection. Ids that name no archived article are passed over. */
  moveArticles(articles: readonly ArticleId[], into: string): Outcome<CollectionChange>;
  /** Removes a collection; its articles go into another. `into` may be null when it has none: else `collection-not-empty`. */
  removeCollection(name: string, into: string | null): Outcome<CollectionChange>;
  /**
   * Deletes a collection with all its articles and their originals, for good: nothing takes it back. Gives the number of
   * articles deleted. Killed half way, the collection is there with what is left of it.
   */
  deleteCollection(name: string): Outcome<number>;
  /** Takes a change back by its number; null takes back the last one. Errors: `undo-gone`, `collection-exists`. */
  undoCollectionChange(step: number | null): Outcome<CollectionUndone>;
}
