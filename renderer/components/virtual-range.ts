import { defaultRangeExtractor, type Range } from '@tanstack/lit-virtual';

/** The places to draw: those in view, and `index` wherever it is, so that the focus is never taken away. */
export function withIndex(range: Range, index: number): number[] {
  const places = defaultRangeExtractor(range);
  if (index < 0 || index >= range.count || places.includes(index)) return places;
  return [...places, index].sort((a, b) => a - b);
}
