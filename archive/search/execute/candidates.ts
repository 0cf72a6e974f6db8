/** Documents that may be on the wanted page, with the number that they are ordered by first: the larger the earlier. */
export class Candidates {
  count = 0;
  segments = new Int32Array(1024);
  documents = new Int32Array(1024);
  keys = new Float64Array(1024);
  /** The best so many keys, the least of them first: a heap. */
  private readonly best: Float64Array | null;
  private held = 0;
  /** How much a key may still grow. */
  readonly slack: number;

  /**
   * Only the best `wanted` are asked for, of keys that may still grow by `slack`: the others need not be kept. Above
   * 20,000 all are kept.
   */
  constructor(wanted: number, slack: number) {
    this.best = wanted > 0 && wanted <= 20_000 ? new Float64Array(wanted) : null;
    this.slack = slack;
  }

  /** The least key that matters. */
  get threshold(): number {
    return this.best !== null && this.held === this.best.length ? this.best[0]! - this.slack : -Infinity;
  }

  add(segment: number, document: number, key: number): void {
    if (key < this.threshold) return;
    if (this.best !== null) this.offer(key);
    if (this.count === this.keys.length) this.grow();
    this.segments[this.count] = segment;
    this.documents[this.count] = document;
    this.keys[this.count] = key;
    this.count += 1;
  }

  /** Forgets what fell below the threshold since it was added. */
  trim(): void {
    const { threshold } = this;
    let kept = 0;
    for (let index = 0; index < this.count; index += 1) {
      if (this.keys[index]! < threshold) continue;
      this.segments[kept] = this.segments[index]!;
      this.documents[kept] = this.documents[index]!;
      this.keys[kept] = this.keys[index]!;
      kept += 1;
    }
    this.count = kept;
  }

  private grow(): void {
    const larger = this.count * 2;
    const segments = new Int32Array(larger);
    segments.set(this.segments);
    this.segments = segments;
    const documents = new Int32Array(larger);
    documents.set(this.documents);
    this.documents = documents;
    const keys = new Float64Array(larger);
    keys.set(this.keys);
    this.keys = keys;
  }

  private offer(key: number): void {
    const heap = this.best!;
    if (this.held < heap.length) {
      let at = this.held;
      this.held += 1;
      while (at > 0) {
        const parent = (at - 1) >> 1;
        if (heap[parent]! <= key) break;
        heap[at] = heap[parent]!;
        at = parent;
      }
      heap[at] = key;
    } else if (key > heap[0]!) {
      this.replaceLeast(key);
    }
  }

  private replaceLeast(key: number): void {
    const heap = this.best!;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && heap[child + 1]! < heap[child]!) child += 1;
      if (heap[child]! >= key) break;
      heap[at] = heap[child]!;
      at = child;
    }
    heap[at] = key;
  }
}
