import type { CopiesApi } from '../../../archive/api/copies.ts';
import type { ArticleId } from '../../../archive/model/article.ts';
import type { ArticleCopies, CopyGroups } from '../../../archive/model/copies.ts';
import type { ArchiveError } from '../../../archive/model/errors.ts';
import { fail, ok, type Result } from '../../../archive/model/result.ts';

const none: ArticleCopies = { total: 0, isBest: true, copies: [] };

/** Copies in memory: nothing is a copy of anything until a test says so. */
export class FakeCopies implements CopiesApi {
  readonly known = new Map<ArticleId, ArticleCopies>();
  /** How many copies were asked for, in order. */
  readonly copiesWanted: number[] = [];
  /** Waited for before copies are given. */
  copiesGate: (id: ArticleId) => Promise<void> = () => Promise.resolve();
  copiesError: ArchiveError | null = null;

  async copies(id: ArticleId, limit: number): Promise<Result<ArticleCopies, ArchiveError>> {
    this.copiesWanted.push(limit);
    await this.copiesGate(id);
    if (this.copiesError !== null) return fail(this.copiesError);
    const known = this.known.get(id) ?? none;
    return ok({ ...known, copies: known.copies.slice(0, limit) });
  }

  async copyGroups(): Promise<Result<CopyGroups, ArchiveError>> {
    return ok({ total: 0, articles: 0, groups: [] });
  }
}
