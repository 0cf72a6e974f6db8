import * as v from 'valibot';
import type { HostApi } from '../archive/api/host-api.ts';
import type { ReportedPlace } from '../archive/api/keeping-api.ts';
import type { ArchiveError } from '../archive/model/errors.ts';
import type { Recognised } from '../archive/model/import-runs.ts';
import { ok } from '../archive/model/result.ts';
import type { Result } from '../archive/model/result.ts';
import { count, path } from './message-parts.ts';

/** Work with paths that main asks the archive process for, beside imports: each has an end, and can be stopped. */
export type HostTask =
  | { readonly kind: 'recognise'; readonly paths: readonly string[] }
  /** Where to look for what a line of an import's report is about. */
  | { readonly kind: 'reported-place'; readonly run: number; readonly place: number }
  | { readonly kind: 'save-report'; readonly run: number; readonly file: string };

/** How a task ended well. */
export type TaskOutcome =
  | { readonly kind: 'recognise'; readonly recognised: Recognised }
  | { readonly kind: 'reported-place'; readonly where: ReportedPlace }
  | { readonly kind: 'save-report' };

/** How far a task is. `total` is 0 where it is not known. */
export interface TaskProgress {
  readonly done: number;
  readonly total: number;
  readonly bytes: number;
}

/** A task, by shape and size. */
export const taskSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('recognise'), paths: v.pipe(v.array(path), v.minLength(1)) }),
  v.strictObject({ kind: v.literal('reported-place'), run: count, place: count }),
  v.strictObject({ kind: v.literal('save-report'), run: count, file: path }),
]);

export const taskProgressSchema = v.object({ done: count, total: count, bytes: count });

const recognised = v.object({
  formats: v.array(v.object({ reader: v.string(), files: count, bytes: count })),
  others: v.pipe(v.array(v.object({ path: v.string(), reason: v.string() })), v.maxLength(1_000)),
  otherFiles: count,
  systemFiles: count,
  collections: v.array(v.string()),
  complete: v.boolean(),
});

export const taskOutcomeSchema = v.variant('kind', [
  v.object({ kind: v.literal('recognise'), recognised }),
  v.object({
    kind: v.literal('reported-place'),
    where: v.object({ path: v.string(), original: v.nullable(v.string()) }),
  }),
  v.object({ kind: v.literal('save-report') }),
]);

/** What goes with a task. */
export interface TaskOptions {
  readonly signal: { readonly aborted: boolean };
  readonly onProgress: (progress: TaskProgress) => void;
}

/** So many files are looked at between two steps of progress. */
const step = 50;

/** Carries a task out. Throws only bugs. */
export async function runTask(
  { keeping }: HostApi,
  task: HostTask,
  { signal, onProgress }: TaskOptions,
): Promise<Result<TaskOutcome, ArchiveError>> {
  switch (task.kind) {
    case 'recognise': {
      const looked = (files: number): void => {
        if (files % step === 0) onProgress({ done: files, total: 0, bytes: 0 });
      };
      const done = await keeping.recognise(task.paths, signal, looked);
      return done.ok ? ok({ kind: task.kind, recognised: done.value }) : done;
    }
    case 'reported-place': {
      const done = await keeping.reportedPlace(task.run, task.place);
      return done.ok ? ok({ kind: task.kind, where: done.value }) : done;
    }
    case 'save-report': {
      const done = await keeping.saveImportReport(task.run, task.file);
      return done.ok ? ok({ kind: task.kind }) : done;
    }
  }
}
