import type { ImportProgress, ImportTotals } from '../../archive/model/import-report.ts';
import type { ImportRun } from '../../archive/model/import-runs.ts';
import { bytesRead, shareDone } from '../controllers/import-pace.ts';
import type { Pace } from '../controllers/import-pace.ts';
import { formatBytes, formatCount } from './numbers.ts';

/** How much of it is done, as a whole percentage; the last one is not there before the end. Null while it is not known. */
export function percentDone(progress: ImportProgress): number | null {
  const share = shareDone(progress);
  return share === null ? null : Math.min(99, Math.floor(share * 100));
}

/** A time as one says how long something will take: it is never more exact than it is known. */
export function timeLeft(milliseconds: number): string {
  const minutes = milliseconds / 60_000;
  if (minutes < 1) return 'less than a minute left';
  if (minutes < 90) return `about ${formatCount(Math.round(minutes))} min left`;
  return `about ${formatCount(Math.round(minutes / 60))} h left`;
}

/** How far an import is: `312 MB of 2.4 GB`, the articles, the pace and the time left, as far as they are known. */
export function progressFacts(progress: ImportProgress, pace: Pace): readonly string[] {
  const { total, articles, files } = progress;
  const read = formatBytes(bytesRead(progress));
  return [
    total === undefined ? `${read} read` : `${read} of ${formatBytes(total.bytes)}`,
    total === undefined
      ? formatCount(files, 'file')
      : `${formatCount(files)} of ${formatCount(total.files, 'file')}`,
    formatCount(articles, 'article'),
    ...(pace.bytesPerSecond === null ? [] : [`${formatBytes(Math.round(pace.bytesPerSecond))}/s`]),
    ...(pace.left === null ? [] : [timeLeft(pace.left)]),
  ];
}

/** The outcomes of an import beside what it added, those that there are. */
export function otherTotals({ duplicates, kept, failed, skipped }: ImportTotals): readonly string[] {
  return [
    duplicates > 0 ? `${formatCount(duplicates)} already in the library` : '',
    kept > 0 ? `${formatCount(kept)} kept without an article` : '',
    failed > 0 ? `${formatCount(failed)} failed` : '',
    skipped > 0 ? `${formatCount(skipped)} passed over` : '',
  ].filter((words) => words !== '');
}

/** An import in one sentence; what did not go well is never left out. */
export function totalsSentence(totals: ImportTotals): string {
  const added = `${formatCount(totals.added, 'article')} added`;
  const parts = [added, ...otherTotals(totals)].join(', ');
  return totals.cancelled
    ? `Import cancelled: ${parts}. What was added stays.`
    : `Import finished: ${parts}.`;
}

/** The last part of a path, and what leads to it. */
export function pathParts(path: string): { readonly name: string; readonly folder: string } {
  const trimmed = path.replace(/[/\\]+$/u, '');
  const at = Math.max(trimmed.lastIndexOf('/'), trimmed.lastIndexOf('\\'));
  return at < 0
    ? { name: trimmed === '' ? path : trimmed, folder: '' }
    : { name: trimmed.slice(at + 1), folder: trimmed.slice(0, at) };
}

/** What an import was one of, in a word: the folder of its first file. Empty when it met nothing, or that was deleted. */
export function runOrigin({ firstPath }: ImportRun): string {
  if (firstPath === null || firstPath === '(deleted)') return '';
  const { name, folder } = pathParts(firstPath);
  const last = pathParts(folder).name;
  return last === '' ? name : last;
}
