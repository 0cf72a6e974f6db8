import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ArticleSummary } from '../../../archive/model/article.ts';
import { archiveError } from '../../../archive/model/errors.ts';
import { commandFor } from '../../../renderer/app/shortcuts.ts';
import { factsOf, formatDay, listedSentence } from '../../../renderer/format/article-facts.ts';
import { contentsGroups } from '../../../renderer/format/contents.ts';
import { formatDateRange, formatShortDate, formatYears } from '../../../renderer/format/date-ranges.ts';
import { failureAdvice, failureDetails } from '../../../renderer/format/failure-advice.ts';
import {
  collectionNames,
  keptSentence,
  librarySpan,
  sourceQuery,
} from '../../../renderer/format/library-words.ts';
import { explainQuery } from '../../../renderer/format/query-clauses.ts';
import { articleFrom, articleId, bbcArticle } from '../reading/support/sample-articles.ts';
import { FakeArchive } from '../support/fake-archive.ts';
import { summaryOf } from '../support/fake-search.ts';

const day = { value: '2007-11-28', precision: 'day', printed: '28.11.2007', zone: null } as const;

async function overviewOf(articles: ConstructorParameters<typeof FakeArchive>[0]) {
  const result = await new FakeArchive(articles).overview();
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

test('ranges say their common part once', () => {
  const ranges = [
    ['2007', '2007'],
    ['1974', '2013'],
    ['2007-10', '2007-12'],
    ['2007-10', '2008-03'],
    ['2007-11-28', '2007-12-01'],
    ['2007', '2007-11'],
  ];
  expect(ranges.map(([from = '', to = '']) => formatDateRange({ from, to }))).toEqual([
    '2007',
    '1974–2013',
    'Oct – Dec 2007',
    'Oct 2007 – Mar 2008',
    '28 Nov – 1 Dec 2007',
    '2007 – Nov 2007',
  ]);
  expect([formatShortDate('nonsense'), formatShortDate('2007-13'), formatYears(null, '2007')]).toEqual([
    'nonsense',
    '2007',
    null,
  ]);
});

test('an article’s facts: date or section, and a language that is not English', () => {
  const base = summaryOf(articleFrom({ text: '', blocks: [] }));
  const facts = (change: Partial<ArticleSummary>): string => factsOf({ ...base, ...change }).join(' · ');
  expect([
    facts({}),
    facts({ section: 'Person' }),
    facts({ published: day, language: 'en-GB' }),
    facts({ published: day, language: 'sq' }),
  ]).toEqual(['undated', 'Person', '28 November 2007', '28 November 2007 · Albanian']);
});

test('a listed item says where it stands', () => {
  const base = { ...summaryOf(articleFrom({ text: '', blocks: [] })), archived: false };
  const { id, headline, source, published } = bbcArticle;
  const listedOn = { id, headline, source, published };
  expect([
    listedSentence({ ...base, listedOn }),
    listedSentence({ ...base, listedOn: { ...listedOn, published: null } }),
    listedSentence(base),
  ]).toEqual([
    'Listed on the page of 28 November 2007, not in the archive',
    'Listed on the page “Final Kosovo talks end in failure”, not in the archive',
    'Listed on a page, not in the archive',
  ]);
  expect(formatDay(day)).toBe('28 November 2007');
});

function explained(query: string): readonly string[] {
  return explainQuery(query, []).map(({ words }) => words);
}

describe('a query is explained', () => {
  test('piece by piece', () => {
    const query = '+troika -war headline:Thaçi~1 stat* s*tus Kosov? foo:bar talks^4 "x" -';
    expect(explained(query)).toEqual([
      '“troika”, which must be there',
      'not “war”',
      '“Thaçi” or a word one letter away in the headline',
      'words that begin with “stat”',
      'words of the form “s*tus”',
      'words of the form “Kosov?”',
      '“foo:bar”',
      '“talks”',
      'exactly “x”',
    ]);
    const unwanted = explainQuery(query, []).filter(({ wanted }) => !wanted);
    expect(unwanted.map(({ text }) => text)).toEqual(['-war']);
  });

  test('with phrases, nearness, operators and brackets', () => {
    expect(explained('"final status"^2 "a b"~5 headline:"a b"~>1 NOT war (a OR "b c") AND d !e')).toEqual([
      'the exact words “final status”',
      '“a b” with at most 5 other words between',
      '“a b” in this order with at most 1 other word between in the headline',
      'not “war”',
      '(“a” or the exact words “b c”)',
      '“d”',
      'not “e”',
    ]);
    expect(explainQuery('x OR y -z OR "v w"', [])).toEqual([
      { text: 'x', words: '“x”', wanted: true },
      { text: 'y -z', words: 'or “y”, not “z”', wanted: true },
      { text: '"v w"', words: 'or the exact words “v w”', wanted: true },
    ]);
  });

  test('with dates, sources and languages', () => {
    const query =
      'date:2007-11-28 date:2007-11..2008-02 date:[2007 TO 2008] date:>2007 date:<=2007-11 date:2007.. date:none source:"BBC News" lang:sr tag:x headline:* *';
    expect(explained(query)).toEqual([
      'dated 28 Nov 2007',
      'dated Nov 2007 to Feb 2008',
      'dated 2007 to 2008',
      'dated after 2007',
      'dated until Nov 2007',
      'dated from 2007 on',
      'without a date',
      'the exact words “BBC News” in the source’s name',
      'written in Serbian',
      'with the tag “x”',
      'anything in the headline',
      'any article',
    ]);
  });

  test('by every name of a field, with the modifiers and values that stand apart', () => {
    expect(
      explained(
        'title:talks text:"a b" Lead:x description:y language:sr caption:«a b» HEADLINE: z a ^2 "c d" ~5 e~3^1.5 -title:war',
      ),
    ).toEqual([
      '“talks” in the headline',
      'the exact words “a b” in the body',
      '“x” in the standfirst',
      '“y” in the standfirst',
      'written in Serbian',
      'the exact words “a b” in a caption',
      '“z” in the headline',
      '“a”',
      '“c d” with at most 5 other words between',
      '“e” or a word up to 2 letters away',
      'not “war” in the headline',
    ]);
    expect(
      explained(
        'date:2007 .. 2008 date:> 2007 date:(2007 OR none) lang:(sr OR title:x) lang:* tag:* section:* collection:"a b" text://x titel:y Kosovo: next (a -b)',
      ),
    ).toEqual([
      'dated 2007 to 2008',
      'dated after 2007',
      '(dated 2007 or without a date)',
      '(written in Serbian or “x” in the headline)',
      'in a known language',
      'with any tag',
      'in any section',
      'in the collection “a b”',
      '“text://x”',
      '“titel:y”',
      '“Kosovo:”',
      '“next”',
      '(“a” not “b”)',
    ]);
  });

  test('as plain words where it could not be read, and never fails', () => {
    const reason = { code: 'nothing-after', sign: '+' } as const;
    const words = (at: number | null): readonly string[] =>
      explainQuery('+a b~', [{ code: 'searched-as-words', reason, at, suggestion: null }]).map(
        ({ words: one }) => one,
      );
    expect([words(null), words(4)]).toEqual([
      ['“+a”', '“b~”'],
      ['“a”, which must be there', '“b~”'],
    ]);
    const signs = fc.string({ unit: fc.constantFrom(...'ab "()[]~>*?^:+-!\\|& ORNOTdate:.'.split('')) });
    fc.assert(fc.property(signs, (query) => explainQuery(query, []).every(({ words: one }) => one !== '')));
  });
});

describe('the library in words', () => {
  test('one collection, several, none', async () => {
    const one = articleFrom({ id: articleId('1'), text: '', blocks: [], published: day });
    const other = articleFrom({ id: articleId('2'), text: '', blocks: [], collection: 'Press' });
    const [single, both, none] = [
      await overviewOf([one]),
      await overviewOf([one, other]),
      await overviewOf([]),
    ];
    expect(
      [single, both, none].map((overview) => [
        librarySpan(overview),
        collectionNames(overview),
        keptSentence(overview),
      ]),
    ).toEqual([
      ['Samples, 2007', 'Samples', '1 article, all originals kept.'],
      ['2 collections, 2007', 'Press and Samples', '2 articles, all originals kept.'],
      ['Nothing in it yet', 'The library', 'No articles yet.'],
    ]);
    expect(keptSentence({ ...both, originals: 5 })).toBe('2 articles, 5 originals kept.');
  });

  test('a source is searched by its words, whatever signs are in its name', () => {
    expect([sourceQuery('BBC News'), sourceQuery('a:b "c"'), sourceQuery('—')]).toEqual([
      'source:BBC source:News',
      'source:a source:b source:c',
      '',
    ]);
  });

  test('contents are grouped by section, else by collection, chronologies first', async () => {
    const made = (id: string, change: object) =>
      articleFrom({ id: articleId(id), text: '', blocks: [], ...change });
    const overview = await overviewOf([
      made('1', {}),
      made('2', { section: 'People' }),
      made('3', { section: 'People' }),
      made('4', { section: 'People' }),
      made('5', { section: 'People' }),
      made('6', { section: 'Events', published: day }),
      made('7', { section: 'Events', published: day }),
      made('8', { section: 'Events', published: day }),
      made('9', {}),
      made('c', { collection: 'Press' }),
    ]);
    expect(
      contentsGroups(overview).map(({ name, by, total, chronology }) => ({ name, by, total, chronology })),
    ).toEqual([
      { name: 'Events', by: 'section', total: 3, chronology: true },
      { name: 'People', by: 'section', total: 4, chronology: false },
      { name: 'Press', by: 'collection', total: 1, chronology: false },
      { name: 'Other articles', by: null, total: 1, chronology: false },
    ]);
  });
});

test('a failure always has advice, and shows only what it knows', () => {
  const broken = archiveError('library-broken', { path: '/l', detail: 'not a database' });
  expect([failureDetails(broken), failureAdvice(broken).length > 1]).toEqual([
    ['/l', 'not a database'],
    true,
  ]);
  const stopped = archiveError('archive-stopped', { method: 'read' });
  expect(failureDetails(stopped)).toEqual([]);
  expect(failureAdvice(archiveError('internal', { detail: 'x' }))).toHaveLength(1);
});

test('shortcuts are those of the table, per platform', () => {
  const press = (key: string, change: KeyboardEventInit = {}): KeyboardEvent =>
    new KeyboardEvent('keydown', { key, ...change });
  expect([
    commandFor(press('f', { ctrlKey: true }), 'linux'),
    commandFor(press('f', { ctrlKey: true }), 'darwin'),
    commandFor(press('f', { metaKey: true }), 'darwin'),
    commandFor(press('F3', { shiftKey: true }), 'win32'),
    commandFor(press('F3'), 'win32'),
    commandFor(press('O', { ctrlKey: true, shiftKey: true }), 'linux'),
    commandFor(press('ArrowLeft', { altKey: true }), 'linux'),
    commandFor(press('f'), 'linux'),
  ]).toEqual([
    'focus-search',
    null,
    'focus-search',
    'previous-mark',
    'next-mark',
    'import-folder',
    'back',
    null,
  ]);
});
