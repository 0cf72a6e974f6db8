import { CollectionsPart } from './collections-part.ts';
import type { CopiesApi } from './api/copies.ts';
import { archivedId, asked } from './asked.ts';
import type { CopyDesk } from './copies/copy-desk.ts';
import type { LibrarySearch } from './indexing/library-search.ts';
import type { Library } from './library/library.ts';
import type { ArticleId } from './model/article.ts';
import type { ArticleCopies, CopyGroups } from './model/copies.ts';
import type { ArchiveError } from './model/errors.ts';
import { ok } from './model/result.ts';
import type { Result } from './model/result.ts';

type Outcome<T> = Promise<Result<T, ArchiveError>>;

/** The part of an archive that knows what is a copy of what; first it sees that the copies follow the library. */
export abstract class CopiesPart extends CollectionsPart implements CopiesApi {
  protected abstract readonly library: Library;
  protected abstract readonly index: LibrarySearch;
  protected abstract readonly desk: CopyDesk;

  copies(id: ArticleId, limit: number): Outcome<ArticleCopies> {
    return asked(this.library, async () => {
      await this.index.followed();
      const named = archivedId(this.library, id);
      return named.ok ? ok(this.desk.copies(named.value, limit)) : named;
    });
  }

  copyGroups({ offset, limit }: Parameters<CopiesApi['copyGroups']>[0]): Outcome<CopyGroups> {
    return asked(this.library, async () => {
      await this.index.followed();
      return ok(this.desk.groups(offset, limit));
    });
  }
}
