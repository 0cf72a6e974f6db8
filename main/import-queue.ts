/** An import that waits for a page to report to, or for the end of the one before. */
interface QueuedImport {
  readonly paths: readonly string[];
  /** Null for that of each folder. */
  readonly collection: string | null;
}

/** The imports that have not begun yet, in their order. */
export class ImportQueue {
  private waiting: readonly QueuedImport[] = [];

  get length(): number {
    return this.waiting.length;
  }

  add(paths: readonly string[], collection: string | null): void {
    if (paths.length > 0) this.waiting = [...this.waiting, { paths, collection }];
  }

  /** Begins the next one; when `begin` says that it cannot now, it stays the next. */
  next(begin: (paths: readonly string[], collection: string | null) => boolean): void {
    const [next, ...others] = this.waiting;
    if (next !== undefined && begin(next.paths, next.collection)) this.waiting = others;
  }
}
