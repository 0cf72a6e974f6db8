import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createNameVariants } from '../../../archive/text/name-variants.ts';
import { bundledNames, mergeNames, parseNames } from '../../../archive/text/names.ts';

const variants = (text: string) => createNameVariants(parseNames(text));

describe('the list of names', () => {
  test('a line is a name, its forms cut into units and words', () => {
    const list = parseNames('# people\r\n\r\nA B-C | a b-c | Д # note\n|\nalone\nalone |  | ALONE\n');
    expect(list).toEqual({
      names: [
        [
          { written: 'A B-C', units: [['A'], ['B', 'C']] },
          { written: 'Д', units: [['Д']] },
        ],
      ],
    });
  });

  test('any text is a list', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b', '|', '\n', '#', '-', ' ', 'Ђ', '😀') }),
        (text) => {
          const made = variants(text);
          expect(made.equivalents('a')).not.toContain('a');
        },
      ),
    );
  });

  test('lists are merged, and a shared word connects them', () => {
    const merged = createNameVariants(mergeNames(parseNames('Peć | Peja'), parseNames('Peja | Ipek')));
    expect([...merged.equivalents('pec')].sort()).toEqual(['ipek', 'peja']);
  });
});

describe('equivalent words', () => {
  test('given names and surnames of the bundled list, one by one', () => {
    const names = createNameVariants(bundledNames());
    const of = (key: string) => [...names.equivalents(key)].sort();
    expect({ thaci: of('thaci'), frank: of('frank'), boris: of('boris'), pec: of('pec') }).toEqual({
      thaci: ['taci', 'tacija', 'thaqi'],
      frank: ['frenk'],
      boris: [],
      pec: ['peci', 'peja', 'peje'],
    });
    expect(of('wisner')).toEqual(['visner', 'vizner']);
    expect(of('kharchenko')).toEqual(['harcenko', 'harchenko']);
    expect(of('kosovska')).toEqual([]);
  });

  test('nothing follows for a word of a name that is not a spelling of another', () => {
    const names = variants('United Nations | UN | Ujedinjene nacije\nMuhammad Ali | Cassius Clay');
    expect(
      ['nations', 'un', 'united', 'ali', 'clay', 'cassius'].map((key) => names.equivalents(key)),
    ).toEqual([[], [], [], [], [], []]);
  });

  test('whole names are found in a row of words, the longest first', () => {
    const names = variants('United Nations | UN\nUnited Nations Mission | UNMIK');
    const row = [['the'], ['united'], ['nations'], ['mission']];
    expect([names.nameAt(row, 0), names.nameAt(row, 1), names.nameAt(row, 2)]).toEqual([
      null,
      { length: 3, forms: [[['united'], ['nations'], ['mission']], [['unmik']]] },
      null,
    ]);
    expect(names.nameAt([['un']], 0)).toEqual({ length: 1, forms: [[['united'], ['nations']], [['un']]] });
  });
});
