import type { ArchiveError } from '../archive/model/errors.ts';
import { archiveError } from '../archive/model/errors.ts';
import type { HostReport, HostRequest, TaskReport } from './host-messages.ts';
import type { HostTask, TaskOutcome, TaskProgress } from './host-tasks.ts';

/** Who is told of a task. After `done` or `failed` nothing more comes. */
export interface TaskListener {
  progress(progress: TaskProgress): void;
  done(outcome: TaskOutcome): void;
  failed(error: ArchiveError): void;
}

/** Whether a report is of a task. */
export function isTaskReport(report: HostReport): report is TaskReport {
  return report.type === 'task-progress' || report.type === 'task-done' || report.type === 'task-failed';
}

/** The tasks under way in the archive process, by their numbers, as main knows of them. */
export class HostTaskRuns {
  private readonly running = new Map<number, { readonly kind: string; readonly listener: TaskListener }>();
  private next = 1;

  /** Sends a task off; returns what asks it to stop. A stopped task still ends, with what it has. */
  begin(task: HostTask, listener: TaskListener, send: (request: HostRequest) => void): () => void {
    const id = this.next++;
    this.running.set(id, { kind: task.kind, listener });
    send({ type: 'task', id, task });
    return () => {
      if (this.running.has(id)) send({ type: 'cancel-task', id });
    };
  }

  reported(report: TaskReport): void {
    const listener = this.running.get(report.id)?.listener;
    if (report.type === 'task-progress') {
      listener?.progress(report.progress);
      return;
    }
    this.running.delete(report.id);
    if (report.type === 'task-done') listener?.done(report.outcome);
    else listener?.failed(report.error);
  }

  /** The process died: whatever was under way has failed. */
  lost(): void {
    const lost = [...this.running.values()];
    this.running.clear();
    for (const { kind, listener } of lost) listener.failed(archiveError('archive-stopped', { method: kind }));
  }
}
