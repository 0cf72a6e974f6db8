/** So many answers are remembered; then all are forgotten, which costs less than to know the oldest. */
const most = 4_096;
/** Longer texts are seldom asked about twice, and would hold much memory. */
const longest = 2_000;

/**
 * A function of a text that remembers its answers. Readers ask the same of a line many times over: whether it is prose,
 * a date, part of the frame. The function must be pure, and what it gives never changed by the caller.
 */
export function remembered<T>(work: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (text.length > longest) return work(text);
    const old = known.get(text);
    if (old !== undefined) return old;
    const fresh = work(text);
    if (known.size >= most) known.clear();
    known.set(text, fresh);
    return fresh;
  };
}
