import type { ArchiveError } from '../model/errors.ts';
import type { ImportLinesRequest, ImportRun, PlacedLine } from '../model/import-runs.ts';
import type { Result } from '../model/result.ts';

/** The imports that were made into the library, and what became of each input. */
export interface ImportsApi {
  /** The imports made until now, the last first; `limit` at most 1,000. */
  readonly imports: (limit: number) => Promise<Result<readonly ImportRun[], ArchiveError>>;
  /** One of them. Error: `import-not-found`. */
  readonly importRun: (run: number) => Promise<Result<ImportRun, ArchiveError>>;
  /** A part of its report; past the end it is empty. Error: `import-not-found`. */
  readonly importLines: (request: ImportLinesRequest) => Promise<Result<readonly PlacedLine[], ArchiveError>>;
}
