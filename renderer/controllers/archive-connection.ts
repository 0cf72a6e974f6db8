import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ArchiveState, Bridge } from '../../main/bridge/bridge.ts';
import { archivePortMessage } from '../../main/bridge/bridge.ts';
import type { ArchiveClient } from './archive-client.ts';

/** Keeps the client connected: asks for a port, takes the ones that come, and follows the life of the process. */
export class ArchiveConnection implements ReactiveController {
  state: ArchiveState = { state: 'starting' };
  private stop: () => void = () => undefined;

  private readonly host: ReactiveControllerHost;
  private readonly bridge: Bridge;
  private readonly client: ArchiveClient;

  constructor(host: ReactiveControllerHost, bridge: Bridge, client: ArchiveClient) {
    this.host = host;
    this.bridge = bridge;
    this.client = client;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('message', this.takePort);
    this.stop = this.bridge.onArchiveState((state) => this.follow(state));
    this.bridge.connectArchive();
  }

  hostDisconnected(): void {
    window.removeEventListener('message', this.takePort);
    this.stop();
  }

  private readonly takePort = (event: MessageEvent<unknown>): void => {
    const port = event.ports[0];
    // Only the preload script posts into this window from within it.
    if (event.source !== window || !port || !isPortMessage(event.data)) return;
    this.client.attach(port);
  };

  private follow(state: ArchiveState): void {
    const before = this.state.state;
    this.state = state;
    if (state.state === 'restarting') this.client.lost();
    if (state.state === 'failed') this.client.failed(state.error);
    if (state.state === 'ready' && before === 'restarting') this.bridge.connectArchive();
    this.host.requestUpdate();
  }
}

function isPortMessage(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'type' in data && data.type === archivePortMessage;
}
