import { describe, expect, test } from 'vitest';
import type { ManifestSegment } from '../../../../archive/search/store/manifest.ts';
import { chooseAtRest, chooseMerge } from '../../../../archive/search/store/merge-policy.ts';

function segment(length: number, removedCount = 0): ManifestSegment {
  return { name: `${length}-${removedCount}.segment`, documents: 100, length, removed: null, removedCount };
}

describe('merges while articles come in', () => {
  test('eight of a class, the lowest class first', () => {
    const small = Array.from({ length: 8 }, (_, at) => segment(1_000_000 + at));
    const large = Array.from({ length: 8 }, (_, at) => segment(50_000_000 + at));
    expect(chooseMerge([...large, ...small])).toEqual(small);
    expect(chooseMerge([...large, ...small.slice(1)])).toEqual(large);
    expect(chooseMerge([...large.slice(1), ...small.slice(1)])).toEqual([]);
  });

  test('one of which a third was removed, alone', () => {
    const sparse = segment(50_000_000, 31);
    expect(chooseMerge([segment(9_000_000, 30), sparse])).toEqual([sparse]);
  });
});

describe('merges at rest', () => {
  test('all, once the others have grown to a quarter of the largest', () => {
    const grown = [segment(100_000_000), segment(20_000_000), segment(5_000_000)];
    expect(chooseAtRest(grown)).toEqual(grown);
    expect(chooseAtRest([segment(100_000_000), segment(20_000_000), segment(4_000_000)])).toEqual([]);
  });

  test('what was removed counts for nothing', () => {
    expect(chooseAtRest([segment(100_000_000), segment(40_000_000, 50)])).toEqual([]);
  });

  test('one alone, or none, is at rest', () => {
    expect(chooseAtRest([segment(1)])).toEqual([]);
    expect(chooseAtRest([])).toEqual([]);
  });

  test('imports of any size come to rest, and write the index five times at most', () => {
    let segments: readonly ManifestSegment[] = [];
    let written = 0;
    for (let step = 0; step < 3000; step += 1) {
      segments = [...segments, segment(1000 + ((step * 7919) % 5000))];
      const chosen = chooseAtRest(segments);
      if (chosen.length === 0) continue;
      const length = chosen.reduce((sum, one) => sum + one.length, 0);
      written += length;
      segments = [segment(length), ...segments.filter((one) => !chosen.includes(one))];
      expect(chooseAtRest(segments)).toEqual([]);
    }
    const whole = segments.reduce((sum, one) => sum + one.length, 0);
    expect(written / whole).toBeLessThan(5.1);
  });
});
