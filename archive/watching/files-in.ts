import { stat } from 'node:fs/promises';
import { walk } from '../ingest/walk.ts';
import type { FileState } from '../library/watched-folders.ts';

/**
 * The files of a folder as an import would meet them, with their sizes and times. What cannot be looked at, or has a name
 * that is no text, is left to an import by hand, whose report says why. `excluded` is passed over.
 */
export async function* filesIn(folder: string, excluded: string): AsyncGenerator<FileState> {
  for await (const entry of walk([folder], [excluded])) {
    if (entry.kind !== 'file' || typeof entry.location !== 'string') continue;
    const stats = await stat(entry.location).catch(() => null);
    // An empty file is most often one that is about to be written.
    if (stats === null || stats.size === 0) continue;
    // An issue of a newspaper is imported again when a page of it arrives.
    const bytes = entry.issue === undefined ? stats.size : entry.size;
    yield { path: entry.path, bytes, modified: Math.trunc(stats.mtimeMs) };
  }
}
