import type { BenchDocument } from '../document.ts';
import { Random } from '../random.ts';
import { modelParameters } from './model-parameters.ts';
import { WordModel } from './word-model.ts';
import { wordOf } from './words.ts';

/** What is to be generated. */
export interface GeneratorOptions {
  readonly articles: number;
  /** Words of an article with its title, by its number; 400 unless told. */
  readonly length?: (article: number) => number;
  readonly seed?: number;
}

const titleLength = 8;
const dayLength = 86_400_000;
const firstDay = Date.UTC(1990, 0, 1);
const days = Math.round((Date.UTC(2026, 0, 1) - firstDay) / dayLength);
const sources = Array.from(
  { length: 40 },
  (_, index) => `${wordOf(400 + 7 * index)} ${index % 3 === 0 ? 'News' : 'Post'}`,
);

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Sentences of 8 to 30 words, some with a comma, and paragraphs of a few of them. */
function writeBody(ranks: Float64Array, length: number, random: Random): string {
  let text = '';
  let sentenceEnd = titleLength;
  let comma = -1;
  let isNew = false;
  for (let place = titleLength; place < length; place += 1) {
    const word = wordOf(ranks[place] ?? 0);
    isNew = place === sentenceEnd;
    if (isNew) {
      const bits = random.bits();
      sentenceEnd = Math.min(length, place + 8 + (bits & 15) + ((bits >>> 4) & 7));
      comma = place + 3 + ((bits >>> 8) & 31);
      if (place > titleLength) text += ((bits >>> 16) & 3) === 0 ? '\n\n' : ' ';
    } else text += ' ';
    text += isNew ? capital(word) : word;
    if (place + 1 === sentenceEnd) text += '.';
    else if (place === comma) text += ',';
  }
  return text;
}

/** Articles without end to their vocabulary, the same for the same seed, one at a time. */
export function* generateArticles({
  articles,
  length,
  seed = 1,
}: GeneratorOptions): Generator<BenchDocument> {
  const model = new WordModel(modelParameters, seed);
  const random = new Random(seed + 1);
  let ranks = new Float64Array(512);
  const dates = Array.from({ length: days }, (_, day) =>
    new Date(firstDay + day * dayLength).toISOString().slice(0, 10),
  );
  for (let id = 0; id < articles; id += 1) {
    const words = length?.(id) ?? 400;
    if (ranks.length < words) ranks = new Float64Array(words);
    model.article(words, ranks);
    const title = Array.from(ranks.subarray(0, Math.min(words, titleLength)), wordOf).join(' ');
    const body = writeBody(ranks, words, random);
    // The square makes some sources far larger than others, as they are.
    const source = sources[Math.floor(random.share() ** 2 * sources.length)] ?? '';
    yield {
      id,
      title: capital(title),
      body,
      date: dates[random.below(days)] ?? null,
      source,
      language: 'en',
    };
  }
}
