import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How long the results must rest before they are spoken, in milliseconds: not at every key. */
const rest = 700;

/** What a screen reader is told about the results, once they have come to rest. */
export class Announcer implements ReactiveController {
  /** The words for the live region. */
  spoken = '';
  private wanted = '';
  private timer = 0;

  private readonly host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.host = host;
    host.addController(this);
  }

  hostConnected(): void {
    // Nothing is spoken before something was found.
  }

  hostDisconnected(): void {
    clearTimeout(this.timer);
  }

  say(words: string): void {
    if (words === this.wanted) return;
    this.wanted = words;
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => {
      this.spoken = words;
      this.host.requestUpdate();
    }, rest);
  }
}
