import { createHash } from 'node:crypto';
import { scanWordsVersion } from './scan-words.ts';
import { stemLanguages } from './stem-languages.ts';
import { stemOf, stemmingVersion } from './stemming.ts';
import { pairWordList, stopWordLists } from './stop-word-lists.ts';
import { wordForms, wordFormsVersion } from './word-forms.ts';

/**
 * Words of every language, whose forms and stems go into the fingerprint. So it changes with a library or a table
 * even where somebody forgot to raise a version.
 */
const sample = `Kosovo's independence declarations US café Ђинђић Đinđić Вашингтону nezavisnosti vrijeme pavarësisë ministër
Unabhängigkeitserklärung Straße l'indépendance dell'indipendenza независимости объём Türkiye'nin İstanbul bağımsızlığın
függetlenségének națiunilor naciones ΟΔΟΣ 科索 한국 Ｋｏｓｏｖｏ`;

function analysed(word: string): unknown {
  return wordForms(word).map((form) => [form, stemLanguages.map((language) => stemOf(language, form))]);
}

/**
 * A hash of everything that decides which terms, stems and pairs a text gets, as 16 hexadecimal digits. An index that
 * was made with another one is to be rebuilt.
 *
 * The version of Unicode is not part of it, though runtimes differ in it: the application and the command line share a
 * library, and would rebuild its index in turn. What differs are characters that were assigned since; where those decide
 * about the words of the sample, the fingerprint differs all the same.
 */
export function analysisFingerprint(): string {
  const parts = [
    [scanWordsVersion, wordFormsVersion, stemmingVersion],
    stopWordLists,
    pairWordList,
    stemLanguages,
    sample.split(/\s+/u).map(analysed),
  ];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}
