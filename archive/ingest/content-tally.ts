import type { ArticleId, Sha256 } from '../model/article.ts';
import { archiveError } from '../model/errors.ts';
import type { ArchiveError, ArchiveErrorCode } from '../model/errors.ts';
import { reportLimit } from '../model/import-report.ts';
import type { ImportLine } from '../model/import-report.ts';
import type { ImportLog } from './import-log.ts';

/** What one transaction made of a part of a file. */
export interface ContentBatch {
  readonly added: readonly ArticleId[];
  readonly duplicate: readonly ArticleId[];
  readonly errors: readonly ArchiveError[];
}

interface Group {
  readonly outcome: 'added' | 'duplicate';
  readonly ids: ArticleId[];
  count: number;
  /** Of its line in the report; null until there is one. */
  place: number | null;
}

/** Lines that are counted by one more line once there are too many of them. */
interface Counted {
  readonly code: 'more-failures' | 'more-without-article' | 'other-entries';
  readonly outcome: 'failed' | 'kept' | 'skipped';
  /** So many have lines of their own. */
  readonly limit: number;
  count: number;
  place: number | null;
}

/** What is kept for a better reader, or for a person to look at, rather than a failure. */
const readable: ReadonlySet<ArchiveErrorCode> = new Set([
  'no-article',
  'no-text-layer',
  'too-slow',
  'too-large',
  'unsupported',
]);

/**
 * The lines of the report about one file of many articles: one for those added, one for those that were there, one for
 * each of the first failures, and of the first entries without an article, and lines that count the others. Each batch
 * brings them up to date.
 */
export class ContentTally {
  private readonly path: string;
  private readonly original: Sha256;
  private readonly log: ImportLog;
  private readonly groups: readonly Group[] = [
    { outcome: 'added', ids: [], count: 0, place: null },
    { outcome: 'duplicate', ids: [], count: 0, place: null },
  ];
  private readonly failed: Counted = counted('more-failures', 'failed', reportLimit);
  private readonly kept: Counted = counted('more-without-article', 'kept', reportLimit);
  private readonly parts: Counted = counted('other-entries', 'skipped', reportLimit);
  private readonly others: Counted = counted('other-entries', 'skipped', 0);
  /** An error that speaks of the whole file. */
  private ofFile = false;

  /** `original` is that of the file at `path`. */
  constructor(path: string, original: Sha256, log: ImportLog) {
    this.path = path;
    this.original = original;
    this.log = log;
  }

  /** Whether nothing in the file is or was an article, and nothing was said of the file itself. */
  get isEmpty(): boolean {
    return !this.ofFile && this.groups.every(({ count }) => count === 0);
  }

  /** Stages the lines as they are after a batch. Must not be called again when the batch's transaction failed. */
  take(batch: ContentBatch): void {
    for (const group of this.groups) this.grow(group, batch[group.outcome]);
    for (const error of batch.errors) this.count(error);
    if (batch.errors.length === 0) return;
    for (const one of [this.failed, this.kept, this.parts, this.others]) {
      const more = one.count - one.limit;
      if (more <= 0) continue;
      const error = archiveError(one.code, { path: this.path, count: more });
      one.place = this.put(one.place, this.line(one.outcome, this.path, error));
    }
  }

  private grow(group: Group, ids: readonly ArticleId[]): void {
    if (ids.length === 0) return;
    group.ids.push(...ids.slice(0, reportLimit - group.ids.length));
    group.count += ids.length;
    const { outcome, count } = group;
    const articles = [...group.ids];
    const line = { outcome, path: this.path, articles };
    group.place = this.put(group.place, count > articles.length ? { ...line, count } : line);
  }

  private count(error: ArchiveError): void {
    const path = 'path' in error.params ? error.params.path : this.path;
    const isOfFile = path === this.path;
    if (isOfFile) this.ofFile = true;
    const counter = this.counterOf(error, isOfFile);
    counter.count += 1;
    if (counter.count <= counter.limit) this.log.add(this.line(counter.outcome, path, error));
  }

  private line(outcome: Counted['outcome'], path: string, error: ArchiveError): ImportLine {
    if (outcome !== 'kept') return { outcome, path, error };
    return { outcome, path, error, original: this.original };
  }

  private counterOf({ code }: ArchiveError, isOfFile: boolean): Counted {
    if (code === 'other-media') return this.others;
    if (code === 'issue-parts') return this.parts;
    // The file itself is kept, whatever is wrong with it.
    return readable.has(code) || (isOfFile && code !== 'internal') ? this.kept : this.failed;
  }

  private put(place: number | null, line: ImportLine): number {
    if (place === null) return this.log.add(line);
    this.log.replace(place, line);
    return place;
  }
}

function counted(code: Counted['code'], outcome: Counted['outcome'], limit: number): Counted {
  return { code, outcome, limit, count: 0, place: null };
}
