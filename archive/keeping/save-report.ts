import { rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { reportCsvHead, reportCsvLine } from '../export/report-csv.ts';
import { syncFolder, temporaryName, writeTemporary } from '../library/durable-files.ts';
import { hasRun, importLines } from '../library/import-runs.ts';
import type { Library } from '../library/library.ts';
import { systemCode } from '../library/system-errors.ts';
import { archiveError } from '../model/errors.ts';
import type { ArchiveError } from '../model/errors.ts';
import { fail, ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';

/** So many lines are held at a time. */
const page = 1_000;
/** Without it spreadsheets take the bytes for those of an old encoding: ё and ë are lost. */
const byteOrderMark = '\uFEFF';

/** Writes the report of an import as CSV, whole or not at all. Errors: `import-not-found`, `not-saved`. */
export async function saveReport(
  { database }: Library,
  run: number,
  file: string,
): Promise<Result<null, ArchiveError>> {
  if (!hasRun(database, run)) return fail(archiveError('import-not-found', { run }));
  const temporary = join(dirname(file), temporaryName());
  try {
    await writeTemporary(temporary, async (handle) => {
      await handle.write(byteOrderMark + reportCsvHead);
      for (let offset = 0; ; offset += page) {
        const lines = importLines(database, { run, outcome: null, offset, limit: page });
        if (lines.length === 0) return;
        await handle.write(lines.map(({ line }) => reportCsvLine(line)).join(''));
      }
    });
    await rename(temporary, file);
    await syncFolder(dirname(file));
    return ok(null);
  } catch (error) {
    const detail = systemCode(error);
    if (detail === null) throw error;
    return fail(archiveError('not-saved', { path: file, detail }));
  }
}
