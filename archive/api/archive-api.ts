import type { LibraryApi } from './library.ts';
import type { ReadingApi } from './reading.ts';
import type { SearchApi } from './search.ts';

/** Everything a window may ask of the archive. No method takes or needs a path. */
export interface ArchiveApi extends SearchApi, ReadingApi, LibraryApi {}

export type ArchiveMethod = keyof ArchiveApi;

/** Told to every window. */
export type ArchiveEvent = { readonly type: 'library-changed' };
