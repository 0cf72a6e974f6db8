import fc from 'fast-check';
import lunr from 'lunr';
import { describe, expect, test } from 'vitest';
import { stemLanguageOf, stemLanguages, stemOf } from '../../../../archive/search/analysis/stemming.ts';
import type { StemLanguage } from '../../../../archive/search/analysis/stemming.ts';
import { wordForms } from '../../../../archive/search/analysis/word-forms.ts';

function stemsOf(language: StemLanguage, words: string): (string | null)[] {
  const all = words.split(' ').flatMap((word) => wordForms(word).map((form) => stemOf(language, form)));
  return [...new Set(all)];
}

describe('forms of one word have one stem', () => {
  test.each<[StemLanguage, string, string]>([
    ['en', 'declare declared declares declaring', 'declar'],
    ['en', 'Café cafes', 'cafe'],
    ['sh', 'Вашингтону Vašingtonu Vasingtonu Vašington', 'vasington'],
    ['sh', 'nezavisnost nezavisnosti nezavisnošću независности', 'nezavisnost'],
    ['sh', 'Tadić Tadića Тадићем', 'tadic'],
    ['sh', 'vreme vrijeme време', 'vrem'],
    ['sh', 'Kosovo Kosova Kosovu Косовом', 'kosov'],
    ['sh', 'predsednika predsjedniku председник', 'predsednik'],
    ['de', 'Haus Häuser Häusern', 'haus'],
    ['de', 'Unabhängigkeitserklärung Unabhängigkeitserklärungen', 'unabhangigkeitserklar'],
    ['fr', 'indépendance l’indépendance INDÉPENDANCES', 'independ'],
    ['fr', "État d'États", 'etat'],
    ['it', "nazione nazioni un'nazione", 'nazion'],
    ['it', 'indipendenza dell’indipendenza', 'indipendent'],
    ['ru', 'независимость независимости независимостью', 'nezavisim'],
    ['ru', 'ещё еще', 'esc'],
    ['tr', "Türkiye Türkiye'nin Türkiye’de", 'turki'],
    ['tr', "İstanbul İSTANBUL'un", 'istanbul'],
    ['tr', 'bağımsızlık bağımsızlığın', 'bagimsizlik'],
    ['hu', 'függetlenség függetlenségének', 'fuggetlenseg'],
    ['ro', 'națiune națiunilor naţiuni', 'natiun'],
    ['ro', 'declarația declaraţia declarații', 'declar'],
    ['es', 'nación naciones', 'nacion'],
  ])('%s: %s', (language, words, stem) => {
    expect(stemsOf(language, words)).toEqual([stem]);
  });
});

test('no stem for digits, other scripts and short words', () => {
  const words = '2007 ab B52 Ωμέγα 科索 한국 قرار';
  const found = stemLanguages.map((language) => [language, stemsOf(language, words)]);
  expect(found).toEqual(stemLanguages.map((language) => [language, [null]]));
});

test('đ has a stem for each of its plain spellings, which are found by both', () => {
  expect(wordForms('Đinđića').map((form) => stemOf('sh', form))).toEqual(['dindic', 'djindjic']);
  expect(stemsOf('sh', 'Djindjić Djindjićem Djindjicu')).toEqual(['djindjic']);
});

test('English is stemmed as lunr does', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{3,12}(?:ing|ed|s|ational|ness)?$/u), (word) => {
      const expected = lunr.stemmer(new lunr.Token(word, {})).toString();
      expect(stemOf('en', { folded: word, written: word })).toBe(expected);
    }),
  );
});

test('a stem is a word in plain spelling', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom(...stemLanguages), (word, language) => {
      for (const form of wordForms(word)) {
        const stem = stemOf(language, form);
        if (stem !== null) expect(wordForms(stem).map(({ folded }) => folded)).toEqual([stem]);
      }
    }),
  );
});

test('languages are recognised by any of their codes', () => {
  const known: [string, StemLanguage][] = [
    ['en-GB eng EN', 'en'],
    ['sr sr-Latn srp-Cyrl SR_rs hr hrv bs bos sh hbs cnr', 'sh'],
    ['sq sqi alb', 'sq'],
    ['de-AT deu ger', 'de'],
    ['fr-CA fra fre', 'fr'],
    ['it ita', 'it'],
    ['ru rus', 'ru'],
    ['tr tur', 'tr'],
    ['hu hun', 'hu'],
    ['ro ron rum', 'ro'],
    ['es-419 spa', 'es'],
  ];
  const found = known.map(([codes]) => [...new Set(codes.split(' ').map(stemLanguageOf))]);
  expect(found).toEqual(known.map(([, language]) => [language]));
  expect([null, '', 'und', 'English', '?'].map(stemLanguageOf)).toEqual(['en', 'en', 'en', 'en', 'en']);
  expect(['mk', 'mkd', 'zh-Hans', 'el', 'xx'].map(stemLanguageOf)).toEqual([null, null, null, null, null]);
});
