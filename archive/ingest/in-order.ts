/**
 * Runs steps as they come, up to `width` at a time, and yields what they give in the order of the steps. What a step or the
 * source throws is thrown at its place; steps begun after it are awaited first, so that nothing goes on behind the caller's
 * back.
 */
export async function* inOrder<T>(
  steps: AsyncIterable<() => Promise<T> | T>,
  width: number,
): AsyncGenerator<T> {
  const running: Promise<T>[] = [];
  try {
    for await (const step of steps) {
      const result = started(step);
      // Its failure is met when its turn comes.
      result.catch(() => undefined);
      running.push(result);
      while (running.length >= width) yield await taken(running);
    }
    while (running.length > 0) yield await taken(running);
  } finally {
    await Promise.allSettled(running);
  }
}

async function started<T>(step: () => Promise<T> | T): Promise<T> {
  return step();
}

async function taken<T>(running: Promise<T>[]): Promise<T> {
  const [first] = running;
  const value = await first!;
  void running.shift();
  return value;
}
