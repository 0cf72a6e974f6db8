/** A place that stands at `[y in the first pane, y in the second]`, from the top of what is scrolled. */
export type Anchor = readonly [first: number, second: number];

/** The longest run of anchors that ascends in both panes: what stands elsewhere in the original must not pull it back. */
export function ascending(anchors: readonly Anchor[]): readonly Anchor[] {
  const sorted = [...anchors].sort((one, other) => one[0] - other[0] || one[1] - other[1]);
  // Patience sorting: tails[n] is the anchor with which the best run of n + 1 anchors ends.
  const tails: number[] = [];
  const before: number[] = [];
  sorted.forEach(([, second], at) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[tails[middle] ?? 0]?.[1] ?? 0) < second) low = middle + 1;
      else high = middle;
    }
    before[at] = low === 0 ? -1 : (tails[low - 1] ?? -1);
    tails[low] = at;
  });
  const run: Anchor[] = [];
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) {
    const anchor = sorted[at];
    if (anchor !== undefined) run.push(anchor);
  }
  return run.reverse();
}

/** The anchors between the two tops and the two ends, fit for `across`. Heights are those of what is scrolled. */
export function scrollMap(anchors: readonly Anchor[], heights: Anchor): readonly Anchor[] {
  const inside = anchors.filter(
    ([first, second]) => first > 0 && second > 0 && first < heights[0] && second < heights[1],
  );
  return [[0, 0], ...ascending(inside), heights];
}

/** Where a height of one pane (0 the first, 1 the second) lies in the other, on straight lines between anchors. */
export function across(map: readonly Anchor[], from: 0 | 1, y: number): number {
  const to = from === 0 ? 1 : 0;
  let before: Anchor = [0, 0];
  for (const after of map) {
    if (after[from] > y) {
      const share = (y - before[from]) / (after[from] - before[from]);
      return before[to] + share * (after[to] - before[to]);
    }
    before = after;
  }
  return before[to];
}

/** The part of a scrolling element that deciding needs. */
export interface Scrolled {
  readonly scrollTop: number;
  readonly scrollHeight: number;
  readonly clientHeight: number;
}

/**
 * The scroll position of the other pane that goes with this one's. What is compared is a line that moves down the
 * screen as one scrolls, from the very top to the very end, so that both panes reach their ends together.
 */
export function partnerScroll(map: readonly Anchor[], from: 0 | 1, here: Scrolled, there: Scrolled): number {
  const room = here.scrollHeight - here.clientHeight;
  const otherRoom = Math.max(0, there.scrollHeight - there.clientHeight);
  if (room <= 0) return 0;
  const line = (Math.min(Math.max(here.scrollTop, 0), room) * here.scrollHeight) / room;
  return (across(map, from, line) * otherRoom) / there.scrollHeight;
}
