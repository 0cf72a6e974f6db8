import type { Library } from '../library/library.ts';
import type { ImportLine } from '../model/import-report.ts';
import type { Prepared } from './prepare.ts';

/** Files of one transaction: few enough that it takes well under 200 ms. */
export const batchFiles = 50;
/** Bytes of originals in one transaction, for the same reason. */
export const batchBytes = 8_000_000;

/** How large the rows of a prepared file may be: that of its text, when it is read. */
export function weightOf(prepared: Prepared): number {
  return prepared.kind === 'articles' ? prepared.original.bytes : 0;
}

/** Where the lines of a batch go. */
export interface ReportPlace {
  readonly run: number;
  /** How many lines the report has already. */
  readonly before: number;
}

/**
 * Commits a batch: its rows and its lines of the report in one transaction, after the originals they name are durable.
 * Gives the lines, in order. Throws what the system throws; then nothing of the batch is in the library.
 */
export async function commitBatch(
  library: Library,
  batch: readonly Prepared[],
  place: ReportPlace,
): Promise<readonly ImportLine[]> {
  await library.originals.flush();
  return library.database.transaction(() => {
    const lines = batch.flatMap((prepared) => record(library, prepared));
    library.recorder.lines(place.run, place.before, lines);
    if (lines.some((line) => line.outcome === 'added')) library.recorder.changed();
    return lines;
  });
}

function record(library: Library, prepared: Prepared): readonly ImportLine[] {
  if (prepared.kind === 'articles') return recordArticles(library, prepared);
  const { path, error } = prepared;
  if (prepared.kind !== 'kept') return [{ outcome: prepared.kind, path, error }];
  if (library.catalogue.hasOriginal(prepared.original.sha256)) {
    return [{ outcome: 'duplicate', path, articles: [] }];
  }
  library.recorder.original(prepared.original);
  return [{ outcome: 'kept', path, error }];
}

function recordArticles(
  library: Library,
  { path, original, articles, errors }: Extract<Prepared, { kind: 'articles' }>,
): readonly ImportLine[] {
  const fresh = articles.filter((article) => !library.catalogue.hasArticle(article.id));
  const failures = errors.map((error): ImportLine => ({ outcome: 'failed', path, error }));
  if (fresh.length === 0) {
    return [{ outcome: 'duplicate', path, articles: articles.map((article) => article.id) }, ...failures];
  }
  library.recorder.original(original);
  for (const article of fresh) library.recorder.article(original, article);
  return [{ outcome: 'added', path, articles: fresh.map((article) => article.id) }, ...failures];
}
