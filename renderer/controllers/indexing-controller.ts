import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { IndexingProgress } from '../../archive/model/indexing.ts';

/** What tells how far the index is. */
export interface IndexingSource {
  onIndexing(listener: (progress: IndexingProgress | null) => void): () => void;
}

/** How far the making of the index is; null while nothing is being made. */
export class IndexingController implements ReactiveController {
  progress: IndexingProgress | null = null;
  private stop: () => void = () => undefined;

  private readonly host: ReactiveControllerHost;
  private readonly source: IndexingSource;

  constructor(host: ReactiveControllerHost, source: IndexingSource) {
    this.host = host;
    this.source = source;
    host.addController(this);
  }

  hostConnected(): void {
    this.stop = this.source.onIndexing((progress) => {
      this.progress = progress;
      this.host.requestUpdate();
    });
  }

  hostDisconnected(): void {
    this.stop();
  }
}
