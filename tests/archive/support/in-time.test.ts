import { expect, test } from 'vitest';
import { inTime } from './in-time.ts';

function busyFor(milliseconds: number): string {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
  return 'done';
}

test('work in time gives its result', async () => {
  expect(await inTime(1_000, () => busyFor(5))).toBe('done');
});

test('work that is always too slow fails, with its label', async () => {
  await expect(inTime(5, () => busyFor(300), 'slow work')).rejects.toThrow(/slow work/u);
});

test('work that was too slow once passes', async () => {
  let times = 0;
  expect(await inTime(30, () => busyFor((times += 1) === 1 ? 300 : 1))).toBe('done');
  expect(times).toBe(2);
});
