import type { IndexingProgress } from '../model/indexing.ts';
import type { CollectionsApi } from './collections.ts';
import type { CopiesApi } from './copies.ts';
import type { EditingApi } from './editing.ts';
import type { ImportsApi } from './imports.ts';
import type { LibraryApi } from './library.ts';
import type { ReadingApi } from './reading.ts';
import type { SearchApi } from './search.ts';

/** Everything a window may ask of the archive. No method takes or needs a path. */
export interface ArchiveApi
  extends SearchApi, ReadingApi, LibraryApi, CollectionsApi, ImportsApi, CopiesApi, EditingApi {}

export type ArchiveMethod = keyof ArchiveApi;

/** Told to every window. */
export type ArchiveEvent =
  | { readonly type: 'library-changed' }
  /** The index is being made, and how far it is; null when that has ended. */
  | { readonly type: 'indexing'; readonly progress: IndexingProgress | null };
