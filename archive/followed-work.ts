import type { LibraryWork, WorkOptions } from './indexing/library-work.ts';
import type { ArchiveError } from './model/errors.ts';
import type { IndexingProgress } from './model/indexing.ts';
import type { Result } from './model/result.ts';

type IndexWork = (options: WorkOptions) => Promise<Result<null, ArchiveError>>;

/**
 * Work that says how far it is while it makes or mends the index, whoever asked for it: `told` hears of each step, and null
 * when it has ended. An import tells of itself; the indexing in it is a part of that.
 */
export function followedWork(
  work: LibraryWork,
  told: (progress: IndexingProgress | null) => void,
): LibraryWork {
  const followed =
    (run: IndexWork): IndexWork =>
    async (options) => {
      try {
        return await run({
          ...options,
          onIndexProgress: (progress) => {
            told({ done: progress.done, total: progress.total });
            options.onIndexProgress?.(progress);
          },
        });
      } finally {
        told(null);
      }
    };
  return {
    isApart: work.isApart,
    import: (paths, options) => work.import(paths, options),
    verify: (options) => work.verify(options),
    backup: (folder, options) => work.backup(folder, options),
    catchUp: followed((options) => work.catchUp(options)),
    rebuild: followed((options) => work.rebuild(options)),
    merge: followed((options) => work.merge(options)),
  };
}
