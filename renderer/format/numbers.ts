const grouped = new Intl.NumberFormat('en-GB');
const oneDecimal = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });
const units = ['KB', 'MB', 'GB', 'TB'] as const;

/**
 * A count with grouped digits and, when a noun is given, the noun in the number that fits: `1,204`, `1 article`,
 * `12 articles`. `plural` is for nouns that do not simply take an s.
 */
export function formatCount(count: number, noun?: string, plural?: string): string {
  const digits = grouped.format(count);
  if (noun === undefined) return digits;
  return `${digits} ${count === 1 ? noun : (plural ?? `${noun}s`)}`;
}

/** A size: exact below 10,000 bytes (`2,617 bytes`), then in decimal units as file managers count them (`12.3 KB`). */
export function formatBytes(bytes: number): string {
  if (bytes < 10_000) return formatCount(bytes, 'byte');
  let size = bytes / 1000;
  let unit = 0;
  // 999,950 bytes would round to "1,000 KB".
  while (size >= 999.95 && unit < units.length - 1) {
    size /= 1000;
    unit += 1;
  }
  return `${oneDecimal.format(size)} ${units[unit] ?? 'TB'}`;
}

/** A duration in milliseconds, as precise as a person needs it: `3 ms`, `1.4 s`, `2 min 5 s`. */
export function formatDuration(milliseconds: number): string {
  if (milliseconds < 1000) return `${grouped.format(Math.max(0, Math.round(milliseconds)))} ms`;
  if (milliseconds < 59_950) return `${oneDecimal.format(milliseconds / 1000)} s`;
  const seconds = Math.round(milliseconds / 1000);
  const rest = seconds % 60;
  return `${grouped.format((seconds - rest) / 60)} min${rest === 0 ? '' : ` ${String(rest)} s`}`;
}
