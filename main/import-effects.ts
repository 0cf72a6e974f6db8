import { randomUUID } from 'node:crypto';
import { shell } from 'electron';
import type { BrowserWindow } from 'electron';
import { chooseSave, sayError } from './dialogs.ts';
import type { HostTask } from './host-tasks.ts';
import type { TaskListener } from './host-task-runs.ts';
import type { DeskEffects } from './import-desk.ts';
import { kindOfPath } from './path-kind.ts';
import type { ReportEffects } from './report-desk.ts';

/** What carries tasks out: the supervisor of the archive process. */
interface TaskRunner {
  run(task: HostTask, listener: TaskListener): () => void;
}

/** What the desk of imports does to the world of this application. */
export function importEffects(
  archive: TaskRunner,
  begin: DeskEffects['import'],
  tell: DeskEffects['tell'],
): DeskEffects {
  return {
    token: randomUUID,
    recognise: (paths, listener) => archive.run({ kind: 'recognise', paths }, listener),
    import: begin,
    tell,
  };
}

/** What the desk of reports does to it; dialogs stand over the window of the moment. */
export function reportEffects(archive: TaskRunner, window: () => BrowserWindow | null): ReportEffects {
  return {
    run: (task, listener) => archive.run(task, listener),
    kindOf: kindOfPath,
    show: (file) => shell.showItemInFolder(file),
    askWhere: async (name) => {
      const over = window();
      return over && chooseSave(over, name, { name: 'Table (CSV)', extensions: ['csv'] });
    },
    sayError: async (message, detail) => {
      const over = window();
      if (over !== null) await sayError(over, message, detail);
    },
  };
}
