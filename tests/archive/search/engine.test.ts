import { describe, expect, test } from 'vitest';
import { createSearchEngine } from '../../../archive/search/lunr-engine.ts';
import { bundledNames, mergeNames, parseNames } from '../../../archive/text/names.ts';
import { bracketed, idSet, ids, listedRecord, record, request } from './corpus.ts';

const names = mergeNames(bundledNames(), parseNames('United Nations | UN'));
const engine = createSearchEngine(names);

const filler = 'The province has waited for years, and its people with it. ';
engine.index([
  record({
    id: 'bbc',
    headline: 'Final Kosovo talks end in failure',
    standfirst: 'Serbs and ethnic Albanians have failed to resolve the future status.',
    published: '2007-11-28T11:49:00Z',
    source: 'BBC News',
    section: 'Europe',
    blocks: [
      {
        kind: 'image',
        caption: 'Leaders Hashim Thaci and Fatmir Sejdiu',
        legend: "Kosovo's leaders want independence",
        place: null,
      },
      'The UN had set a deadline. The US envoy Frank Wisner said: "It is volatile."',
      { kind: 'crosshead', text: "Independence 'imminent'", place: null },
      `${filler}They would consider a unilateral declaration of independence. ${filler.repeat(4)}`,
      `President Boris Tadic would annul it. ${filler}`,
    ],
    listed: ["Has China's housing bubble burst?"],
  }),
  record({
    id: 'thaci',
    headline: 'Hashim Thaçi',
    published: '2008-01-09',
    section: 'People',
    blocks: ['Prime minister in Pristina. The United Nations protested.'],
  }),
  record({
    id: 'sr',
    headline: 'Преговори у Бечу',
    published: '2007-11',
    collection: 'serbian',
    blocks: ['Хашим Тачи је дошао из Приштине. Зоран Ђинђић није.'],
  }),
  record({
    id: 'sq',
    headline: 'Prishtinë',
    published: '2010',
    blocks: ['Qyteti. Ađani, Djindjic and Dindic.'],
  }),
  record({
    id: 'mitrovica',
    headline: 'Mitrovica',
    blocks: ['Protests in the north. They were protesting.'],
  }),
  listedRecord("Has China's housing bubble burst?"),
]);

describe('words', () => {
  test.each([
    ['independence', ['bbc']],
    ['INDEPENDENT', ['bbc']],
    ['protested', ['mitrovica', 'thaci']],
    ['Thaçi', ['bbc', 'sr', 'thaci']],
    ['Thac\u0327i', ['bbc', 'sr', 'thaci']],
    ['Thaci', ['bbc', 'sr', 'thaci']],
    ['Тачи', ['bbc', 'sr', 'thaci']],
    ['Tači', ['bbc', 'sr', 'thaci']],
    ['Hašim Tači', ['bbc', 'sr', 'thaci']],
    ['Prishtinë', ['sq', 'sr', 'thaci']],
    ['Приштина', ['sq', 'sr', 'thaci']],
    ['Pristina', ['sq', 'sr', 'thaci']],
    ['Frenk Vizner', ['bbc']],
    ['Frank G. Wisner', ['bbc']],
    ['Kosovska Mitrovica', ['mitrovica']],
    ['UN', ['bbc', 'thaci']],
    ['United Nations', ['bbc', 'thaci']],
    ['nations', ['thaci']],
    ['Đinđić', ['sq', 'sr']],
    ['Djindjic', ['sq', 'sr']],
    ['adj*', ['sq']],
    ['Ађ*', ['sq']],
    ['Wisnr~1', ['bbc']],
    ['US', ['bbc']],
    ['us', []],
    ['housing bubble', ["Has China's housing bubble burst?", 'bbc']],
    ['headline:mitrovica', ['mitrovica']],
    ['caption:thaci', ['bbc']],
    ['body:imminent', ['bbc']],
    ['source:bbc', ['bbc']],
    ['listed:bubble', ["Has China's housing bubble burst?", 'bbc']],
    ['headline:thaci -people', ['thaci']],
    ['thaci -pristina', ['bbc']],
    ['thaci -"hashim wisner"', ['sr', 'thaci']],
    ['Bečki-Prishtina', ['sq', 'sr', 'thaci']],
  ])('%s', (text, expected) => {
    expect(idSet(engine, text)).toEqual([...expected].sort());
  });

  test('with exact spelling only what is written so', () => {
    const exact = ['Thaçi', 'Thaci', 'Тачи', 'Hašim Tači', 'thaci', 'protest', 'Tha*', 'Thaco~1'];
    expect(exact.map((text) => idSet(engine, text, { exactSpelling: true }))).toEqual([
      ['thaci'],
      ['bbc'],
      ['sr'],
      [],
      ['bbc'],
      [],
      ['bbc', 'thaci'],
      ['bbc'],
    ]);
  });

  test('all words unless any is asked for, or none has all', () => {
    expect(idSet(engine, 'independence pristina', { match: 'any' })).toEqual(['bbc', 'sq', 'sr', 'thaci']);
    const answer = engine.search(request('independence zebra'));
    expect([answer.total, answer.notices]).toEqual([1, [{ code: 'any-instead-of-all' }]]);
    expect(engine.search(request('zebra giraffe'))).toMatchObject({ total: 0, notices: [] });
    expect(idSet(engine, '-thaci')).toEqual(["Has China's housing bubble burst?", 'mitrovica', 'sq']);
  });

  test('the closest match first, and what is only listed after what can be read', () => {
    expect(ids(engine, 'Thaçi')[0]).toBe('thaci');
    expect(ids(engine, 'housing bubble')).toEqual(['bbc', "Has China's housing bubble burst?"]);
  });
});

describe('while typing', () => {
  test('no article that a finished word finds is missing on the way to it', () => {
    for (const word of ['protesting', 'Prishtina', 'Тачи', 'independent', 'Đinđić', 'Mitrovica']) {
      const finished = idSet(engine, word);
      for (let length = 1; length <= word.length; length += 1) {
        expect(idSet(engine, word.slice(0, length), { typing: true })).toEqual(
          expect.arrayContaining([...finished]),
        );
      }
    }
  });

  test('a common word on its way takes nothing from what was found', () => {
    const found = idSet(engine, 'thaci');
    for (const text of [
      'thaci t',
      'thaci th',
      'thaci the',
      'thaci -',
      'thaci headline:',
      'thaci~',
      'thaci^',
    ]) {
      const answer = engine.search(request(text, { typing: true }));
      expect([text, answer.hits.map((hit) => hit.id).sort(), answer.notices]).toEqual([text, found, []]);
    }
    expect(idSet(engine, 'thaci w', { typing: false })).not.toEqual([]);
  });
});

describe('notices', () => {
  const fields = ['headline', 'standfirst', 'body', 'caption', 'source', 'listed'];
  const asWords = (reason: object, at: number | null) => ({ code: 'searched-as-words', reason, at });
  test.each([
    ['thaci', []],
    ['the thaci', []],
    ['the', [{ code: 'common-words-ignored', words: ['the'] }]],
    ['+The thaci', [{ code: 'common-words-ignored', words: ['The'] }]],
    ['“Hashim Thaçi”', [{ code: 'quotes-ignored' }]],
    [
      'title:thaci',
      [asWords({ code: 'unknown-field', field: 'title', fields }, 0), { code: 'any-instead-of-all' }],
    ],
    [
      'thaci 11:49',
      [asWords({ code: 'unknown-field', field: '11', fields }, 6), { code: 'any-instead-of-all' }],
    ],
    ['headline:', [asWords({ code: 'nothing-after', sign: 'headline:' }, 0)]],
    ['thaci +', [asWords({ code: 'nothing-after', sign: '+' }, 6)]],
    ['thaci^', [asWords({ code: 'number-expected', sign: '^' }, 5)]],
    ['thaci~x', [asWords({ code: 'number-expected', sign: '~' }, 5), { code: 'any-instead-of-all' }]],
    ['Thaçi - a portrait', [{ code: 'any-instead-of-all' }]],
    [
      '~2',
      [
        asWords(
          {
            code: 'unreadable',
            detail: "expected either a field or a term, found EDIT_DISTANCE with value '2'",
          },
          1,
        ),
      ],
    ],
  ])('%s', (text, notices) => {
    expect(engine.search(request(text)).notices).toEqual(notices);
  });
});

describe('what is shown', () => {
  test('a hit, whole', () => {
    const [hit] = engine.search(request('unilateral declaration')).hits;
    expect({ ...hit, score: 0, snippet: bracketed(hit?.snippet ?? { text: '', marks: [] }) }).toEqual({
      id: 'bbc',
      headline: 'Final Kosovo talks end in failure',
      standfirst: 'Serbs and ethnic Albanians have failed to resolve the future status.',
      source: 'BBC News',
      section: 'Europe',
      language: 'en',
      published: {
        value: '2007-11-28T11:49:00Z',
        precision: 'day',
        printed: '2007-11-28T11:49:00Z',
        zone: null,
      },
      collection: 'test',
      archived: true,
      listedOn: null,
      url: null,
      score: 0,
      headlineMarks: [],
      snippet:
        'The province has waited for years, and its people with it. They would consider a [unilateral] [declaration] of independence. The province has waited for years, and its people with it. The province has…',
    });
  });

  test('snippets mark folded, stemmed, variant and prefix matches, in two passages where one is not enough', () => {
    const snippet = (text: string, id: string, more = {}) =>
      bracketed(
        engine.search(request(text, more)).hits.find((hit) => hit.id === id)?.snippet ?? {
          text: '',
          marks: [],
        },
      );
    expect(snippet('Thaçi', 'bbc')).toBe('Leaders Hashim [Thaci] and Fatmir Sejdiu');
    expect(snippet('Djindjic', 'sr')).toBe('Хашим Тачи је дошао из Приштине. Зоран [Ђинђић] није.');
    expect(snippet('protest', 'mitrovica')).toBe('[Protests] in the north. They were [protesting].');
    expect(snippet('prot', 'mitrovica', { typing: true })).toBe(
      '[Protests] in the north. They were [protesting].',
    );
    expect(snippet('Wisner annul', 'bbc')).toBe(
      'The UN had set a deadline. The US envoy Frank [Wisner] said: "It is volatile." President Boris Tadic would [annul] it. The province has waited for years, and its people with it. ',
    );
    expect(snippet('housing', 'bbc')).toBe("Has China's [housing] bubble burst?");
    expect(snippet('final', 'bbc')).toBe(
      'Serbs and ethnic Albanians have failed to resolve the future status.',
    );
  });

  test('forms that were not typed but matched', () => {
    const also = (text: string, more = {}) => engine.search(request(text, more)).alsoMatched;
    expect([
      also('Thaçi'),
      also('тачи'),
      also('THACI'),
      also('protest'),
      also('Thaçi', { exactSpelling: true }),
    ]).toEqual([['Thaci', 'Тачи'], ['Thaci', 'Thaçi'], ['Thaçi', 'Тачи'], [], []]);
  });

  test('marks on every text of an article', () => {
    const sketch = record({
      id: 'new',
      headline: 'Thaçi’s day',
      standfirst: 'Nothing here',
      blocks: [
        { kind: 'image', caption: 'Hashim Thac\u0327i', legend: 'At home', place: null },
        { kind: 'list', items: ['one', 'Тачи'], place: null },
        { kind: 'quote', text: 'I am Tači', attribution: 'he', place: null },
      ],
      listed: ['Thaci again'],
    });
    const { text, match, exactSpelling, typing } = request('thaci -nothing');
    expect(engine.marks(sketch.article, { text, match, exactSpelling, typing })).toEqual({
      id: 'new',
      headline: [[0, 7]],
      standfirst: [],
      blocks: [[[[7, 13]], []], [[], [[0, 4]]], [[[5, 9]]]],
      listed: [[[0, 5]]],
    });
  });
});

describe('filters, order and dates', () => {
  const filter = { collection: null, section: null, dates: null };

  test('no text asks for all that can be read, newest first, undated last', () => {
    expect(ids(engine, '  ')).toEqual(['sq', 'thaci', 'bbc', 'sr', 'mitrovica']);
    expect(ids(engine, '', { sort: 'oldest', offset: 1, limit: 2 })).toEqual(['bbc', 'thaci']);
  });

  test('by collection, section and a range that the date may lie in', () => {
    expect(ids(engine, '', { filter: { ...filter, collection: 'serbian' } })).toEqual(['sr']);
    expect(ids(engine, '', { filter: { ...filter, section: 'Europe' } })).toEqual(['bbc']);
    const within = (from: string, to: string) =>
      idSet(engine, '', { filter: { ...filter, dates: { from, to } } });
    expect([
      within('2007-11-28', '2007-11-28'),
      within('2007-11-01', '2007-11-05'),
      within('2008', '2010-03'),
    ]).toEqual([['bbc', 'sr'], ['sr'], ['sq', 'thaci']]);
  });

  test('the histogram covers the whole result, whatever its dates', () => {
    const { dates, total } = engine.search(
      request('thaci', { limit: 0, filter: { ...filter, dates: { from: '2008', to: '2008' } } }),
    );
    expect({ dates, total }).toEqual({
      total: 1,
      dates: {
        step: 'month',
        undated: 0,
        bars: [
          { start: '2007-11', count: 2 },
          { start: '2007-12', count: 0 },
          { start: '2008-01', count: 1 },
        ],
      },
    });
  });

  test('an index is replaced as a whole', () => {
    const other = createSearchEngine(names);
    expect(other.search(request('thaci'))).toMatchObject({ total: 0, hits: [], dates: { bars: [] } });
    other.index([record({ id: 'a', headline: 'One' }), listedRecord('b')]);
    other.index([listedRecord('c'), record({ id: 'c', headline: 'C in full' })]);
    expect([
      other.has(record({ id: 'a', headline: '' }).summary.id),
      idSet(other, 'full'),
      idSet(other, 'one'),
    ]).toEqual([false, ['c'], []]);
  });
});
