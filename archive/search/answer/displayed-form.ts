/**
 * A form as it is mostly printed: the index keeps words in lower case, with a count of those that began with a capital and
 * of those in capitals.
 */
export function displayedForm(
  written: string,
  {
    capitals,
    uppers,
    occurrences,
  }: { readonly capitals: number; readonly uppers: number; readonly occurrences: number },
): string {
  if (uppers * 2 > occurrences && uppers * 2 > capitals) return written.toUpperCase();
  if (capitals * 2 <= occurrences) return written;
  const [first = ''] = written;
  return first.toUpperCase() + written.slice(first.length);
}
