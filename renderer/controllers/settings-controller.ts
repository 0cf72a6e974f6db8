import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Bridge } from '../../main/bridge/bridge.ts';
import type { Settings } from '../../main/bridge/settings.ts';
import { defaultSettings } from '../../main/bridge/settings.ts';

/** The settings, as the main process keeps them. A change shows at once and is corrected by what main answers. */
export class SettingsController implements ReactiveController {
  current: Settings = defaultSettings;
  private stop: () => void = () => undefined;

  private readonly host: ReactiveControllerHost;
  private readonly bridge: Bridge;
  private readonly changed: (now: Settings, before: Settings) => void;

  constructor(
    host: ReactiveControllerHost,
    bridge: Bridge,
    changed: (now: Settings, before: Settings) => void,
  ) {
    this.host = host;
    this.bridge = bridge;
    this.changed = changed;
    host.addController(this);
  }

  hostConnected(): void {
    this.stop = this.bridge.onSettings((settings) => this.take(settings));
  }

  hostDisconnected(): void {
    this.stop();
  }

  /** Reads the kept settings once, before the first screen is drawn. */
  async load(): Promise<void> {
    this.take(await this.bridge.settings());
  }

  change(change: Partial<Settings>): void {
    this.take({ ...this.current, ...change });
    void this.bridge.changeSettings(change).then((settings) => this.take(settings));
  }

  private take(settings: Settings): void {
    const before = this.current;
    if (sameSettings(before, settings)) return;
    this.current = settings;
    if (settings.theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = settings.theme;
    this.changed(settings, before);
    this.host.requestUpdate();
  }
}

function sameSettings(a: Settings, b: Settings): boolean {
  return (
    a.theme === b.theme && a.match === b.match && a.sort === b.sort && a.exactSpelling === b.exactSpelling
  );
}
