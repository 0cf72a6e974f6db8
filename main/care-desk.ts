import { archiveError } from '../archive/model/errors.ts';
import type { CareState } from './bridge/libraries.ts';
import type { Care, CareReport } from './care-messages.ts';

/** What the desk does to the world. */
export interface CareEffects {
  /** Sends it to the archive process; false when there is none. */
  begin(id: number, care: Care): boolean;
  cancel(id: number): void;
  tell(state: CareState): void;
}

/** Verifying and backing up, one at a time, as the window is told of it. */
export class CareDesk {
  private readonly effects: CareEffects;
  private running: { readonly id: number; readonly care: Care } | null = null;
  private state: CareState | null = null;
  private next = 1;

  constructor(effects: CareEffects) {
    this.effects = effects;
  }

  /** For a window that was loaded anew. */
  get current(): CareState | null {
    return this.state;
  }

  get isBusy(): boolean {
    return this.running !== null;
  }

  /** Begins, unless something is under way. */
  begin(care: Care): void {
    if (this.running !== null) return;
    const id = this.next++;
    if (!this.effects.begin(id, care)) return;
    this.running = { id, care };
    this.say({ state: 'running', what: care.kind, progress: null });
  }

  cancel(): void {
    if (this.running !== null) this.effects.cancel(this.running.id);
  }

  reported(id: number, report: CareReport): void {
    const { running } = this;
    if (running?.id !== id) return;
    const what = running.care.kind;
    if (report.kind === 'progress') {
      this.say({ state: 'running', what, progress: report.progress });
      return;
    }
    this.running = null;
    if (report.kind === 'failed') this.say({ state: 'failed', what, error: report.error });
    else if (report.kind === 'verified') {
      this.say(
        report.report.stopped ? { state: 'stopped', what } : { state: 'verified', report: report.report },
      );
    } else if (running.care.kind === 'backup') {
      const { folder } = running.care;
      this.say(
        report.stopped ? { state: 'stopped', what } : { state: 'backed-up', report: report.report, folder },
      );
    }
  }

  /** The archive process died. */
  lost(): void {
    if (this.running === null) return;
    const what = this.running.care.kind;
    this.running = null;
    this.say({ state: 'failed', what, error: archiveError('archive-stopped', { method: what }) });
  }

  /** Another library is open: what was said was of the former one. */
  forget(): void {
    this.running = null;
    this.state = null;
  }

  private say(state: CareState): void {
    this.state = state;
    this.effects.tell(state);
  }
}
