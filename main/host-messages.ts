import * as v from 'valibot';
import type { ArchiveError } from '../archive/model/errors.ts';
import { careReportSchema, careSchema } from './care-messages.ts';
import type { Care, CareReport } from './care-messages.ts';
import type { ImportProgress, ImportTotals } from '../archive/model/import-report.ts';
import { taskOutcomeSchema, taskProgressSchema, taskSchema } from './host-tasks.ts';
import type { HostTask, TaskOutcome, TaskProgress } from './host-tasks.ts';
import { collectionName, count, path } from './message-parts.ts';

/** What main asks of the archive process. Paths come from dialogs and the command line only. */
export type HostRequest =
  | {
      readonly type: 'open';
      readonly library: string;
      readonly bundled: string | null;
      /** False for a library that must be there. */
      readonly create?: false;
    }
  /** Comes with one port, which replaces the window's former one. */
  | { readonly type: 'add-port' }
  | {
      readonly type: 'import';
      readonly id: number;
      readonly paths: readonly string[];
      /** Null names it after the folder. */
      readonly collection: string | null;
    }
  | { readonly type: 'cancel-import'; readonly id: number }
  | { readonly type: 'task'; readonly id: number; readonly task: HostTask }
  | { readonly type: 'cancel-task'; readonly id: number }
  /** Make the search index anew, while searching goes on. */
  | { readonly type: 'rebuild-index' }
  | { readonly type: 'care'; readonly id: number; readonly care: Care }
  | { readonly type: 'cancel-care'; readonly id: number }
  /** Close the library and exit. */
  | { readonly type: 'close' };

/** What the archive process tells main. */
export type HostReport =
  | { readonly type: 'opened' }
  | { readonly type: 'open-failed'; readonly error: ArchiveError }
  | { readonly type: 'care'; readonly id: number; readonly report: CareReport }
  | { readonly type: 'import-progress'; readonly id: number; readonly progress: ImportProgress }
  | {
      readonly type: 'import-finished';
      readonly id: number;
      /** Its number in the library, by which its report is asked for. */
      readonly run: number;
      readonly totals: ImportTotals;
    }
  | { readonly type: 'import-failed'; readonly id: number; readonly error: ArchiveError }
  | TaskReport;

/** What it tells of a task. */
export type TaskReport =
  | { readonly type: 'task-progress'; readonly id: number; readonly progress: TaskProgress }
  | { readonly type: 'task-done'; readonly id: number; readonly outcome: TaskOutcome }
  | { readonly type: 'task-failed'; readonly id: number; readonly error: ArchiveError };

const id = v.pipe(v.number(), v.safeInteger());

const requestSchema = v.variant('type', [
  v.strictObject({
    type: v.literal('open'),
    library: path,
    bundled: v.nullable(path),
    create: v.exactOptional(v.literal(false)),
  }),
  v.strictObject({ type: v.literal('care'), id, care: careSchema }),
  v.strictObject({ type: v.literal('cancel-care'), id }),
  v.strictObject({ type: v.literal('add-port') }),
  v.strictObject({
    type: v.literal('import'),
    id,
    paths: v.pipe(v.array(path), v.minLength(1)),
    collection: v.nullable(collectionName),
  }),
  v.strictObject({ type: v.literal('cancel-import'), id }),
  v.strictObject({ type: v.literal('task'), id, task: taskSchema }),
  v.strictObject({ type: v.literal('cancel-task'), id }),
  v.strictObject({ type: v.literal('rebuild-index') }),
  v.strictObject({ type: v.literal('close') }),
]);

// The archive process reads hostile files, so what it says is checked as well. A code that this build does not know
// could not be put into words, but the window has a sentence for that; its shape is what matters here.
const error = v.object({
  code: v.string(),
  params: v.record(v.string(), v.union([v.string(), v.number()])),
});
const progress = v.object({
  files: count,
  articles: count,
  bytes: count,
  path: v.string(),
  total: v.optional(v.object({ files: count, bytes: count })),
  file: v.optional(v.object({ stage: v.picklist(['copying', 'reading']), done: count, total: count })),
});
const totals = v.object({
  added: count,
  duplicates: count,
  kept: count,
  failed: count,
  skipped: count,
  tookMs: count,
  cancelled: v.boolean(),
});

const reportSchema = v.variant('type', [
  v.object({ type: v.literal('opened') }),
  v.object({ type: v.literal('open-failed'), error }),
  v.object({ type: v.literal('care'), id, report: careReportSchema }),
  v.object({ type: v.literal('import-progress'), id, progress }),
  v.object({ type: v.literal('import-finished'), id, run: count, totals }),
  v.object({ type: v.literal('import-failed'), id, error }),
  v.object({ type: v.literal('task-progress'), id, progress: taskProgressSchema }),
  v.object({ type: v.literal('task-done'), id, outcome: taskOutcomeSchema }),
  v.object({ type: v.literal('task-failed'), id, error }),
]);

/** The request, or null when the message is none. */
export function parseHostRequest(message: unknown): HostRequest | null {
  const parsed = v.safeParse(requestSchema, message);
  return parsed.success ? parsed.output : null;
}

/** The report, or null when the message is none. */
export function parseHostReport(message: unknown): HostReport | null {
  const parsed = v.safeParse(reportSchema, message);
  // Ids and error codes are strings whose brands and table only types know.
  return parsed.success ? (parsed.output as HostReport) : null;
}
