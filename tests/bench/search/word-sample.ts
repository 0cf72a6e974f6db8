import lunr from 'lunr';
import { isStopWord as isOurStopWord } from '../../../archive/search/analysis/stop-words.ts';
import type { BenchDocument } from './document.ts';
import { Random } from './random.ts';

/** Whether some engine leaves the word out of questions: then it is no question for all. */
export function isStopWord(word: string): boolean {
  return isOurStopWord(word) || lunr.stopWordFilter(new lunr.Token(word, {})) === undefined;
}

/** What questions are drawn from. */
export interface WordSample {
  /** How many articles were looked at. */
  readonly articles: number;
  /** In how many of them each word stands: three to twenty letters `a` to `z`, no stop words. */
  readonly frequencies: ReadonlyMap<string, number>;
  /** Bodies of articles, for words that stand together and phrases. */
  readonly texts: readonly string[];
  /** The dates of articles, ascending. */
  readonly dates: readonly string[];
}

const mostArticles = 100_000;
const mostTexts = 3_000;

/** Every engine takes these for words: what stands between other signs is left out. */
const plainWord = /(?<![^\s])[A-Za-z]?[a-z]{2,19}(?=[,.;:]?(?:\s|$))/gu;

/** Looks at every article of a corpus of up to 100,000, of larger ones at every second, third and so on. */
export class WordSampler {
  private readonly random: Random;
  private readonly step: number;
  private seen = 0;
  private articles = 0;
  private readonly frequencies = new Map<string, number>();
  private readonly texts: string[] = [];
  private readonly dates: string[] = [];

  constructor(seed: number, expected: number) {
    this.random = new Random(seed);
    this.step = Math.max(1, Math.ceil(expected / mostArticles));
  }

  add({ body, date }: BenchDocument): void {
    this.seen += 1;
    if (this.seen % this.step !== 0) return;
    this.articles += 1;
    const words = new Set(body.match(plainWord)?.map((word) => word.toLowerCase()));
    for (const word of words) {
      if (!isStopWord(word)) this.frequencies.set(word, (this.frequencies.get(word) ?? 0) + 1);
    }
    this.keepText(body);
    if (date !== null) this.dates.push(date);
  }

  sample(): WordSample {
    const { articles, frequencies, texts } = this;
    return { articles, frequencies, texts, dates: this.dates.sort() };
  }

  /** Each text has the same chance to be among those kept (reservoir sampling, Vitter's R). */
  private keepText(body: string): void {
    const place = this.texts.length < mostTexts ? this.texts.length : this.random.below(this.articles);
    if (place < mostTexts) this.texts[place] = body;
  }
}

/** The plain words of a text in order, stop words left out, in lower case. */
export function telling(text: string): readonly string[] {
  const words = text.match(plainWord)?.map((word) => word.toLowerCase()) ?? [];
  return words.filter((word) => word.length > 2 && !isStopWord(word));
}
