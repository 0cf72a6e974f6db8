import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { LibraryApi } from '../../archive/api/library.ts';
import type { LibraryHoldings } from '../../archive/model/library-holdings.ts';
import type { Bridge } from '../../main/bridge/bridge.ts';
import type { CareState, LibrariesState } from '../../main/bridge/libraries.ts';

/** What the library page shows, read while it is on the screen; which library it is, from the beginning. */
export class KeepingController implements ReactiveController {
  holdings: LibraryHoldings | null = null;
  libraries: LibrariesState | null = null;
  care: CareState | null = null;
  private isShown = false;
  private latest = 0;
  private stop: () => void = () => undefined;

  private readonly host: ReactiveControllerHost;
  private readonly bridge: Bridge;
  private readonly library: Pick<LibraryApi, 'holdings'>;

  constructor(host: ReactiveControllerHost, bridge: Bridge, library: Pick<LibraryApi, 'holdings'>) {
    this.host = host;
    this.bridge = bridge;
    this.library = library;
    host.addController(this);
  }

  hostConnected(): void {
    this.stop = this.bridge.onCare((state) => {
      this.care = state;
      if (state.state !== 'running') this.changed();
      this.host.requestUpdate();
    });
    void this.bridge.libraries().then((libraries) => {
      this.libraries = libraries;
      this.host.requestUpdate();
    });
  }

  hostDisconnected(): void {
    this.stop();
  }

  /** The name of the library for the window's title; null for the application's own. */
  get title(): string | null {
    return this.libraries === null || this.libraries.isDefault ? null : this.libraries.name;
  }

  /** Says whether the page is on the screen; what is there is read when it comes. */
  show(isShown: boolean): void {
    if (isShown === this.isShown) return;
    this.isShown = isShown;
    this.changed();
  }

  /** The library may have changed. */
  changed(): void {
    if (this.isShown) void this.load();
  }

  private async load(): Promise<void> {
    const mine = ++this.latest;
    const result = await this.library.holdings();
    if (mine !== this.latest || !result.ok) return;
    this.holdings = result.value;
    this.host.requestUpdate();
  }
}
