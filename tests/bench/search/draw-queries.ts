import { drawPhrases } from './draw-phrases.ts';
import type { BenchQuery, SetName } from './queries.ts';
import { Random } from './random.ts';
import { telling } from './word-sample.ts';
import type { WordSample } from './word-sample.ts';

/** Questions of one set. The collection has fewer when it has too few words of a kind. */
const perSet = 120;
const page = { offset: 0, limit: 20 } as const;

type Class = 'common' | 'middling' | 'rare';

/** In at least one of 20 articles, or the commonest; in one of 1,000 to one of 100; in at most one of 10,000 (or three). */
function wordsOfClass({ frequencies, articles }: WordSample, wanted: Class): readonly string[] {
  const sorted = [...frequencies.values()].sort((a, b) => b - a);
  const common = Math.min(articles / 20, sorted[perSet - 1] ?? 1);
  const isOf = (count: number): boolean => {
    if (wanted === 'common') return count >= common;
    if (wanted === 'middling') return count >= articles / 1000 && count <= articles / 100;
    return count <= Math.max(3, articles / 10_000);
  };
  return [...frequencies].filter(([, count]) => isOf(count)).map(([word]) => word);
}

/** Takes what `draw` gives until there are enough different ones. */
function different<Item>(count: number, draw: () => Item | null): readonly Item[] {
  const found = new Map<string, Item>();
  for (let attempt = 0; found.size < count && attempt < count * 200; attempt += 1) {
    const item = draw();
    if (item !== null) found.set(JSON.stringify(item), item);
  }
  return [...found.values()];
}

class QueryDrawer {
  private readonly sample: WordSample;
  private readonly random: Random;
  private readonly common: readonly string[];

  constructor(sample: WordSample, seed: number) {
    this.sample = sample;
    this.random = new Random(seed);
    this.common = wordsOfClass(sample, 'common');
  }

  all(): readonly BenchQuery[] {
    return [
      ...this.single('common word', 'common'),
      ...this.single('middling word', 'middling'),
      ...this.single('rare word', 'rare'),
      ...this.together('two words, all', 2, 'all'),
      ...this.together('three words, all', 3, 'all'),
      ...this.together('two words, any', 2, 'any'),
      ...this.together('three words, any', 3, 'any'),
      ...this.phrases(),
      ...this.prefixes(),
      ...this.wildcards(),
      ...this.fuzzy('fuzzy ~1', 1),
      ...this.fuzzy('fuzzy ~2', 2),
      ...this.dates(),
      ...this.facets(),
      ...this.deepPages(),
    ];
  }

  /** Of several kinds, none of them asked again later. */
  warmingUp(taken: readonly BenchQuery[]): readonly BenchQuery[] {
    const asked = new Set(taken.map((query) => JSON.stringify({ ...query, set: 'warming up' })));
    const mixed = [
      ...this.together('warming up', 1, 'all', 50),
      ...this.together('warming up', 2, 'all', 50),
      ...this.together('warming up', 2, 'any', 50),
      ...this.together('warming up', 3, 'any', 50),
    ];
    return this.random.shuffled(mixed.filter((query) => !asked.has(JSON.stringify(query)))).slice(0, 100);
  }

  /** Words of one text, no two the same. */
  private wordsOfText(count: number): readonly string[] | null {
    const words = [...new Set(telling(this.random.one(this.sample.texts)))];
    return words.length < count ? null : this.random.shuffled(words).slice(0, count);
  }

  private single(set: SetName, wanted: Class): readonly BenchQuery[] {
    const words = this.random.shuffled(wordsOfClass(this.sample, wanted)).slice(0, perSet);
    return words.map((word) => ({ set, ...page, kind: 'words', words: [word], match: 'all' }));
  }

  private together(
    set: SetName,
    count: number,
    match: 'all' | 'any',
    wanted = perSet,
  ): readonly BenchQuery[] {
    const found = different(wanted, () => this.wordsOfText(count));
    return found.map((words) => ({ set, ...page, kind: 'words', words, match }));
  }

  private phrases(): readonly BenchQuery[] {
    const found = drawPhrases(this.sample.texts, perSet, this.random);
    return found.map((words) => ({ set: 'phrase', ...page, kind: 'phrase', words }));
  }

  /** Of 1 to 4 letters, a quarter each; there are hardly more than 26 of one letter. */
  private prefixes(): readonly BenchQuery[] {
    return [1, 2, 3, 4].flatMap((length) => {
      const found = different(
        length === 1 ? 25 : perSet / 4,
        () => this.longWord()?.slice(0, length) ?? null,
      );
      return found.map((beginning): BenchQuery => ({ set: 'prefix', ...page, kind: 'prefix', beginning }));
    });
  }

  private wildcards(): readonly BenchQuery[] {
    const { random } = this;
    const leading = different(perSet, () => {
      const word = this.longWord();
      return word === null ? null : `*${word.slice(-3 - random.below(Math.min(3, word.length - 4)))}`;
    });
    const inner = different(perSet, () => {
      const word = this.longWord();
      return word === null
        ? null
        : `${word.slice(0, 2 + random.below(2))}*${word.slice(-2 - random.below(2))}`;
    });
    return [
      ...leading.map((pattern): BenchQuery => ({
        set: 'leading wildcard',
        ...page,
        kind: 'wildcard',
        pattern,
      })),
      ...inner.map((pattern): BenchQuery => ({ set: 'inner wildcard', ...page, kind: 'wildcard', pattern })),
    ];
  }

  private fuzzy(set: SetName, distance: 1 | 2): readonly BenchQuery[] {
    const words = different(perSet, () => this.longWord());
    return words.map((word) => ({ set, ...page, kind: 'fuzzy', word, distance }));
  }

  private longWord(): string | null {
    const words = telling(this.random.one(this.sample.texts)).filter((word) => word.length > 5);
    return words.length === 0 ? null : this.random.one(words);
  }

  /** A word, common every other time, in a range that holds a tenth to a half of the articles. */
  private dates(): readonly BenchQuery[] {
    const { dates } = this.sample;
    const found = different(perSet, () => {
      const isCommon = this.random.share() < 0.5;
      const word = isCommon ? this.random.one(this.common) : this.wordsOfText(1)?.[0];
      const length = Math.floor((0.1 + 0.4 * this.random.share()) * dates.length);
      const start = this.random.below(dates.length - length);
      return word === undefined
        ? null
        : { word, from: dates[start] ?? '', to: dates[start + length - 1] ?? '' };
    });
    return found.map((range) => ({ set: 'date range', ...page, kind: 'dates', ...range }));
  }

  private facets(): readonly BenchQuery[] {
    const words = different(perSet, () => {
      return this.random.share() < 0.5 ? this.random.one(this.common) : (this.wordsOfText(1)?.[0] ?? null);
    });
    return words.map((word) => ({ set: 'facets', ...page, kind: 'facets', word }));
  }

  /** Somewhere in the result of two common words, of any of them, beyond the first thousand where there are so many. */
  private deepPages(): readonly BenchQuery[] {
    const { sample } = this;
    const found = different(perSet, () => {
      const words = this.random.shuffled(this.common).slice(0, 2);
      const least = Math.max(...words.map((word) => sample.frequencies.get(word) ?? 0));
      const first = Math.min(1000, Math.floor(least / 2));
      return { words, offset: first + this.random.below(Math.max(1, least - first - page.limit)) };
    });
    return found.map(({ words, offset }) => {
      return { set: 'deep page', offset, limit: page.limit, kind: 'words', words, match: 'any' };
    });
  }
}

/** All that is asked of a corpus. */
export interface Questions {
  /** 100, before memory is measured; not timed. */
  readonly warmingUp: readonly BenchQuery[];
  /** Each is asked once, the sets shuffled among each other. */
  readonly timed: readonly BenchQuery[];
  /** Asked right after opening, one an opening. */
  readonly first: readonly BenchQuery[];
}

/** Draws the questions of a corpus; the same for the same sample and seed. */
export function drawQuestions(sample: WordSample, seed: number): Questions {
  const drawer = new QueryDrawer(sample, seed);
  const timed = new Random(seed + 1).shuffled(drawer.all());
  const warmingUp = drawer.warmingUp(timed);
  const common = timed.filter(({ set }) => set === 'common word').slice(0, 5);
  return { timed, warmingUp, first: common };
}
