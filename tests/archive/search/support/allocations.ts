const kinds = [
  'Uint8Array',
  'Int32Array',
  'Uint32Array',
  'Float64Array',
  'Uint16Array',
  'Int16Array',
] as const;

/** The most bytes that one typed array was asked to have while `work` ran, whether it got them or not. */
export function largestAllocation(work: () => void): number {
  const originals = kinds.map((kind) => globalThis[kind]);
  let largest = 0;
  kinds.forEach((kind, index) => {
    const original = originals[index]!;
    (globalThis as Record<string, unknown>)[kind] = new Proxy(original, {
      construct: (target, args: unknown[], newTarget) => {
        const [first] = args;
        if (typeof first === 'number') largest = Math.max(largest, first * target.BYTES_PER_ELEMENT);
        return Reflect.construct(target, args, newTarget === globalThis[kind] ? target : newTarget) as object;
      },
    });
  });
  try {
    work();
  } finally {
    kinds.forEach((kind, index) => ((globalThis as Record<string, unknown>)[kind] = originals[index]));
  }
  return largest;
}
