import type { ArchiveError } from '../archive/model/errors.ts';
import { archiveError } from '../archive/model/errors.ts';
import type { ArchiveState, ImportState } from './bridge/bridge.ts';
import type { Care, CareReport } from './care-messages.ts';
import type { HostReport, HostRequest, TaskReport } from './host-messages.ts';
import type { HostTask } from './host-tasks.ts';
import { HostTaskRuns, isTaskReport } from './host-task-runs.ts';
import type { TaskListener } from './host-task-runs.ts';
import { parseHostReport } from './host-messages.ts';

/** A running archive process, as far as it is needed here. `Port` is Electron's port, opaque to this file. */
export interface HostProcess<Port> {
  send(request: HostRequest, port?: Port): void;
  /** Ends the process at once. */
  kill(): void;
}

/** What the process of the moment tells its supervisor. */
export interface HostListener {
  message(message: unknown): void;
  exit(code: number): void;
}

/** Everything the supervisor does to the world. */
export interface SupervisorEffects<Port> {
  start(listener: HostListener): HostProcess<Port>;
  /** Milliseconds that only grow. */
  now(): number;
  /** Calls back once, later; returns what calls it off. */
  after(milliseconds: number, callback: () => void): () => void;
  archiveChanged(state: ArchiveState): void;
  importChanged(state: ImportState): void;
  careReported(id: number, report: CareReport): void;
  /** The process of the moment is gone: what was asked of it has ended. */
  careLost(): void;
  note(sentence: string): void;
}

/** Where the library is, and the collection a new one is filled with. */
export interface LibraryPlaces {
  readonly path: string;
  readonly bundled: string | null;
  /** False for a library that must be there: it is not made when it is missing. */
  readonly create?: boolean;
}

/** A process that ran this long is taken to be well: its next death is again its first. */
export const healthyMilliseconds = 60_000;

/** How long a closing library may take before its process is ended. SQLite's journal makes that safe. */
export const closeMilliseconds = 5_000;

/**
 * Owns the archive process: starts it, introduces windows to it, starts it again once when it dies, and ends it with
 * the application. Says what it is doing through `archiveChanged`.
 */
export class ArchiveSupervisor<Port> {
  private library: LibraryPlaces;
  private readonly effects: SupervisorEffects<Port>;
  private process: HostProcess<Port> | null = null;
  private current: ArchiveState = { state: 'starting' };
  private startedAt = 0;
  private deaths = 0;
  private importing: { readonly id: number; readonly last: ImportState | null } | null = null;
  private readonly tasks = new HostTaskRuns();
  private nextImport = 1;
  private closed: (() => void) | null = null;
  private closing: Promise<void> | null = null;

  constructor(library: LibraryPlaces, effects: SupervisorEffects<Port>) {
    this.library = library;
    this.effects = effects;
  }

  get state(): ArchiveState {
    return this.current;
  }

  /** The import under way, for a window that was loaded anew. */
  get importState(): ImportState | null {
    return this.importing?.last ?? null;
  }

  get isImporting(): boolean {
    return this.importing !== null;
  }

  /** Starts the process and opens the library. */
  start(): void {
    this.startedAt = this.effects.now();
    const started = this.effects.start({
      message: (message) => {
        if (this.process === started) this.receive(message);
      },
      exit: (code) => {
        if (this.process === started) this.died(code);
      },
    });
    this.process = started;
    const { path, bundled, create = true } = this.library;
    started.send({ type: 'open', library: path, bundled, ...(create ? {} : { create }) });
  }

  /** Closes the library, ends its process, and opens another one in a new process. */
  async switchTo(library: LibraryPlaces): Promise<void> {
    await this.end();
    this.tasks.lost();
    // The application may have been told to end meanwhile.
    if (this.closing !== null) return;
    this.closed = null;
    this.library = library;
    this.deaths = 0;
    this.become({ state: 'starting' });
    this.start();
  }

  /** Sends work for the library's safety to the process; false when there is none. */
  care(id: number, care: Care): boolean {
    const possible = this.process !== null && this.current.state !== 'failed';
    if (possible) this.process?.send({ type: 'care', id, care });
    return possible;
  }

  cancelCare(id: number): void {
    this.process?.send({ type: 'cancel-care', id });
  }

  /** Gives a window's port to the archive; false when there is no process that could answer. */
  connect(port: Port): boolean {
    this.process?.send({ type: 'add-port' }, port);
    return this.process !== null;
  }

  /**
   * Begins an import into a collection, null for that of the folder; false when one is running already or there is no library
   * to import into.
   */
  import(paths: readonly string[], collection: string | null = null): boolean {
    const possible = this.process !== null && this.current.state !== 'failed' && this.importing === null;
    if (!possible || paths.length === 0) return false;
    const id = this.nextImport++;
    this.importing = { id, last: null };
    this.process?.send({ type: 'import', id, paths, collection });
    return true;
  }

  /** Asks the import under way to stop; what it has committed stays. */
  cancelImport(): void {
    if (this.importing !== null) this.process?.send({ type: 'cancel-import', id: this.importing.id });
  }

  /** Begins a task and tells the listener of it until its end; returns what stops it. */
  run(task: HostTask, listener: TaskListener): () => void {
    if (this.process === null) {
      listener.failed(archiveError('archive-stopped', { method: task.kind }));
      return () => undefined;
    }
    return this.tasks.begin(task, listener, (request) => this.process?.send(request));
  }

  /** Has the search index made anew. */
  rebuildIndex(): void {
    this.process?.send({ type: 'rebuild-index' });
  }

  /** Closes the library and ends the process. Resolves when it is gone; several calls are one. */
  close(): Promise<void> {
    this.closing ??= this.end();
    return this.closing;
  }

  private end(): Promise<void> {
    return new Promise((resolve) => {
      const { process } = this;
      if (process === null) {
        resolve();
        return;
      }
      const stopWaiting = this.effects.after(closeMilliseconds, () => {
        this.effects.note('The archive did not close in time and was ended.');
        process.kill();
        if (this.process === process) this.process = null;
        resolve();
      });
      // It may be closed for another library while the application ends.
      const alsoWaiting = this.closed;
      this.closed = () => {
        alsoWaiting?.();
        stopWaiting();
        resolve();
      };
      process.send({ type: 'close' });
    });
  }

  private receive(message: unknown): void {
    const report = parseHostReport(message);
    if (report === null)
      this.effects.note('The archive process sent a message that is none; it was ignored.');
    else if (report.type === 'opened') this.become({ state: 'ready' });
    else if (report.type === 'open-failed') this.become({ state: 'failed', error: report.error });
    else if (report.type === 'care') this.effects.careReported(report.id, report.report);
    else if (isTaskReport(report)) this.tasks.reported(report);
    else if (report.id === this.importing?.id) this.importReported(report);
  }

  private importReported(
    report: Exclude<Extract<HostReport, { id: number }>, TaskReport | { type: 'care' }>,
  ): void {
    if (report.type === 'import-progress') {
      this.changeImport({ state: 'running', progress: report.progress });
    } else if (report.type === 'import-finished') {
      this.endImport({ state: 'finished', run: report.run, totals: report.totals });
    } else {
      this.endImport({ state: 'failed', error: report.error });
    }
  }

  private changeImport(state: ImportState): void {
    if (this.importing !== null) this.importing = { id: this.importing.id, last: state };
    this.effects.importChanged(state);
  }

  private endImport(state: ImportState): void {
    this.importing = null;
    this.effects.importChanged(state);
  }

  private died(code: number): void {
    this.process = null;
    if (this.closed !== null) {
      this.closed();
      return;
    }
    this.effects.careLost();
    this.effects.note(`The archive process ended unexpectedly (code ${code}).`);
    if (this.effects.now() - this.startedAt >= healthyMilliseconds) this.deaths = 0;
    this.deaths += 1;
    if (this.importing !== null) {
      this.endImport({ state: 'failed', error: archiveError('archive-stopped', { method: 'import' }) });
    }
    this.tasks.lost();
    if (this.deaths > 1) {
      this.become({ state: 'failed', error: stoppedTwice() });
      return;
    }
    this.become({ state: 'restarting' });
    this.start();
  }

  private become(state: ArchiveState): void {
    this.current = state;
    this.effects.archiveChanged(state);
  }
}

function stoppedTwice(): ArchiveError {
  return archiveError('archive-stopped', { method: 'open' });
}
