import { open } from 'node:fs/promises';
import type { NewArticle, Recorder } from '../library/recorder.ts';
import type { ArticleId } from '../model/article.ts';
import { archiveError } from '../model/errors.ts';
import type { ArchiveError } from '../model/errors.ts';
import type { ImportProgress } from '../model/import-report.ts';
import { fileSource, memorySource } from '../readers/access/byte-source.ts';
import type { ByteSource } from '../readers/access/byte-source.ts';
import type { Batch } from './batch.ts';
import { ContentTally } from './content-tally.ts';
import { newArticle } from './found.ts';
import type { Found } from './found.ts';
import type { ImportLog } from './import-log.ts';
import type { Prepared, Workshop } from './prepare-support.ts';
import { onLibrary } from './prepare-support.ts';
import { readContent, toolsOf } from './read-content.ts';

/** What one recording holds at most: bytes of articles, and their number. */
const partBytes = 500_000;
const partArticles = 1_000;
/** What a failure counts for: a file of nothing but bad records must not gather them all before a batch is full. */
const failureWeight = 1_000;
/** What is read again within so many bytes, such as a list at the end of a ZIP, is no progress. */
const readAgain = 3_000_000;

export type ContentFile = Extract<Prepared, { kind: 'content' }>;
export type FilePart = NonNullable<ImportProgress['file']>;

/** What reading a file of many articles needs of the import. */
export interface ContentImport {
  readonly log: ImportLog;
  readonly batch: Batch;
  readonly onRead: (part: FilePart) => void;
  /** Awaited whenever something was added to the batch: it is committed when it is full. */
  readonly afterPart: () => Promise<void>;
}

/** Reads a kept file into the batch, part by part. */
class ContentReading {
  private readonly file: ContentFile;
  private readonly workshop: Workshop;
  private readonly on: ContentImport;
  private readonly tally: ContentTally;
  private articles: NewArticle[] = [];
  private errors: ArchiveError[] = [];
  private weight = 0;
  private ordinal = 0;
  /** Whether this file was unknown; null until its first part is written. */
  private isNew: boolean | null = null;

  constructor(file: ContentFile, workshop: Workshop, on: ContentImport) {
    this.file = file;
    this.workshop = workshop;
    this.on = on;
    this.tally = new ContentTally(file.path, file.original.sha256, on.log);
  }

  async read(all: AsyncIterable<Found> | Iterable<Found>): Promise<void> {
    for await (const found of all) {
      // What was being read when the import was cancelled is no failure of its file.
      if (this.workshop.signal?.aborted === true) break;
      this.take(found);
      if (this.weight >= partBytes || this.articles.length >= partArticles) await this.part();
    }
    await this.part();
    if (this.workshop.signal?.aborted === true) return;
    this.on.batch.add({
      path: this.file.path,
      weight: 0,
      articles: 0,
      record: () => {
        if (this.tally.isEmpty) this.sayEmpty();
        return 0;
      },
    });
    await this.on.afterPart();
  }

  /** What is in the file, told as it is read by the furthest byte that was asked for. */
  found(source: ByteSource): AsyncIterable<Found> {
    const { path, original } = this.file;
    const content = { name: original.name, path, source: this.watched(source), members: [], warnings: [] };
    return readContent(content, toolsOf(this.workshop));
  }

  private watched(source: ByteSource): ByteSource {
    const { onRead } = this.on;
    const total = source.size;
    let done = 0;
    return {
      size: total,
      read: async (start, length) => {
        if (start <= done + readAgain && start + length > done) {
          onRead({ stage: 'reading', done, total });
          done = Math.min(total, start + length);
        }
        return onLibrary(() => source.read(start, length));
      },
    };
  }

  private take(found: Found): void {
    if (!found.ok) {
      this.errors.push(found.error);
      this.weight += failureWeight;
      return;
    }
    this.articles.push(newArticle(found.value, this.ordinal, this.workshop.collection));
    this.ordinal += 1;
    this.weight += found.value.weight;
  }

  private async part(): Promise<void> {
    const { articles, errors, weight } = this;
    this.articles = [];
    this.errors = [];
    this.weight = 0;
    const { path } = this.file;
    const record = (recorder: Recorder) => this.record(recorder, articles, errors);
    this.on.batch.add({ path, weight, articles: articles.length, record });
    await this.on.afterPart();
  }

  private record(
    recorder: Recorder,
    articles: readonly NewArticle[],
    errors: readonly ArchiveError[],
  ): number {
    const { original } = this.file;
    const isNew = recorder.original(original);
    if (this.isNew === null) {
      this.isNew = isNew;
      for (const { name, original: part } of this.file.parts ?? []) recorder.part(original, name, part);
    }
    const added: ArticleId[] = [];
    const duplicate: ArticleId[] = [];
    for (const article of articles) {
      (recorder.article(original, article) ? added : duplicate).push(article.id);
    }
    this.tally.take({ added, duplicate, errors });
    return added.length;
  }

  /** Nothing in it became an article, and nothing says why: the file is kept all the same. */
  private sayEmpty(): void {
    const { log } = this.on;
    const { path, original } = this.file;
    const error = archiveError('no-article', { path });
    if (this.isNew === true) log.add({ outcome: 'kept', path, error, original: original.sha256 });
    else log.add({ outcome: 'duplicate', path, articles: [] });
  }
}

/**
 * Reads a kept file of many articles, or of other files, into the batch. Throws when the library fails; what was committed
 * before stays.
 */
export async function takeContent(file: ContentFile, workshop: Workshop, on: ContentImport): Promise<void> {
  const { content, original } = file;
  const reading = new ContentReading(file, workshop, on);
  if ('found' in content) await reading.read(content.found);
  else if ('bytes' in content) await reading.read(reading.found(memorySource(content.bytes)));
  else {
    const { originals } = workshop.library;
    await onLibrary(() => originals.flush());
    const handle = await onLibrary(() => open(originals.pathOf(original.sha256), 'r'));
    try {
      await reading.read(reading.found(fileSource(handle, original.bytes)));
    } finally {
      await handle.close();
    }
  }
}
