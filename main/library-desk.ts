import path from 'node:path';
import { describeRisk } from '../archive/model/library-risk.ts';
import type { LibraryRisk } from '../archive/model/library-risk.ts';
import type { LibraryPlaces } from './archive-supervisor.ts';
import type { LibrariesState } from './bridge/libraries.ts';
import type { LibrariesStore } from './libraries-store.ts';

/** What a folder is, before it is opened as a library. */
export type FolderKind = 'library' | 'empty' | 'absent' | 'other';

/** What the desk does to the world. */
export interface LibraryEffects {
  kindOf(folder: string): FolderKind;
  riskOf(folder: string): LibraryRisk | null;
  /** Lets a person choose; null when they did not. */
  chooseFolder(): Promise<string | null>;
  nameFolder(): Promise<string | null>;
  sayError(message: string, detail: string): Promise<void>;
  /** True when the person wants it all the same. */
  askAnyway(message: string, detail: string): Promise<boolean>;
  /** Why no other library can be opened now, or null. */
  busy(): string | null;
  /** Ends the archive process and opens another library in a new one. */
  switchTo(library: LibraryPlaces): Promise<void>;
}

/** The library the application makes by itself, and the collection it is filled with. */
export interface OwnLibrary {
  readonly path: string;
  readonly bundled: string;
}

/** Which library is open, which were, and how another one is opened. */
export class LibraryDesk {
  private readonly own: OwnLibrary;
  private readonly store: LibrariesStore;
  private readonly effects: LibraryEffects;
  private open: string;

  /** `named`: by the command line, for this start alone. */
  constructor(own: OwnLibrary, named: string | null, store: LibrariesStore, effects: LibraryEffects) {
    this.own = own;
    this.store = store;
    this.effects = effects;
    this.open = named ?? store.current ?? own.path;
    // One that the command line names is made when it is not there, and filled as the application's own is.
    const isMade = this.open === own.path || named !== null;
    this.first = { path: this.open, bundled: isMade ? own.bundled : null, create: isMade };
    store.opened(this.open);
  }

  /** The library to begin with. */
  readonly first: LibraryPlaces;

  get path(): string {
    return this.open;
  }

  get state(): LibrariesState {
    const { open, own, effects } = this;
    return {
      name: path.basename(open),
      path: open,
      isDefault: open === own.path,
      risk: effects.riskOf(open),
      recent: this.recent().map((one) => ({
        name: path.basename(one),
        path: one,
        there: effects.kindOf(one) === 'library' || one === own.path,
      })),
    };
  }

  /** Makes a new, empty library in a folder that a person names. */
  async makeNew(): Promise<void> {
    if (await this.isBusy()) return;
    const folder = await this.effects.nameFolder();
    if (folder === null) return;
    const kind = this.effects.kindOf(folder);
    if (kind === 'library') {
      await this.effects.sayError('There is a library in this folder already.', `Open it instead: ${folder}`);
      return;
    }
    if (kind === 'other') {
      const detail = `A new library needs a folder of its own, and this one has other files: ${folder}`;
      await this.effects.sayError('The folder is not empty.', detail);
      return;
    }
    const risk = this.effects.riskOf(folder);
    if (
      risk !== null &&
      !(await this.effects.askAnyway('Make the library there?', describeRisk(risk, folder)))
    )
      return;
    await this.switchTo(folder, true);
  }

  /** Opens a library in a folder that a person chooses. */
  async openOther(): Promise<void> {
    if (await this.isBusy()) return;
    const folder = await this.effects.chooseFolder();
    if (folder !== null) await this.openFolder(folder);
  }

  /** Opens one that was open before, by its place in the list. */
  async openRecent(index: number): Promise<void> {
    const folder = this.recent()[index];
    if (folder !== undefined && !(await this.isBusy())) await this.openFolder(folder);
  }

  private async openFolder(folder: string): Promise<void> {
    if (folder === this.open) return;
    if (this.effects.kindOf(folder) !== 'library' && folder !== this.own.path) {
      const detail = `A library’s folder holds a file library.sqlite; there is none in ${folder}. It may have been moved or renamed, or its disk is not connected.`;
      await this.effects.sayError('There is no library in this folder.', detail);
      return;
    }
    await this.switchTo(folder, false);
  }

  private async switchTo(folder: string, create: boolean): Promise<void> {
    this.open = folder;
    this.store.opened(folder, { current: folder === this.own.path ? null : folder });
    await this.effects.switchTo(this.placesOf(folder, create));
  }

  private async isBusy(): Promise<boolean> {
    const why = this.effects.busy();
    if (why !== null) await this.effects.sayError('Another library cannot be opened just now.', why);
    return why !== null;
  }

  private recent(): readonly string[] {
    const own = this.store.recent.includes(this.own.path) ? [] : [this.own.path];
    return [...this.store.recent, ...own].filter((one) => one !== this.open);
  }

  /** Only the application's own library is filled, and only it is made without being asked for. */
  private placesOf(folder: string, create: boolean): LibraryPlaces {
    const isOwn = folder === this.own.path;
    return { path: folder, bundled: isOwn ? this.own.bundled : null, create: create || isOwn };
  }
}
