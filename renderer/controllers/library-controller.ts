import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { LibraryApi } from '../../archive/api/library.ts';
import type { ArchiveError } from '../../archive/model/errors.ts';
import type { LibraryOverview } from '../../archive/model/overview.ts';

/** Opening is quicker than this as a rule; saying so sooner would only flash. In milliseconds. */
const patience = 250;

/** What the library holds, read again after each change; the former overview stays until the next is there. */
export class LibraryController implements ReactiveController {
  overview: LibraryOverview | null = null;
  error: ArchiveError | null = null;
  /** True once the first overview has been waited for long enough to say so. */
  slow = false;
  private latest = 0;
  private timer = 0;

  private readonly host: ReactiveControllerHost;
  private readonly library: Pick<LibraryApi, 'overview'>;

  constructor(host: ReactiveControllerHost, library: Pick<LibraryApi, 'overview'>) {
    this.host = host;
    this.library = library;
    host.addController(this);
  }

  hostConnected(): void {
    this.timer = window.setTimeout(() => {
      this.slow = true;
      this.host.requestUpdate();
    }, patience);
    void this.load();
  }

  hostDisconnected(): void {
    clearTimeout(this.timer);
  }

  async load(): Promise<void> {
    const mine = ++this.latest;
    const result = await this.library.overview();
    if (mine !== this.latest) return;
    clearTimeout(this.timer);
    this.slow = false;
    if (result.ok) this.overview = result.value;
    this.error = result.ok ? null : result.error;
    this.host.requestUpdate();
  }
}
