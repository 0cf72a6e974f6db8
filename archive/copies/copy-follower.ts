import { changedRecords, changesToCommit, commitAt, hasCommit } from '../library/changes.ts';
import type { ChangedRecord, Commit } from '../library/changes.ts';
import type { Library } from '../library/library.ts';
import type { Database } from '../library/sqlite.ts';
import type { Cancellation } from '../model/cancellation.ts';
import { recordParts } from '../search/fields.ts';
import type { DocumentWords } from '../search/segment/document-words.ts';
import { addressHash } from './address-hash.ts';
import { openCopies } from './copies-database.ts';
import { copiesIdentity } from './copies-identity.ts';
import { CopyTables } from './copy-tables.ts';
import { coveredBy, forgetCopies, writeCopies } from './copy-writer.ts';
import type { CopyChange } from './copy-writer.ts';
import { ArticleReader, LibraryPrints } from './print-source.ts';
import { sketchOf } from './text-sketch.ts';

const recordsPerPage = 1_000;
/** So many changes are written at a time: what they say is held in memory until then, some hundred bytes each. */
const mostPending = 20_000;

export interface FollowOptions {
  readonly signal?: Cancellation | undefined;
  /** Told after each page. */
  readonly onProgress?: ((covered: number) => void) | undefined;
}

/**
 * Makes the copies of a library follow it. Whoever has one holds the index lease. It goes along with the index, which has
 * the words of every new article at hand; what it missed it reads by itself. Methods throw what the system throws.
 */
export class CopyFollower {
  private readonly library: Library;
  private readonly database: Database;
  private readonly identity: string;
  private readonly reader: ArticleReader;
  private readonly prints: LibraryPrints;
  private pending: CopyChange[] = [];
  private covered: Commit;

  constructor(library: Library) {
    this.library = library;
    this.identity = copiesIdentity(library);
    this.database = openCopies(library.folder);
    this.reader = new ArticleReader(library);
    this.prints = new LibraryPrints(this.reader, new CopyTables(this.database));
    this.covered = coveredBy(this.database, this.identity);
    // Another library's, another version's, or one of another past (decision record 6).
    if (this.covered.change === 0 || !hasCommit(library.database, this.covered)) this.startOver();
  }

  /** The last change of the library that is covered. */
  get change(): number {
    return this.covered.change;
  }

  /** Forgets everything: it is all found anew. */
  startOver(): void {
    this.discard();
    forgetCopies(this.database);
    this.prints.clear();
    this.covered = { change: 0, token: '' };
  }

  /** Takes a record that changed; `words` are those of the article, good until the next one. */
  take({ id, isNew, record }: ChangedRecord, words: DocumentWords): void {
    const sketch = record?.kind === 'article' ? sketchOf(words) : null;
    const url = record?.kind === 'article' ? record.article.url : null;
    // What is only listed is no article; an article may have taken its id's place, or left it.
    if (sketch === null && isNew) return;
    const says = sketch === null ? null : { sketch, address: addressHash(url) };
    if (sketch !== null && sketch.smallest.length > 0) this.prints.offer(sketch.key, words.body.view());
    this.pending.push({ id, isNew, says });
  }

  /** Forgets what was taken and not committed. */
  discard(): void {
    this.prints.taken();
    this.pending = [];
  }

  /** Writes what was taken: all changes of the library up to this commit. */
  commit(commit: Commit): void {
    const changes = this.pending;
    this.pending = [];
    const { database, prints, identity } = this;
    try {
      writeCopies({ database, prints, identity }, changes, commit);
    } catch (error) {
      this.prints.clear();
      throw error;
    } finally {
      this.prints.taken();
    }
    this.covered = commit;
  }

  /** Reads and writes what comes next, up to this commit of the library at most. False when it was cancelled. */
  async step(last: Commit, { signal, onProgress }: FollowOptions = {}): Promise<boolean> {
    const { database } = this.library;
    this.discard();
    let covered = this.change;
    while (covered < last.change) {
      if (signal?.aborted === true) {
        this.discard();
        return false;
      }
      const isFull = this.pending.length >= mostPending;
      // A full list goes no further than the end of the library's next commit.
      const wanted = isFull ? changesToCommit(database, covered, last) : recordsPerPage;
      const page = Math.max(1, Math.min(recordsPerPage, wanted));
      const { records, upTo } = changedRecords(database, covered, page);
      for (const record of records) this.take(record, this.wordsOf(record));
      covered = upTo;
      onProgress?.(covered);
      await new Promise((resolve) => setImmediate(resolve));
      const commit = commitAt(database, covered);
      if (commit === null || (this.pending.length < mostPending && covered < last.change)) continue;
      this.commit(commit);
      this.reader.forget();
      return true;
    }
    return true;
  }

  /** Leaves nothing of what was removed in the log beside the file. */
  purge(): void {
    this.database.all('PRAGMA wal_checkpoint(TRUNCATE)');
  }

  close(): void {
    this.database.close();
  }

  private wordsOf({ record }: ChangedRecord): DocumentWords {
    return this.reader.wordsOf(record?.kind === 'article' ? recordParts(record) : []);
  }
}
