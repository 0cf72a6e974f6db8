import type { ArticleSummary } from '../model/article.ts';

/** What decides which copy is the best. */
export interface RankedCopy {
  readonly summary: ArticleSummary;
  readonly words: number;
  readonly byline: string | null;
  /** The source ended before it did, or a part of it could not be read. */
  readonly isCut: boolean;
}

/** A copy with so large a share of the words of the longest is as long: what a page prints under an article adds a few. */
const asLong = 0.95;

/** A key whose parts are compared one after the other, the smaller first. */
function keyOf({ summary, words, byline, isCut }: RankedCopy, longest: number): readonly (number | string)[] {
  const isFull = words >= asLong * longest;
  const { published, id } = summary;
  return [
    isCut ? 1 : 0,
    isFull ? 0 : 1,
    isFull ? 0 : -words,
    published === null ? 1 : 0,
    byline === null ? 1 : 0,
    summary.source === null ? 1 : 0,
    published?.value ?? '',
    -words,
    id,
  ];
}

/**
 * Copies, the best first: whole before cut off, then the longest. Among those that are about as long: with a date, with a
 * byline, with a source, the one that was published first. What is left is decided by length and id, so that the order is
 * the same everywhere.
 */
export function bestFirst<T extends RankedCopy>(copies: readonly T[]): readonly T[] {
  const whole = copies.filter(({ isCut }) => !isCut);
  const longest = Math.max(0, ...(whole.length > 0 ? whole : copies).map(({ words }) => words));
  const keyed = copies.map((copy) => ({ copy, key: keyOf(copy, longest) }));
  keyed.sort((a, b) => {
    const at = a.key.findIndex((part, place) => part !== b.key[place]);
    return at < 0 ? 0 : a.key[at]! < b.key[at]! ? -1 : 1;
  });
  return keyed.map(({ copy }) => copy);
}
