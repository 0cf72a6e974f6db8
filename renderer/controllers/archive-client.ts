import type { ArchiveApi, ArchiveMethod } from '../../archive/api/archive-api.ts';
import type { CollectionsApi } from '../../archive/api/collections.ts';
import type { EditingApi } from '../../archive/api/editing.ts';
import type { PortReply, PortRequest } from '../../archive/api/messages.ts';
import type { MarkRequest, OriginalText, Reading } from '../../archive/api/reading.ts';
import type { Article, ArticleId, ArticleSummary } from '../../archive/model/article.ts';
import type { ArticleCopies, CopyGroups } from '../../archive/model/copies.ts';
import type { CollectionChange, CollectionUndone } from '../../archive/model/collections.ts';
import type { CorrectedField, Correction } from '../../archive/model/correction.ts';
import type { Deletion } from '../../archive/model/deletion.ts';
import type { ArchiveError } from '../../archive/model/errors.ts';
import { archiveError } from '../../archive/model/errors.ts';
import type { ImportLinesRequest, ImportRun, PlacedLine } from '../../archive/model/import-runs.ts';
import type { IndexingProgress } from '../../archive/model/indexing.ts';
import type { LibraryHoldings } from '../../archive/model/library-holdings.ts';
import type { NewArticle, NewArticleKept, Scan } from '../../archive/model/new-article.ts';
import type { LibraryOverview } from '../../archive/model/overview.ts';
import type { Result } from '../../archive/model/result.ts';
import { fail } from '../../archive/model/result.ts';
import type {
  Completion,
  FacetRequest,
  Facets,
  RelatedArticle,
  SearchAnswer,
  SearchRequest,
} from '../../archive/model/search.ts';

/** The methods that change something. */
const changes: ReadonlySet<ArchiveMethod> = new Set<keyof CollectionsApi | keyof EditingApi>([
  'correctArticle',
  'addArticle',
  'deleteArticle',
  'createCollection',
  'renameCollection',
  'mergeCollections',
  'moveArticles',
  'removeCollection',
  'deleteCollection',
  'undoCollectionChange',
]);

interface Waiting {
  readonly method: ArchiveMethod;
  readonly args: readonly unknown[];
  readonly settle: (result: Result<unknown, ArchiveError>) => void;
  /** How many archive processes died with this request in flight. */
  deaths: number;
}

/**
 * The archive as the window sees it: every method is a message over the port of the moment. Requests made while
 * there is no port wait for one. A read in flight when the archive dies is asked again once; when its second process
 * dies too it ends as `archive-stopped`. A change ends so at once: whether it was made is not known.
 */
export class ArchiveClient implements ArchiveApi {
  private port: MessagePort | null = null;
  private failure: ArchiveError | null = null;
  private nextId = 1;
  private readonly waiting = new Map<number, Waiting>();
  private readonly changeListeners = new Set<() => void>();
  private readonly indexingListeners = new Set<(progress: IndexingProgress | null) => void>();

  /** Takes a new port, closes the former, and asks everything that is still open over the new one. */
  attach(port: MessagePort): void {
    this.port?.close();
    this.port = port;
    this.failure = null;
    port.onmessage = (message: MessageEvent<unknown>) => {
      if (this.port === port) this.receive(message.data);
    };
    for (const [id, request] of this.waiting) this.post(id, request);
  }

  /** The archive process died; a new one is being started. */
  lost(): void {
    this.drop();
    for (const [id, request] of [...this.waiting]) {
      request.deaths += 1;
      if (request.deaths > 1 || changes.has(request.method))
        this.settle(id, fail(archiveError('archive-stopped', { method: request.method })));
    }
  }

  /** The archive will not come back: whatever is open and whatever is asked from now on ends with this error. */
  failed(error: ArchiveError): void {
    this.drop();
    this.failure = error;
    for (const id of [...this.waiting.keys()]) this.settle(id, fail(error));
  }

  /** Calls the listener after each change of the library; returns a function that stops it. */
  onChange(listener: () => void): () => void {
    this.changeListeners.add(listener);
    return () => this.changeListeners.delete(listener);
  }

  /**
   * Calls the listener with how far the making of the index is, and with null when it ends or is no longer known; returns a
   * function that stops it.
   */
  onIndexing(listener: (progress: IndexingProgress | null) => void): () => void {
    this.indexingListeners.add(listener);
    return () => this.indexingListeners.delete(listener);
  }

  /** As the interface says; what is aborted is cancelled in the archive and ends as `archive-stopped`. */
  search(request: SearchRequest, signal?: AbortSignal): Promise<Result<SearchAnswer, ArchiveError>> {
    return this.ask('search', [request], signal);
  }
  facets(request: FacetRequest, signal?: AbortSignal): Promise<Result<Facets, ArchiveError>> {
    return this.ask('facets', [request], signal);
  }
  complete(
    text: string,
    limit: number,
    signal?: AbortSignal,
  ): Promise<Result<readonly Completion[], ArchiveError>> {
    return this.ask('complete', [text, limit], signal);
  }
  related(
    id: ArticleId,
    limit: number,
    signal?: AbortSignal,
  ): Promise<Result<readonly RelatedArticle[], ArchiveError>> {
    return this.ask('related', [id, limit], signal);
  }
  read(id: ArticleId, marks: MarkRequest | null): Promise<Result<Reading, ArchiveError>> {
    return this.ask('read', [id, marks]);
  }
  summary(id: ArticleId): Promise<Result<ArticleSummary, ArchiveError>> {
    return this.ask('summary', [id]);
  }
  originalText(id: ArticleId): Promise<Result<OriginalText, ArchiveError>> {
    return this.ask('originalText', [id]);
  }
  overview(): Promise<Result<LibraryOverview, ArchiveError>> {
    return this.ask('overview', []);
  }
  holdings(): Promise<Result<LibraryHoldings, ArchiveError>> {
    return this.ask('holdings', []);
  }
  list(page: {
    readonly offset: number;
    readonly limit: number;
  }): Promise<
    Result<{ readonly total: number; readonly articles: readonly ArticleSummary[] }, ArchiveError>
  > {
    return this.ask('list', [page]);
  }
  imports(limit: number): Promise<Result<readonly ImportRun[], ArchiveError>> {
    return this.ask('imports', [limit]);
  }
  importRun(run: number): Promise<Result<ImportRun, ArchiveError>> {
    return this.ask('importRun', [run]);
  }
  importLines(request: ImportLinesRequest): Promise<Result<readonly PlacedLine[], ArchiveError>> {
    return this.ask('importLines', [request]);
  }

  copies(id: ArticleId, limit: number): Promise<Result<ArticleCopies, ArchiveError>> {
    return this.ask('copies', [id, limit]);
  }
  copyGroups(page: {
    readonly offset: number;
    readonly limit: number;
  }): Promise<Result<CopyGroups, ArchiveError>> {
    return this.ask('copyGroups', [page]);
  }

  createCollection(name: string): Promise<Result<CollectionChange, ArchiveError>> {
    return this.ask('createCollection', [name]);
  }
  renameCollection(name: string, to: string): Promise<Result<CollectionChange, ArchiveError>> {
    return this.ask('renameCollection', [name, to]);
  }
  mergeCollections(names: readonly string[], into: string): Promise<Result<CollectionChange, ArchiveError>> {
    return this.ask('mergeCollections', [names, into]);
  }
  moveArticles(ids: readonly ArticleId[], into: string): Promise<Result<CollectionChange, ArchiveError>> {
    return this.ask('moveArticles', [ids, into]);
  }
  removeCollection(name: string, into: string | null): Promise<Result<CollectionChange, ArchiveError>> {
    return this.ask('removeCollection', [name, into]);
  }
  deleteCollection(name: string): Promise<Result<number, ArchiveError>> {
    return this.ask('deleteCollection', [name]);
  }
  undoCollectionChange(step: number | null): Promise<Result<CollectionUndone, ArchiveError>> {
    return this.ask('undoCollectionChange', [step]);
  }

  correctArticle(
    id: ArticleId,
    correction: Correction,
    revert: readonly CorrectedField[],
  ): Promise<Result<Article, ArchiveError>> {
    return this.ask('correctArticle', [id, correction, revert]);
  }
  addArticle(article: NewArticle): Promise<Result<NewArticleKept, ArchiveError>> {
    return this.ask('addArticle', [article]);
  }
  scan(id: ArticleId): Promise<Result<Scan | null, ArchiveError>> {
    return this.ask('scan', [id]);
  }
  deletion(id: ArticleId): Promise<Result<Deletion, ArchiveError>> {
    return this.ask('deletion', [id]);
  }
  deleteArticle(id: ArticleId): Promise<Result<null, ArchiveError>> {
    return this.ask('deleteArticle', [id]);
  }

  private ask<T>(
    method: ArchiveMethod,
    args: readonly unknown[],
    signal?: AbortSignal,
  ): Promise<Result<T, ArchiveError>> {
    if (this.failure) return Promise.resolve(fail(this.failure));
    const stopped = fail(archiveError('archive-stopped', { method }));
    if (signal?.aborted) return Promise.resolve(stopped);
    return new Promise((resolve) => {
      const id = this.nextId++;
      const request: Waiting = {
        method,
        args,
        deaths: 0,
        // The port carries plain data; that the reply to `method` has its type is the archive's side of the contract.
        settle: (result) => resolve(result as Result<T, ArchiveError>),
      };
      this.waiting.set(id, request);
      this.post(id, request);
      signal?.addEventListener('abort', () => this.cancel(id, stopped), { once: true });
    });
  }

  private post(id: number, request: Waiting): void {
    this.send({ type: 'request', id, method: request.method, args: request.args });
  }

  private send(message: PortRequest): void {
    this.port?.postMessage(message);
  }

  private cancel(id: number, result: Result<never, ArchiveError>): void {
    if (!this.waiting.has(id)) return;
    this.send({ type: 'cancel', id });
    this.settle(id, result);
  }

  private receive(data: unknown): void {
    const reply = data as PortReply;
    if (reply.type === 'reply') this.settle(reply.id, reply.result);
    else if (reply.event.type === 'indexing') this.tellIndexing(reply.event.progress);
    else for (const listener of [...this.changeListeners]) listener();
  }

  private tellIndexing(progress: IndexingProgress | null): void {
    for (const listener of [...this.indexingListeners]) listener(progress);
  }

  private settle(id: number, result: Result<unknown, ArchiveError>): void {
    const request = this.waiting.get(id);
    this.waiting.delete(id);
    request?.settle(result);
  }

  private drop(): void {
    this.port?.close();
    this.port = null;
    this.tellIndexing(null);
  }
}
