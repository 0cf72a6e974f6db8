import type { CollectionsApi } from '../../../archive/api/collections.ts';
import type { Article, ArticleId } from '../../../archive/model/article.ts';
import { readCollectionName } from '../../../archive/model/collections.ts';
import type { CollectionChange, CollectionUndone } from '../../../archive/model/collections.ts';
import { archiveError, type ArchiveError } from '../../../archive/model/errors.ts';
import type { LibraryHoldings } from '../../../archive/model/library-holdings.ts';
import { fail, ok, type Result } from '../../../archive/model/result.ts';
import { FakeEditing } from './fake-editing.ts';
import { holdingsOf } from './fake-holdings.ts';

type Answer<T> = Promise<Result<T, ArchiveError>>;

interface Kept {
  readonly change: Omit<CollectionChange, 'undo'>;
  readonly articles: readonly Article[];
  readonly empty: readonly string[];
}

/** Collections in memory: what is asked of them is done to the articles, and taken back as a whole. */
export class FakeCollections extends FakeEditing implements CollectionsApi {
  /** Collections without articles. */
  empty: readonly string[] = [];
  /** What was asked, in order. */
  readonly asked: (readonly unknown[])[] = [];
  private readonly kept = new Map<number, Kept>();

  get collectionNames(): readonly string[] {
    return [...new Set([...this.articles.map(({ collection }) => collection), ...this.empty])].sort();
  }

  /** What the library page shows instead of what the articles say. */
  holdingsChange: Partial<LibraryHoldings> = {};

  async holdings(): Answer<LibraryHoldings> {
    return ok({ ...holdingsOf(this.articles, this.collectionNames.length), ...this.holdingsChange });
  }

  async createCollection(typed: string): Answer<CollectionChange> {
    this.asked.push(['create', typed]);
    const name = this.free(typed);
    if (!name.ok) return name;
    return this.change('created', [], name.value, () => false, [...this.empty, name.value]);
  }

  async renameCollection(from: string, typed: string): Answer<CollectionChange> {
    this.asked.push(['rename', from, typed]);
    const to = this.free(typed);
    if (!to.ok) return to;
    const empty = this.empty.map((name) => (name === from ? to.value : name));
    return this.change('renamed', [from], to.value, ({ collection }) => collection === from, empty);
  }

  async mergeCollections(names: readonly string[], into: string): Answer<CollectionChange> {
    this.asked.push(['merge', names, into]);
    return this.dissolve('merged', names, into);
  }

  async moveArticles(ids: readonly ArticleId[], into: string): Answer<CollectionChange> {
    this.asked.push(['move', ids, into]);
    const from = this.articles.filter(({ id }) => ids.includes(id)).map(({ collection }) => collection);
    return this.change('moved', from, into, ({ id }) => ids.includes(id));
  }

  async removeCollection(name: string, into: string | null): Answer<CollectionChange> {
    this.asked.push(['remove', name, into]);
    if (into !== null) return this.dissolve('removed', [name], into);
    return this.change('removed', [name], null, () => false, this.without([name]));
  }

  async deleteCollection(name: string): Answer<number> {
    this.asked.push(['delete', name]);
    const before = this.articles.length;
    this.articles = this.articles.filter(({ collection }) => collection !== name);
    this.empty = this.without([name]);
    return ok(before - this.articles.length);
  }

  async undoCollectionChange(step: number | null): Answer<CollectionUndone> {
    this.asked.push(['undo', step]);
    const last = step ?? [...this.kept.keys()].at(-1) ?? 0;
    const kept = this.kept.get(last);
    if (!kept) return fail(archiveError('undo-gone', { step: last }));
    this.kept.delete(last);
    this.articles = kept.articles;
    this.empty = kept.empty;
    return ok({ change: kept.change, articles: kept.change.articles });
  }

  private dissolve(kind: 'merged' | 'removed', names: readonly string[], into: string) {
    const from = names.filter((name) => name !== into);
    return this.change(kind, from, into, ({ collection }) => from.includes(collection), this.without(from));
  }

  private without(names: readonly string[]): readonly string[] {
    return this.empty.filter((name) => !names.includes(name));
  }

  private free(typed: string): Result<string, ArchiveError> {
    const name = readCollectionName(typed);
    if (name === null) return fail(archiveError('collection-name', { name: typed }));
    if (this.collectionNames.includes(name)) return fail(archiveError('collection-exists', { name }));
    return ok(name);
  }

  private change(
    kind: CollectionChange['kind'],
    from: readonly string[],
    into: string | null,
    moves: (article: Article) => boolean,
    empty = this.empty,
  ): Result<CollectionChange, ArchiveError> {
    const articles = this.articles.filter(moves).length;
    const change = { kind, from, into, articles };
    const undo = this.kept.size + 1;
    this.kept.set(undo, { change, articles: this.articles, empty: this.empty });
    if (into !== null)
      this.articles = this.articles.map((one) => (moves(one) ? { ...one, collection: into } : one));
    this.empty = empty;
    return ok({ ...change, undo });
  }
}
