import type { ArchiveApi } from '../../../archive/api/archive-api.ts';
import type { PortReply, PortRequest } from '../../../archive/api/messages.ts';
import type { IndexingProgress } from '../../../archive/model/indexing.ts';
import type {
  ArchiveState,
  Bridge,
  ImportOffer,
  ImportState,
  StartRequest,
} from '../../../main/bridge/bridge.ts';
import { archivePortMessage } from '../../../main/bridge/bridge.ts';
import type { CommandId, CommandState } from '../../../main/bridge/commands.ts';
import type { CareState, LibrariesState } from '../../../main/bridge/libraries.ts';
import { defaultSettings, type Settings } from '../../../main/bridge/settings.ts';

type Listener<T> = (value: T) => void;

class Signal<T> {
  private readonly listeners = new Set<Listener<T>>();
  readonly on = (listener: Listener<T>): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  emit(value: T): void {
    for (const listener of [...this.listeners]) listener(value);
  }
}

/** The main process and the archive process as a page sees them: settings, commands, and a real port. */
export class FakeBridge {
  settings: Settings;
  commandState: CommandState = { enabled: [], checked: [] };
  /** What the page asked of the main process. */
  readonly ran: CommandId[] = [];
  readonly external: string[] = [];
  readonly begun: (readonly [token: string, collection: string | null])[] = [];
  readonly forgotten: string[] = [];
  importsCancelled = 0;
  readonly revealed: (readonly [run: number, place: number, what: 'source' | 'original'])[] = [];
  readonly savedReports: number[] = [];
  /** The name of the file a report is saved as; null when a person does not want it after all. */
  savedAs: string | null = 'Import 2.csv';
  shown = 0;
  /** How often the index was to be made anew. */
  rebuilt = 0;
  /** Requests that were cancelled over the port. */
  cancelled = 0;

  libraries: LibrariesState = {
    name: 'Library',
    path: '/home/a/.local/share/Cuttings/Library',
    isDefault: true,
    risk: null,
    recent: [],
  };
  /** The recent libraries that were to be opened, by their places. */
  readonly opened: number[] = [];
  readonly care = new Signal<CareState>();
  readonly archiveState = new Signal<ArchiveState>();
  readonly imports = new Signal<ImportState>();
  readonly offers = new Signal<ImportOffer>();
  readonly commands = new Signal<CommandId>();
  readonly startRequests = new Signal<StartRequest>();
  private readonly settingsChanged = new Signal<Settings>();
  private readonly ports: MessagePort[] = [];

  readonly archive: ArchiveApi;

  constructor(
    archive: ArchiveApi,
    { settings = {}, start = {} }: { settings?: Partial<Settings>; start?: Partial<StartRequest> } = {},
  ) {
    this.archive = archive;
    this.settings = { ...defaultSettings, ...settings };
    this.request = { query: null, open: null, still: false, ...start };
  }

  private readonly request: StartRequest;

  /** Puts the bridge where the preload script would. */
  install(): this {
    Object.defineProperty(window, 'cuttings', { value: this.bridge, configurable: true });
    return this;
  }

  /** The archive process ends; nothing more comes over its ports. */
  die(): void {
    for (const port of this.ports.splice(0)) port.close();
    this.archiveState.emit({ state: 'restarting' });
  }

  libraryChanged(): void {
    for (const port of this.ports) post(port, { type: 'event', event: { type: 'library-changed' } });
  }

  indexing(progress: IndexingProgress | null): void {
    for (const port of this.ports) post(port, { type: 'event', event: { type: 'indexing', progress } });
  }

  private connect(): void {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<PortRequest>) => {
      if (data.type === 'cancel') this.cancelled += 1;
      else void this.serve(port1, data);
    };
    this.ports.push(port1);
    window.postMessage({ type: archivePortMessage }, '*', [port2]);
  }

  private async serve(
    port: MessagePort,
    { id, method, args }: PortRequest & { type: 'request' },
  ): Promise<void> {
    const methods = this.archive as unknown as Record<
      string,
      (...given: readonly unknown[]) => Promise<never>
    >;
    const result = await methods[method]?.call(this.archive, ...args);
    if (result && this.ports.includes(port)) post(port, { type: 'reply', id, result });
  }

  private readonly bridge: Bridge = {
    platform: 'linux',
    start: () => Promise.resolve(this.request),
    onStartRequest: this.startRequests.on,
    connectArchive: () => this.connect(),
    onArchiveState: this.archiveState.on,
    settings: () => Promise.resolve(this.settings),
    changeSettings: (change) => {
      this.settings = { ...this.settings, ...change };
      this.settingsChanged.emit(this.settings);
      return Promise.resolve(this.settings);
    },
    onSettings: this.settingsChanged.on,
    onCommand: this.commands.on,
    runCommand: (command) => this.ran.push(command),
    setCommandState: (state) => {
      this.commandState = state;
    },
    onImport: this.imports.on,
    cancelImport: () => {
      this.importsCancelled += 1;
    },
    onImportOffer: this.offers.on,
    beginImport: (token, collection) => this.begun.push([token, collection]),
    forgetImport: (token) => this.forgotten.push(token),
    revealImported: (...what) => this.revealed.push(what),
    saveImportReport: (run) => {
      this.savedReports.push(run);
      return Promise.resolve(this.savedAs);
    },
    rebuildIndex: () => {
      this.rebuilt += 1;
    },
    libraries: () => Promise.resolve(this.libraries),
    openRecent: (index) => this.opened.push(index),
    onCare: this.care.on,
    cancelCare: () => this.ran.push('verify-library'),
    about: () =>
      Promise.resolve({
        version: '0.1.0',
        electron: '45.4.1',
        chromium: '146.0',
        node: '24.0.0',
        runtimeWarning: null,
        libraryPath: '/home/a/.local/share/Cuttings/library',
      }),
    openExternal: (url) => this.external.push(url),
    contentShown: () => {
      this.shown += 1;
    },
  };
}

function post(port: MessagePort, reply: PortReply): void {
  port.postMessage(reply);
}
