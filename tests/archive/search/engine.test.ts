import { describe, expect, test } from 'vitest';
import { bundledNames, mergeNames, parseNames } from '../../../archive/text/names.ts';
import { bracketed, idOf, idSet, ids, listedRecord, nameOf, record, request } from './support/corpus.ts';
import { searchOf, TestIndex } from './support/index-of.ts';

const names = mergeNames(bundledNames(), parseNames('United Nations | UN'));

const filler = 'The province has waited for years, and its people with it. ';
const records = [
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
];
const engine = searchOf(records, names);

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
    ['us', ['bbc']],
    ['housing bubble', ["Has China's housing bubble burst?", 'bbc']],
    ['headline:mitrovica', ['mitrovica']],
    ['caption:thaci', ['bbc']],
    ['body:imminent', ['bbc']],
    ['source:bbc', ['bbc']],
    ['listed:bubble', ["Has China's housing bubble burst?", 'bbc']],
    ['headline:thaci -people', ['thaci']],
    ['thaci -pristina', ['bbc']],
    ['thaci -"hashim wisner"', ['bbc', 'sr', 'thaci']],
    ['thaci -"hashim thaci"', []],
    ['"hashim thaci"', ['bbc', 'sr', 'thaci']],
    ['"thaci hashim"', []],
    ['"un had set a deadline"', ['bbc']],
    ['"united nations protested"', ['thaci']],
    ['"it is volatile"', ['bbc']],
    ['"independence they would"', []],
    ['"unilateral independence"~2', ['bbc']],
    ['"independence unilateral"~2', ['bbc']],
    ['"unilateral independence"~>2', ['bbc']],
    ['"independence unilateral"~>2', []],
    ['"unilateral independence"~1', []],
    ['thaci AND pristina', ['sr', 'thaci']],
    ['mitrovica OR imminent', ['bbc', 'mitrovica']],
    ['thaci NOT pristina', ['bbc']],
    ['date:2007', ['bbc', 'sr']],
    ['date:2007-11-05', ['sr']],
    ['date:>2007', ['sq', 'thaci']],
    ['date:none', ['mitrovica', "Has China's housing bubble burst?"]],
    ['collection:serbian', ['sr']],
    ['section:europe', ['bbc']],
    ['standfirst:*', ['bbc']],
    ['Th?çi', ['bbc', 'thaci']],
    ['*ristin?', ['sr', 'thaci']],
    ['"prishtin* OR mitrovica"', ['mitrovica', 'sq']],
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
    expect(engine.search(request('zebra date:2007'))).toMatchObject({ total: 0, notices: [] });
    expect(idSet(engine, 'thaci imminent date:2007', { match: 'any' })).toEqual(['bbc', 'sr']);
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
      expect([text, answer.hits.map((hit) => nameOf(hit.id)).sort(), answer.notices]).toEqual([
        text,
        found,
        [],
      ]);
    }
    expect(idSet(engine, 'thaci w', { typing: false })).not.toEqual([]);
  });

  test('a property is found by the beginning of its value, where that is still being typed', () => {
    const serbian = record({
      id: 'latin',
      language: 'sr-Latn',
      section: 'Eastern Europe',
      headline: 'Vesti',
    });
    const search = searchOf([...records, serbian], names);
    const found = (text: string, typing: boolean) => idSet(search, text, { typing });
    const everything = found('*', false);
    for (const [text, typed, finished] of [
      ['lang:S', ['latin'], []],
      ['lang:sr', ['latin'], ['latin']],
      ['lang:sr-', ['latin'], []],
      ['section:e', ['bbc', 'latin'], []],
      ['collection:"ser', ['sr'], []],
      ['collection:"ser"', [], []],
      ['kosovo section:Eur', ['bbc'], []],
      ['section:Eur kosovo', [], []],
      ['-lang:s', everything, everything],
      ['tag:x', [], []],
    ] as const) {
      expect([text, found(text, true), found(text, false)]).toEqual([text, typed, finished]);
    }
  });
});

describe('notices', () => {
  const asWords = (reason: object, at: number | null, suggestion: string | null) => {
    return { code: 'searched-as-words', reason, at, suggestion };
  };
  const anyInstead = { code: 'any-instead-of-all' };
  test.each([
    ['thaci', []],
    ['the thaci', []],
    ['the', []],
    ['+The thaci', [{ code: 'common-words-ignored', words: ['The'] }]],
    ['“Hashim Thaçi”', []],
    ['title:thaci', []],
    ['thaci 11:49', [anyInstead]],
    ['headline:', [asWords({ code: 'nothing-after', sign: 'headline:' }, 0, null)]],
    ['thaci +', [asWords({ code: 'nothing-after', sign: '+' }, 6, 'thaci')]],
    ['thaci^', [asWords({ code: 'number-expected', sign: '^' }, 5, 'thaci')]],
    ['thaci~x', [asWords({ code: 'number-expected', sign: '~' }, 5, null), anyInstead]],
    ['Thaçi - a portrait', [anyInstead]],
    ['~2', [asWords({ code: 'unreadable', detail: 'nothing stands before “~”' }, 0, null)]],
  ])('%s', (text, notices) => {
    expect(engine.search(request(text)).notices).toEqual(notices);
  });

  test('what was meant, when little is found', () => {
    const meant = (text: string) => engine.search(request(text)).didYouMean;
    expect([meant('mitrovcia'), meant('thaci deadlime'), meant('thaci'), meant('zebra')]).toEqual([
      'Mitrovica',
      'thaci deadline',
      null,
      null,
    ]);
  });
});

describe('what is shown', () => {
  test('a hit, whole', () => {
    const [hit] = engine.search(request('unilateral declaration')).hits;
    expect({ ...hit, score: 0, snippet: bracketed(hit?.snippet ?? { text: '', marks: [] }) }).toEqual({
      id: idOf('bbc'),
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
        engine.search(request(text, more)).hits.find((hit) => nameOf(hit.id) === id)?.snippet ?? {
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
    expect(searchOf([sketch], names).marks(sketch.article, { text, match, exactSpelling, typing })).toEqual({
      id: idOf('new'),
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
    const filtered = { ...filter, dates: { from: '2008', to: '2008' } };
    const { text, match, exactSpelling, typing } = request('thaci');
    const facets = engine.facets({ text, match, exactSpelling, typing, filter: filtered });
    expect({ ...facets, tookMs: 0 }).toEqual({
      total: 1,
      dates: {
        step: 'month',
        undated: 0,
        imprecise: [],
        bars: [
          { start: '2007-11', count: 2 },
          { start: '2007-12', count: 0 },
          { start: '2008-01', count: 1 },
        ],
      },
      years: [
        { value: '2007', count: 2 },
        { value: '2008', count: 1 },
      ],
      sources: [],
      languages: [{ value: 'en', count: 1 }],
      sections: [{ value: 'People', count: 1 }],
      collections: [{ value: 'test', count: 1 }],
      tags: [],
      tookMs: 0,
    });
  });

  test('records are added, replaced and removed', () => {
    const index = new TestIndex(names);
    expect(index.search.search(request('thaci'))).toMatchObject({ total: 0, hits: [] });
    index.put([record({ id: 'a', headline: 'One' }), listedRecord('b')]);
    index.put([record({ id: 'a', headline: 'Two' }), record({ id: 'c', headline: 'One in full' })]);
    const found = ['one', 'two', 'full', 'b'].map((text) => idSet(index.search, text));
    index.remove([idOf('b'), idOf('c')]);
    expect([found, ['one', 'two', 'full', 'b'].map((text) => idSet(index.search, text))]).toEqual([
      [['c'], ['a'], ['c'], ['b']],
      [[], ['a'], [], []],
    ]);
  });
});

describe('completions and related articles', () => {
  test('words, names and sources', () => {
    const complete = (text: string) =>
      engine.complete(text, 8).map(({ text: whole, kind, articles }) => [whole, kind, articles]);
    expect([
      complete('talks prot'),
      complete('has'),
      complete('bb'),
      complete('thaci '),
      complete(''),
    ]).toEqual([
      [
        ['talks protested', 'word', 1],
        ['talks protesting', 'word', 1],
        ['talks Protests', 'word', 1],
      ],
      [
        ['Hashim', 'word', 2],
        ['Хашим', 'word', 1],
        ['"Hashim Thaçi"', 'name', 3],
      ],
      [
        ['BBC', 'word', 1],
        ['source:"BBC News"', 'source', 1],
      ],
      [],
      [],
    ]);
  });

  test('articles that share what tells one apart', () => {
    const bbc = records.find(({ summary }) => summary.id === idOf('bbc'))!;
    const found = engine.related(bbc, 5).map(({ id, because }) => [nameOf(id), because]);
    expect(found).toEqual([
      ['thaci', ['Hashim', 'Thaci']],
      ['sr', ['Hashim', 'Thaci']],
    ]);
  });
});

test('Han and Kana are found by any stretch of a run, in its order', () => {
  const han = searchOf([
    record({ id: 'kosovo', headline: '科索沃人的谈判' }),
    record({ id: 'other', headline: '沃科索' }),
  ]);
  const found = ['科索沃', '科索', '谈判', '沃', '判', '人', '索科', '"科索沃"'].map((text) =>
    idSet(han, text),
  );
  expect(found).toEqual([
    ['kosovo'],
    ['kosovo', 'other'],
    ['kosovo'],
    ['kosovo', 'other'],
    ['kosovo'],
    ['kosovo'],
    [],
    ['kosovo'],
  ]);
});
