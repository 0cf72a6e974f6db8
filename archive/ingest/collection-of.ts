import { basename, resolve } from 'node:path';
import type { Entry } from './walk.ts';

/** The collection of what comes in when nobody named one: the folder's name, `Imported` for a loose file. */
export function collectionOf(entry: Entry): string {
  const folder = entry.kind === 'file' && entry.root !== null ? basename(resolve(entry.root)) : '';
  return folder === '' ? 'Imported' : folder;
}
