import fc from 'fast-check';
import type { SearchRecord } from '../../../../archive/search/search-record.ts';
import { listedRecord, record } from './corpus.ts';
import { modelFields } from './model-query.ts';
import type { ModelQuery } from './model-query.ts';

/** Words that share stems, are a letter apart, are spelt in several ways; common ones; other languages. */
const telling =
  'status talks talk talking walk envoy envoys convoy declare declared declaration independent independence trial trail try tried river Thaçi thaci Тачи Đinđić djindjic dindic müde mude Häuser hauser haus talasa talas 2007 cat cart 科索沃'.split(
    ' ',
  );
const common = 'the of and in to a'.split(' ');

const tellingWord = fc.constantFrom(...telling);
const anyWord = fc.oneof(
  { weight: 3, arbitrary: tellingWord },
  { weight: 2, arbitrary: fc.constantFrom(...common) },
);
const sentence = fc.array(anyWord, { maxLength: 10 }).map((words) => words.join(' '));
const date = fc.constantFrom(
  undefined,
  '2007',
  '2007-11',
  '2007-11-28',
  '2008-01-09T10:00:00Z',
  '2008',
  '1999-12-31',
);

/** A record with one of a few ids, so that records are replaced. */
export function recordArbitrary(ids: number): fc.Arbitrary<SearchRecord> {
  const article = fc
    .record({
      id: fc.nat(ids - 1),
      headline: sentence,
      standfirst: sentence,
      blocks: fc.array(sentence, { maxLength: 3 }),
      crosshead: sentence,
      published: date,
      section: fc.constantFrom(undefined, 'Europe', 'World'),
      source: fc.constantFrom(undefined, 'Reuters', 'Talk River'),
      language: fc.constantFrom('en', 'en', 'en', 'de', 'sr', 'nl'),
    })
    .map(({ id, blocks, crosshead, language, published, section, source, ...rest }): SearchRecord => {
      const more = {
        ...(published && { published }),
        ...(section && { section }),
        ...(source && { source }),
      };
      const all = [...blocks, { kind: 'crosshead', text: crosshead, place: null } as const];
      const made = record({ ...rest, ...more, id: String(id), blocks: all, listed: ['The talks of Thaçi'] });
      return { ...made, summary: { ...made.summary, language } };
    });
  const listed = fc.constantFrom('Talks and rivers', 'The independence of the river').map(listedRecord);
  return fc.oneof({ weight: 9, arbitrary: article }, { weight: 1, arbitrary: listed });
}

const field = fc.oneof(
  { weight: 3, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.constantFrom(...modelFields) },
);
const letters = tellingWord.filter((word) => /^[a-z]+$/u.test(word));
/** A run of Han is a phrase of its pairs; the tests of the query language have that. */
const typedWord = tellingWord.filter((text) => !/科/u.test(text));
const word = fc.record({ kind: fc.constant('word' as const), text: typedWord, field });
const exact = fc.array(anyWord, { minLength: 2, maxLength: 4 });
const phrase = fc.record({
  kind: fc.constant('phrase' as const),
  words: exact.filter((words) => words.every((one) => !/科/u.test(one))),
  slop: fc.constantFrom(0, 0, 0, 1, 3),
  ordered: fc.boolean(),
  field,
});
const prefix = fc
  .tuple(letters, fc.integer({ min: 1, max: 8 }))
  .map(([text, end]) => `${text.slice(0, end)}*`);
const wild = fc
  .tuple(letters, fc.integer({ min: 1, max: 3 }), fc.nat(2), fc.constantFrom('*', '?'))
  .filter(([text, at, gone]) => at + gone < text.length)
  .map(([text, at, gone, sign]) => text.slice(0, at) + sign + text.slice(at + (sign === '?' ? 1 : gone)))
  .filter((text) => !text.endsWith('?'));
const ending = fc.tuple(letters, fc.nat(2)).map(([text, at]) => `*${text.slice(at)}`);
const pattern = fc.record({
  kind: fc.constant('pattern' as const),
  text: fc.oneof(prefix, prefix, wild, ending),
  field,
});
const mistyped = fc
  .tuple(letters, fc.nat(6), fc.constantFrom('', 'x', 'a'))
  .map(([text, at, letter]) => text.slice(0, at) + letter + text.slice(at + 1));
const fuzzy = fc.record({
  kind: fc.constant('fuzzy' as const),
  text: mistyped.filter((text) => text.length > 2 && !common.includes(text)),
  distance: fc.constantFrom(1, 2),
  field,
});
const dated = fc.record({
  kind: fc.constant('date' as const),
  how: fc.constantFrom('within' as const, 'after' as const, 'before' as const, 'none' as const),
  value: fc.constantFrom('2007', '2007-11', '2007-11-28', '2008-01'),
});
const property = fc.constantFrom<ModelQuery>(
  { kind: 'property', name: 'lang', value: 'de' },
  { kind: 'property', name: 'section', value: 'Europe' },
  { kind: 'property', name: 'collection', value: 'test' },
);
const leaf: fc.Arbitrary<ModelQuery> = fc.oneof(word, word, phrase, phrase, pattern, fuzzy, dated, property);

/** A query: mostly one term, else several joined. */
export const queryArbitrary: fc.Arbitrary<ModelQuery> = fc.oneof(
  { weight: 3, arbitrary: leaf },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom('and' as const, 'or' as const),
      parts: fc.array(
        fc.oneof(
          { weight: 4, arbitrary: leaf },
          { weight: 1, arbitrary: leaf.map((part) => ({ kind: 'not', part }) as const) },
        ),
        {
          minLength: 2,
          maxLength: 3,
        },
      ),
    }),
  },
  { weight: 1, arbitrary: leaf.map((part) => ({ kind: 'not', part }) as const) },
);

/** Several words beside each other, and a little more: queries of which the order says something. */
export const rankedTextArbitrary: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: tellingWord },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          'tal*',
          'decl*',
          'trial~1',
          '"status talks"',
          '"the river"',
          'headline:envoy',
          'walk^3',
        ),
      },
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((words) => words.join(' '));
