/*
 * How near an extracted text is to the expected one. `shingles` is the measure of the article extraction benchmark of
 * Scrapinghub (now Zyte): runs of four words, each page of the same weight, F1 of the means. `words` counts each word as
 * often as both texts have it.
 */

/** What is right, too much and missing, as shares of one page. */
export interface Overlap {
  readonly right: number;
  readonly extra: number;
  readonly missing: number;
}

export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

function counted(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function shingles(text: string, size: number): readonly string[] {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  if (words.length === 0) return [];
  const found: string[] = [];
  for (let at = 0; at < Math.max(1, words.length - size + 1); at += 1)
    found.push(words.slice(at, at + size).join(' '));
  return found;
}

/** Compares runs of `size` words. */
export function overlapOf(expected: string, got: string, size: number): Overlap {
  const wanted = counted(shingles(expected, size));
  const found = counted(shingles(got, size));
  const sum = { right: 0, extra: 0, missing: 0 };
  for (const key of new Set([...wanted.keys(), ...found.keys()])) {
    const [want, have] = [wanted.get(key) ?? 0, found.get(key) ?? 0];
    sum.right += Math.min(want, have);
    sum.extra += Math.max(0, have - want);
    sum.missing += Math.max(0, want - have);
  }
  const all = sum.right + sum.extra + sum.missing;
  if (all === 0) return sum;
  return { right: sum.right / all, extra: sum.extra / all, missing: sum.missing / all };
}

const share = (right: number, wrong: number): number => (right + wrong === 0 ? 0 : right / (right + wrong));

/** The score of one page; of a page that expects nothing and gets nothing it is 1. */
export function scoreOf({ right, extra, missing }: Overlap): Score {
  if (right + extra + missing === 0) return { precision: 1, recall: 1, f1: 1 };
  return {
    precision: share(right, extra),
    recall: share(right, missing),
    f1: share(2 * right, extra + missing),
  };
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** Means over pages. `f1` is that of the mean precision and recall, as the benchmark counts; `meanF1` the mean of the pages'. */
export function meanScore(overlaps: readonly Overlap[]): Score & { readonly meanF1: number } {
  const precision = mean(
    overlaps.filter(({ right, extra }) => right + extra > 0).map((one) => scoreOf(one).precision),
  );
  const recall = mean(
    overlaps.filter(({ right, missing }) => right + missing > 0).map((one) => scoreOf(one).recall),
  );
  const meanF1 = mean(overlaps.map((one) => scoreOf(one).f1));
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall), meanF1 };
}

const wordPattern = /[\p{L}\p{N}_]+/gu;

/** As many words of a text as are expected, from where the first four of them stand: for sets that tell beginnings only. */
export function beginningLike(expected: string, text: string): string {
  const wanted = expected.match(wordPattern) ?? [];
  const words = text.match(wordPattern) ?? [];
  const lead = wanted.slice(0, 4).join(' ');
  const found = words.findIndex((_, at) =>
    words
      .slice(at, at + 4)
      .join(' ')
      .startsWith(lead),
  );
  const from = Math.max(0, found);
  return words.slice(from, from + wanted.length).join(' ');
}
