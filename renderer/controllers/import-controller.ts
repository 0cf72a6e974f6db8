import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ImportReport } from '../../archive/model/import-report.ts';
import type { Bridge, ImportState } from '../../main/bridge/bridge.ts';

/** The import of the moment, and the report of the last one. */
export class ImportController implements ReactiveController {
  /** What the band says; null when there is nothing to say, or no longer. */
  state: ImportState | null = null;
  lastReport: ImportReport | null = null;
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
      this.state = state;
      if (state.state === 'finished') this.lastReport = state.report;
      this.host.requestUpdate();
    });
  }

  hostDisconnected(): void {
    this.stop();
  }

  /** Takes the band away; a running import goes on and shows again with its next step. */
  dismiss(): void {
    this.state = null;
    this.host.requestUpdate();
  }
}
