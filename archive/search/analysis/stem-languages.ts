/**
 * The languages that have stems, by BCP 47; `sh` is Serbian, Croatian, Bosnian and Montenegrin in both scripts. The
 * index keeps their numbers, so the order never changes and a new one goes to the end.
 */
export const stemLanguages = ['en', 'sh', 'sq', 'de', 'fr', 'it', 'ru', 'tr', 'hu', 'ro', 'es'] as const;

export type StemLanguage = (typeof stemLanguages)[number];

/** Language subtags (ISO 639-1, 639-2 of both kinds, 639-3) of each, in lower case. */
const codes: Readonly<Record<StemLanguage, string>> = {
  en: 'en eng',
  sh: 'sh hbs sr srp scc hr hrv scr bs bos cnr',
  sq: 'sq sqi alb als aln',
  de: 'de deu ger',
  fr: 'fr fra fre',
  it: 'it ita',
  ru: 'ru rus',
  tr: 'tr tur',
  hu: 'hu hun',
  ro: 'ro ron rum mo mol',
  es: 'es spa',
};

const languageOfCode: ReadonlyMap<string, StemLanguage> = new Map(
  stemLanguages.flatMap((language) => codes[language].split(' ').map((code) => [code, language] as const)),
);

/** Undetermined, several, no language at all, not coded (ISO 639-2). */
const unknownCodes: ReadonlySet<string> = new Set(['und', 'mul', 'zxx', 'mis']);

/**
 * The language whose stems an article gets, from its language as BCP 47 or ISO 639 (`en-GB`, `srp-Cyrl`, `ger`), whatever
 * the case. An unknown language (null, `und`, or nothing that could be a code) is taken for English, the commonest in
 * an archive without languages. A known one without a stemmer gives null: foreign stems would only join the wrong words.
 */
export function stemLanguageOf(language: string | null): StemLanguage | null {
  const [code = ''] = (language ?? '').trim().toLowerCase().split(/[-_]/u);
  if (!/^[a-z]{2,3}$/u.test(code) || unknownCodes.has(code)) return 'en';
  return languageOfCode.get(code) ?? null;
}
