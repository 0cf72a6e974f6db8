import * as v from 'valibot';
import type { ArchiveError } from '../archive/model/errors.ts';
import type { BackupReport, LibraryReport, OriginalsProgress } from '../archive/model/library-report.ts';

/** What main asks to be done for the library's safety. The folder comes from a dialog. */
export type Care = { readonly kind: 'verify' } | { readonly kind: 'backup'; readonly folder: string };

/** What the archive process tells of it; after anything but `progress` nothing more comes. */
export type CareReport =
  | { readonly kind: 'progress'; readonly progress: OriginalsProgress }
  | { readonly kind: 'verified'; readonly report: LibraryReport }
  | { readonly kind: 'backed-up'; readonly report: BackupReport; readonly stopped: boolean }
  | { readonly kind: 'failed'; readonly error: ArchiveError };

const count = v.pipe(v.number(), v.minValue(0));

export const careSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('verify') }),
  v.strictObject({
    kind: v.literal('backup'),
    folder: v.pipe(v.string(), v.minLength(1), v.maxLength(32_767)),
  }),
]);

const fault = v.object({
  kind: v.picklist(['missing', 'damaged']),
  sha256: v.string(),
  name: v.string(),
  articles: count,
});

// The archive process reads hostile files, so what it says is checked as well.
export const careReportSchema = v.variant('kind', [
  v.object({
    kind: v.literal('progress'),
    progress: v.object({ done: count, total: count, bytes: count }),
  }),
  v.object({
    kind: v.literal('verified'),
    report: v.object({
      database: v.array(v.string()),
      references: v.array(v.object({ table: v.string(), rows: count })),
      articles: count,
      originals: count,
      bytes: count,
      faults: v.array(fault),
      unnamed: v.object({ files: count, bytes: count }),
      stopped: v.boolean(),
    }),
  }),
  v.object({
    kind: v.literal('backed-up'),
    report: v.object({ originals: count, copied: count, bytes: count, faults: v.array(fault) }),
    stopped: v.boolean(),
  }),
  v.object({
    kind: v.literal('failed'),
    error: v.object({
      code: v.string(),
      params: v.record(v.string(), v.union([v.string(), v.number()])),
    }),
  }),
]);
