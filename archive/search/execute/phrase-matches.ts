import type { PlacedList } from './placed-list.ts';

/** The words of an exact phrase in one document: a list of positions and how far behind the beginning it stands. */
export interface PhraseUnit {
  readonly list: PlacedList;
  readonly offset: number;
}

/** How often all units stand in their places, in the fields of `mask` of the document they are at. */
export function countExact(units: readonly PhraseUnit[], mask: number): number {
  const [first, ...rest] = units;
  if (first === undefined) return 0;
  let count = first.list.read(mask);
  if (count === 0) return 0;
  const begins = first.list.out;
  if (first.offset > 0) for (let index = 0; index < count; index += 1) begins[index]! -= first.offset;
  for (const { list, offset } of rest) {
    const others = list.read(mask);
    count = keepFollowed(begins, count, list.out, others, offset);
    if (count === 0) return 0;
  }
  return count;
}

/** Keeps of `begins` those that have `begin + offset` in `others`; both ascending. Returns their count. */
function keepFollowed(
  begins: Int32Array,
  count: number,
  others: Int32Array,
  otherCount: number,
  offset: number,
): number {
  let kept = 0;
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    const wanted = begins[index]! + offset;
    while (at < otherCount && others[at]! < wanted) at += 1;
    if (at === otherCount) break;
    if (others[at] !== wanted) continue;
    begins[kept] = begins[index]!;
    kept += 1;
  }
  return kept;
}

/**
 * How often words stand near each other in this order: with at most `slop` other words between them, all gaps together.
 * Each first word counts once at most.
 */
export function countOrdered(lists: readonly PlacedList[], mask: number, slop: number): number {
  const counts = lists.map((list) => list.read(mask));
  if (counts.includes(0)) return 0;
  const at = counts.map(() => 0);
  let found = 0;
  for (let first = 0; first < counts[0]!; first += 1) {
    const begin = lists[0]!.out[first]!;
    let before = begin;
    for (let index = 1; index < lists.length; index += 1) {
      const { out } = lists[index]!;
      while (at[index]! < counts[index]! && out[at[index]!]! <= before) at[index]! += 1;
      if (at[index] === counts[index]) return found;
      before = out[at[index]!]!;
    }
    if (before - begin - (lists.length - 1) <= slop) found += 1;
  }
  return found;
}

/** The same in any order; no occurrence serves two words of the phrase. Counts windows that do not overlap. */
export function countNear(lists: readonly PlacedList[], mask: number, slop: number): number {
  const counts = lists.map((list) => list.read(mask));
  if (counts.includes(0)) return 0;
  const at = counts.map(() => 0);
  const widest = slop + lists.length - 1;
  let found = 0;
  for (;;) {
    const heads = lists.map((list, index) => list.out[at[index]!]!);
    const least = Math.min(...heads);
    const distinct = new Set(heads).size === heads.length;
    const near = Math.max(...heads) - least <= widest;
    const isFound = near && (distinct || canShare(lists, { at, counts }, least + widest));
    if (isFound) found += 1;
    // Where no window begins at the least place, all who stand there move on.
    for (let index = 0; index < lists.length; index += 1) {
      if (isFound || heads[index] === least) at[index]! += 1;
      if (at[index]! >= counts[index]!) return found;
    }
  }
}

/**
 * Whether lists that have places in common can have one each, from where they stand up to `last`: a matching, by augmenting
 * paths (Kuhn 1955).
 */
function canShare(
  lists: readonly PlacedList[],
  { at, counts }: { readonly at: readonly number[]; readonly counts: readonly number[] },
  last: number,
): boolean {
  const holders = new Map<number, number>();
  const settle = (index: number, seen: Set<number>): boolean => {
    const { out } = lists[index]!;
    for (let next = at[index]!; next < counts[index]! && out[next]! <= last; next += 1) {
      const place = out[next]!;
      if (seen.has(place)) continue;
      seen.add(place);
      const holder = holders.get(place);
      if (holder === undefined || settle(holder, seen)) {
        holders.set(place, index);
        return true;
      }
    }
    return false;
  };
  return lists.every((_, index) => settle(index, new Set()));
}
