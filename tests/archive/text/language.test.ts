import { expect, it } from 'vitest';
import { detectLanguage } from '../../../archive/text/language.ts';

const texts: Readonly<Record<string, string | null>> = {
  'The government said that the talks would begin on Thursday and that it was not in a hurry.': 'en',
  'Vlada je juče saopštila da će pregovori početi pre kraja nedelje, rekao je predsednik posle sastanka.':
    'sr-Latn',
  'Vlada je jučer priopćila da će pregovori početi prije kraja tjedna, rekao je predsjednik nakon sastanka.':
    'hr',
  'Влада је јуче саопштила да ће преговори почети пре краја недеље, рекао је председник.': 'sr-Cyrl',
  'Владата вчера соопшти дека преговорите ќе почнат пред крајот на неделата, рече претседателот.': 'mk',
  'Правительство сообщило вчера, что переговоры начнутся до конца недели, но это еще не всё.': 'ru',
  'Qeveria tha se bisedimet do të fillojnë para fundit të javës dhe se nuk është e nxituar.': 'sq',
  'Die Regierung sagte, dass die Gespräche vor dem Ende der Woche beginnen und nicht im Juni.': 'de',
  'Le gouvernement a dit que les négociations commenceront avant la fin de la semaine dans la ville.': 'fr',
  'Vlada je to rekla i ništa više od toga, a to je bilo sve što je imala.': null,
  Kosovo: null,
  '28 11 2007': null,
  '': null,
  'Правительство сообщило; Η κυβέρνηση είπε ότι οι συνομιλίες θα αρχίσουν την Πέμπτη το πρωί': null,
};

it('names a language when it is clear, and none when it is not', () => {
  expect(Object.fromEntries(Object.keys(texts).map((text) => [text, detectLanguage(text)]))).toEqual(texts);
});
