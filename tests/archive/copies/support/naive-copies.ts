import { guessedLikeness, mayBeCopy } from '../../../../archive/copies/likeness.ts';
import type { LinkLimits } from '../../../../archive/copies/link-texts.ts';
import { spread, wordHash } from '../../../../archive/search/analysis/word-hash.ts';

/** An article as the model knows it: its body is words of small letters and digits, set apart by single blanks. */
export interface Written {
  readonly headline: string;
  readonly body: string;
  readonly url: string | null;
}

interface Text {
  readonly words: readonly string[];
  readonly shingles: ReadonlySet<string>;
  /** Ascending. */
  readonly hashes: readonly number[];
}

function runs(words: readonly string[]): readonly (readonly string[])[] {
  return words.slice(4).map((_, index) => words.slice(index, index + 5));
}

function hashOf(run: readonly string[]): number {
  return spread(run.reduce((sum, word) => (Math.imul(sum, 0x01000193) + wordHash(word)) | 0, 0)) >>> 0;
}

/** The smallest hashes of a text, ascending: what `sketchOf` keeps. */
export function naiveSmallest(body: string, most: number): readonly number[] {
  const words = body.split(' ');
  if (words.length < 30) return [];
  return [...new Set(runs(words).map(hashOf))].sort((a, b) => a - b).slice(0, most);
}

function textOf(body: string): Text {
  const words = body.split(' ');
  const shingles = new Set(runs(words).map((run) => run.join(' ')));
  return { words, shingles, hashes: naiveSmallest(body, 64) };
}

function both<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  return [...a].filter((one) => b.has(one)).length;
}

function part<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  const fewer = Math.min(a.size, b.size);
  return fewer === 0 ? 1 : both(a, b) / fewer;
}

export function naiveLikeness(a: string, b: string): { resemblance: number; containment: number } {
  const [left, right] = [textOf(a).shingles, textOf(b).shingles];
  const common = both(left, right);
  return { resemblance: common / (left.size + right.size - common), containment: part(left, right) };
}

/** The rule of decision record 10, said once more. */
export function naiveIsCopy(a: string, b: string): boolean {
  const { resemblance, containment } = naiveLikeness(a, b);
  const [left, right] = [new Set(a.split(' ')), new Set(b.split(' '))];
  const numbers = (words: ReadonlySet<string>) => new Set([...words].filter((word) => /^\d/u.test(word)));
  const [few, many] = [numbers(left), numbers(right)];
  const missing = Math.min(few.size, many.size) - both(few, many);
  const like = resemblance >= 0.5 || (resemblance >= 0.3 && containment >= 0.8);
  const sameWords = part(left, right) >= (resemblance >= 0.7 ? 0.9 : 0.95);
  return like && sameWords && (part(few, many) >= 0.8 || (missing === 1 && resemblance >= 0.8));
}

/** How many texts have each value. */
function frequency<T>(values: readonly (readonly T[])[]): ReadonlyMap<T, number> {
  const counts = new Map<T, number>();
  for (const own of values) for (const value of new Set(own)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

function keyOf({ headline, body }: Written): string {
  return body.split(' ').length < 30 ? `${headline} / ${body}` : body;
}

/** The groups of articles, each and all of them sorted, by looking at every pair. */
export function naiveGroups(
  articles: ReadonlyMap<string, Written>,
  limits: LinkLimits,
): readonly (readonly string[])[] {
  const keys = [...new Set([...articles.values()].filter(({ body }) => body !== '').map(keyOf))];
  const holders = keys.map((key) => [...articles].filter(([, one]) => keyOf(one) === key && one.body !== ''));
  const bodies = holders.map(([first]) => first![1].body);
  const texts = bodies.map(textOf);
  const features = texts.map(({ hashes }) => hashes.slice(0, 16));
  const addresses = holders.map((own) => own.flatMap(([, { url }]) => (url === null ? [] : [url])));
  const [featureCounts, addressCounts] = [frequency(features), frequency(addresses)];
  const linked = (a: number, b: number): boolean => {
    if (features[a]!.length === 0 || features[b]!.length === 0) return false;
    const near = features[a]!.filter(
      (one) => features[b]!.includes(one) && featureCounts.get(one)! <= limits.textsOfFeature,
    );
    const here = addresses[a]!.some(
      (one) => addresses[b]!.includes(one) && addressCounts.get(one)! <= limits.textsAtAddress,
    );
    const sketch = ({ words, hashes }: Text) => ({ words: words.length, smallest: Uint32Array.from(hashes) });
    const guess = mayBeCopy(guessedLikeness(sketch(texts[a]!), sketch(texts[b]!)));
    if (near.length >= limits.sharedFeatures && guess && naiveIsCopy(bodies[a]!, bodies[b]!)) return true;
    if (!here) return false;
    const { resemblance, containment } = naiveLikeness(bodies[a]!, bodies[b]!);
    return resemblance >= 0.3 || containment >= 0.6 || naiveIsCopy(bodies[a]!, bodies[b]!);
  };
  const groups = keys.map((_, index) => new Set([index]));
  for (let changed = true; changed;) {
    changed = false;
    keys.forEach((_, a) => {
      keys.forEach((__, b) => {
        if (groups[a] === groups[b] || !linked(a, b)) return;
        const joined = new Set([...groups[a]!, ...groups[b]!]);
        for (const member of joined) groups[member] = joined;
        changed = true;
      });
    });
  }
  return [...new Set(groups)]
    .map((members) => [...members].flatMap((index) => holders[index]!.map(([id]) => id)).sort())
    .filter(({ length }) => length > 1)
    .sort((a, b) => (a[0]! < b[0]! ? -1 : 1));
}
