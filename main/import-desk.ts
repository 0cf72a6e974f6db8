import type { ImportOffer } from './bridge/bridge.ts';
import type { TaskListener } from './host-task-runs.ts';

/** What the desk does to the world. */
export interface DeskEffects {
  /** A name that was never given before and cannot be guessed. */
  token(): string;
  /** Begins to look what files are; returns what stops it. */
  recognise(paths: readonly string[], listener: TaskListener): () => void;
  import(paths: readonly string[], collection: string | null): void;
  tell(offer: ImportOffer): void;
}

interface Waiting {
  readonly paths: readonly string[];
  readonly stop: () => void;
}

/**
 * Keeps the paths of what a person dropped or chose until they say what is to become of them. A window knows them by a
 * token alone, which counts once: a page can begin no import but of what a person gave.
 */
export class ImportDesk {
  private readonly effects: DeskEffects;
  private waiting: Waiting | null = null;
  private offered: ImportOffer | null = null;

  constructor(effects: DeskEffects) {
    this.effects = effects;
  }

  /** What lies on the desk, for a window that was loaded anew. */
  get current(): ImportOffer | null {
    return this.offered;
  }

  /** Looks at files and says what they are. What lay on the desk still is looked at again with them. */
  offer(paths: readonly string[]): void {
    const all = [...new Set([...(this.waiting?.paths ?? []), ...paths])];
    if (this.offered !== null) this.remove(this.offered.token);
    const token = this.effects.token();
    this.waiting = { paths: all, stop: () => undefined };
    if (all.length === 0) {
      const recognised = {
        ...{ formats: [], others: [], otherFiles: 0, systemFiles: 0 },
        ...{ collections: [], complete: true },
      };
      this.tell({ state: 'recognised', token, recognised });
      return;
    }
    this.tell({ state: 'looking', token, files: 0 });
    const stop = this.effects.recognise(all, this.listener(token));
    this.waiting = { paths: all, stop };
  }

  /** Imports what a token stands for. One that stands for nothing, or no longer, does nothing. */
  begin(token: string, collection: string | null): void {
    const paths = this.offered?.state === 'recognised' ? this.remove(token) : null;
    if (paths !== null && paths.length > 0) this.effects.import(paths, collection);
  }

  /** Takes what a token stands for from the desk. */
  forget(token: string): void {
    this.remove(token);
  }

  /** Takes whatever lies there from the desk. */
  clear(): void {
    if (this.offered !== null) this.remove(this.offered.token);
  }

  private listener(token: string): TaskListener {
    const tell = (offer: ImportOffer): void => {
      if (this.offered?.token === token) this.tell(offer);
    };
    return {
      progress: ({ done }) => tell({ state: 'looking', token, files: done }),
      done: (outcome) => {
        if (outcome.kind === 'recognise')
          tell({ state: 'recognised', token, recognised: outcome.recognised });
      },
      failed: (error) => tell({ state: 'failed', token, error }),
    };
  }

  private remove(token: string): readonly string[] | null {
    if (this.waiting === null || this.offered?.token !== token) return null;
    const { paths, stop } = this.waiting;
    const looking = this.offered.state === 'looking';
    [this.waiting, this.offered] = [null, null];
    if (looking) stop();
    this.effects.tell({ state: 'gone', token });
    return paths;
  }

  private tell(offer: ImportOffer): void {
    this.offered = offer;
    this.effects.tell(offer);
  }
}
