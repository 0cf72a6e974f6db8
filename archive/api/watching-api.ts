import type { Cancellation } from '../model/cancellation.ts';
import type { ArchiveError } from '../model/errors.ts';
import type { ImportReport } from '../model/import-report.ts';
import type { Result } from '../model/result.ts';
import type { WatchedFolder } from '../model/watched-folders.ts';

/** Folders whose files are imported as they arrive. What is removed from them stays in the library. */
export interface WatchingApi {
  folders(): Promise<Result<readonly WatchedFolder[], ArchiveError>>;
  /**
   * Names a folder; its files are imported with the next look. `collection` null names theirs after it. Error:
   * `watch-refused` for what is no folder, is watched already, or is a part of the library.
   */
  add(path: string, collection: string | null): Promise<Result<WatchedFolder, ArchiveError>>;
  /** Forgets a folder; its articles stay. Error: `watch-refused` when it is not watched. */
  remove(path: string): Promise<Result<null, ArchiveError>>;
  /**
   * Looks at all of them once, and imports what is new and whole: not written to for half a minute, or since the last look.
   * The reports of the imports that were made, one a folder. Error: `import-running`, or what the disk says.
   */
  look(signal?: Cancellation): Promise<Result<readonly ImportReport[], ArchiveError>>;
}
