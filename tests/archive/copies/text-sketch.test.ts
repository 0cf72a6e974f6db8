import fc from 'fast-check';
import { expect, test } from 'vitest';
import { guessedLikeness, isCopy, likenessOf } from '../../../archive/copies/likeness.ts';
import { printOf, sketchOf } from '../../../archive/copies/text-sketch.ts';
import { wordsOf } from './support/copies-in-memory.ts';
import { naiveIsCopy, naiveLikeness, naiveSmallest } from './support/naive-copies.ts';

const word = fc.constantFrom(
  ...'status talks kosovo serbia union vote 2007 10 minister said today again'.split(' '),
);
const body = fc.array(word, { minLength: 5, maxLength: 200 }).map((words) => words.join(' '));

test('what is kept of a text is its smallest shingles, as a model without a rolling hash finds them', () => {
  fc.assert(
    fc.property(body, (text) => {
      const sketch = sketchOf(wordsOf(text))!;
      expect([...sketch.smallest]).toEqual(naiveSmallest(text, 64));
      expect(sketch.words).toBe(text.split(' ').length);
    }),
  );
});

test('likeness and what follows from it are those of sets of words and runs of words', () => {
  const pair = fc.tuple(body, body, fc.nat({ max: 199 }), fc.boolean());
  fc.assert(
    fc.property(pair, ([one, other, cut, isLike]) => {
      const second = isLike
        ? [...one.split(' ').slice(0, cut + 5), ...other.split(' ').slice(0, 5)].join(' ')
        : other;
      const [a, b] = [printOf(wordsOf(one).body.view()), printOf(wordsOf(second).body.view())];
      const likeness = likenessOf(a, b);
      expect(likeness).toEqual(naiveLikeness(one, second));
      expect(isCopy(a, b, likeness)).toBe(naiveIsCopy(one, second));
      const sketches = [sketchOf(wordsOf(one))!, sketchOf(wordsOf(second))!] as const;
      // Sketches that hold all shingles of both do not guess.
      if (
        sketches.every(({ smallest }) => smallest.length > 0 && smallest.length < 64) &&
        a.shingles.length + b.shingles.length <= 64
      )
        expect(guessedLikeness(...sketches).resemblance).toBeCloseTo(likeness.resemblance);
    }),
  );
});

const serbian =
  'Преговори о статусу Косова и Метохије настављају се данас у Бечу, рекао је премијер Ђинђић. Њихов љубазни ' +
  'домаћин очекује да ће стране до десетог децембра постићи споразум, иначе одлучује Савет безбедности Уједињених нација.';
const serbianInLatin =
  'PREGOVORI o statusu Kosova i Metohije nastavljaju se danas u Beču, rekao je premijer Đinđić. Njihov ljubazni ' +
  'domaćin očekuje da će strane do desetog decembra postići sporazum, inače odlučuje Savet bezbednosti Ujedinjenih nacija.';

test('a Serbian text is the same in both scripts, with or without marks, in capitals or not', () => {
  const key = sketchOf(wordsOf(serbian))!.key;
  expect(sketchOf(wordsOf(serbianInLatin))!.key).toBe(key);
  const bare = serbianInLatin
    .replace(/[čć]/gu, 'c')
    .replaceAll('š', 's')
    .replaceAll('ž', 'z')
    .replace(/[Đđ]/gu, 'd');
  expect(sketchOf(wordsOf(bare))!.key).toBe(key);
  expect(sketchOf(wordsOf(serbian.replace('данас', 'сутра')))!.key).not.toBe(key);
});

test('a Chinese text is compared by its characters', () => {
  const text =
    '科索沃地位谈判今天在维也纳继续举行双方代表都表示愿意继续对话但是分歧依然很大联合国安理会将在十二月讨论报告';
  const [a, b] = [text, text.replace('维也纳', '布鲁塞尔')].map((one) => printOf(wordsOf(one).body.view()));
  const { resemblance } = likenessOf(a!, b!);
  expect(resemblance).toBeGreaterThan(0.5);
  expect(resemblance).toBeLessThan(0.9);
});
