import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inOrder } from '../../../archive/ingest/in-order.ts';

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

const after = (turns: number): Promise<void> =>
  turns === 0 ? Promise.resolve() : Promise.resolve().then(() => after(turns - 1));

test('whatever the steps take, what they give comes in their order, and never more than `width` are under way', async () => {
  const turns = fc.array(fc.nat({ max: 20 }), { maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(turns, fc.integer({ min: 1, max: 5 }), async (lengths, width) => {
      let running = 0;
      let most = 0;
      const steps = lengths.map((length, at) => async () => {
        running += 1;
        most = Math.max(most, running);
        await after(length);
        running -= 1;
        return at;
      });
      const given: number[] = [];
      for await (const one of inOrder(each(steps), width)) given.push(one);
      expect(given).toEqual(lengths.map((_, at) => at));
      expect(most).toBeLessThanOrEqual(width);
    }),
  );
});

test('a step that throws is met at its place, after what came before it, and nothing runs on behind it', async () => {
  let running = 0;
  const good = (value: number) => async () => {
    running += 1;
    await after(10);
    running -= 1;
    return value;
  };
  const bad = async (): Promise<number> => {
    throw new Error('the third');
  };
  const given: number[] = [];
  const read = async (): Promise<void> => {
    for await (const one of inOrder(each([good(1), good(2), bad, good(4)]), 4)) given.push(one);
  };
  await expect(read()).rejects.toThrow('the third');
  expect([given, running]).toEqual([[1, 2], 0]);
});

test('whoever stops early waits for what is under way', async () => {
  let running = 0;
  const step = async (): Promise<number> => {
    running += 1;
    await after(20);
    running -= 1;
    return 1;
  };
  for await (const one of inOrder(each([step, step, step]), 3)) {
    expect(one).toBe(1);
    break;
  }
  expect(running).toBe(0);
});
