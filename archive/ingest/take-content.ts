import { open } from 'node:fs/promises';
import type { NewArticle } from '../library/recorder.ts';
import type { ArticleId } from '../model/article.ts';
import { archiveError } from '../model/errors.ts';
import type { ArchiveError } from '../model/errors.ts';
import type { ImportProgress } from '../model/import-report.ts';
import { fileSource } from '../readers/access/byte-source.ts';
import type { ByteSource } from '../readers/access/byte-source.ts';
import { ContentTally } from './content-tally.ts';
import { newArticle } from './found.ts';
import type { Found } from './found.ts';
import type { ImportLog } from './import-log.ts';
import type { Prepared, Workshop } from './prepare-support.ts';
import { onLibrary } from './prepare-support.ts';
import { readContent, toolsOf } from './read-content.ts';

/** Bytes of articles in one transaction, and their number: it takes under 200 ms, so that a note can be saved meanwhile. */
const batchBytes = 3_000_000;
const batchArticles = 5_000;
/** What a failure counts for: a file of nothing but bad records must not gather them all before a batch is full. */
const failureWeight = 1_000;

export type ContentFile = Extract<Prepared, { kind: 'content' }>;
export type FilePart = NonNullable<ImportProgress['file']>;

/** What reading a file of many articles needs of the import. */
export interface ContentImport {
  readonly log: ImportLog;
  readonly onRead: (part: FilePart) => void;
  /** Awaited after every batch; `added` is the number of its new articles. */
  readonly afterCommit: (added: number) => Promise<void>;
}

/** Reads a kept file into the library, a transaction for each batch of its articles. */
class ContentReading {
  private readonly file: ContentFile;
  private readonly workshop: Workshop;
  private readonly on: ContentImport;
  private readonly tally: ContentTally;
  private articles: NewArticle[] = [];
  private errors: ArchiveError[] = [];
  private weight = 0;
  private ordinal = 0;
  /** Whether this file was unknown; null until its first batch is committed. */
  private isNew: boolean | null = null;

  constructor(file: ContentFile, workshop: Workshop, on: ContentImport) {
    this.file = file;
    this.workshop = workshop;
    this.on = on;
    this.tally = new ContentTally(file.path, on.log);
  }

  async read(source: ByteSource): Promise<void> {
    const { path, original } = this.file;
    const { name } = original;
    const content = { name, path, source: this.watched(source), members: [], warnings: [] };
    for await (const found of readContent(content, toolsOf(this.workshop))) {
      this.take(found);
      if (this.weight >= batchBytes || this.articles.length >= batchArticles) await this.commit();
    }
    await this.commit();
    if (this.tally.isEmpty) this.sayEmpty();
  }

  /** Tells how far the file has been read, by the furthest byte that was asked for. */
  private watched(source: ByteSource): ByteSource {
    const { onRead } = this.on;
    const total = source.size;
    let done = 0;
    return {
      size: total,
      read: async (start, length) => {
        // What is read again, such as a list at the end of a ZIP, is no progress.
        if (start <= done + batchBytes && start + length > done) {
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

  private async commit(): Promise<void> {
    const { library } = this.workshop;
    const { log } = this.on;
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

  /** Nothing in it became an article, and nothing says why: the file is kept all the same. */
  private sayEmpty(): void {
    const { library, signal } = this.workshop;
    const { log } = this.on;
    const { path } = this.file;
    if (signal?.aborted === true) return;
    if (this.isNew === true) log.add({ outcome: 'kept', path, error: archiveError('no-article', { path }) });
    else log.add({ outcome: 'duplicate', path, articles: [] });
    library.write(() => log.write(library.database));
    log.settle();
  }
}

/**
 * Reads a kept file of many articles, or of other files, batch by batch. Throws when the library fails; the batches before
 * stay.
 */
export async function takeContent(file: ContentFile, workshop: Workshop, on: ContentImport): Promise<void> {
  const { originals } = workshop.library;
  await onLibrary(() => originals.flush());
  const path = originals.pathOf(file.original.sha256);
  const handle = await onLibrary(() => open(path, 'r'));
  try {
    await new ContentReading(file, workshop, on).read(fileSource(handle, file.original.bytes));
  } finally {
    await handle.close();
  }
}
