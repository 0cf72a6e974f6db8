import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NearWords } from '../../../../archive/search/expand/near-words.ts';
import { DictionaryCursor } from '../../../../archive/search/segment/dictionary-cursor.ts';
import { dictionaryOf } from '../support/dictionary-of.ts';
import { editDistance } from '../support/edit-distance.ts';

const word = fc
  .array(fc.constantFrom('a', 'b', 'c', 'č', '😀'), { minLength: 1, maxLength: 8 })
  .map((list) => list.join(''));

test('the words near a word are those that the whole table says, with their distances', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(word, { maxLength: 150 }),
      word,
      fc.constantFrom(1, 2),
      (list, wanted, distance) => {
        const keys = list.map((one) => Buffer.from(one)).sort((a, b) => Buffer.compare(a, b));
        const dictionary = dictionaryOf(keys);
        const found: (readonly [string, number])[] = [];
        const near = new NearWords(wanted, distance, false);
        near.find(dictionary, new DictionaryCursor(dictionary), (cursor, own) => {
          found.push([Buffer.from(cursor.keyBytes()).toString(), own]);
        });
        const all = keys.map((key) => [key.toString(), editDistance(wanted, key.toString())] as const);
        expect(found).toEqual(all.filter(([, own]) => own <= distance));
      },
    ),
    { numRuns: 500 },
  );
});
