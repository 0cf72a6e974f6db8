import { describe, expect, it } from 'vitest';
import { lastLine, skippedLines, unacceptable } from '../../scripts/testing/summary.mjs';

describe('the end of a test run', () => {
  const needs = { name: 'tests/archive/corpus.test.ts > reads', note: 'needs ../shared' };
  const silent = { name: 'tests/main/a.test.ts > works', note: null };
  const summary = { passed: 5, failed: 1, skipped: [needs, silent] };

  it('is one line in a fixed form, and before it what was skipped', () => {
    expect(lastLine(summary)).toBe('5 passed, 1 failed');
    expect(skippedLines({ passed: 1, failed: 0, skipped: [] })).toEqual([]);
    expect(skippedLines(summary)).toEqual([
      '2 skipped:',
      '  tests/archive/corpus.test.ts > reads: needs ../shared',
      '  tests/main/a.test.ts > works',
    ]);
  });

  it('lets nothing be skipped in CI but what needs corpora that are not there', () => {
    expect(unacceptable(summary, { ci: true, sharedThere: false })).toEqual([silent]);
    expect(unacceptable(summary, { ci: true, sharedThere: true })).toEqual([needs, silent]);
    expect(unacceptable(summary, { ci: false, sharedThere: true })).toEqual([]);
  });
});
