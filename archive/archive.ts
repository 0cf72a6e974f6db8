import type { HostApi, ImportOptions, OpenOptions } from './api/host-api.ts';
import type { MarkRequest, OriginalText, Reading } from './api/reading.ts';
import { fillWithCollection } from './collections/fill.ts';
import { ingest } from './ingest/ingest.ts';
import { openLibrary } from './library/library.ts';
import type { Library } from './library/library.ts';
import { overviewOf } from './library/overview.ts';
import { libraryError } from './library/system-errors.ts';
import type { ArticleId, ArticleSummary } from './model/article.ts';
import { archiveError } from './model/errors.ts';
import type { ArchiveError } from './model/errors.ts';
import type { ImportReport } from './model/import-report.ts';
import type { LibraryOverview } from './model/overview.ts';
import { fail, ok } from './model/result.ts';
import type { Result } from './model/result.ts';
import type { SearchAnswer, SearchRequest } from './model/search.ts';
import { chooseReader } from './readers/registry.ts';
import { CurrentIndex } from './current-index.ts';
import { decodeAs } from './text/decode.ts';
import type { TextEncoding } from './text/decode.ts';

type Outcome<T> = Promise<Result<T, ArchiveError>>;

/** A library, open: the rooms wired together. Each method notices first what other processes have changed. */
class Archive implements HostApi {
  private readonly library: Library;
  private readonly index: CurrentIndex;
  private readonly listeners = new Set<() => void>();

  constructor(library: Library, index: CurrentIndex) {
    this.library = library;
    this.index = index;
  }

  search(request: SearchRequest): Outcome<SearchAnswer> {
    return this.asked(async () => {
      const engine = await this.fresh();
      return engine.ok ? ok(engine.value.search(request)) : engine;
    });
  }

  read(id: ArticleId, marks: MarkRequest | null): Outcome<Reading> {
    return this.asked<Reading>(async () => {
      const named = this.archived(id);
      if (!named.ok) return named;
      const article = this.library.catalogue.article(named.value);
      if (article === null) return fail(archiveError('article-not-found', { id }));
      const listedBy = this.library.catalogue.listedBy(named.value);
      if (marks === null) return ok({ article, marks: null, listedBy });
      const engine = await this.fresh();
      return engine.ok ? ok({ article, marks: engine.value.marks(article, marks), listedBy }) : engine;
    });
  }

  summary(id: ArticleId): Outcome<ArticleSummary> {
    return this.asked(async () => {
      const named = this.library.catalogue.named(id);
      return named === null ? fail(archiveError('article-not-found', { id })) : ok(named.summary);
    });
  }

  originalText(id: ArticleId): Outcome<OriginalText> {
    return this.asked(async () => {
      const bytes = await this.originalBytes(id);
      if (!bytes.ok) return bytes;
      const named = this.archived(id);
      const article = named.ok ? this.library.catalogue.article(named.value) : null;
      if (article === null) return fail(archiveError('article-not-found', { id }));
      const { original } = article;
      if (original.encoding === null) return fail(archiveError('binary', { path: original.name }));
      // As it was decoded when it was read: the places of the blocks count on it.
      return ok({ original, text: decodeAs(bytes.value, original.encoding as TextEncoding) });
    });
  }

  originalBytes(id: ArticleId): Outcome<Uint8Array> {
    return this.asked(async () => {
      const named = this.archived(id);
      if (!named.ok) return named;
      const article = this.library.catalogue.article(named.value);
      if (article === null) return fail(archiveError('article-not-found', { id }));
      return this.library.originals.read(article.original.sha256);
    });
  }

  overview(): Outcome<LibraryOverview> {
    return this.asked(async () => {
      const engine = await this.fresh();
      if (!engine.ok) return engine;
      return ok({ ...overviewOf(this.library.database), dates: this.index.dates });
    });
  }

  list(page: { readonly offset: number; readonly limit: number }) {
    return this.asked(async () => {
      const { catalogue } = this.library;
      return ok({ total: catalogue.count(), articles: catalogue.list(page.offset, page.limit) });
    });
  }

  async import(paths: readonly string[], options: ImportOptions): Outcome<ImportReport> {
    const report = await ingest(this.library, paths, { ...options, chooseReader });
    if (report.ok && report.value.added === 0) return report;
    for (const listener of this.listeners) listener();
    return report;
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  async close(): Promise<void> {
    this.listeners.clear();
    this.library.close();
  }

  /** The archived article an id names; an item that is only listed has no text. */
  private archived(id: ArticleId): Result<ArticleId, ArchiveError> {
    const named = this.library.catalogue.named(id);
    if (named === null) return fail(archiveError('article-not-found', { id }));
    const { kind, summary } = named;
    if (kind !== 'listed') return ok(summary.id);
    return fail(archiveError('article-not-archived', { id, headline: summary.headline }));
  }

  private fresh() {
    return this.index.fresh();
  }

  /** What the database or the disk throws becomes a value. */
  private async asked<T>(work: () => Outcome<T>): Outcome<T> {
    try {
      return await work();
    } catch (error) {
      return fail(libraryError(error, this.library.folder));
    }
  }
}

/**
 * Opens the library in a folder, or makes it and fills it with the bundled collection. Errors: `library-newer`,
 * `library-broken`, `library-unwritable`, `disk-full`.
 */
export async function openArchive({ library: folder, bundled }: OpenOptions): Outcome<HostApi> {
  const opened = await openLibrary(folder, { bundled: bundled === null ? 'none' : 'wanted' });
  if (!opened.ok) return opened;
  const library = opened.value;
  try {
    const filled = await fillWithCollection(library, bundled);
    const index = new CurrentIndex(library);
    const ready = filled.ok ? await index.fresh() : filled;
    if (ready.ok) return ok(new Archive(library, index));
    library.close();
    return ready;
  } catch (error) {
    library.close();
    return fail(libraryError(error, library.folder));
  }
}
