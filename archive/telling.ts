import type { IndexingProgress } from './model/indexing.ts';

type ProgressListener = (progress: IndexingProgress | null) => void;

/** Open views are told of an import's progress no more often than this, in milliseconds. */
export const tellEvery = 3_000;

/** Tells the open views of an archive that what is searched has changed, and how far the index is. */
export class Telling {
  /** How often they were told of a change. */
  count = 0;
  /** Something has changed since they were told. */
  isUntold = false;
  private readonly listeners = new Set<() => void>();
  private readonly indexingListeners = new Set<ProgressListener>();
  private progress: IndexingProgress | null = null;
  private told = -Infinity;
  /** Set while they are to be told later. */
  private later: NodeJS.Timeout | undefined;

  /** Calls the listener after each change; returns a function that stops it. */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Calls the listener with how far the index is: at once when it is being made, at each step, and with null at the end. */
  onIndexing(listener: ProgressListener): () => void {
    this.indexingListeners.add(listener);
    if (this.progress !== null) listener(this.progress);
    return () => this.indexingListeners.delete(listener);
  }

  /** Something has changed: told at once, or, when the views were told just now, a little later. */
  tell(now = false): void {
    this.isUntold = true;
    const wait = this.told + tellEvery - performance.now();
    if (!now && wait > 0) {
      this.tellLater(wait);
      return;
    }
    clearTimeout(this.later);
    this.later = undefined;
    this.told = performance.now();
    this.count += 1;
    this.isUntold = false;
    for (const listener of this.listeners) listener();
  }

  /** Tells those who listen now after so many milliseconds, unless they are told before. */
  tellLater(wait = tellEvery): void {
    if (this.listeners.size === 0) return;
    this.later ??= setTimeout(() => this.tell(true), wait).unref();
  }

  /** How far the index is; null when its making has ended. */
  tellProgress(progress: IndexingProgress | null): void {
    if (progress === null && this.progress === null) return;
    // What comes at the end is not put off: the views wait for it.
    if (progress === null) this.told = -Infinity;
    this.progress = progress;
    for (const listener of this.indexingListeners) listener(progress);
  }

  /** Nobody is told any more. */
  close(): void {
    clearTimeout(this.later);
    this.listeners.clear();
    this.indexingListeners.clear();
  }
}
