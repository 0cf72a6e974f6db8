import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HeightMap } from '../../../renderer/components/height-map.ts';

const usual = 100;

test('offsets and places are those of a plain list, whatever was measured in whatever order', () => {
  const lists = fc.integer({ min: 1, max: 700 }).chain((count) =>
    fc.record({
      count: fc.constant(count),
      measured: fc.array(fc.tuple(fc.nat(count - 1), fc.integer({ min: 1, max: 300 }))),
      asked: fc.array(fc.double({ min: -0.1, max: 1.1, noNaN: true }), { minLength: 1 }),
    }),
  );
  fc.assert(
    fc.property(lists, ({ count, measured, asked }) => {
      const heights = new HeightMap(count, usual);
      const plain = new Array<number>(count).fill(usual);
      for (const [index, height] of measured) {
        expect(heights.set(index, height)).toBe(plain[index] !== height);
        plain[index] = height;
      }
      const offsets = plain.map((_, index) => plain.slice(0, index).reduce((sum, height) => sum + height, 0));
      const total = (offsets.at(-1) ?? 0) + (plain.at(-1) ?? 0);
      expect(plain.map((_, index) => heights.offsetOf(index))).toEqual(offsets);
      expect(heights.total).toBe(total);
      for (const offset of asked.map((share) => share * total)) {
        const begun = offsets.filter((start) => start <= offset).length;
        expect(heights.indexAt(offset)).toBe(Math.max(0, begun - 1));
      }
    }),
  );
});

test('an empty list has no places', () => {
  const heights = new HeightMap(0, usual);
  expect([heights.total, heights.indexAt(0), heights.set(0, 50)]).toEqual([0, -1, false]);
});
