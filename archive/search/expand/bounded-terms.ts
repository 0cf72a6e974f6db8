/** Terms of one segment that fit, by their number, and in how many documents each stands. */
export interface FoundTerms {
  readonly numbers: number[];
  readonly documents: number[];
}

/** Keeps the commonest `limit` terms, in the order of their numbers; `cut` says whether any were left out. */
export function commonest(
  { numbers, documents }: FoundTerms,
  limit: number,
): { numbers: readonly number[]; cut: boolean } {
  if (numbers.length <= limit) return { numbers, cut: false };
  const order = Uint32Array.from(numbers, (_, index) => index);
  order.sort((a, b) => documents[b]! - documents[a]! || numbers[a]! - numbers[b]!);
  const kept = Array.from(order.subarray(0, limit), (index) => numbers[index]!);
  return { numbers: kept.sort((a, b) => a - b), cut: true };
}
