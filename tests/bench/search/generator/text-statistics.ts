import { PairCounts } from './pair-counts.ts';

/** A figure of a text, by what it tells: growth of the vocabulary, document frequencies, repetition, word pairs. */
export interface TextFigure {
  readonly group: 'growth' | 'articles' | 'repetition' | 'pairs';
  readonly what: string;
  readonly value: number;
}

/** The first million at least: fewer words are of some hundred articles, and chance decides what these are about. */
const checkpoints = [1_000_000, 10_000_000];
const shares = [0.00001, 0.0001, 0.001, 0.01, 0.1, 0.5];
const lengths = [100, 200, 400, 800, 1600];
const places = [100, 1_000, 10_000, 100_000, 1_000_000];

/** How often a word stands in an article that has it: 1, 2, 3 or 4, 5 to 9, more. */
function repetitionClass(times: number): number {
  if (times < 3) return times - 1;
  if (times < 5) return 2;
  return times < 10 ? 3 : 4;
}

/** Reads articles one by one and tells what their words are like. A word is a run of letters and digits, in lower case. */
export class TextStatistics {
  private readonly numbers = new Map<string, number>();
  /** By word: articles that have it; the last of them; how often there. */
  private articlesOf = new Uint32Array(1 << 20);
  private timesHere = new Uint32Array(1 << 20);
  private articles = 0;
  private tokens = 0;
  private readonly growth: { tokens: number; words: number; pairs: number }[] = [];
  private readonly repeated = [0, 0, 0, 0, 0];
  private readonly byLength = lengths.map(() => ({ words: 0, tokens: 0 }));
  private readonly pairs = new PairCounts();

  /** Answers how many words the article has. */
  add(text: string): number {
    const here: number[] = [];
    let before = -1;
    let length = 0;
    for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) {
      const number = this.numberOf(word);
      if (this.timesHere[number] === 0) here.push(number);
      this.timesHere[number]! += 1;
      if (before >= 0) this.pairs.add(before, number);
      before = number;
      length += 1;
      this.tokens += 1;
      if (this.tokens === checkpoints[this.growth.length]) this.mark();
    }
    this.endArticle(here, length);
    return length;
  }

  figures(): readonly TextFigure[] {
    this.mark();
    return [
      ...this.growthFigures(),
      ...this.articleFigures(),
      ...this.repetitionFigures(),
      ...this.pairFigures(),
    ];
  }

  private numberOf(word: string): number {
    const known = this.numbers.get(word);
    if (known !== undefined) return known;
    const number = this.numbers.size;
    // A word cut from an article would keep the whole article in memory.
    this.numbers.set(Buffer.from(word).toString(), number);
    if (number === this.articlesOf.length) this.grow();
    return number;
  }

  private grow(): void {
    const larger = new Uint32Array(this.articlesOf.length * 2);
    larger.set(this.articlesOf);
    this.articlesOf = larger;
    const times = new Uint32Array(larger.length);
    times.set(this.timesHere);
    this.timesHere = times;
  }

  private endArticle(here: readonly number[], length: number): void {
    this.articles += 1;
    for (const number of here) {
      this.articlesOf[number]! += 1;
      this.repeated[repetitionClass(this.timesHere[number] ?? 0)]! += 1;
      this.timesHere[number] = 0;
    }
    const bucket = this.byLength[lengths.filter((least) => length >= least).length - 1];
    if (bucket === undefined) return;
    bucket.words += here.length;
    bucket.tokens += length;
  }

  private mark(): void {
    this.growth.push({ tokens: this.tokens, words: this.numbers.size, pairs: this.pairs.distinct });
  }

  private growthFigures(): readonly TextFigure[] {
    return this.growth.map(({ tokens, words }) => ({
      group: 'growth',
      what: `different words in ${tokens.toLocaleString('en')}`,
      value: words,
    }));
  }

  private articleFigures(): readonly TextFigure[] {
    const sorted = this.articlesOf.slice(0, this.numbers.size).sort();
    const total = sorted.reduce((sum, count) => sum + count, 0);
    const atLeast = (least: number) => sorted.length - sorted.findIndex((count) => count >= least);
    const counts = shares.map((share): TextFigure => {
      const least = Math.max(1, Math.ceil(share * this.articles));
      const what = `words in at least ${(share * 100).toLocaleString('en', { maximumFractionDigits: 3 })} % of the articles`;
      return { group: 'articles', what, value: atLeast(least) };
    });
    const once = sorted.filter((count) => count === 1).length / sorted.length;
    return [
      ...counts,
      { group: 'articles', what: 'share of words in one article only', value: once },
      { group: 'articles', what: 'different words an article', value: total / this.articles },
    ];
  }

  private repetitionFigures(): readonly TextFigure[] {
    const all = this.repeated.reduce((sum, count) => sum + count, 0);
    const names = ['once', 'twice', '3 or 4 times', '5 to 9 times', 'more often'];
    return [
      ...names.map((name, index): TextFigure => {
        const value = (this.repeated[index] ?? 0) / all;
        return { group: 'repetition', what: `share of an article's words that stand ${name}`, value };
      }),
      ...this.byLength.map(({ words, tokens }, index): TextFigure => {
        const what = `different per word in articles of ${lengths[index] ?? 0} words and more`;
        return { group: 'repetition', what, value: words / tokens };
      }),
    ];
  }

  private pairFigures(): readonly TextFigure[] {
    const sorted = this.pairs.sorted();
    const total = sorted.reduce((sum, count) => sum + count, 0);
    const share = (first: number) => sorted.subarray(0, first).reduce((sum, count) => sum + count, 0) / total;
    return [
      ...this.growth.map(({ tokens, pairs }): TextFigure => {
        return { group: 'pairs', what: `different pairs in ${tokens.toLocaleString('en')}`, value: pairs };
      }),
      ...places.map((first): TextFigure => {
        const what = `share of the ${first.toLocaleString('en')} commonest pairs`;
        return { group: 'pairs', what, value: share(first) };
      }),
    ];
  }
}
