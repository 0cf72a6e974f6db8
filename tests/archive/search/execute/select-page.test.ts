import fc from 'fast-check';
import { expect, test } from 'vitest';
import { selectLargest, selectPage } from '../../../../archive/search/execute/select-page.ts';

const value = fc.oneof(fc.nat(3), fc.constantFrom(-Infinity, 0.5));

test('a page is that of the whole order, also of more than are simply sorted', () => {
  const size = fc.oneof(fc.nat(40), fc.integer({ min: 4_097, max: 6_000 }));
  fc.assert(
    fc.property(
      size,
      fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 50 }),
      fc.nat(6_000),
      fc.nat(300),
      (count, rows, from, length) => {
        const candidates = Int32Array.from({ length: count }, (_, index) => index);
        const keys = [0, 1].map((level) => (one: number) => rows[(one * 7) % rows.length]![level]!);
        const last = (one: number): string => String((one * 7_919) % 100_003).padStart(6, '0');
        const compare = (a: number, b: number): number => {
          for (const key of keys) if (key(a) !== key(b)) return key(b) > key(a) ? 1 : -1;
          return last(a) < last(b) ? -1 : 1;
        };
        const expected = [...candidates].sort(compare).slice(from, from + length);
        expect([...selectPage(candidates, [from, from + length], { keys, last })]).toEqual(expected);
      },
    ),
    { numRuns: 60 },
  );
});

test('the k-th largest is that of the sorted numbers', () => {
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 60 }), fc.nat(59), (list, at) => {
      const k = at % list.length;
      expect(selectLargest(Float64Array.from(list), k)).toBe(
        [...list].sort((a, b) => (a === b ? 0 : b > a ? 1 : -1))[k],
      );
    }),
  );
});
