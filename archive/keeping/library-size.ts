import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Library } from '../library/library.ts';
import { systemCode } from '../library/system-errors.ts';
import { totalOf } from '../library/totals.ts';
import type { LibraryHoldings } from '../model/library-holdings.ts';

/** The bytes of the files right in a folder; none when it is not there. Files that go away meanwhile are left out. */
async function bytesIn(folder: string, counts: (name: string) => boolean = () => true): Promise<number> {
  let bytes = 0;
  try {
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      if (!entry.isFile() || !counts(entry.name)) continue;
      bytes += await stat(join(folder, entry.name)).then(
        ({ size }) => size,
        () => 0,
      );
    }
  } catch (error) {
    if (systemCode(error) === null) throw error;
  }
  return bytes;
}

/**
 * How large a library is on the disk: its originals as they were counted when they came, its catalogue with the copies that
 * migrations made, and its index. Only a few files are looked at, however many originals there are.
 */
export async function librarySize(library: Library): Promise<LibraryHoldings['disk']> {
  return {
    originals: totalOf(library.database, 'original-bytes'),
    catalogue: await bytesIn(library.folder, (name) => name.startsWith('library.')),
    index: await bytesIn(join(library.folder, 'index')),
  };
}
