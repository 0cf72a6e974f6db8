const slots = 1 << 25;
const most = slots * 0.85;

/** Counts pairs of small whole numbers (under 2^26), up to 28 million different ones, in 400 MB. */
export class PairCounts {
  /** Different pairs so far. */
  distinct = 0;
  /** A pair as one number, plus 1; 0 is a free slot. */
  private readonly keys = new Float64Array(slots);
  private readonly counts = new Uint32Array(slots);

  add(first: number, second: number): void {
    const key = first * 67_108_864 + second + 1;
    let slot = (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> 7;
    while (this.keys[slot] !== 0 && this.keys[slot] !== key) slot = (slot + 1) & (slots - 1);
    if (this.keys[slot] === 0) {
      if (this.distinct > most) throw new Error('More different pairs of words than can be counted.');
      this.keys[slot] = key;
      this.distinct += 1;
    }
    this.counts[slot] = (this.counts[slot] ?? 0) + 1;
  }

  /** How often each pair came, the commonest first. */
  sorted(): Uint32Array {
    return this.counts
      .filter((count) => count > 0)
      .sort()
      .reverse();
  }
}
