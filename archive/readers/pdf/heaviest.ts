/** The key of the greatest weight, the first of several; null when nothing has any. */
export function heaviest<T>(weights: ReadonlyMap<T, number>): T | null {
  let most = 0;
  let best: T | null = null;
  for (const [key, weight] of weights) {
    if (weight <= most) continue;
    most = weight;
    best = key;
  }
  return best;
}
