/** Places are gathered in blocks of so many, so that what is kept grows with the places seen, not with the list. */
const blockSize = 64;

/**
 * The heights of the items of a list, most of them never seen and taken to be `usual`. Each question is answered in
 * logarithmic time whatever the length of the list: the differences from the usual height are summed by block in a
 * binary indexed tree (Fenwick 1994, doi:10.1002/spe.4380240306).
 */
export class HeightMap {
  readonly count: number;
  readonly usual: number;
  /** By block: how much higher than usual each of its items is. */
  private readonly blocks = new Map<number, Float64Array>();
  private readonly sums: Float64Array;

  constructor(count: number, usual: number) {
    this.count = count;
    this.usual = usual;
    this.sums = new Float64Array(Math.ceil(count / blockSize) + 1);
  }

  /** The height of all items together. */
  get total(): number {
    return this.count * this.usual + this.sumBefore(this.sums.length - 1);
  }

  heightOf(index: number): number {
    const block = this.blocks.get(Math.floor(index / blockSize));
    return this.usual + (block?.[index % blockSize] ?? 0);
  }

  /** Notes a measured height; false when it is what was known already. */
  set(index: number, height: number): boolean {
    const change = height - this.heightOf(index);
    if (change === 0 || index < 0 || index >= this.count) return false;
    const at = Math.floor(index / blockSize);
    const block = this.blocks.get(at) ?? new Float64Array(blockSize);
    this.blocks.set(at, block);
    block[index % blockSize] = height - this.usual;
    for (let node = at + 1; node < this.sums.length; node += node & -node) this.add(node, change);
    return true;
  }

  /** The height of all items before this one. */
  offsetOf(index: number): number {
    const at = Math.floor(index / blockSize);
    let offset = index * this.usual + this.sumBefore(at);
    const block = this.blocks.get(at);
    if (block) for (let place = 0; place < index % blockSize; place += 1) offset += block[place] ?? 0;
    return offset;
  }

  /** The item that covers an offset; the first or last one for an offset outside of the list. -1 in an empty list. */
  indexAt(offset: number): number {
    let index = 0;
    let rest = offset;
    let reach = 2 ** Math.floor(Math.log2(Math.max(1, this.sums.length - 1)));
    for (; reach >= 1; reach /= 2) {
      const node = index / blockSize + reach;
      const height = reach * blockSize * this.usual + (this.sums[node] ?? 0);
      if (node >= this.sums.length || height > rest) continue;
      index = node * blockSize;
      rest -= height;
    }
    while (index < this.count - 1 && rest >= this.heightOf(index)) {
      rest -= this.heightOf(index);
      index += 1;
    }
    return Math.min(index, this.count - 1);
  }

  private add(node: number, change: number): void {
    this.sums[node] = (this.sums[node] ?? 0) + change;
  }

  /** The differences of all blocks before this one. */
  private sumBefore(block: number): number {
    let sum = 0;
    for (let node = block; node > 0; node -= node & -node) sum += this.sums[node] ?? 0;
    return sum;
  }
}
