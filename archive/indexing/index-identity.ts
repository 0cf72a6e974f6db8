import { join } from 'node:path';
import type { Library } from '../library/library.ts';
import { analysisFingerprint } from '../search/analysis/fingerprint.ts';
import { diskFiles } from '../search/store/disk-files.ts';
import type { Files } from '../search/store/files.ts';
import type { IndexIdentity } from '../search/store/index-writer.ts';

let fingerprint: string | undefined;

/** What an index of this library must be of. Computed once: the analysis does not change while the program runs. */
export function indexIdentity(library: Library): IndexIdentity {
  fingerprint ??= analysisFingerprint();
  return { library: library.meta('library') ?? '', fingerprint };
}

/** The index of a library: derived, so that deleting the folder loses nothing. The folder is made. */
export function indexFiles(library: Library): Files {
  return diskFiles(join(library.folder, 'index'));
}
