import type { CollectionsApi } from '../api/collections.ts';
import { asked } from '../asked.ts';
import type { Recorder } from '../library/recorder.ts';
import type { Library } from '../library/library.ts';
import { text } from '../library/columns.ts';
import { findCollection } from '../library/membership.ts';
import { lastStep } from '../library/undo-steps.ts';
import type { ArticleId } from '../model/article.ts';
import type { CollectionChange, CollectionUndone } from '../model/collections.ts';
import { archiveError } from '../model/errors.ts';
import type { ArchiveError } from '../model/errors.ts';
import { fail, ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import { removeArticles, scrub } from './delete-articles.ts';
import type { KeeperHost } from './keeper.ts';

type Outcome<T> = Promise<Result<T, ArchiveError>>;

/** Articles deleted in one transaction: few enough that it takes well under 200 ms. */
const batch = 200;

/** Looks after the collections of one open library, has the index follow, and tells the open views. */
export class CollectionKeeper implements CollectionsApi {
  private readonly library: Library;
  private readonly host: KeeperHost;

  constructor(library: Library, host: KeeperHost) {
    this.library = library;
    this.host = host;
  }

  createCollection(name: string): Outcome<CollectionChange> {
    return this.change(({ collections }) => collections.create(name));
  }

  renameCollection(name: string, to: string): Outcome<CollectionChange> {
    return this.change(({ collections }) => collections.rename(name, to));
  }

  mergeCollections(names: readonly string[], into: string): Outcome<CollectionChange> {
    return this.change(({ collections }) => collections.merge(names, into));
  }

  moveArticles(articles: readonly ArticleId[], into: string): Outcome<CollectionChange> {
    return this.change(({ collections }) => collections.move(articles, into));
  }

  removeCollection(name: string, into: string | null): Outcome<CollectionChange> {
    return this.change(({ collections }) => collections.remove(name, into));
  }

  undoCollectionChange(step: number | null): Outcome<CollectionUndone> {
    return this.change(({ collections }) => {
      const last = step ?? lastStep(this.library.database);
      return last === null ? fail(archiveError('undo-gone', { step: 0 })) : collections.undo(last);
    });
  }

  async deleteCollection(name: string): Outcome<number> {
    return asked(this.library, async () => {
      const id = findCollection(this.library.database, name);
      if (id === null) return fail(archiveError('collection-not-found', { name }));
      const deleted = await this.deleteMembers(id);
      this.library.write(({ collections }) => collections.forget(name));
      await scrub(this.library);
      const merged = deleted === 0 ? ok(null) : await this.host.mergeIndex();
      this.host.tell();
      return merged.ok ? ok(deleted) : merged;
    });
  }

  /** A batch at a time; between two of them questions are answered. */
  private async deleteMembers(collection: number): Promise<number> {
    const { database } = this.library;
    const next = 'SELECT article FROM memberships WHERE collection = ? LIMIT ?';
    let deleted = 0;
    for (;;) {
      const ids = database.all(next, collection, batch).map((row) => text(row, 'article') as ArticleId);
      if (ids.length === 0) return deleted;
      deleted += removeArticles(this.library, ids);
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  private change<T>(work: (recorder: Recorder) => Result<T, ArchiveError>): Outcome<T> {
    return asked(this.library, async () => {
      const changed = this.library.write(work);
      if (!changed.ok) return changed;
      const followed = await this.host.follow();
      this.host.tell();
      return followed.ok ? changed : followed;
    });
  }
}
