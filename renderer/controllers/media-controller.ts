import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Whether a media query holds, followed as the window changes. */
export class MediaController implements ReactiveController {
  private readonly query: MediaQueryList;

  private readonly host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost, query: string) {
    this.host = host;
    this.query = window.matchMedia(query);
    host.addController(this);
  }

  get matches(): boolean {
    return this.query.matches;
  }

  hostConnected(): void {
    this.query.addEventListener('change', this.changed);
  }

  hostDisconnected(): void {
    this.query.removeEventListener('change', this.changed);
  }

  private readonly changed = (): void => this.host.requestUpdate();
}
