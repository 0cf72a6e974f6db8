const numbers = new Intl.NumberFormat('en-GB');

/** A number with its thousands apart: `98,643`. */
export function amount(value: number): string {
  return numbers.format(value);
}

/** A number and what it counts: `1 part`, `3 parts`. `plural` for words that do not just take an s. */
export function counted(value: number, noun: string, plural = `${noun}s`): string {
  return `${amount(value)} ${value === 1 ? noun : plural}`;
}

/** A size as people say it: `640 bytes`, `12 KB`, `240.1 MB`, `1.2 GB`; a thousand to a step. */
export function size(bytes: number): string {
  if (bytes < 1_000) return counted(bytes, 'byte');
  if (bytes < 1_000_000) return `${amount(Math.round(bytes / 1_000))} KB`;
  const [unit, name] =
    bytes < 1_000_000_000 ? ([1_000_000, 'MB'] as const) : ([1_000_000_000, 'GB'] as const);
  return `${(bytes / unit).toFixed(1)} ${name}`;
}

/** A time as people say it: `0.4 ms`, `12.3 s`. */
export function duration(milliseconds: number): string {
  if (milliseconds < 1_000) return `${milliseconds.toFixed(1)} ms`;
  return `${(milliseconds / 1_000).toFixed(1)} s`;
}

/** How far something has come: `45 %`. */
export function percent(done: number, total: number): string {
  return `${String(total === 0 ? 100 : Math.min(100, Math.floor((done / total) * 100)))} %`;
}
