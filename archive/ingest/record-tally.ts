import type { ArticleId } from '../model/article.ts';
import { archiveError } from '../model/errors.ts';
import type { ArchiveError } from '../model/errors.ts';
import { reportLimit } from '../model/import-report.ts';
import type { ImportLine } from '../model/import-report.ts';
import type { ImportLog } from './import-log.ts';

type Outcome = 'added' | 'duplicate';

/** What one transaction made of records of a file. */
export interface RecordBatchResult {
  readonly added: readonly ArticleId[];
  readonly duplicate: readonly ArticleId[];
  readonly errors: readonly ArchiveError[];
}

interface Group {
  readonly outcome: Outcome;
  readonly ids: ArticleId[];
  count: number;
  /** Of its line in the report; null until there is one. */
  place: number | null;
}

/**
 * The lines of the report about one file of many articles: one for those added, one for those that were there, one for
 * each of the first failures and one that counts the others. Each batch brings them up to date.
 */
export class RecordTally {
  private readonly path: string;
  private readonly log: ImportLog;
  private readonly groups: readonly Group[] = [
    { outcome: 'added', ids: [], count: 0, place: null },
    { outcome: 'duplicate', ids: [], count: 0, place: null },
  ];
  private failures = 0;
  private morePlace: number | null = null;

  constructor(path: string, log: ImportLog) {
    this.path = path;
    this.log = log;
  }

  /** How many records became articles, or were articles already. */
  get articles(): number {
    return this.groups.reduce((sum, { count }) => sum + count, 0);
  }

  /** Stages the lines as they are after a batch. Must not be called again when the batch's transaction failed. */
  take(result: RecordBatchResult): void {
    for (const group of this.groups) this.grow(group, result[group.outcome]);
    for (const error of result.errors) this.failed(error);
    const more = this.failures - reportLimit;
    if (more <= 0 || result.errors.length === 0) return;
    const error = archiveError('more-failures', { path: this.path, count: more });
    this.morePlace = this.put(this.morePlace, { outcome: 'failed', path: this.path, error });
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

  private failed(error: ArchiveError): void {
    this.failures += 1;
    if (this.failures > reportLimit) return;
    const path = 'path' in error.params ? error.params.path : this.path;
    this.log.add({ outcome: 'failed', path, error });
  }

  private put(place: number | null, line: ImportLine): number {
    if (place === null) return this.log.add(line);
    this.log.replace(place, line);
    return place;
  }
}
