import { realpath, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { WatchingApi } from '../api/watching-api.ts';
import { asked } from '../asked.ts';
import type { ImportWorkOptions, LibraryWork } from '../indexing/library-work.ts';
import type { Library } from '../library/library.ts';
import {
  rememberFiles,
  seenFiles,
  unwatchFolder,
  watchedFolders,
  watchFolder,
} from '../library/watched-folders.ts';
import type { FileState } from '../library/watched-folders.ts';
import type { Cancellation } from '../model/cancellation.ts';
import { archiveError } from '../model/errors.ts';
import type { ArchiveError } from '../model/errors.ts';
import type { ImportReport } from '../model/import-report.ts';
import { fail, ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import type { WatchedFolder } from '../model/watched-folders.ts';
import { filesIn } from './files-in.ts';

type Watched = Pick<WatchedFolder, 'path' | 'collection'>;
type Outcome<T> = Promise<Result<T, ArchiveError>>;

/** A file that was not written to for so long is whole, in milliseconds. A younger one must be the same at two looks. */
const quiet = 30_000;

/** Imports one import's worth. */
export type WatchImport = (
  paths: readonly string[],
  options: Pick<ImportWorkOptions, 'collection' | 'only' | 'signal'>,
) => ReturnType<LibraryWork['import']>;

/**
 * Watches folders by looking at them again and again: what the system tells of changes is lost on shares of a network, and
 * says nothing of when a file is whole.
 */
export class FolderWatch implements WatchingApi {
  private readonly library: Library;
  private readonly import: WatchImport;
  /** The files that were too young at the last look. */
  private young = new Map<string, FileState>();

  constructor(library: Library, work: WatchImport) {
    this.library = library;
    this.import = work;
  }

  async folders(): Outcome<readonly WatchedFolder[]> {
    return asked(this.library, async () => {
      const folders = watchedFolders(this.library.database);
      const there = await Promise.all(folders.map(({ path }) => isFolder(path)));
      return ok(folders.map((folder, at) => ({ ...folder, isThere: there[at] === true })));
    });
  }

  async add(path: string, collection: string | null): Outcome<WatchedFolder> {
    return asked(this.library, async () => {
      const place = resolve(path);
      const refused = await this.refusal(place);
      if (refused !== null) return fail(archiveError('watch-refused', { path, detail: refused }));
      this.library.write(() => watchFolder(this.library.database, place, collection));
      const added = watchedFolders(this.library.database).find((folder) => folder.path === place)!;
      return ok({ ...added, isThere: true });
    });
  }

  async remove(path: string): Outcome<null> {
    return asked(this.library, async () => {
      const place = resolve(path);
      const was = this.library.write(() => unwatchFolder(this.library.database, place));
      if (was) return ok(null);
      return fail(archiveError('watch-refused', { path, detail: 'it is not watched' }));
    });
  }

  async look(signal?: Cancellation): Outcome<readonly ImportReport[]> {
    return asked(this.library, async () => {
      const reports: ImportReport[] = [];
      const young = new Map<string, FileState>();
      for (const folder of watchedFolders(this.library.database)) {
        if (signal?.aborted === true) break;
        const whole = await this.wholeFiles(folder, young);
        if (whole.length === 0) continue;
        const report = await this.take(folder, whole, signal);
        if (!report.ok) return report;
        reports.push(report.value);
      }
      this.young = young;
      return ok(reports);
    });
  }

  /** What is new in a folder and whole; what may still be written to is added to `young`. */
  private async wholeFiles({ path }: Watched, young: Map<string, FileState>): Promise<readonly FileState[]> {
    const seen = seenFiles(this.library.database, path);
    const whole: FileState[] = [];
    const now = Date.now();
    for await (const file of filesIn(path, this.library.folder)) {
      if (isSame(seen.get(file.path), file)) continue;
      const age = now - file.modified;
      // A clock that was set back makes a file of tomorrow: only a second look can tell then.
      if (age >= quiet || isSame(this.young.get(file.path), file)) whole.push(file);
      else young.set(file.path, file);
    }
    return whole;
  }

  private async take(
    { path, collection }: Watched,
    files: readonly FileState[],
    signal: Cancellation | undefined,
  ): Outcome<ImportReport> {
    const only = files.map((file) => file.path);
    const report = await this.import([path], { collection: collection ?? basename(path), only, signal });
    // A stopped import goes on with the next look; what it had read is there already.
    if (report.ok && !report.value.cancelled)
      this.library.write(() => rememberFiles(this.library.database, path, files));
    return report;
  }

  private async refusal(place: string): Promise<string | null> {
    const stats = await stat(place).catch(() => null);
    if (stats === null) return 'there is no such folder';
    if (!stats.isDirectory()) return 'it is no folder';
    const [real, own] = await Promise.all([realpath(place), realpath(this.library.folder)]);
    if (real === own || real.startsWith(join(own, '/'))) return 'it is a part of the library';
    const watched = watchedFolders(this.library.database);
    const other = watched.find(({ path }) => path === place || place.startsWith(join(path, '/')));
    if (other !== undefined)
      return other.path === place ? 'it is watched already' : `${other.path} is watched already`;
    return null;
  }
}

function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
}

function isSame(one: FileState | undefined, other: FileState): boolean {
  return one !== undefined && one.bytes === other.bytes && one.modified === other.modified;
}
