import type { WordForm } from './word-forms.ts';

/** Nothing is taken from a word that would leave less. */
const shortestStem = 4;

function longestFirst(endings: string): readonly string[] {
  return endings.split(' ').sort((a, b) => b.length - a.length);
}

/** Case endings in plain spelling, indefinite and definite, singular and plural. */
const caseEndings = longestFirst('a e i u en in un es it ut at et ja je jen jes jet ave eve ive jeve');

/** What may be left of a definite ending behind its vowel: `Serbi-s-ë`, `Serbi-n-ë`, `qeveri-t-ë`, `Serbi-a`. */
const themeEndings = longestFirst('i in is it');

/** Endings of nouns that look like a case: `universitet`, `kandidat`, `diplomat`, `sekretariat`, `drejtues`. */
const nounEnding = /(?:itet|andat|idat|omat|krat|iat|orat|ues)$/u;

/** The genitive plural of nouns that end in a consonant: `blerës-ve`. Not `Kosovë`, whose `v` is its own. */
const pluralGenitive = /[^aeiouy]ve$/u;

/** An `ë` that comes and goes: `ministër`, `ministri`. */
const fleetingVowel = /([^aeiouyëáéíóú])ër$/u;

function without(word: string, endings: readonly string[]): string {
  const ending = endings.find((end) => word.endsWith(end) && word.length - end.length >= shortestStem);
  return ending === undefined ? word : word.slice(0, -ending.length);
}

/**
 * The stem of an Albanian word, in plain spelling: without its case ending, by the rule of docs/analysis.md. Null for
 * words of less than four letters and for what is no word of Latin letters. Verbs keep their endings, save those that
 * look like a noun's.
 */
export function albanianStem({ folded, written }: WordForm): string | null {
  if (!/^[a-z]{4,}$/u.test(folded)) return null;
  if (nounEnding.test(folded)) return folded;
  if (folded.length > shortestStem && fleetingVowel.test(written)) return `${folded.slice(0, -2)}r`;
  const bare =
    pluralGenitive.test(folded) && folded.length - 2 >= shortestStem
      ? folded.slice(0, -2)
      : without(folded, caseEndings);
  return without(bare, themeEndings);
}
