import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { decodeHtml } from '../../../../archive/readers/html/decode-html.ts';
import { looksLikeHtml } from '../../../../archive/readers/html/claims-html.ts';
import { htmlPage } from '../../../../archive/readers/html/html-page.ts';
import { parsePage } from '../../../../archive/readers/html/page/parse-page.ts';
import { chooseReader } from '../../../../archive/readers/registry.ts';
import { ours } from '../../../bench/extraction/extractors.ts';
import { meanScore, overlapOf } from '../../../bench/extraction/measures.ts';
import { readPageSets } from '../../../bench/extraction/page-sets.ts';
import { fileOf, outline } from '../read.ts';
import { writtenTree } from './written-tree.ts';
import { inTime } from '../../support/in-time.ts';

const root = fileURLToPath(new URL('../../../fixtures/readers/html', import.meta.url));
const sources = readdirSync(root).map((name) => readFileSync(join(root, name, 'source.html')));
const bytesOf = (text: string) => new TextEncoder().encode(text);
const sentence = 'The ministers met on Monday, and they said that talks would go on for another week.';

/** What the reader makes of bytes: an outline or the code of the error. It never throws. */
async function read(content: Uint8Array | string): Promise<readonly string[]> {
  const made: string[] = [];
  for await (const result of htmlPage.read(fileOf(content)))
    made.push(...(result.ok ? outline(result.value) : [result.error.code]));
  return made;
}

function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

describe('claims', () => {
  it.each([
    ['a document type', '<!DOCTYPE html><p>x'],
    ['an element html after a comment', '<!-- saved from url=(0022)http://a.example/ -->\n<HTML><P>x'],
    [
      'XHTML',
      '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x">\n<html/>',
    ],
    ['tags without a frame', '<table><tr><td>one<td>two</table>'],
    ['a byte order mark', '\ufeff<html>'],
  ])('takes %s', (_, text) => {
    expect(looksLikeHtml(bytesOf(text))).toBe(true);
    expect(chooseReader(fileOf(text))?.name).toBe('html');
  });

  it.each([
    ['a feed', '<?xml version="1.0"?><rss version="2.0"><channel><title>x</title></channel></rss>'],
    [
      'a feed without a declaration',
      '<rss><channel><item><description>&lt;p&gt;</description></item></channel></rss>',
    ],
    ['NITF', '<?xml version="1.0"?><nitf><body><body.head/><p>x</p><p>y</p></body></nitf>'],
    ['prose', 'Lake talks end in failure\n\nThe talks were held in a hotel, and 3 < 4.'],
    ['JSON', `{"body":"${'<p>x</p>'.repeat(30)}"}`],
    ['mail', `Subject: x\nContent-Type: text/html\n\n${'<p>x</p>'.repeat(30)}`],
    ['Markdown', `---\ntitle: x\n---\n${'<br>'.repeat(30)}`],
  ])('leaves %s', (_, text) => {
    expect(looksLikeHtml(bytesOf(text))).toBe(false);
  });
});

describe('decoding', () => {
  const page = (head: string, word: string) => `<html><head>${head}</head><body><p>${word}</p></body></html>`;
  const latin2 = Buffer.from(page('<meta charset=iso-8859-2>', 'Mari\u00e6'), 'latin1');
  const capture = { url: null, captured: null, mediaType: 'text/html' };

  it('takes the container before the page, the page before a guess, and the mark before all', () => {
    const inContainer = { ...fileOf(latin2), capture: { ...capture, charset: 'windows-1251' } };
    const marked = bytesOf(`\ufeff${page('<meta charset=windows-1251>', 'Marić')}`);
    expect(decodeHtml(fileOf(latin2))).toMatchObject({ value: { encoding: 'iso-8859-2', warnings: [] } });
    expect(decodeHtml(inContainer)).toMatchObject({ value: { encoding: 'windows-1251' } });
    expect(decodeHtml(fileOf(marked))).toMatchObject({ value: { encoding: 'utf-8', warnings: [] } });
  });

  it.each([
    ['<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1">', 'windows-1252'],
    ['<!-- <meta charset=koi8-r> --><META CHARSET = "cp1251">', 'windows-1251'],
    ['<meta charset="utf-16">', 'utf-8'],
    ['<meta charset="gb2312">', 'gbk'],
    ['<meta charset="no-such-thing"><meta charset=latin2>', 'iso-8859-2'],
  ])('reads %s', (head, encoding) => {
    expect(decodeHtml(fileOf(page(head, 'abc')))).toMatchObject({ value: { encoding } });
  });

  it('does not believe a declaration that makes gibberish', () => {
    const wrong = bytesOf(page('<meta charset=windows-1252>', 'Шта је било, било је. Тако је рекао.'));
    expect(decodeHtml(fileOf(wrong))).toMatchObject({ value: { encoding: 'utf-8' } });
    const broken = Buffer.from(page('<meta charset=utf-8>', '\u00e8'.repeat(40)), 'latin1');
    expect(decodeHtml(fileOf(broken))).not.toMatchObject({ value: { encoding: 'utf-8' } });
  });
});

describe('the tree', () => {
  const tree = (html: string) => parsePage(html).body.children.map(writtenTree).join('');

  it.each([
    ['<p>a<p>b<div>c', '<p>a</p><p>b</p><div>c</div>'],
    [
      '<table><tr><td><p>a<td>b</div>c<tr><td>d</table>e',
      '<table><tr><td><p>a</p></td><td>bc</td></tr><tr><td>d</td></tr></table>e',
    ],
    ['<ul><li>a<ul><li>b</ul>c<li>d</ul>', '<ul><li>a<ul><li>b</li></ul>c</li><li>d</li></ul>'],
    ['<a href=x><div>t</a>more</div>q', '<a href="x"><div>t</div></a><div>more</div>q'],
    ['<b>x<p>y</b>z', '<b>x<p>y</p></b><p>z</p>'],
    ['a&nbsp;b &#146; &eacute &amp;amp; &lt;p&gt;', 'a\u00a0b ’ é &amp;amp; &lt;p>'],
    ['<h2>a</h3>b', '<h2>a</h2>b'],
    ['<svg><title>x</title><path></svg>y<svg><g>z<p>w', 'y<p>w</p>'],
    ['x<script>document.write("<p>no</p>")</script>y</p>', 'xy<p></p>'],
  ])('of %s', (html, expected) => {
    expect(tree(html)).toBe(expected);
  });

  it('puts what belongs to the head into it', () => {
    const { head, body } = parsePage(
      '<meta name=a><title>t</title><noscript><img></noscript><link>text<meta>',
    );
    const names = (of: typeof head) =>
      of.children.map((node) => (node.kind === 'element' ? node.name : node.kind));
    expect([names(head), names(body)]).toEqual([
      ['meta', 'title', 'noscript', 'link'],
      ['text', 'meta'],
    ]);
  });

  it('has limits', () => {
    const deep = parsePage(`${'<div>'.repeat(5_000)}<p>${sentence}`);
    expect([deep.cut, deep.elements.length < 200]).toEqual([true, true]);
    expect(parsePage('<i></i>'.repeat(100_000)).elements.length).toBeLessThanOrEqual(50_000);
  });
});

describe('the article', () => {
  it('is told from what stands around it', async () => {
    const page = `<html><head><title>A | B</title><meta property="og:title" content="Storm over the lake"></head><body>
      <div class="menu"><a href="/">Home</a></div><h1>Storm over the lake</h1><div class="date">9 March 2021</div>
      <div class="story"><p>${sentence}</p><p>Short one.</p><p>Read more: <a href="/x">Another thing altogether</a></p>
      <p>${sentence.replace('Monday', 'Tuesday')}</p><p>Share this on Facebook</p></div>
      <div class="comments"><p>I do not believe a word of this, and neither does my aunt in the north.</p></div></body></html>`;
    expect(await read(page)).toEqual([
      'headline: Storm over the lake',
      `paragraph: ${sentence}`,
      'paragraph: Short one.',
      `paragraph: ${sentence.replace('Monday', 'Tuesday')}`,
    ]);
  });

  it('is taken from JSON-LD where a script would have filled the page', async () => {
    const articleBody = `${sentence}\n\n${sentence.replace('Monday', 'Tuesday').repeat(5)}`;
    const data = JSON.stringify({ '@type': 'NewsArticle', headline: 'Storm over the lake', articleBody });
    const page = `<html><head><script type="application/ld+json">${data}</script></head><body><div id="app"></div></body></html>`;
    expect(await read(page)).toEqual([
      'headline: Storm over the lake',
      `paragraph: ${sentence}`,
      `paragraph: ${sentence.replace('Monday', 'Tuesday').repeat(5)}`,
    ]);
  });

  it('never has markup in it', async () => {
    const made = await read(
      `<html><body><p>${sentence} <script>alert(1)</script><b onclick=x>bold</b> &lt;i&gt;</p></body></html>`,
    );
    expect(made.at(-1)).toBe(`paragraph: ${sentence} bold <i>`);
  });
});

describe('malformed pages', () => {
  it('are read however they are cut', async () => {
    for (const source of sources)
      for (let end = 0; end <= source.length; end += 1024)
        expect((await read(source.subarray(0, end))).length).toBeGreaterThan(0);
  });

  it('give a result or an error for any mutation', async () => {
    const random = randomFrom(20_210_309);
    const bits = [
      '<',
      '>',
      '</td>',
      '</p>',
      '<table>',
      '<a href=x>',
      '<!--',
      '-->',
      '&#0;',
      '"',
      '\0',
      '<h1>',
      '</div>',
    ];
    const runs = process.env['CUTTINGS_LONG_TESTS'] === '1' ? 20_000 : 300;
    for (let run = 0; run < runs; run += 1) {
      const source = Buffer.from(sources[run % sources.length] ?? []);
      const cuts: Buffer[] = [];
      let from = 0;
      for (let change = 0; change < 12; change += 1) {
        const at = Math.min(source.length, from + Math.floor(random() * 900));
        cuts.push(source.subarray(from, at));
        if (random() < 0.5) cuts.push(Buffer.from(bits[Math.floor(random() * bits.length)] ?? ''));
        else if (at < source.length) source[at] = Math.floor(random() * 256);
        from = at + (random() < 0.3 ? Math.floor(random() * 200) : 0);
      }
      const made = await read(Buffer.concat([...cuts, source.subarray(Math.min(from, source.length))]));
      expect(made.length).toBeGreaterThan(0);
    }
  }, 2_000_000);

  const size = 2_000_000;
  it.each(
    [
      '<div>',
      '<b>x',
      '<p>x',
      'word<br>',
      'a<br><br>',
      '<tr><td>word',
      '<table><tr><td>',
      '<a href=x>Read this story of the day</a>',
      '<li>Item of a list.',
      '<img alt="A picture of the lake">',
      '<!-- S BO -->',
      '<!-- S IBOX -->x<br><br>',
      '<',
      '&#x;',
      '. ',
      '".',
      '<article><h1>h</h1><p>x',
      '<div itemprop=articleBody><p>x',
      '<script type="application/ld+json">{"articleBody":"x"}</script>',
      '<table align=right><tr><td>"It is a lake."</table>',
      '<h2>See also</h2>',
      '<span>ab</span><br>',
      '<a><div></a>',
      ' class="related related',
    ].map((piece) => [piece]),
  )('do not take long: %s', async (piece) => {
    const html = `<html><body><p>${sentence}</p>${piece.repeat(size / piece.length)}`;
    await inTime(4_000, () => read(html));
  });
});

describe('the page sets', () => {
  it.each(readPageSets().map((set) => [set.name, set] as const))(
    '%s',
    async (name, set) => {
      const least = 0.93;
      const every = process.env['CUTTINGS_LONG_TESTS'] === '1' ? 1 : 6;
      const pages = set.pages.filter(({ text, begins }, at) => text !== null && !begins && at % every === 0);
      const overlaps = [];
      for (const page of pages)
        overlaps.push(overlapOf(page.text ?? '', (await ours(page)).text, set.shingle));
      if (overlaps.length > 0) expect(meanScore(overlaps).f1).toBeGreaterThan(least);
    },
    600_000,
  );
});
