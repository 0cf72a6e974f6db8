import { CopiesReader } from '../copies/copies-reader.ts';
import { hasCommit, lastCommit } from '../library/changes.ts';
import type { Library } from '../library/library.ts';
import { libraryNames, namesStamp } from '../library/names-file.ts';
import type { ArticleId } from '../model/article.ts';
import type { ArchiveError } from '../model/errors.ts';
import { ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import { IndexSearch } from '../search/index-search.ts';
import type { RecordSource, SearchRecord } from '../search/search-record.ts';
import { IndexReader } from '../search/store/index-reader.ts';
import type { Manifest } from '../search/store/manifest.ts';
import { createNameVariants } from '../text/name-variants.ts';
import { indexFiles, indexIdentity } from './index-identity.ts';
import type { LibraryWork } from './library-work.ts';
import { workHere } from './work-here.ts';

/** So many changes are indexed at once when a question meets them; more are left to a thread of their own. */
const fewChanges = 2_000;
/** After another process was found to be indexing, so long passes before it is tried again. In milliseconds. */
const patience = 500;
/** The same after it could not be written. */
const longPatience = 30_000;

/** The records that answers show, from the library. */
function recordsOf({ catalogue }: Library): RecordSource {
  const listed = (id: ArticleId): SearchRecord | null => {
    const named = catalogue.named(id);
    return named?.kind === 'listed'
      ? { kind: 'listed', summary: named.summary, url: catalogue.listedUrl(id) }
      : null;
  };
  return {
    records: (ids) =>
      catalogue.articlesByIds(ids).map((article, index) => {
        if (article === null) return listed(ids[index]!);
        const { headline, standfirst, source, section, language, published, collection, id } = article;
        const facts = { id, headline, standfirst, source, section, language, published, collection };
        return { kind: 'article', article, summary: { ...facts, archived: true, listedOn: null } };
      }),
  };
}

/**
 * The search of a library, kept true: before each question it notices what this or another process has changed, the list
 * of names included, and sees that the index follows.
 */
export class LibrarySearch {
  /** Changes of the library that the index does not cover yet. */
  missing = 0;
  /** Why the index could not follow, when it could not. */
  failure: ArchiveError | null = null;
  /** Told whenever the index has come further by work that nobody waits for. */
  onIndexed: () => void = () => undefined;
  /** What is a copy of what: it follows the library with the index. */
  readonly copies: CopiesReader;
  private readonly library: Library;
  private readonly work: LibraryWork;
  private readonly reader: IndexReader;
  private search: IndexSearch | null = null;
  private names = '';
  private working: Promise<unknown> | null = null;
  private nextTry = 0;

  constructor(library: Library, work: LibraryWork) {
    this.library = library;
    this.work = work;
    this.copies = new CopiesReader(library);
    const { library: id, fingerprint } = indexIdentity(library);
    const accepts = (manifest: Manifest) => manifest.library === id && manifest.fingerprint === fingerprint;
    this.reader = new IndexReader(indexFiles(library), accepts);
  }

  /**
   * The search as it is to be now. When the index cannot follow, what it holds is searched all the same; `missing` and
   * `failure` say so. Error: `unreadable` for the list of names.
   */
  async fresh(): Promise<Result<IndexSearch, ArchiveError>> {
    await this.followed();
    const stamp = `names ${await namesStamp(this.library.folder)}`;
    if (this.search !== null && stamp === this.names) return ok(this.search);
    const list = await libraryNames(this.library.folder);
    if (!list.ok) return list;
    const names = { list: list.value, variants: createNameVariants(list.value) };
    this.search ??= new IndexSearch(this.reader, recordsOf(this.library), names);
    this.search.names = names;
    this.names = stamp;
    return ok(this.search);
  }

  /** Sees that the index and the copies follow the library, or begin to. */
  async followed(): Promise<void> {
    this.missing = this.behind();
    const behind = Math.max(this.missing, this.copies.behind());
    if (behind === 0 || this.working !== null || performance.now() < this.nextTry) return;
    if (this.work.isApart && behind > fewChanges) {
      const work = this.work.catchUp({ onIndexProgress: ({ committed }) => committed && this.onIndexed() });
      void this.during(work).then((done) => {
        this.settle(done);
        this.onIndexed();
      });
      return;
    }
    this.settle(await workHere(this.library).catchUp({}));
    this.missing = this.behind();
  }

  /** Resolves when no work of ours writes the index. */
  async settled(): Promise<void> {
    while (this.working !== null) await Promise.allSettled([this.working]);
  }

  /** Other work writes the index until this is settled: it is not tried beside it. */
  during<T>(work: Promise<T>): Promise<T> {
    const mine: Promise<unknown> = work.finally(() => {
      if (this.working === mine) this.working = null;
    });
    this.working = mine;
    // Whoever started the work hears of its failure.
    mine.catch(() => undefined);
    return work;
  }

  close(): void {
    this.reader.close();
    this.copies.close();
  }

  private settle(done: Result<null, ArchiveError>): void {
    this.failure = null;
    if (done.ok) return;
    const busy = done.error.code === 'indexing-running';
    if (!busy) this.failure = done.error;
    this.nextTry = performance.now() + (busy ? patience : longPatience);
  }

  /** How many changes of the library the index does not cover; all of them when it is of another past. */
  private behind(): number {
    const { database } = this.library;
    const { manifest } = this.reader.snapshot();
    const last = lastCommit(database);
    if (last.change === manifest.change && last.token === manifest.token) return 0;
    return hasCommit(database, manifest) ? last.change - manifest.change : Math.max(1, last.change);
  }
}
