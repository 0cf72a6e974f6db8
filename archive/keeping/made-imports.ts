import type { ImportsApi } from '../api/imports.ts';
import { asked } from '../asked.ts';
import { hasRun, importLines, importRun, importRuns } from '../library/import-runs.ts';
import type { Library } from '../library/library.ts';
import { archiveError } from '../model/errors.ts';
import type { ArchiveError } from '../model/errors.ts';
import type { ImportLinesRequest, ImportRun, PlacedLine } from '../model/import-runs.ts';
import { fail, ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';

type Outcome<T> = Promise<Result<T, ArchiveError>>;

/** Tells of the imports that were made into one open library. */
export class MadeImports implements ImportsApi {
  private readonly library: Library;

  constructor(library: Library) {
    this.library = library;
  }

  imports(limit: number): Outcome<readonly ImportRun[]> {
    return asked(this.library, async () => ok(importRuns(this.library.database, limit)));
  }

  importRun(run: number): Outcome<ImportRun> {
    return asked(this.library, async () => {
      const made = importRun(this.library.database, run);
      return made === null ? fail(archiveError('import-not-found', { run })) : ok(made);
    });
  }

  importLines(request: ImportLinesRequest): Outcome<readonly PlacedLine[]> {
    const { database } = this.library;
    const { run } = request;
    return asked(this.library, async () =>
      hasRun(database, run)
        ? ok(importLines(database, request))
        : fail(archiveError('import-not-found', { run })),
    );
  }
}
