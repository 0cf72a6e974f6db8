import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createExactAnalysis, createFoldedAnalysis } from '../../../archive/search/analysis.ts';
import { indexFields } from '../../../archive/search/fields.ts';
import { createSearchEngine } from '../../../archive/search/lunr-engine.ts';
import type { LunrIndex } from '../../../archive/search/lunr-parts.ts';
import { closenessBoosts } from '../../../archive/search/query-plan.ts';
import { buildLunr } from '../../../archive/search/term-index.ts';
import { idSet, record, request } from './corpus.ts';

/** Words of which some share a stem, some are a letter apart, and none is common or possessive. */
const vocabulary =
  'status talks talk talking envoy envoys convoy declare declared declaration independent independence treaty trail trial tried try final finally deadline river rivers cat cart car'.split(
    ' ',
  );
const word = fc.constantFrom(...vocabulary);
const sentence = fc.array(word, { maxLength: 8 }).map((list) => list.join(' '));
const sketch = fc.record({ headline: sentence, standfirst: sentence, body: sentence, source: sentence });
const corpus = fc
  .array(sketch, { minLength: 1, maxLength: 8 })
  .map((sketches) =>
    sketches.map(({ body, ...rest }, index) => record({ ...rest, id: String(index), blocks: [body] })),
  );

const presence = fc.constantFrom('', '', '+', '-');
const field = fc.constantFrom('', '', 'headline:', 'body:', 'source:');
const boost = fc.constantFrom('', '', '^3', '^0');
const plainTerm = fc.tuple(presence, field, word, boost).map((parts) => parts.join(''));
const cut = fc.tuple(word, fc.nat(6)).map(([text, at]) => `${text.slice(0, at)}*`);
const cutStart = fc.tuple(word, fc.nat(4)).map(([text, at]) => `*${text.slice(at)}`);
const looseWord = fc.oneof(
  word,
  fc.tuple(word, fc.nat(3)).map(([text, at]) => text.slice(0, at) + text.slice(at + 1)),
);
const near = fc.tuple(looseWord, fc.constantFrom('~1', '~2')).map((parts) => parts.join(''));
const looseTerm = fc.tuple(presence, field, fc.oneof(near, cut, cutStart)).map((parts) => parts.join(''));
const queryOf = (term: fc.Arbitrary<string>) =>
  fc.array(term, { minLength: 1, maxLength: 4 }).map((list) => list.join(' '));

function engineOf(records: ReturnType<typeof record>[]) {
  const engine = createSearchEngine({ names: [] });
  engine.index(records);
  return engine;
}

const refs = (results: ReturnType<LunrIndex['search']>) => results.map((result) => result.ref).sort();

describe('stock lunr, given the same pipeline', () => {
  test('finds the same articles by words, fields, boosts and presence', () => {
    fc.assert(
      fc.property(corpus, queryOf(plainTerm), (records, text) => {
        // lunr forgets the alternatives of a required word when the first of them is in no article.
        const known = new Set(records.flatMap((one) => JSON.stringify(one.article).split(/\W+/u)));
        const required = text.split(' ').filter((term) => term.startsWith('+'));
        fc.pre(required.every((term) => known.has(term.replace(/^\+(\w+:)?|\^\d$/gu, ''))));
        const stock = buildLunr(records, createFoldedAnalysis());
        expect(idSet(engineOf(records), text, { match: 'any' })).toEqual(refs(stock.search(text)));
      }),
      { numRuns: 300 },
    );
  });

  test('finds the same articles by wildcards and fuzzy words, where nothing is stemmed', () => {
    fc.assert(
      fc.property(corpus, queryOf(looseTerm), (records, text) => {
        const stock = buildLunr(records, createExactAnalysis());
        expect(idSet(engineOf(records), text, { match: 'any' })).toEqual(refs(stock.search(text)));
      }),
      { numRuns: 300 },
    );
  });

  test('gives the same scores', () => {
    fc.assert(
      fc.property(corpus, fc.uniqueArray(word, { minLength: 1, maxLength: 3 }), (records, list) => {
        const analysis = createFoldedAnalysis();
        const expected = buildLunr(records, analysis).query((query) => {
          for (const term of list.flatMap((one) => analysis.termsOf(one))) {
            const how = term.startsWith('=') ? 'stem' : 'word';
            query.clause({ term, fields: indexFields, boost: closenessBoosts[how], usePipeline: false });
          }
        });
        const { hits } = engineOf(records).search(request(list.join(' '), { match: 'any' }));
        const rounded = (scores: readonly (readonly [string, number])[]) =>
          [...scores].map(([id, score]) => [id, score.toFixed(6)]).sort();
        expect(rounded(hits.map((hit) => [hit.id, hit.score]))).toEqual(
          rounded(expected.map((result) => [result.ref, result.score])),
        );
      }),
    );
  });
});
