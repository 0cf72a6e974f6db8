import type { ImportsApi } from '../api/imports.ts';
import { asked } from '../asked.ts';
import { hasRun, importLines, importRun, importRuns } from '../library/import-runs.ts';
import type { Library } from '../library/library.ts';
import { archiveError } from '../model/errors.ts';
import type { ArchiveError } from '../model/errors.ts';
import { fail, ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';

type Outcome<T> = Promise<Result<T, ArchiveError>>;

/** Tells of the imports that were made into an open library. */
export function madeImports(library: Library): ImportsApi {
  const { database } = library;
  const answer = <T>(work: () => Result<T, ArchiveError>): Outcome<T> => asked(library, async () => work());
  return {
    imports: (limit) => answer(() => ok(importRuns(database, limit))),
    importRun: (run) =>
      answer(() => {
        const made = importRun(database, run);
        return made === null ? fail(archiveError('import-not-found', { run })) : ok(made);
      }),
    importLines: (request) =>
      answer(() => {
        const { run } = request;
        if (!hasRun(database, run)) return fail(archiveError('import-not-found', { run }));
        return ok(importLines(database, request));
      }),
  };
}
