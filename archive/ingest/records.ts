import { recordId } from '../library/article-id.ts';
import type { Library } from '../library/library.ts';
import type { NewArticle } from '../library/recorder.ts';
import type { ArticleId } from '../model/article.ts';
import type { Cancellation } from '../model/cancellation.ts';
import { archiveError } from '../model/errors.ts';
import type { ArchiveError } from '../model/errors.ts';
import type { ImportProgress } from '../model/import-report.ts';
import type { Result } from '../model/result.ts';
import type { Draft } from '../readers/reader.ts';
import { databaseCode, systemCode } from '../library/system-errors.ts';
import type { ImportLog } from './import-log.ts';
import type { Prepared } from './prepare-support.ts';
import { LibraryFailure } from './prepare-support.ts';
import { RecordTally } from './record-tally.ts';

/** Bytes of records in one transaction, and their number: it takes under 200 ms, so that a note can be saved meanwhile. */
const recordBatchBytes = 3_000_000;
const recordBatchArticles = 5_000;

export type RecordFile = Extract<Prepared, { kind: 'records' }>;

/** What reading a file of many articles needs of the import. */
export interface RecordImport {
  readonly library: Library;
  readonly collection: string;
  readonly log: ImportLog;
  readonly signal: Cancellation | undefined;
  readonly onRead: (file: NonNullable<ImportProgress['file']>) => void;
  /** Awaited after every batch; `added` is the number of its new articles. */
  readonly afterCommit: (added: number) => Promise<void>;
}

/** Reads a kept file of many articles into the library, a transaction for each batch of them. */
class RecordReading {
  private readonly file: RecordFile;
  private readonly on: RecordImport;
  private readonly tally: RecordTally;
  private articles: NewArticle[] = [];
  private errors: ArchiveError[] = [];
  private weight = 0;
  private ordinal = 0;
  /** Whether this file was unknown; null until its first batch is committed. */
  private isNew: boolean | null = null;

  constructor(file: RecordFile, on: RecordImport) {
    this.file = file;
    this.on = on;
    this.tally = new RecordTally(file.path, on.log);
  }

  async read(): Promise<void> {
    const { reader, path } = this.file;
    const records = reader.readPieces(this.pieces(), path, this.on.signal)[Symbol.asyncIterator]();
    for (;;) {
      const next = await this.next(records);
      if (next.done === true) break;
      this.take(next.value);
      if (this.weight >= recordBatchBytes || this.articles.length >= recordBatchArticles) await this.commit();
    }
    await this.commit();
    if (this.tally.articles === 0) await this.sayEmpty();
  }

  /** The next record. A bug of the reader ends the file, with a line in the report; what fails in the library throws. */
  private async next(
    records: AsyncIterator<Result<Draft, ArchiveError>>,
  ): Promise<IteratorResult<Result<Draft, ArchiveError>, unknown>> {
    try {
      return await records.next();
    } catch (error) {
      if (systemCode(error) !== null)
        throw new LibraryFailure('The kept file cannot be read.', { cause: error });
      if (databaseCode(error) !== null) throw error;
      const detail = `${this.file.reader.name}: ${String(error)} (${this.file.path})`;
      this.errors.push(archiveError('internal', { detail }));
      return { done: true, value: undefined };
    }
  }

  private async *pieces(): AsyncGenerator<Uint8Array> {
    const total = this.file.original.bytes;
    let done = 0;
    for await (const piece of this.file.pieces()) {
      this.on.onRead({ stage: 'reading', done, total });
      if (this.on.signal?.aborted === true) return;
      done += piece.length;
      yield piece;
    }
  }

  private take(record: Result<Draft, ArchiveError>): void {
    if (!record.ok) {
      this.errors.push(record.error);
      // A file of nothing but bad lines must not gather them all before a batch is full.
      this.weight += 1_000;
      return;
    }
    const draft = record.value;
    const { reader } = this.file;
    if (draft.record === undefined) throw new Error(`${reader.name} gave a record without its place.`);
    this.articles.push({
      id: recordId(draft.record.sha256),
      ordinal: this.ordinal,
      draft,
      collection: this.on.collection,
      reader: { name: reader.name, version: reader.version },
    });
    this.ordinal += 1;
    this.weight += draft.record.end - draft.record.start;
  }

  private async commit(): Promise<void> {
    const { library, log } = this.on;
    const { original } = this.file;
    const { articles, errors } = this;
    if (articles.length + errors.length === 0 && this.isNew !== null) return;
    await library.originals.flush();
    const added: ArticleId[] = [];
    library.write((recorder) => {
      const isNew = recorder.original(original);
      const duplicate: ArticleId[] = [];
      for (const article of articles) {
        (recorder.article(original, article) ? added : duplicate).push(article.id);
      }
      this.isNew ??= isNew;
      this.tally.take({ added, duplicate, errors });
      log.write(library.database);
    });
    log.settle();
    this.articles = [];
    this.errors = [];
    this.weight = 0;
    await this.on.afterCommit(added.length);
  }

  /** No record became an article: the file is kept all the same. */
  private async sayEmpty(): Promise<void> {
    const { library, log, signal } = this.on;
    const { path } = this.file;
    if (signal?.aborted === true) return;
    if (this.isNew === true) log.add({ outcome: 'kept', path, error: archiveError('no-article', { path }) });
    else log.add({ outcome: 'duplicate', path, articles: [] });
    library.write(() => log.write(library.database));
    log.settle();
  }
}

/** Reads a file of many articles, batch by batch. Throws when the library fails; the batches before stay. */
export async function takeRecords(file: RecordFile, on: RecordImport): Promise<void> {
  await new RecordReading(file, on).read();
}
