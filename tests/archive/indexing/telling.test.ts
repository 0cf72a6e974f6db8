import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { IndexingProgress } from '../../../archive/model/indexing.ts';
import { Telling, tellEvery } from '../../../archive/telling.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

test('views are told at once, then not too often, and what came last is told in any case', () => {
  const telling = new Telling();
  const told: number[] = [];
  telling.onChange(() => told.push(performance.now()));
  const begin = performance.now();
  for (let at = 0; at <= 4_000; at += 1_000) {
    telling.tell();
    vi.advanceTimersByTime(1_000);
  }
  vi.advanceTimersByTime(10_000);
  expect(told.map((time) => time - begin)).toEqual([0, tellEvery, 2 * tellEvery]);
  expect([telling.count, telling.isUntold]).toEqual([3, false]);
});

test('how far the index is: at once for who comes later, and the change at its end is not put off', () => {
  const telling = new Telling();
  const steps: (IndexingProgress | null)[] = [];
  let changes = 0;
  telling.onChange(() => (changes += 1));
  telling.tellProgress(null);
  telling.tellProgress({ done: 1, total: 2 });
  telling.tell();
  telling.onIndexing((progress) => steps.push(progress));
  telling.tellProgress({ done: 2, total: 2 });
  telling.tell();
  telling.tellProgress(null);
  telling.tellProgress(null);
  telling.tell();
  expect(steps).toEqual([{ done: 1, total: 2 }, { done: 2, total: 2 }, null]);
  expect(changes).toBe(2);
  vi.advanceTimersByTime(10_000);
  expect(changes).toBe(2);
  telling.tell();
  telling.tell();
  telling.close();
  vi.advanceTimersByTime(10_000);
  expect(changes).toBe(3);
});
