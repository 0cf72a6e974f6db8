import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { albanianStem } from '../../../../archive/search/analysis/albanian-stem.ts';
import { wordForms } from '../../../../archive/search/analysis/word-forms.ts';

const stemsOf = (words: string) => words.split(' ').flatMap((word) => wordForms(word).map(albanianStem));

describe('the cases of a noun have one stem', () => {
  test.each([
    ['Kosovë Kosova Kosovës Kosovën', 'kosov'],
    ['Serbi Serbia Serbisë Serbinë', 'serb'],
    ['Prishtinë Prishtina Prishtinës Prishtinën', 'prisht'],
    ['Beograd Beogradi Beogradit Beogradin', 'beograd'],
    ['Mitrovicë Mitrovica Mitrovicës', 'mitrovic'],
    ['president presidenti presidentit presidentin presidentë presidentët presidentëve', 'president'],
    ['ministër ministri ministrit ministra ministrat ministrave', 'ministr'],
    ['qeveri qeveria qeverisë qeverinë qeveritë qeverive qeverie', 'qever'],
    ['pavarësi pavarësia pavarësisë pavarësinë pavaresise', 'pavares'],
    ['marrëveshje marrëveshja marrëveshjes marrëveshjen marrëveshjet marrëveshjeve', 'marrevesh'],
    ['komunë komuna komunës komunat komunave', 'komun'],
    ['komunitet komuniteti komunitetit komunitetet komuniteteve', 'komunitet'],
    ['mandat mandati mandatit', 'mandat'],
    ['shtet shteti shtetit shtete shtetet shteteve', 'shtet'],
    ['drejtues drejtuesi drejtuesit drejtuesve', 'drejtues'],
    ['shqiptar shqiptari shqiptarë shqiptarët shqiptarëve', 'shqiptar'],
    ['mjek mjeku mjekut mjekun mjekët', 'mjek'],
    ['lider lideri liderit liderët', 'lider'],
    ['Berlin Berlini Berlinit Berlinin', 'berl'],
  ])('%s', (words, stem) => {
    const stems = stemsOf(words);
    expect([...new Set(stems)]).toEqual([stem]);
  });
});

test('words that differ in more than their case stay apart', () => {
  expect(stemsOf('komunë komunitet kushte kushtetutë drejtë drejtësi mund mundësi')).toEqual([
    ...['komun', 'komunitet', 'kusht', 'kushtetut', 'drejt', 'drejtes', 'mund', 'mundes'],
  ]);
});

test('short words keep their endings, shorter ones have no stem', () => {
  expect(stemsOf('ditë ditës emër ujë i 2008 НАТО')).toEqual([
    'dite',
    'dites',
    'emer',
    null,
    null,
    null,
    'nato',
  ]);
});

test('at least four letters are left, which begin the word but for a fleeting vowel', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-zë]{4,10}(?:ve|eve|isë|in|it|jes|ër)?$/u), (word) => {
      for (const form of wordForms(word)) {
        const stem = albanianStem(form) ?? '';
        expect(stem.length).toBeGreaterThanOrEqual(4);
        expect(form.folded.startsWith(stem.slice(0, -1))).toBe(true);
      }
    }),
  );
});
