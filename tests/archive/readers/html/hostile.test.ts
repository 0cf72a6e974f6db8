import { describe, expect, test } from 'vitest';
import { blocksOfHtml } from '../../../../archive/readers/html/html-blocks.ts';
import { textOfFragment } from '../../../../archive/readers/html/fragment-text.ts';
import { htmlPage } from '../../../../archive/readers/html/html-page.ts';
import { htmlTree } from '../../../../archive/readers/xml/html-tree.ts';
import { xmlTree } from '../../../../archive/readers/xml/xml-tree.ts';
import { isLong } from '../../search/support/form.ts';
import { fileOf } from '../read.ts';
import { inTime } from '../../support/in-time.ts';

/** The long form has the full 5 MB; what takes more than its share of time shows at a fifth of it too. */
const size = isLong ? 5_000_000 : 1_000_000;
/** In milliseconds of the processor, when others are at work beside the tests: half of it on a machine of one's own. */
const longest = isLong ? 4_000 : 2_000;

const fill = (piece: string): string => piece.repeat(Math.ceil(size / piece.length)).slice(0, size);
const times = (piece: string, count: number): string => piece.repeat(count);
const sentence = 'The ministers met on Monday, and they said that talks would go on for another week. ';
const page = (body: string, head = ''): string =>
  `<html><head><title>Storm over the lake</title>${head}</head><body><h1>Storm over the lake</h1><p>${sentence}</p>${body}`;
const linked = (json: string): string => page('', `<script type="application/ld+json">${json}</script>`);
const attributes = (): string =>
  Array.from({ length: isLong ? 400_000 : 100_000 }, (_, at) => `a${at}=b`).join(' ');

/** Made when they are asked for: all at once they would take half a gigabyte. */
const hostile: readonly (readonly [string, () => string])[] = [
  ['elements in elements', () => page(fill('<div>'))],
  ['dress in dress, with text', () => page(fill('<span>a b '))],
  ['text in ever deeper blocks', () => page(fill(`<div>${sentence}`))],
  ['all text at the bottom', () => page(times('<div>', 110) + fill(`<p>${sentence}</p>`))],
  ['a million tiny elements', () => page(fill('<i></i>'))],
  ['paragraphs', () => page(fill(`<p>${sentence}`))],
  ['as many paragraphs as are judged', () => page(times(`<p>${times(sentence, 5)}</p>`, 1_100))],
  [
    'as many blocks as are judged',
    () => page(times(`<div class=c><a href=x>ab</a>${sentence}</div>`, 5_900)),
  ],
  [
    'a page judged four times',
    () => page(times('<div>', 90) + times('<div class=sidebar>a <a>b</a></div>', 5_800)),
  ],
  ['line breaks', () => page(fill('<br>'))],
  ['a tag of many attributes', () => page(`<p ${attributes()}>x`)],
  ['a tag of one attribute again and again', () => page(`<p ${fill('class=a ')}>x`)],
  ['a long class', () => page(`<p class="${fill('related ')}">x</p>`)],
  ['a long style', () => page(`<p style="${fill('display :')}">x</p>`)],
  ['a long alternative', () => page(`<img src=a.jpg alt="${fill('a ')}">`)],
  ['a tag without end', () => page(fill('<p '))],
  ['quotation marks without end', () => page(fill('<p a="'))],
  ['signs', () => page(fill('<'))],
  ['ends without beginnings', () => page(fill('</p>'))],
  ['a table of rows', () => page(`<table>${fill('<tr><td>1<td>2')}`)],
  ['a table of one row', () => page(`<table><tr>${fill('<td>1')}`)],
  ['tables in tables', () => page(fill('<table><tr><td>'))],
  ['cells that claim to span', () => page(`<table>${fill('<tr><td rowspan=65000 colspan=65000>1')}`)],
  ['entities', () => page(fill('&amp;'))],
  ['entities that are none', () => page(fill('&zzzz;'))],
  ['entities in an attribute', () => page(`<p title="${fill('&amp;')}">`)],
  ['a script', () => page(`<script>${fill('var a = "<b>"; ')}</script>`)],
  ['a script without end', () => page(`<script>${fill('</scrip ')}`)],
  ['words', () => page(fill('word '))],
  ['one word', () => page(fill('x'))],
  ['blanks', () => page(fill(' '))],
  ['dates', () => page(fill('28 November 2007 '))],
  ['numbers', () => page(fill('1 '))],
  ['lines that are dates', () => page(fill('<p>28 November 2007, 11:49 GMT</p>'))],
  ['JSON-LD, deep', () => linked(times('{"a":[', size / 10) + times(']}', size / 10))],
  ['JSON-LD without end', () => linked(fill('['))],
  ['JSON-LD of strings', () => linked(`{"a":"${fill('\\"')}`)],
  ['JSON-LD with a long text', () => linked(`{"@type":"NewsArticle","articleBody":"${fill(sentence)}"}`)],
  ['JSON-LD of articles', () => linked(`[${fill('{"@type":"NewsArticle","headline":"a"},')}1]`)],
  ['a long title', () => `<title>${fill('a | ')}</title>${page('')}`],
  ['a long title and a long heading', () => `<title>${fill('ab cd ')}</title><h1>${fill('ab ef ')}</h1>`],
  [
    'a heading after another',
    () => page(fill('<h2>ab cd</h2>'), `<meta property=og:title content="${times('ab ', 6_000)}">`),
  ],
  ['meta elements', () => page('', fill('<meta name=author content="A B">'))],
  ['links', () => page(`<h2>See also</h2>${fill('<p><a href="/a">Read this story of the day</a></p>')}`)],
  ['comments', () => page(fill('<!-- S BO -->'))],
  ['drawings', () => page(fill('<svg><g>'))],
  [
    'pictures for those without scripts',
    () => page(fill('<img src=a.jpg><noscript><img src=b.jpg></noscript>')),
  ],
  ['frames', () => `<frameset>${fill('<frame src=a>')}`],
  ['ends out of order', () => page(fill('<b><p></b>'))],
  ['zeros', () => page(fill('\0'))],
];

describe('pages that mean harm are done in time', () => {
  test.each(hostile)('%s', { timeout: 60_000 }, async (_, make) => {
    const file = fileOf(make());
    const kinds = await inTime(longest, async () => {
      const found: string[] = [];
      for await (const result of htmlPage.read(file)) found.push(result.ok ? 'draft' : result.error.code);
      return found;
    });
    expect(['draft', 'no-article', 'binary']).toContain(kinds.join());
  });
});

describe('pieces that mean harm, inside other formats', () => {
  test.each(hostile)('%s', { timeout: 120_000 }, async (_, make) => {
    const piece = make();
    for (const read of [blocksOfHtml, textOfFragment, htmlTree, xmlTree]) {
      await inTime<unknown>(longest, () => read(piece), read.name);
    }
  });
});
