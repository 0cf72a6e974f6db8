import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { HostApi, ImportOptions, IndexWorkOptions, OpenOptions } from './api/host-api.ts';
import type { ImportsApi } from './api/imports.ts';
import type { MarkRequest, OriginalText, Reading } from './api/reading.ts';
import { fillWithCollection } from './collections/fill.ts';
import { CopyDesk } from './copies/copy-desk.ts';
import { EditingPart } from './editing-part.ts';
import { followedWork } from './followed-work.ts';
import { inspectIndex } from './indexing/inspect-index.ts';
import type { IndexProgress } from './indexing/library-indexer.ts';
import { LibrarySearch } from './indexing/library-search.ts';
import type { ImportWorkOptions, LibraryWork } from './indexing/library-work.ts';
import { workApart } from './indexing/work-apart.ts';
import { workHere } from './indexing/work-here.ts';
import { removeDoomed } from './keeping/delete-articles.ts';
import { CollectionKeeper } from './keeping/collection-keeper.ts';
import { Keeper, type KeeperHost } from './keeping/keeper.ts';
import { madeImports } from './keeping/made-imports.ts';
import type { KeepingApi } from './api/keeping-api.ts';
import type { WatchingApi } from './api/watching-api.ts';
import { librarySize } from './keeping/library-size.ts';
import { archivedId, asked } from './asked.ts';
import { originalBytesOf } from './original-bytes.ts';
import { holdingsOf } from './library/holdings.ts';
import { openLibrary } from './library/library.ts';
import type { Library } from './library/library.ts';
import { overviewOf } from './library/overview.ts';
import { libraryError } from './library/system-errors.ts';
import type { ArticleId, ArticleSummary } from './model/article.ts';
import { archiveError } from './model/errors.ts';
import type { ArchiveError } from './model/errors.ts';
import type { ImportReport } from './model/import-report.ts';
import type { IndexingProgress } from './model/indexing.ts';
import type { IndexReport } from './model/index-report.ts';
import type { LibraryHoldings } from './model/library-holdings.ts';
import type { LibraryOverview } from './model/overview.ts';
import { fail, ok } from './model/result.ts';
import type { Result } from './model/result.ts';
import type {
  Completion,
  FacetRequest,
  Facets,
  RelatedArticle,
  SearchAnswer,
  SearchNotice,
  SearchRequest,
} from './model/search.ts';
import type { IndexSearch } from './search/index-search.ts';
import type { Explanation } from './model/explanation.ts';
import { relatedArticles } from './related-articles.ts';
import { Telling } from './telling.ts';
import { decodeAs } from './text/decode.ts';
import { FolderWatch } from './watching/folder-watch.ts';
import { watchLoop } from './watching/watch-loop.ts';
import type { TextEncoding } from './text/decode.ts';

type Outcome<T> = Promise<Result<T, ArchiveError>>;

/** The index is behind by more than a batch of an import: worth a word. */
const worthSaying = 5_000;

/** A library, open: the rooms wired together. Each method notices first what other processes have changed. */
class Archive extends EditingPart implements HostApi {
  readonly keeping: KeepingApi;
  readonly imports: ImportsApi['imports'];
  readonly importRun: ImportsApi['importRun'];
  readonly importLines: ImportsApi['importLines'];
  readonly watching: WatchingApi;
  protected readonly library: Library;
  private readonly work: LibraryWork;
  protected readonly index: LibrarySearch;
  protected readonly desk: CopyDesk;
  private readonly telling = new Telling();
  protected readonly collections: CollectionKeeper;
  private readonly closing = { aborted: false };
  private watched: Promise<void> = Promise.resolve();

  constructor(library: Library, work: LibraryWork) {
    super();
    this.library = library;
    this.work = followedWork(work, (progress) => this.telling.tellProgress(progress));
    this.index = new LibrarySearch(library, this.work);
    this.desk = new CopyDesk(library, this.index.copies);
    const host: KeeperHost = {
      follow: () => this.follow(),
      settled: () => this.index.settled(),
      work: this.work,
      mergeIndex: () => this.mergeIndex({}),
      tell: () => this.telling.tell(true),
    };
    const made = madeImports(library);
    [this.imports, this.importRun, this.importLines] = [made.imports, made.importRun, made.importLines];
    this.keeping = new Keeper(library, host);
    this.collections = new CollectionKeeper(library, host);
    this.watching = new FolderWatch(library, (paths, options) => this.take(paths, options));
    this.index.onIndexed = () => this.telling.tell();
  }

  search(request: SearchRequest): Outcome<SearchAnswer> {
    return this.searched((search) => {
      const answer = search.search(request);
      const notices = [...answer.notices, ...this.indexNotices(answer.total)];
      return { ...answer, notices, exact: answer.exact && notices.length === answer.notices.length };
    });
  }

  facets(request: FacetRequest): Outcome<Facets> {
    return this.searched((search) => search.facets(request));
  }

  complete(text: string, limit: number): Outcome<readonly Completion[]> {
    return this.searched((search) => search.complete(text, limit));
  }

  explain(request: SearchRequest): Outcome<readonly Explanation[]> {
    return this.searched((search) => search.explain(request));
  }

  related(id: ArticleId, limit: number): Outcome<readonly RelatedArticle[]> {
    return asked(this.library, async () => {
      const named = archivedId(this.library, id);
      if (!named.ok) return named;
      const search = await this.index.fresh();
      return search.ok ? relatedArticles(this.library, search.value, named.value, limit) : search;
    });
  }

  read(id: ArticleId, marks: MarkRequest | null): Outcome<Reading> {
    return asked<Reading>(this.library, async () => {
      const named = archivedId(this.library, id);
      if (!named.ok) return named;
      const article = this.library.catalogue.article(named.value);
      if (article === null) return fail(archiveError('article-not-found', { id }));
      const listedBy = this.library.catalogue.listedBy(named.value);
      if (marks === null) return ok({ article, marks: null, listedBy });
      const search = await this.index.fresh();
      return search.ok ? ok({ article, marks: search.value.marks(article, marks), listedBy }) : search;
    });
  }

  summary(id: ArticleId): Outcome<ArticleSummary> {
    return asked(this.library, async () => {
      const named = this.library.catalogue.named(id);
      return named === null ? fail(archiveError('article-not-found', { id })) : ok(named.summary);
    });
  }

  originalText(id: ArticleId): Outcome<OriginalText> {
    return asked(this.library, async () => {
      const bytes = await this.originalBytes(id);
      if (!bytes.ok) return bytes;
      const named = archivedId(this.library, id);
      const article = named.ok ? this.library.catalogue.article(named.value) : null;
      if (article === null) return fail(archiveError('article-not-found', { id }));
      const { original } = article;
      if (original.encoding === null) return fail(archiveError('binary', { path: original.name }));
      // As it was decoded when it was read: the places of the blocks count on it.
      return ok({ original, text: decodeAs(bytes.value, original.encoding as TextEncoding) });
    });
  }

  originalBytes(id: ArticleId): Outcome<Uint8Array> {
    return asked(this.library, async () => {
      const named = archivedId(this.library, id);
      if (!named.ok) return named;
      const article = this.library.catalogue.article(named.value);
      if (article === null) return fail(archiveError('article-not-found', { id }));
      return originalBytesOf(this.library, article);
    });
  }

  overview(): Outcome<LibraryOverview> {
    return this.searched((search) => ({ ...overviewOf(this.library.database), dates: search.dates() }));
  }

  holdings(): Outcome<LibraryHoldings> {
    return asked(this.library, async () => {
      return ok({ ...holdingsOf(this.library), disk: await librarySize(this.library) });
    });
  }

  list(page: { readonly offset: number; readonly limit: number }) {
    return asked(this.library, async () => {
      const { catalogue } = this.library;
      return ok({ total: catalogue.count(), articles: catalogue.list(page.offset, page.limit) });
    });
  }

  import(paths: readonly string[], options: ImportOptions): Outcome<ImportReport> {
    return this.take(paths, options);
  }

  /** Imports what arrives in the watched folders until the archive is closed. */
  watch(): void {
    this.watched = watchLoop(this.watching, { signal: this.closing });
  }

  private async take(paths: readonly string[], options: ImportWorkOptions): Outcome<ImportReport> {
    const onIndexProgress = ({ committed }: IndexProgress) => committed && this.telling.tell();
    const before = this.telling.count;
    const report = await this.index.during(this.work.import(paths, { ...options, onIndexProgress }));
    const untold = this.telling.isUntold || this.telling.count === before;
    if (untold && (!report.ok || report.value.added > 0)) this.telling.tell(true);
    return report;
  }

  async inspectIndex(verify: boolean): Outcome<IndexReport> {
    return asked(this.library, async () => ok(inspectIndex(this.library, verify)));
  }

  async rebuildIndex(options: IndexWorkOptions): Outcome<null> {
    return this.indexing(() => this.work.rebuild(options));
  }

  async mergeIndex(options: IndexWorkOptions): Outcome<null> {
    return this.indexing(() => this.work.merge(options));
  }

  onChange(listener: () => void): () => void {
    return this.telling.onChange(listener);
  }

  onIndexing(listener: (progress: IndexingProgress | null) => void): () => void {
    return this.telling.onIndexing(listener);
  }

  /** Has the index follow the library, or begin to. */
  async follow(): Outcome<null> {
    const fresh = await this.index.fresh();
    return fresh.ok ? ok(null) : fresh;
  }

  async close(): Promise<void> {
    this.closing.aborted = true;
    await this.watched;
    this.telling.close();
    this.index.close();
    this.library.close();
  }

  private searched<T>(work: (search: IndexSearch) => T): Outcome<T> {
    return asked(this.library, async () => {
      const search = await this.index.fresh();
      // Another process may be at it, which tells nobody here: whoever was answered looks again.
      if (this.index.missing > 0 && this.index.failure === null) this.telling.tellLater();
      return search.ok ? ok(work(search.value)) : search;
    });
  }

  /** That nothing was found is only true of an index that has everything. */
  private indexNotices(found: number): readonly SearchNotice[] {
    const { missing, failure } = this.index;
    if (failure !== null) return [{ code: 'index-not-written', missing, error: failure.code }];
    const matters = missing >= worthSaying || (missing > 0 && found === 0);
    if (!matters) return [];
    // Listed items and replaced articles are changes too: there are never more articles missing than there are.
    return [{ code: 'indexing', missing: Math.min(missing, this.library.catalogue.count()) }];
  }

  private async indexing(work: () => Outcome<null>): Outcome<null> {
    await this.index.settled();
    const done = await this.index.during(work());
    this.telling.tell(true);
    return done;
  }
}

/**
 * Opens the library in a folder, or makes it and fills it with the bundled collection. Errors: `library-missing`, `library-newer`,
 * `library-broken`, `library-unwritable`, `disk-full`.
 */
export async function openArchive({
  library: folder,
  bundled,
  worker,
  follow = true,
  create = true,
  watch = false,
}: OpenOptions): Outcome<HostApi> {
  if (!create && !existsSync(join(folder, 'library.sqlite')))
    return fail(archiveError('library-missing', { path: folder }));
  const opened = await openLibrary(folder, { bundled: bundled === null ? 'none' : 'wanted' });
  if (!opened.ok) return opened;
  const library = opened.value;
  try {
    await removeDoomed(library);
    const filled = await fillWithCollection(library, bundled);
    const work = worker === undefined ? workHere(library) : workApart(worker, library.folder);
    const archive = new Archive(library, work);
    const ready = filled.ok && follow ? await archive.follow() : filled;
    if (ready.ok && watch) archive.watch();
    if (ready.ok) return ok(archive);
    await archive.close();
    return ready;
  } catch (error) {
    library.close();
    return fail(libraryError(error, library.folder));
  }
}
