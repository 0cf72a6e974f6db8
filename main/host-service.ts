import type { ArchiveApi } from '../archive/api/archive-api.ts';
import type { HostApi, OpenOptions } from '../archive/api/host-api.ts';
import type { ArchiveError } from '../archive/model/errors.ts';
import { archiveError } from '../archive/model/errors.ts';
import type { ImportProgress } from '../archive/model/import-report.ts';
import type { Result } from '../archive/model/result.ts';
import { fail } from '../archive/model/result.ts';
import { brokenArchive } from './broken-archive.ts';
import { carryOutCare } from './care-service.ts';
import type { HostReport, HostRequest } from './host-messages.ts';
import { parseHostRequest } from './host-messages.ts';
import { runTask } from './host-tasks.ts';
import type { HostTask, TaskProgress } from './host-tasks.ts';
import { Steps } from './steps.ts';

type ImportRequest = Extract<HostRequest, { type: 'import' }>;

/** What the service does to the world. `Port` is Electron's port. */
export interface HostEffects<Port> {
  open(options: Omit<OpenOptions, 'worker'>): Promise<Result<HostApi, ArchiveError>>;
  serve(port: Port, archive: ArchiveApi): void;
  closePort(port: Port): void;
  report(report: HostReport): void;
  note(sentence: string): void;
  exit(): void;
}

/** The archive process behind its two doors: the control channel of main, and the window's port. */
export class HostService<Port> {
  private readonly effects: HostEffects<Port>;
  private archive: Promise<Result<HostApi, ArchiveError>> | null = null;
  private port: Port | null = null;
  private importing: { readonly id: number; readonly signal: { aborted: boolean } } | null = null;
  private readonly tasks = new Map<number, { aborted: boolean }>();
  private rebuilding: { aborted: boolean } | null = null;
  private caring: { readonly id: number; readonly signal: { aborted: boolean } } | null = null;
  /** Settled when no long work is under way. */
  private importEnd: Promise<void> = Promise.resolve();

  constructor(effects: HostEffects<Port>) {
    this.effects = effects;
  }

  /** Takes one message of the control channel. A message that is none is noted and left. */
  async receive(message: unknown, ports: readonly Port[]): Promise<void> {
    const request = parseHostRequest(message);
    if (request === null) this.effects.note('A control message that is none was ignored.');
    else if (request.type === 'open') await this.open(request);
    else if (request.type === 'add-port') await this.addPort(ports[0]);
    else if (request.type === 'import') await this.import(request);
    else if (request.type === 'cancel-import') this.cancelImport(request.id);
    else if (request.type === 'task') await this.runTask(request.id, request.task);
    else if (request.type === 'cancel-task') this.cancelTask(request.id);
    else if (request.type === 'rebuild-index') await this.rebuildIndex();
    else if (request.type === 'care') await this.care(request);
    else if (request.type === 'cancel-care') this.cancelCare(request.id);
    else await this.close();
  }

  private async open(request: Extract<HostRequest, { type: 'open' }>): Promise<void> {
    if (this.archive !== null) {
      this.effects.note('The library is open already; a second opening was ignored.');
      return;
    }
    const opening = this.effects
      .open({
        library: request.library,
        bundled: request.bundled,
        ...(request.create === false ? { create: false } : {}),
      })
      .catch((error: unknown) => fail(archiveError('internal', { detail: String(error) })));
    this.archive = opening;
    const opened = await opening;
    this.effects.report(opened.ok ? { type: 'opened' } : { type: 'open-failed', error: opened.error });
  }

  /** A window has one port: the former one belonged to the page before a reload. */
  private async addPort(port: Port | undefined): Promise<void> {
    if (port === undefined) {
      this.effects.note('A port was announced, but none came.');
      return;
    }
    if (this.port !== null) this.effects.closePort(this.port);
    this.port = port;
    const opened = await this.opened();
    // While the library opened, a newer port may have come: then nobody listens at this one any more.
    if (this.port === port) {
      this.effects.serve(port, opened.ok ? opened.value : brokenArchive(opened.error));
    }
  }

  private async import(request: ImportRequest): Promise<void> {
    const { id } = request;
    const opened = await this.opened();
    if (!opened.ok) {
      this.effects.report({ type: 'import-failed', id, error: opened.error });
      return;
    }
    const signal = { aborted: false };
    this.importing = { id, signal };
    const running = this.runImport(opened.value, request, signal);
    this.importEnd = Promise.all([this.importEnd, running]).then(() => undefined);
    await running;
    if (this.importing.id === id) this.importing = null;
  }

  private async runImport(
    archive: HostApi,
    { id, paths, collection }: ImportRequest,
    signal: { aborted: boolean },
  ): Promise<void> {
    const steps = new Steps<ImportProgress>((progress) =>
      this.effects.report({ type: 'import-progress', id, progress }),
    );
    try {
      const onProgress = (progress: ImportProgress): void => steps.tell(progress);
      const result = await archive.import(paths, { collection, signal, onProgress });
      steps.stop();
      if (result.ok) {
        // The lines stay in the library: a window asks for those that it shows.
        const { run, lines: _, ...totals } = result.value;
        this.effects.report({ type: 'import-finished', id, run, totals });
      } else {
        this.effects.report({ type: 'import-failed', id, error: result.error });
      }
    } catch (error) {
      steps.stop();
      const bug = archiveError('internal', { detail: String(error) });
      this.effects.report({ type: 'import-failed', id, error: bug });
    }
  }

  private cancelImport(id: number): void {
    if (this.importing?.id === id) this.importing.signal.aborted = true;
  }

  private async runTask(id: number, task: HostTask): Promise<void> {
    const opened = await this.opened();
    if (!opened.ok) {
      this.effects.report({ type: 'task-failed', id, error: opened.error });
      return;
    }
    const signal = { aborted: false };
    this.tasks.set(id, signal);
    const onProgress = (progress: TaskProgress): void =>
      this.effects.report({ type: 'task-progress', id, progress });
    const work = runTask(opened.value, task, { signal, onProgress })
      .catch((error: unknown) => fail(archiveError('internal', { detail: String(error) })))
      .then((done) => {
        if (done.ok) this.effects.report({ type: 'task-done', id, outcome: done.value });
        else this.effects.report({ type: 'task-failed', id, error: done.error });
      });
    this.importEnd = Promise.all([this.importEnd, work]).then(() => undefined);
    await work;
    this.tasks.delete(id);
  }

  private cancelTask(id: number): void {
    const signal = this.tasks.get(id);
    if (signal !== undefined) signal.aborted = true;
  }

  /** Answers say how far it is; a second request while one is under way is refused by the index itself. */
  private async rebuildIndex(): Promise<void> {
    const opened = await this.opened();
    if (!opened.ok) return;
    const signal = { aborted: false };
    this.rebuilding = signal;
    const work = opened.value.rebuildIndex({ signal }).then((done) => {
      if (!done.ok) this.effects.note(`The index was not made anew: ${done.error.code}.`);
    });
    this.importEnd = Promise.all([this.importEnd, work]).then(() => undefined);
    await work;
  }

  private async care({ id, care }: Extract<HostRequest, { type: 'care' }>): Promise<void> {
    const opened = await this.opened();
    if (!opened.ok) {
      this.effects.report({ type: 'care', id, report: { kind: 'failed', error: opened.error } });
      return;
    }
    const signal = { aborted: false };
    this.caring = { id, signal };
    const { keeping } = opened.value;
    const work = carryOutCare(keeping, care, signal, (report) =>
      this.effects.report({ type: 'care', id, report }),
    );
    this.importEnd = Promise.all([this.importEnd, work]).then(() => undefined);
    await work;
  }

  private cancelCare(id: number): void {
    if (this.caring?.id === id) this.caring.signal.aborted = true;
  }

  private async close(): Promise<void> {
    if (this.caring !== null) this.caring.signal.aborted = true;
    if (this.importing !== null) this.importing.signal.aborted = true;
    if (this.rebuilding !== null) this.rebuilding.aborted = true;
    for (const signal of this.tasks.values()) signal.aborted = true;
    await this.importEnd;
    const opened = await this.archive;
    if (opened?.ok === true) await opened.value.close();
    this.effects.exit();
  }

  /** The library, opened or not; a message that comes before `open` is a bug of main's. */
  private async opened(): Promise<Result<HostApi, ArchiveError>> {
    return this.archive ?? fail(archiveError('internal', { detail: 'The library was not asked for yet.' }));
  }
}
