import path from 'node:path';
import { app, MessageChannelMain, nativeTheme, shell } from 'electron';
import type { BrowserWindow, MessagePortMain, WebContents } from 'electron';
import { startArchiveProcess } from './archive-process.ts';
import { ArchiveSupervisor } from './archive-supervisor.ts';
import type { LibraryPlaces } from './archive-supervisor.ts';
import type { ImportOffer, ImportState, StartRequest } from './bridge/bridge.ts';
import { channels } from './bridge/channels.ts';
import type { Command, CommandId, CommandState } from './bridge/commands.ts';
import { commands } from './bridge/commands.ts';
import type { Settings } from './bridge/settings.ts';
import { CareDesk } from './care-desk.ts';
import { chooseBackupFolder, chooseImport, openExternal, sayError } from './dialogs.ts';
import { importEffects, reportEffects } from './import-effects.ts';
import { ImportDesk } from './import-desk.ts';
import { ImportQueue } from './import-queue.ts';
import { readJsonFile, writeJsonFile } from './json-file.ts';
import type { LaunchOptions } from './launch-options.ts';
import { LibraryDesk } from './library-desk.ts';
import { librariesStore, libraryEffects, whyBusy } from './library-effects.ts';
import type { ApplicationMenu } from './menu.ts';
import { note } from './notes.ts';
import { builtFiles } from './places.ts';
import { ReportDesk } from './report-desk.ts';
import { SettingsStore } from './settings-store.ts';
import type { HandedOver } from './single-instance.ts';
import { openWindow } from './window.ts';

const nothing: CommandState = { enabled: [], checked: [] };

function settingsStore(launch: LaunchOptions): SettingsStore {
  const file = path.join(app.getPath('userData'), 'settings.json');
  return new SettingsStore(
    {
      read: (parse) => readJsonFile(file, parse, note),
      write: (settings) => {
        try {
          writeJsonFile(file, settings);
        } catch (error) {
          // They are in force all the same, for as long as the application runs.
          note(`The settings could not be kept: ${String(error)}`);
        }
      },
    },
    launch.theme === null ? {} : { theme: launch.theme },
  );
}

/** What the parts of the main process have in common while the application runs. */
export class Application {
  readonly launch: LaunchOptions;
  readonly libraries: LibraryDesk;
  readonly care: CareDesk;
  readonly archive: ArchiveSupervisor<MessagePortMain>;
  readonly importDesk: ImportDesk;
  readonly reportDesk: ReportDesk;
  private readonly settings: SettingsStore;
  private window: BrowserWindow | null = null;
  private menu: ApplicationMenu | null = null;
  private makeMenu: (() => ApplicationMenu) | null = null;
  /** What the start asked for was asked of another library. */
  private hasSwitched = false;
  private commandState = nothing;
  private readonly queue = new ImportQueue();
  private pageIsThere = false;
  private asking = false;
  private readonly contentListeners = new Set<() => void>();

  constructor(launch: LaunchOptions, ownLibrary: string) {
    this.launch = launch;
    this.libraries = this.libraryDesk(ownLibrary);
    this.settings = settingsStore(launch);
    this.queue.add(launch.files, null);
    nativeTheme.themeSource = this.settings.current.theme;
    this.care = new CareDesk({
      begin: (id, care) => this.archive.care(id, care),
      cancel: (id) => this.archive.cancelCare(id),
      tell: (state) => this.tell(channels.careState, state),
    });
    this.archive = new ArchiveSupervisor<MessagePortMain>(this.libraries.first, {
      start: (listener) => startArchiveProcess(builtFiles.archiveHost, listener),
      now: () => performance.now(),
      after: (milliseconds, callback) => {
        const timer = setTimeout(callback, milliseconds);
        return () => clearTimeout(timer);
      },
      archiveChanged: (state) => this.tell(channels.archiveState, state),
      importChanged: (state) => this.tell(channels.importState, this.withWaiting(state)),
      careReported: (id, report) => this.care.reported(id, report),
      careLost: () => this.care.lost(),
      note,
    });
    const offer = (offered: ImportOffer): void => this.tell(channels.importOffer, offered);
    this.importDesk = new ImportDesk(importEffects(this.archive, this.queueImport.bind(this), offer));
    this.reportDesk = new ReportDesk(reportEffects(this.archive, () => this.window));
  }

  get libraryPath(): string {
    return this.libraries.path;
  }

  get currentSettings(): Settings {
    return this.settings.current;
  }

  get startRequest(): StartRequest {
    const { query, open, screenshot } = this.launch;
    const still = screenshot !== null;
    return this.hasSwitched ? { query: null, open: null, still } : { query, open, still };
  }

  /** Shows the menu; it follows what can act from now on. */
  useMenu(makeMenu: () => ApplicationMenu): void {
    this.makeMenu = makeMenu;
    this.menu = makeMenu();
    this.updateMenu();
  }

  /** Opens the window, or brings the one there is to the front. */
  show(): BrowserWindow {
    if (this.window !== null) {
      if (this.window.isMinimized()) this.window.restore();
      this.window.show();
      this.window.focus();
      return this.window;
    }
    const still = this.launch.screenshot !== null;
    const window = openWindow({ size: this.launch.size, still, developerTools: !app.isPackaged });
    this.window = window;
    window.webContents.on('dom-ready', () => this.pageBegan(window.webContents));
    window.on('closed', () => {
      this.window = null;
      this.pageIsThere = false;
      this.setCommandState(nothing);
    });
    return window;
  }

  /** Gives a page a port of its own to the archive. */
  connect(contents: WebContents): void {
    const { port1, port2 } = new MessageChannelMain();
    if (this.archive.connect(port1)) contents.postMessage(channels.archivePort, null, [port2]);
  }

  /** Another start of the application asked for this. */
  secondStart({ query, open, files }: HandedOver): void {
    this.show();
    const request: StartRequest = { query, open, still: false };
    if (query !== null || open !== null) this.tell(channels.startRequest, request);
    this.importFiles(files);
  }

  /** Imports files that the system or a command line named, as soon as there is a page to report to. */
  importFiles(files: readonly string[]): void {
    this.queueImport(files, null);
  }

  /** Shows a person what files are that they dropped or chose, and imports them when they say so. */
  offerFiles(paths: readonly string[]): void {
    this.importDesk.offer(paths.filter((file) => path.isAbsolute(file) && !file.includes('\0')));
  }

  private withWaiting(state: ImportState): ImportState {
    return state.state === 'running' ? { ...state, waiting: this.queue.length } : state;
  }

  private queueImport(paths: readonly string[], collection: string | null): void {
    this.queue.add(paths, collection);
    this.importWaiting();
  }

  changeSettings(change: Partial<Settings>): Settings {
    const settings = this.settings.change(change);
    nativeTheme.themeSource = settings.theme;
    this.tell(channels.settingsChanged, settings);
    return settings;
  }

  setCommandState(state: CommandState): void {
    this.commandState = state;
    this.updateMenu();
  }

  /** Carries out a command of main's, or hands it to the window; one that can act on nothing does nothing. */
  run(id: CommandId): void {
    const command: Command = commands[id];
    if (command.main !== true) this.tell(channels.command, id);
    else if (this.mainCommands().includes(id)) void this.runOwn(id);
  }

  /** Shows an address and, if the person says so, opens it outside; one question at a time. */
  async openExternal(address: string): Promise<void> {
    if (this.window === null || this.asking) return;
    this.asking = true;
    try {
      await openExternal(this.window, address);
    } finally {
      this.asking = false;
    }
  }

  /** Resolves when the page next says that what was asked for is on the screen. */
  nextContent(): Promise<void> {
    return new Promise((resolve) => this.contentListeners.add(resolve));
  }

  contentShown(): void {
    for (const listener of this.contentListeners) listener();
    this.contentListeners.clear();
  }

  /** A page is there, for the first time or loaded again: it is told how things stand. */
  private pageBegan(contents: WebContents): void {
    this.pageIsThere = true;
    contents.send(channels.archiveState, this.archive.state);
    const { importState } = this.archive;
    if (importState !== null) contents.send(channels.importState, this.withWaiting(importState));
    if (this.importDesk.current !== null) contents.send(channels.importOffer, this.importDesk.current);
    if (this.care.current !== null) contents.send(channels.careState, this.care.current);
    this.importWaiting();
  }

  private async runOwn(id: CommandId): Promise<void> {
    if (id === 'reveal-library') {
      const problem = await shell.openPath(this.libraryPath);
      if (problem !== '' && this.window !== null) {
        await sayError(this.window, 'The library’s folder could not be shown.', problem);
      }
    } else if (id === 'verify-library') this.care.begin({ kind: 'verify' });
    else if (id === 'back-up-library') await this.backUp();
    else if (id === 'new-library') await this.libraries.makeNew();
    else if (id === 'open-library') await this.libraries.openOther();
    else if (this.window !== null) {
      const what = id === 'import-folder' ? 'folder' : 'files';
      const chosen = await chooseImport(this.window, what);
      if (chosen.length > 0) this.offerFiles(chosen);
    }
  }

  private async backUp(): Promise<void> {
    if (this.window === null) return;
    const folder = await chooseBackupFolder(this.window);
    if (folder !== null) this.care.begin({ kind: 'backup', folder });
  }

  private libraryDesk(path: string): LibraryDesk {
    const own = { path, bundled: builtFiles.bundledCollection };
    return new LibraryDesk(own, this.launch.library, librariesStore(this.launch), {
      ...libraryEffects(() => this.window),
      busy: () => whyBusy(this.archive.isImporting, this.care.isBusy),
      switchTo: (library) => this.switchTo(library),
    });
  }

  /** The page begins anew with the other library: nothing of the former one is left in it. */
  private async switchTo(library: LibraryPlaces): Promise<void> {
    this.care.forget();
    this.importDesk.clear();
    this.hasSwitched = true;
    await this.archive.switchTo(library);
    if (this.makeMenu !== null) this.menu = this.makeMenu();
    this.pageIsThere = false;
    this.setCommandState(nothing);
    this.window?.webContents.reload();
  }

  private importWaiting(): void {
    if (!this.pageIsThere) return;
    this.queue.next((paths, collection) => this.archive.import(paths, collection));
    this.updateMenu();
  }

  private mainCommands(): readonly CommandId[] {
    const { state } = this.archive.state;
    const hasWindow = this.window !== null;
    const ready = hasWindow && state === 'ready';
    return [
      'reveal-library',
      ...(hasWindow ? (['new-library', 'open-library'] as const) : []),
      // While an import goes on, or the library is being opened, what is chosen waits for its turn.
      ...(hasWindow && state !== 'failed' ? (['import-files', 'import-folder'] as const) : []),
      ...(ready && !this.care.isBusy ? (['verify-library', 'back-up-library'] as const) : []),
    ];
  }

  private updateMenu(): void {
    this.menu?.update(this.commandState, this.mainCommands());
  }

  private tell(channel: string, value: unknown): void {
    if (this.pageIsThere) this.window?.webContents.send(channel, value);
    // Both the archive's life and an import decide what the menu can do.
    this.updateMenu();
    this.importWaiting();
  }
}
