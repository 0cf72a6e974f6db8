import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { stepMilliseconds, Steps } from '../../main/steps.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('the first step is told at once, then the newest of each stretch, and none after the end', () => {
  const told: number[] = [];
  const steps = new Steps<number>((step) => void told.push(step));
  for (const step of [1, 2, 3]) steps.tell(step);
  expect(told).toEqual([1]);
  vi.advanceTimersByTime(stepMilliseconds);
  expect(told).toEqual([1, 3]);
  vi.advanceTimersByTime(stepMilliseconds);
  steps.tell(4);
  expect(told).toEqual([1, 3, 4]);
  steps.tell(5);
  steps.stop();
  vi.advanceTimersByTime(10 * stepMilliseconds);
  expect(told).toEqual([1, 3, 4]);
});
