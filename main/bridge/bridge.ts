import type { ArchiveError } from '../../archive/model/errors.ts';
import type { ImportProgress, ImportTotals } from '../../archive/model/import-report.ts';
import type { Recognised } from '../../archive/model/import-runs.ts';
import type { CommandId, CommandState } from './commands.ts';
import type { CareState, LibrariesState } from './libraries.ts';
import type { Settings } from './settings.ts';

/** The life of the archive process, as the window needs to know it. */
export type ArchiveState =
  | { readonly state: 'starting' }
  | { readonly state: 'ready' }
  /** It died and is being started again; reads will be asked again. */
  | { readonly state: 'restarting' }
  /** It died twice, or the library cannot be opened. */
  | { readonly state: 'failed'; readonly error: ArchiveError };

export type ImportState =
  /** `waiting` is the number of imports that begin after this one. */
  | { readonly state: 'running'; readonly progress: ImportProgress; readonly waiting?: number }
  /** Its report is asked of the archive by its number, `run`. */
  | { readonly state: 'finished'; readonly run: number; readonly totals: ImportTotals }
  | { readonly state: 'failed'; readonly error: ArchiveError };

/**
 * Files that a person dropped or chose and that wait for a word. The paths stay with main: `token` stands for them, once.
 * `gone` when they were imported, forgotten or replaced by a newer offer.
 */
export type ImportOffer =
  | { readonly state: 'looking'; readonly token: string; readonly files: number }
  | { readonly state: 'recognised'; readonly token: string; readonly recognised: Recognised }
  | { readonly state: 'failed'; readonly token: string; readonly error: ArchiveError }
  | { readonly state: 'gone'; readonly token: string };

/** What the command line of this start asked for. */
export interface StartRequest {
  readonly query: string | null;
  /** An article's id, or words of its headline. */
  readonly open: string | null;
  /** Animations, caret and hover are left out of a picture. */
  readonly still: boolean;
}

export interface AboutInformation {
  readonly version: string;
  readonly electron: string;
  readonly chromium: string;
  readonly node: string;
  /** Set when the runtime is not the one users get. */
  readonly runtimeWarning: string | null;
  readonly libraryPath: string;
}

/**
 * What the preload script puts on `window.cuttings`: the whole of what a page can reach outside itself.
 * Listeners return a function that removes them.
 */
export interface Bridge {
  readonly platform: 'linux' | 'darwin' | 'win32';
  readonly start: () => Promise<StartRequest>;
  /** A second start of the application handed over what it was asked for; this window is to show it. */
  readonly onStartRequest: (listener: (request: StartRequest) => void) => () => void;
  /** Asks for a new port to the archive. It arrives as a window message, `{ type: archivePortMessage }`, with one port. */
  readonly connectArchive: () => void;
  readonly onArchiveState: (listener: (state: ArchiveState) => void) => () => void;
  readonly settings: () => Promise<Settings>;
  readonly changeSettings: (change: Partial<Settings>) => Promise<Settings>;
  readonly onSettings: (listener: (settings: Settings) => void) => () => void;
  readonly onCommand: (listener: (command: CommandId) => void) => () => void;
  readonly runCommand: (command: CommandId) => void;
  readonly setCommandState: (state: CommandState) => void;
  readonly onImport: (listener: (state: ImportState) => void) => () => void;
  readonly cancelImport: () => void;
  /** What files are that were dropped on the window or chosen in a dialog, before anything of them is imported. */
  readonly onImportOffer: (listener: (offer: ImportOffer) => void) => () => void;
  /** Imports what the token stands for into a collection, null for that of each folder. A token counts once. */
  readonly beginImport: (token: string, collection: string | null) => void;
  readonly forgetImport: (token: string) => void;
  /** Shows in the system's own file manager what a line of a report is about: the source, or the original kept of it. */
  readonly revealImported: (run: number, place: number, what: 'source' | 'original') => void;
  /** Asks where to save a report as CSV and saves it; the name of the file, or null when there is none. */
  readonly saveImportReport: (run: number) => Promise<string | null>;
  /**
   * Begins to make the search index anew from the library. Searching goes on with what is there; the answers say, as the
   * notice `indexing`, how much is missing still. Absent where nothing can do it.
   */
  readonly rebuildIndex?: () => void;
  /** The library of this window, and those that were open before. Another one begins with a new page. */
  readonly libraries: () => Promise<LibrariesState>;
  /** Opens one that was open before, by its place in that list. */
  readonly openRecent: (index: number) => void;
  /** Verifying and backing up, begun by their commands. */
  readonly onCare: (listener: (state: CareState) => void) => () => void;
  readonly cancelCare: () => void;
  readonly about: () => Promise<AboutInformation>;
  /** Opens an http(s) or mailto address in the person's browser after asking; anything else is refused. */
  readonly openExternal: (url: string) => void;
  /** What was asked for at the start is on the screen. */
  readonly contentShown: () => void;
}

export const archivePortMessage = 'cuttings:archive-port';
