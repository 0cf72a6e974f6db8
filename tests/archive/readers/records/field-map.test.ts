import { describe, expect, test } from 'vitest';
import { guessFieldMap, parseFieldMap } from '../../../../archive/readers/records/field-map.ts';
import { readersFor } from '../../../../archive/readers/records/mapped-readers.ts';
import { previewOf } from '../../../../archive/readers/records/preview.ts';
import { readWith } from '../agency/support.ts';
import { fileOf } from '../read.ts';

test('a map is parts and their fields', () => {
  const given = [
    'headline=title, body=content',
    'Body = "Text, full"',
    'body',
    'rumour=x',
    'body=a,body=b',
    'body=',
    ' ',
  ];
  expect(
    given.map((text) => {
      const map = parseFieldMap(text);
      return map.ok ? map.value : map.error.params;
    }),
  ).toEqual([
    { headline: 'title', body: 'content' },
    { body: 'Text, full' },
    { method: 'map', detail: '“body” is not of the form part=field' },
    {
      method: 'map',
      detail:
        '“rumour” is none of headline, body, standfirst, date, source, section, byline, url, language, keywords',
    },
    { method: 'map', detail: 'body is there twice' },
    { method: 'map', detail: 'body has no field' },
    { method: 'map', detail: 'it is empty' },
  ]);
});

test.each([
  [
    'Headline,Body Text,Pub_Date,publisher',
    { headline: 'Headline', body: 'Body Text', date: 'Pub_Date', source: 'publisher' },
  ],
  [
    'articleTitle,articleBody,datePublished',
    { headline: 'articleTitle', body: 'articleBody', date: 'datePublished' },
  ],
  [
    'post_title,post_content,post_excerpt',
    { headline: 'post_title', body: 'post_content', standfirst: 'post_excerpt' },
  ],
  [
    'Überschrift,Inhalt,Veröffentlicht,Quelle,Verfasser',
    {
      headline: 'Überschrift',
      body: 'Inhalt',
      date: 'Veröffentlicht',
      source: 'Quelle',
      byline: 'Verfasser',
    },
  ],
  [
    'Titre,Contenu,Auteur,Mots-clés,Langue',
    { headline: 'Titre', body: 'Contenu', byline: 'Auteur', keywords: 'Mots-clés', language: 'Langue' },
  ],
  ['наслов,текст,датум,извор', { headline: 'наслов', body: 'текст', date: 'датум', source: 'извор' }],
  [
    'Naslov,Sadržaj,Datum objave,Ključne reči',
    { headline: 'Naslov', body: 'Sadržaj', date: 'Datum objave', keywords: 'Ključne reči' },
  ],
  [
    'titulli,përmbajtja,data,burimi,gjuha',
    { headline: 'titulli', body: 'përmbajtja', date: 'data', source: 'burimi', language: 'gjuha' },
  ],
  ['Title,title,name', { headline: 'title' }],
  ['_source,id,score', {}],
])('the columns %s', (columns, map) => {
  expect(guessFieldMap(columns.split(','))).toEqual(map);
});

describe('a preview', () => {
  const table = 'a,b,when\nFirst,Words of it,2020-01-02\nSecond,More words,2021\n';

  test('of a table with unknown columns has the columns, and articles once they are named', async () => {
    expect(await previewOf(fileOf(table))).toEqual({
      reader: null,
      columns: ['a', 'b', 'when'],
      map: {},
      articles: [],
    });
    const map = { headline: 'a', body: 'b', date: 'when' };
    const preview = await previewOf(fileOf(table), map);
    expect([preview?.reader, preview?.map]).toEqual(['csv', map]);
    expect(preview?.articles.map(({ headline, text, published }) => [headline, text, published])).toEqual([
      ['First', 'Words of it', '2020-01-02'],
      ['Second', 'More words', '2021'],
    ]);
  });

  test('of JSON and JSON Lines has five articles at most', async () => {
    const articles = Array.from({ length: 9 }, (_, at) => ({
      title: `Title ${at}`,
      text: 'Words',
      date: '2020',
      n: at,
    }));
    const files = [JSON.stringify({ data: articles }), articles.map((one) => JSON.stringify(one)).join('\n')];
    const previews = await Promise.all(files.map((file) => previewOf(fileOf(file))));
    expect(previews.map((preview) => [preview?.reader, preview?.columns, preview?.articles.length])).toEqual([
      ['json', ['title', 'text', 'date', 'n'], 5],
      ['json-lines', ['title', 'text', 'date', 'n'], 5],
    ]);
  });

  test('is none of a page of prose', async () => {
    expect(
      await previewOf(fileOf('Talks end\n\nThe talks ended, it was said, without a result.\n')),
    ).toBeNull();
  });

  test('and the import read the same with a map', async () => {
    const map = { headline: 'meta.name', body: 'paragraph' };
    const file = fileOf(JSON.stringify([{ meta: { name: 'Deep' }, paragraph: 'Words', title: 'not this' }]));
    const reader = readersFor(map).find((one) => one.claims(file));
    const results = reader === undefined ? [] : await readWith(reader, file.bytes);
    expect(results.map((result) => result.ok && [result.value.headline, result.value.blocks.length])).toEqual(
      [['Deep', 1]],
    );
  });
});
