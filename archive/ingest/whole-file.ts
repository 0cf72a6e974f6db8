import type { Recorder } from '../library/recorder.ts';
import type { ImportLine } from '../model/import-report.ts';
import type { Recording } from './batch.ts';
import type { ImportLog } from './import-log.ts';
import type { Prepared } from './prepare-support.ts';

/** A file whose rows are written at one go. */
export type WholeFile = Extract<Prepared, { kind: 'articles' | 'kept' | 'failed' | 'skipped' }>;

/** What is to be written of a file that was read whole. */
export function recordingOf(file: WholeFile, log: ImportLog): Recording {
  const isRead = file.kind === 'articles';
  return {
    path: file.path,
    weight: isRead ? file.original.bytes : 0,
    articles: isRead ? file.articles.length : 0,
    record: (recorder) => {
      const lines = record(recorder, file);
      for (const line of lines) log.add(line);
      return lines.reduce((sum, line) => sum + (line.outcome === 'added' ? line.articles.length : 0), 0);
    },
  };
}

function record(recorder: Recorder, file: WholeFile): readonly ImportLine[] {
  if (file.kind === 'articles') return recordArticles(recorder, file);
  const { path, error } = file;
  if (file.kind !== 'kept') return [{ outcome: file.kind, path, error }];
  const isNew = recorder.original(file.original);
  const original = file.original.sha256;
  return isNew
    ? [{ outcome: 'kept', path, error, original }]
    : [{ outcome: 'duplicate', path, articles: [] }];
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
