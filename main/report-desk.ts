import path from 'node:path';
import { describeError } from '../archive/model/error-sentences.ts';
import type { ArchiveError } from '../archive/model/errors.ts';
import { fail, ok } from '../archive/model/result.ts';
import type { Result } from '../archive/model/result.ts';
import type { TaskListener } from './host-task-runs.ts';
import type { HostTask, TaskOutcome } from './host-tasks.ts';

/** What the desk does to the world. */
export interface ReportEffects {
  run(task: HostTask, listener: TaskListener): () => void;
  /** What there is at a path. */
  kindOf(path: string): Promise<'file' | 'folder' | null>;
  /** Shows a file or folder in the system's own file manager. */
  show(path: string): void;
  /** Asks where a file of this name is to be saved; null when a person does not want it. */
  askWhere(name: string): Promise<string | null>;
  sayError(message: string, detail: string): Promise<void>;
}

/** The path and what is left of it when its last parts are cut off: a part of a file is named after the file's path. */
function* prefixes(whole: string): Generator<string> {
  for (let end = whole.length; end > 0; end -= 1) {
    const isCut = end === whole.length || /[/\\:]/u.test(whole[end] ?? '');
    if (isCut) yield whole.slice(0, end);
  }
}

/**
 * Does with the reports of imports what needs paths: shows what a line is about, and saves a report. A window names a line
 * by its number; the paths are those of the report in the library.
 */
export class ReportDesk {
  private readonly effects: ReportEffects;

  constructor(effects: ReportEffects) {
    this.effects = effects;
  }

  /** Shows the source of a line where it was imported from, or the original that was kept of it. */
  async reveal(run: number, place: number, what: 'source' | 'original'): Promise<void> {
    const done = await this.ask({ kind: 'reported-place', run, place });
    if (!done.ok) return this.effects.sayError('That could not be shown.', describeError(done.error));
    if (done.value.kind !== 'reported-place') return;
    const { where } = done.value;
    if (what === 'source') return this.showSource(where.path);
    const { original } = where;
    if (original !== null && (await this.effects.kindOf(original)) === 'file') this.effects.show(original);
    else await this.effects.sayError('The original is no longer in the library.', where.path);
  }

  /** Saves a report where a person wants it; the name of the file, or null when there is none. */
  async save(run: number): Promise<string | null> {
    const file = await this.effects.askWhere(`Import ${String(run)}.csv`);
    if (file === null) return null;
    const done = await this.ask({ kind: 'save-report', run, file });
    if (done.ok) return path.basename(file);
    await this.effects.sayError('The report could not be saved.', describeError(done.error));
    return null;
  }

  private async showSource(source: string): Promise<void> {
    const found = await this.existing(source);
    if (found === null) {
      await this.effects.sayError('It is no longer where it was imported from.', source);
    } else {
      this.effects.show(found);
    }
  }

  /** The source itself, or the file it is a part of. */
  private async existing(source: string): Promise<string | null> {
    // The command line takes paths by where it stands, which is not known any more.
    if (!path.isAbsolute(source)) return null;
    for (const prefix of prefixes(source)) {
      const kind = await this.effects.kindOf(prefix);
      if (kind === 'file' || (kind === 'folder' && prefix === source)) return prefix;
      if (kind === 'folder') return null;
    }
    return null;
  }

  private ask(task: HostTask): Promise<Result<TaskOutcome, ArchiveError>> {
    return new Promise((resolve) => {
      this.effects.run(task, {
        progress: () => undefined,
        done: (outcome) => resolve(ok(outcome)),
        failed: (error) => resolve(fail(error)),
      });
    });
  }
}
