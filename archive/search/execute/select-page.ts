/** Below so many they are simply sorted. */
const sortable = 256;

/**
 * How candidates are ordered: by number keys one after another (the larger first), and at last by text, ascending. Each is
 * computed only where those before it are equal.
 */
export interface Order {
  readonly keys: readonly ((candidate: number) => number)[];
  readonly last: (candidate: number) => string;
}

/** The k-th largest (from 0) of some numbers, which are reordered: Hoare's selection with a middle pivot. */
export function selectLargest(values: Float64Array, k: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const pivot = values[(low + high) >>> 1]!;
    let i = low;
    let j = high;
    while (i <= j) {
      while (values[i]! > pivot) i += 1;
      while (values[j]! < pivot) j -= 1;
      if (i <= j) {
        const held = values[i]!;
        values[i] = values[j]!;
        values[j] = held;
        i += 1;
        j -= 1;
      }
    }
    if (k <= j) high = j;
    else if (k >= i) low = i;
    else return values[k]!;
  }
  return values[low]!;
}

function sorted(candidates: Int32Array, order: Order, level: number): Int32Array {
  const keys = order.keys.slice(level).map((key) => Float64Array.from(candidates, key));
  const places = Array.from(candidates, (_, place) => place);
  places.sort((a, b) => {
    for (const values of keys) {
      const difference = values[b]! - values[a]!;
      // Infinities differ by NaN from themselves.
      if (difference !== 0 && !Number.isNaN(difference)) return difference;
    }
    return order.last(candidates[a]!) < order.last(candidates[b]!) ? -1 : 1;
  });
  return Int32Array.from(places, (place) => candidates[place]!);
}

/**
 * The candidates at the places `[from, to)` of the order, without sorting all of them: the keys at both ends of the page
 * are selected, and only what lies between is looked at more closely.
 */
export function selectPage(
  candidates: Int32Array,
  [from, to]: readonly [from: number, to: number],
  order: Order,
  level = 0,
): Int32Array {
  const end = Math.min(to, candidates.length);
  if (from >= end) return new Int32Array(0);
  if (candidates.length <= sortable || level >= order.keys.length) {
    return sorted(candidates, order, level).slice(from, end);
  }
  const key = order.keys[level]!;
  const keys = Float64Array.from(candidates, key);
  const highest = selectLargest(keys.slice(), from);
  const lowest = selectLargest(keys.slice(), end - 1);
  const groups = [
    candidates.filter((_, index) => keys[index]! > highest),
    candidates.filter((_, index) => keys[index] === highest),
    candidates.filter((_, index) => keys[index]! < highest && keys[index]! > lowest),
    lowest === highest ? new Int32Array(0) : candidates.filter((_, index) => keys[index] === lowest),
  ];
  const page: number[] = [];
  let before = 0;
  groups.forEach((group, index) => {
    const range = [Math.max(0, from - before), Math.min(group.length, end - before)] as const;
    // Those of one key are told apart by the next one; those between by the same.
    const next = index === 2 ? sorted(group, order, level).slice(...range) : null;
    if (range[0] < range[1]) page.push(...(next ?? selectPage(group, range, order, level + 1)));
    before += group.length;
  });
  return Int32Array.from(page);
}
