import type { Library } from '../library/library.ts';
import type { Recorder } from '../library/recorder.ts';
import type { ImportLine } from '../model/import-report.ts';
import type { ImportLog } from './import-log.ts';
import type { Prepared } from './prepare-support.ts';

/** A file whose rows are written at one go. */
export type WholeFile = Exclude<Prepared, { kind: 'content' | 'stopped' }>;

/** Files of one transaction: few enough that it takes well under 200 ms. */
export const batchFiles = 50;
/** Bytes of originals in one transaction, for the same reason. */
export const batchBytes = 8_000_000;

/** How large the rows of a prepared file may be: that of its text, when it is read. */
export function weightOf(prepared: WholeFile): number {
  return prepared.kind === 'articles' ? prepared.original.bytes : 0;
}

/**
 * Commits a batch: its rows and its lines of the report in one transaction, after the originals they name are durable.
 * Gives the lines, in order. Throws what the system throws; then nothing of the batch is in the library.
 */
export async function commitBatch(
  library: Library,
  batch: readonly WholeFile[],
  log: ImportLog,
): Promise<readonly ImportLine[]> {
  await library.originals.flush();
  const lines = library.write((recorder) => {
    const made = batch.flatMap((prepared) => record(recorder, prepared));
    for (const line of made) log.add(line);
    log.write(library.database);
    return made;
  });
  log.settle();
  return lines;
}

function record(recorder: Recorder, prepared: WholeFile): readonly ImportLine[] {
  if (prepared.kind === 'articles') return recordArticles(recorder, prepared);
  const { path, error } = prepared;
  if (prepared.kind !== 'kept') return [{ outcome: prepared.kind, path, error }];
  const isNew = recorder.original(prepared.original);
  return isNew ? [{ outcome: 'kept', path, error }] : [{ outcome: 'duplicate', path, articles: [] }];
}

function recordArticles(
  recorder: Recorder,
  { path, original, articles, errors }: Extract<WholeFile, { kind: 'articles' }>,
): readonly ImportLine[] {
  const failures = errors.map((error): ImportLine => ({ outcome: 'failed', path, error }));
  recorder.original(original);
  const fresh = articles.filter((article) => recorder.article(original, article));
  if (fresh.length === 0) {
    return [{ outcome: 'duplicate', path, articles: articles.map((article) => article.id) }, ...failures];
  }
  return [{ outcome: 'added', path, articles: fresh.map((article) => article.id) }, ...failures];
}
