import { southSlavicMarks, stopWords, yatBeginnings } from './language-words.ts';

const sampleLength = 20_000;
/** So many listed words must be met, and so large a share of all words, before a language is named. */
const enoughWords = 3;
const enoughShare = 0.12;

const wordLists = new Map(
  Object.entries(stopWords).map(([language, words]) => [language, new Set(words.split(' '))]),
);
const southSlavic = new Map(
  Object.entries(southSlavicMarks).map(([language, words]) => [language, new Set(words.split(' '))]),
);
const beginnings = (words: string): RegExp => new RegExp(`^(?:${words.replaceAll(' ', '|')})`, 'u');
const ekavian = beginnings(yatBeginnings.ekavian);
const ijekavian = beginnings(yatBeginnings.ijekavian);

const cyrillicLetter = /\p{Script=Cyrillic}/u;
const latinLetter = /[a-z]|\p{Script=Latin}/u;
const cyrillic = ['sr-Cyrl', 'mk', 'ru'];
const latin = [...wordLists.keys()].filter((language) => !cyrillic.includes(language));

/** Letters that only some of the languages have: a word with one of them is no word of any other. */
const ownLetters: readonly (readonly [RegExp, readonly string[]])[] = [
  [/[ђћ]/u, ['sr-Cyrl']],
  [/[ѓќѕ]/u, ['mk']],
  [/[јљњџ]/u, ['sr-Cyrl', 'mk']],
  [/[йщъыьэюяё]/u, ['ru']],
  [/[čšžćđ]/u, ['sr-Latn']],
  [/[ëç]/u, ['sq', 'fr']],
  [/[äöüß]/u, ['de']],
  [/[àâèêîïôùûœ]/u, ['fr']],
];

function count(words: readonly string[], list: ReadonlySet<string> | undefined): number {
  return list === undefined ? 0 : words.reduce((sum, word) => sum + (list.has(word) ? 1 : 0), 0);
}

/** How many of the words have letters of each kind, in the order of `ownLetters`. */
function lettersOf(words: readonly string[]): readonly number[] {
  // Most words of most languages have none of them.
  const marked = words.filter((word) => /[^a-z]/u.test(word));
  return ownLetters.map(([letters]) => marked.reduce((sum, word) => sum + (letters.test(word) ? 1 : 0), 0));
}

function score(words: readonly string[], letters: readonly number[], language: string): number {
  let sum = count(words, wordLists.get(language));
  for (const [at, [, languages]] of ownLetters.entries()) {
    const having = letters[at] ?? 0;
    // Names of other countries are met in every language: letters weigh less than words, and less still against.
    sum += languages.includes(language) ? having * 0.5 : having * -0.25;
  }
  return sum;
}

/** Serbian, Croatian or Bosnian; the pronunciation decides first, then words that only one norm uses. */
function southSlavicOf(words: readonly string[]): string | null {
  const matching = (pattern: RegExp): number => words.filter((word) => pattern.test(word)).length;
  const [serbian, western] = [matching(ekavian), matching(ijekavian)];
  if (serbian > 2 * western) return 'sr-Latn';
  const [croatian, bosnian] = [count(words, southSlavic.get('hr')), count(words, southSlavic.get('bs'))];
  if (western <= 2 * serbian || croatian === bosnian) return null;
  return croatian > bosnian ? 'hr' : 'bs';
}

/**
 * The language of a text as BCP 47, by its script and its commonest words: `en`, `de`, `fr`, `sq`, `sr-Cyrl`,
 * `sr-Latn`, `hr`, `bs`, `mk`, `ru`; null when none of them is clear. Looks at the first 20,000 characters.
 */
export function detectLanguage(text: string): string | null {
  const sample = text.slice(0, sampleLength).normalize('NFC').toLowerCase();
  const words = sample.match(/\p{L}+/gu) ?? [];
  const inCyrillic = words.filter((word) => cyrillicLetter.test(word));
  const isCyrillic = inCyrillic.length * 2 > words.length;
  const own = isCyrillic ? inCyrillic : words.filter((word) => latinLetter.test(word));
  if (own.length * 2 < words.length) return null;
  const letters = lettersOf(own);
  const scores = (isCyrillic ? cyrillic : latin)
    .map((language) => ({ language, score: score(own, letters, language) }))
    .sort((a, b) => b.score - a.score);
  const [best, next] = scores;
  if (best === undefined || best.score < enoughWords || best.score < own.length * enoughShare) return null;
  if (next !== undefined && best.score < next.score * 1.2) return null;
  return best.language === 'sr-Latn' ? southSlavicOf(own) : best.language;
}
