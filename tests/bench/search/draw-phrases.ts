import type { Random } from './random.ts';
import { isStopWord } from './word-sample.ts';

/** Runs of words with one space between and nothing else, so that every engine sees the same words side by side. */
const run = /(?<![^\s])[A-Za-z]?[a-z]+(?: [a-z]+)+(?![^\s,.;:])/gu;

function phraseFrom(text: string, length: number, random: Random): readonly string[] | null {
  const runs = text.match(run)?.map((words) => words.toLowerCase().split(' ')) ?? [];
  const long = runs.filter((words) => words.length >= length);
  if (long.length === 0) return null;
  const words = random.one(long);
  const start = random.below(words.length - length + 1);
  return words.slice(start, start + length);
}

/**
 * Phrases of 2 to 5 words taken from texts, none twice: every fourth has stop words among its words, the others have
 * none; a phrase never is of stop words alone. Throws when the texts do not hold so many.
 */
export function drawPhrases(
  texts: readonly string[],
  count: number,
  random: Random,
): readonly (readonly string[])[] {
  const phrases = new Map<string, readonly string[]>();
  for (let attempt = 0; phrases.size < count; attempt += 1) {
    if (attempt > count * 1000) throw new Error('The texts do not hold enough phrases.');
    const length = 2 + random.below(4);
    const words = phraseFrom(random.one(texts), length, random);
    if (words === null || words.every(isStopWord)) continue;
    const wantsStopWord = phrases.size % 4 === 0;
    if (words.some(isStopWord) === wantsStopWord) phrases.set(words.join(' '), words);
  }
  return [...phrases.values()];
}
