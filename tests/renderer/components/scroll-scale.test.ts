import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  elementHeight,
  isTrue,
  tallest,
  toOffset,
  toScroll,
} from '../../../renderer/components/scroll-scale.ts';

const view = 800;
const ranges = fc.integer({ min: view, max: 3_000_000_000 }).map((height) => ({
  list: height - view,
  element: elementHeight(height) - view,
}));
const shares = fc.double({ min: 0, max: 1, noNaN: true });

test('every place of the list has its place of the bar, in order, and leads back', () => {
  fc.assert(
    fc.property(ranges, shares, shares, (range, one, other) => {
      const [low = 0, high = 0] = [one * range.list, other * range.list].sort((a, b) => a - b);
      const [first, second] = [toScroll(low, range), toScroll(high, range)];
      expect(first).toBeGreaterThanOrEqual(0);
      expect(second).toBeLessThanOrEqual(range.element);
      expect(second).toBeGreaterThanOrEqual(first);
      // A millionth of a pixel of the bar may be more than that in the list.
      expect(Math.abs(toOffset(second, range) - high)).toBeLessThan(0.01);
    }),
  );
});

test('both ends are true to the pixel, and a list that can be borne is so everywhere', () => {
  const range = { list: 114_000_000 - view, element: tallest - view };
  expect([0, 1, 399_999].map((offset) => toScroll(offset, range))).toEqual([0, 1, 399_999]);
  expect([0, 1, 399_999].map((left) => toScroll(range.list - left, range))).toEqual(
    [0, 1, 399_999].map((left) => range.element - left),
  );
  expect([isTrue(range.list / 2, range), isTrue(1000, range)]).toEqual([false, true]);
  const small = { list: 3_000_000, element: 3_000_000 };
  expect([toScroll(1_234_567, small), isTrue(1_234_567, small)]).toEqual([1_234_567, true]);
});
