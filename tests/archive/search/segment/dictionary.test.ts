import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DictionaryCursor } from '../../../../archive/search/segment/dictionary-cursor.ts';
import { dictionaryOf } from '../support/dictionary-of.ts';

const letters = fc.constantFrom('a', 'a', 'b', 'c', 'ž', '科', '😀');
const word = fc.array(letters, { minLength: 1, maxLength: 7 }).map((list) => list.join(''));
const words = fc.uniqueArray(word, { maxLength: 200 });

/** In the order of their bytes. */
function inOrder(list: readonly string[]): readonly Buffer[] {
  return list.map((one) => Buffer.from(one)).sort((a, b) => Buffer.compare(a, b));
}

test('a cursor finds, seeks and walks as a sorted array does', () => {
  fc.assert(
    fc.property(words, fc.array(word, { maxLength: 20 }), (list, sought) => {
      const keys = inOrder(list);
      const cursor = new DictionaryCursor(
        dictionaryOf(keys, { offsetOf: (number) => number * 3_000_000_000 }),
      );
      const told = () => [Buffer.from(cursor.keyBytes()).toString(), cursor.ordinal, cursor.read().offset];
      const expected = (at: number) => [keys[at]?.toString(), at, at * 3_000_000_000];
      for (const one of [...sought, ...list.slice(0, 5)]) {
        const key = Buffer.from(one);
        const at = keys.findIndex((own) => Buffer.compare(own, key) >= 0);
        expect([one, cursor.find(key)]).toEqual([one, list.includes(one)]);
        expect([one, cursor.seek(key)]).toEqual([one, at >= 0]);
        if (at < 0) continue;
        expect(told()).toEqual(expected(at));
        for (let next = at + 1; next < keys.length; next += 1) {
          expect([cursor.next(), ...told()]).toEqual([true, ...expected(next)]);
        }
        expect(cursor.next()).toBe(false);
        cursor.seekOrdinal(at);
        expect(told()).toEqual(expected(at));
      }
    }),
  );
});
