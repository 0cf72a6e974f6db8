import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ImportProgress } from '../../archive/model/import-report.ts';
import type { Bridge, ImportState } from '../../main/bridge/bridge.ts';
import { PaceMeter, shareDone } from './import-pace.ts';
import type { Pace } from './import-pace.ts';

const unknownPace: Pace = { bytesPerSecond: null, left: null };

/** The import of the moment, how it goes on, and the number of the last one that ended. */
export class ImportController implements ReactiveController {
  /** What there is to say; null when there is nothing, or no longer. */
  state: ImportState | null = null;
  pace = unknownPace;
  /** The running import is out of sight; it goes on. */
  hidden = false;
  /** It was asked to stop, and has not yet. */
  stopping = false;
  /** What a screen reader is told: that it began, and each quarter of it. */
  spoken = '';
  lastRun: number | null = null;
  private meter = new PaceMeter();
  private stop: () => void = () => undefined;

  private readonly host: ReactiveControllerHost;
  private readonly bridge: Bridge;

  constructor(host: ReactiveControllerHost, bridge: Bridge) {
    this.host = host;
    this.bridge = bridge;
    host.addController(this);
  }

  hostConnected(): void {
    this.stop = this.bridge.onImport((state) => {
      if (state.state === 'running') this.follow(state.progress);
      else this.end(state);
      this.state = state;
      this.host.requestUpdate();
    });
  }

  hostDisconnected(): void {
    this.stop();
  }

  /** Takes the running import out of sight, or brings it back. */
  hide(hidden: boolean): void {
    this.hidden = hidden;
    this.host.requestUpdate();
  }

  /** Asks the running import to stop; what it has committed stays. */
  cancel(): void {
    this.stopping = true;
    this.bridge.cancelImport();
    this.host.requestUpdate();
  }

  /** Takes away what is said of an import that has ended. */
  dismiss(): void {
    this.state = null;
    this.host.requestUpdate();
  }

  private follow(progress: ImportProgress): void {
    if (this.state?.state !== 'running') {
      [this.meter, this.hidden, this.stopping] = [new PaceMeter(), false, false];
      this.spoken = 'Importing';
    }
    this.pace = this.meter.take(progress, performance.now());
    const quarter = Math.floor((shareDone(progress) ?? 0) * 4);
    if (quarter > 0 && quarter < 4) this.spoken = `${String(quarter * 25)} percent imported`;
  }

  private end(state: Exclude<ImportState, { readonly state: 'running' }>): void {
    [this.pace, this.hidden, this.stopping, this.spoken] = [unknownPace, false, false, ''];
    if (state.state === 'finished') this.lastRun = state.run;
  }
}
