import { say } from '../setup/say.mjs';

/** @typedef {Parameters<typeof import('playwright-core')._electron.launch>[0]} LaunchOptions */

/**
 * The application while somebody works on it. It is started through Playwright, whose connection reloads the window:
 * the application itself needs no code for that. Changes that come before the first start, or during a restart, are
 * covered by it.
 */
export class RunningApplication {
  /** @type {import('playwright-core').ElectronApplication | null} */
  #running = null;
  #busy = false;
  #again = false;
  /** @type {(code: number) => void} */
  #end = () => {};

  /** @param {LaunchOptions} options */
  constructor(options) {
    this.options = options;
    /** Resolves with 0 when the person has closed the application. @type {Promise<number>} */
    this.closed = new Promise((resolve) => {
      this.#end = resolve;
    });
  }

  /** Starts it; its output comes to this terminal. */
  async start() {
    const { _electron } = await import('playwright-core');
    const application = await _electron.launch(this.options);
    application.process().stdout?.pipe(process.stdout);
    application.process().stderr?.pipe(process.stderr);
    application.on('close', () => {
      // Closed by a restart: another one is there, or on its way.
      if (this.#running === application && !this.#busy) this.#end(0);
    });
    this.#running = application;
  }

  /** Ends and starts it; asked again meanwhile, it does so once more. */
  restart() {
    if (this.#running === null) return;
    if (this.#busy) {
      this.#again = true;
      return;
    }
    void this.#restart();
  }

  async #restart() {
    this.#busy = true;
    do {
      this.#again = false;
      say('restarting');
      await this.#running?.close();
      await this.start();
    } while (this.#again);
    this.#busy = false;
  }

  /** Loads the page anew. */
  reload() {
    if (this.#running === null || this.#busy) return;
    say('reloading');
    for (const window of this.#running.windows())
      window.reload().catch((error) => say(`reload: ${error.message}`));
  }
}
