import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as german } from '@orama/stemmers/german';
import { stemmer as hungarian } from '@orama/stemmers/hungarian';
import { stemmer as italian } from '@orama/stemmers/italian';
import { stemmer as romanian } from '@orama/stemmers/romanian';
import { stemmer as russian } from '@orama/stemmers/russian';
import { stemmer as serbian } from '@orama/stemmers/serbian';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { stemmer as turkish } from '@orama/stemmers/turkish';
import lunr from 'lunr';
import { foldings } from '../../text/fold.ts';
import { albanianStem } from './albanian-stem.ts';
import type { StemLanguage } from './stem-languages.ts';
import type { WordForm } from './word-forms.ts';

export { stemLanguageOf, stemLanguages } from './stem-languages.ts';
export type { StemLanguage } from './stem-languages.ts';

/** To be raised when the same word would get another stem: indexes made before are then rebuilt. */
export const stemmingVersion = 1;

type Stem = (form: WordForm) => string | null;

const plainWord = /^[a-z]{3,}$/u;
const latinWord = /^\p{Script=Latin}{3,}$/u;
const russianWord = /^[а-яё]{3,}$/u;

/** lunr's own stemmer, which asks for a token, of which it uses this method only. */
function english(word: string): string {
  let stem = word;
  const token = {
    update(change: (word: string) => string) {
      stem = change(word);
      return token;
    },
  };
  lunr.stemmer(token as unknown as lunr.Token);
  return stem;
}

/**
 * Abstract nouns in `-ost`, of which the rules take `ost` in the nominative and leave it in all other cases
 * (`nezavisnost`, `nezavisnosti`). So the nominative stays. Of the words of SETimes-UD this joins more that belong together
 * and fewer that do not.
 */
const southSlavicAbstract = /[a-z]{3}ost$/u;

/** Surnames in the instrumental, which the rules leave half undone: `Tadićem`, `Đinđićem`. */
const surnameInstrumental = /([a-z]{2}ic)em$/u;

/** From the plain spelling, which is the same in both scripts; the rules are made for words without marks, too. */
function southSlavic({ folded }: WordForm): string | null {
  if (!plainWord.test(folded)) return null;
  if (southSlavicAbstract.test(folded)) return folded;
  return serbian(folded.replace(surnameInstrumental, '$1')).replace(/đ/gu, 'dj');
}

/** A stem that kept its marks is plain in the index, so that it is found however it is typed. */
function plain(stem: string): string | null {
  return foldings(stem)[0] ?? null;
}

/** For rules that need the marks of the language: they are given the word as written, in lower case. */
function written(
  stemmer: (word: string) => string,
  prepare: (word: string) => string = (word) => word,
): Stem {
  return (form) => {
    const word = prepare(form.written.toLowerCase());
    return latinWord.test(word) ? plain(stemmer(word)) : null;
  };
}

/** An article or preposition before a vowel, which the scanner leaves with its word: `l'indépendance`. */
const frenchElision = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)'/u;
const italianElision = /^(?:[cdlmnstv]|un|gl|all|coll|dall|dell|nell|sull|quell|quest)'/u;

const stems: Readonly<Record<StemLanguage, Stem>> = {
  en: ({ folded }) => (plainWord.test(folded) ? english(folded) : null),
  sh: southSlavic,
  sq: albanianStem,
  de: written(german),
  fr: written(french, (word) => word.replace(frenchElision, '')),
  it: written(italian, (word) => word.replace(italianElision, '')),
  ru: (form) => {
    const word = form.written.toLowerCase();
    return russianWord.test(word) ? plain(russian(word.replace(/ё/gu, 'е'))) : null;
  },
  // Names keep their endings behind an apostrophe: `Türkiye'nin`. A capital `İ` in lower case has its dot apart.
  tr: written(turkish, (word) => word.replace(/i\u0307/gu, 'i').replace(/'.*$/u, '')),
  hu: written(hungarian),
  // The rules know the letters with a cedilla that old character sets had in place of those with a comma.
  ro: written(romanian, (word) => word.replace(/ș/gu, 'ş').replace(/ț/gu, 'ţ')),
  es: written(spanish),
};

/**
 * The stem of a form in a language, in plain spelling: what the index joins forms by. Null when the form has none: digits,
 * another script, less than three letters (Albanian: four).
 */
export function stemOf(language: StemLanguage, form: WordForm): string | null {
  const stem = stems[language](form);
  return stem === '' ? null : stem;
}
