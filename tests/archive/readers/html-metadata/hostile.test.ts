import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parsePage } from '../../../../archive/readers/html/page/parse-page.ts';
import { mendedJson } from '../../../../archive/readers/html/metadata/lenient-json.ts';
import { pageMetadata } from '../../../../archive/readers/html/metadata/page-metadata.ts';
import type { PageMetadata } from '../../../../archive/readers/html/metadata/page-metadata.ts';
import { isLong } from '../../search/support/form.ts';
import { below, randomFrom } from '../../search/support/random.ts';
import { inTime } from '../../support/in-time.ts';

const root = fileURLToPath(new URL('../../../fixtures/html-metadata', import.meta.url));
const pages = fs
  .readdirSync(root)
  .filter((name) => !name.endsWith('.txt'))
  .map((name) => fs.readFileSync(path.join(root, name, 'source.html'), 'utf8'));
/** In milliseconds. */
const longest = 2_000;

const timed = (html: string): Promise<PageMetadata> =>
  inTime(longest, () => pageMetadata(parsePage(html), { url: 'http://news.example/2007/11/28/a.html' }));

const many = (text: string, times: number): string => text.repeat(times);
const nested = many('{"a":[', 50_000) + many(']}', 50_000);
const hostile: readonly (readonly [string, string])[] = [
  ['deep nesting', `<html><body>${many('<div>', 20_000)}deep`],
  ['deep JSON-LD', `<script type="application/ld+json">${nested}</script>`],
  [
    'unclosed strings in JSON-LD',
    `<script type="application/ld+json">{"a":"${many('\\"', 500_000)}</script>`,
  ],
  ['commas in JSON-LD', `<script type="application/ld+json">{"a":[${many(',  ', 500_000)}</script>`],
  [
    'a cycle of references',
    '<script type="application/ld+json">{"@type":"Article","@id":"#a","author":{"@id":"#a"}}</script>',
  ],
  ['many meta elements', many('<meta name="date" content="2007-11-28T11:49:00Z">', 20_000)],
  ['many attributes', `<p ${Array.from({ length: 50_000 }, (_, at) => `a${at}="1"`).join(' ')}>x</p>`],
  ['many authors', many('<span itemprop="author">By A B and C D, E F; </span>', 20_000)],
  ['nested properties', `${many('<div itemprop="author" itemscope>', 5_000)}x`],
  ['a long title', `<title>${many('a | ', 300_000)}</title>`],
  ['a long line', `<h1>News</h1><p>${many('28 November 2007 ', 200_000)}</p>`],
  ['many date lines', `<h1>News</h1>${many('<p>28 November 2007, 11:49 GMT</p>', 20_000)}`],
  ['blanks', `<h1>News${many(' ', 1_000_000)}</h1><meta name="author" content="${many(' ', 1_000_000)}">`],
  ['references to characters', `<meta name="author" content="${many('&amp;amp;#x26;', 200_000)}">`],
  ['many headlines', `<title>News of today</title>${many('<h1>News of today</h1>', 20_000)}`],
];

test.each(hostile)('%s: read in time', async (_, html) => {
  expect((await timed(html)).warnings.length).toBeLessThan(10);
});

test(
  'pages cut anywhere and changed at random give metadata',
  { timeout: isLong ? 600_000 : 60_000 },
  async () => {
    const random = randomFrom(20_071_128);
    const signs = '<>"\'&={}[]:/\\ -0\n\u0000\ufffd';
    for (let round = 0; round < (isLong ? 20_000 : 400); round += 1) {
      let html = pages[below(random, pages.length)] ?? '';
      for (let times = below(random, 10); times > 0; times -= 1) {
        const at = below(random, html.length);
        html = html.slice(0, at) + signs[below(random, signs.length)]! + html.slice(at + below(random, 3));
      }
      const found = await timed(below(random, 3) === 0 ? html.slice(0, below(random, html.length)) : html);
      expect(found.headline === null || found.headline !== '').toBe(true);
    }
  },
);

test('JSON is mended in one pass and stays the same where it is whole', () => {
  const whole = '{"a": "x, ]", "b": [1, 2]}';
  expect(mendedJson(whole)).toBe(whole);
  expect(mendedJson('{"a": "x\ny", // note\n "b": [1, 2,],}')).toBe('{"a": "x\\ny", \n "b": [1, 2]}');
});
