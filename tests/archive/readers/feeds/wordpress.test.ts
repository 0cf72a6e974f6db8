import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { ItemCutter } from '../../../../archive/readers/feeds/item-cutter.ts';
import { htmlOfPost } from '../../../../archive/readers/feeds/wordpress-content.ts';
import { wordpress } from '../../../../archive/readers/feeds/wordpress.ts';
import { blocksOfHtml } from '../../../../archive/readers/html/html-blocks.ts';
import { collect, fixtureSources, sourceOf } from './support.ts';

async function* piecesOf(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const exports = fixtureSources().filter(({ name }) => name.startsWith('wordpress/'));

describe('records', () => {
  test.each(exports)(
    '$name: the same however the file is cut, and spans hold their bytes',
    async ({ bytes }) => {
      const whole = await collect(wordpress.read(sourceOf(bytes)));
      for (const size of [1, 2, 7, 64, 1_000]) {
        expect(await collect(wordpress.readPieces(piecesOf(bytes, size), 'file'))).toEqual(whole);
      }
      for (const result of whole) {
        if (!result.ok) continue;
        const { start = 0, end = 0, sha256 } = result.value.record ?? {};
        const record = bytes.subarray(start, end);
        expect(createHash('sha256').update(record).digest('hex')).toBe(sha256);
        expect(record.toString('utf8', 0, 6)).toBe('<item>');
      }
    },
  );

  test('tags in sections and comments cut nothing; an item that is not closed ends where the next begins', () => {
    const cutter = new ItemCutter(1_000);
    const text = 'h<!--<item>--><item>a<![CDATA[</item>]]>b</item> <item x="1">c<item>d</item><items>';
    const items = [...cutter.take(Buffer.from(text)), ...cutter.last()];
    expect(cutter.head?.toString()).toBe('h<!--<item>-->');
    expect(items.map(({ bytes, isBroken }) => [bytes?.toString(), isBroken])).toEqual([
      ['<item>a<![CDATA[</item>]]>b</item>', false],
      ['<item x="1">c', true],
      ['<item>d</item>', false],
    ]);
  });

  test('an item above the limit is passed over, and its neighbours are not', () => {
    const cutter = new ItemCutter(20);
    const text = `<item>1</item><item>${'x'.repeat(100)}</item><item>2</item>`;
    const items = [...cutter.take(Buffer.from(text)), ...cutter.last()];
    expect(items.map(({ bytes }) => bytes?.toString() ?? null)).toEqual([
      '<item>1</item>',
      null,
      '<item>2</item>',
    ]);
  });

  test('an export in UTF-16 is refused, one of drafts only has no article', async () => {
    const root = '<rss xmlns:wp="http://wordpress.org/export/1.2/">';
    const wide = sourceOf(Buffer.from(`\ufeff${root}`, 'utf16le'));
    expect([wordpress.claims(wide), wordpress.refuses(wide)?.code]).toEqual([true, 'unsupported']);
    const drafts = `${root}<item><title>t</title><wp:status>draft</wp:status></item></rss>`;
    const results = await collect(wordpress.read(sourceOf(drafts)));
    expect(results.map((result) => !result.ok && result.error.code)).toEqual(['no-article']);
  });
});

describe('what is in brackets', () => {
  test.each([
    [
      '[sic], [1] and [Editor’s note] stay',
      'he said [sic] [1] [Editor’s note]',
      ['he said [sic] [1] [Editor’s note]'],
    ],
    ['plug-ins go', '[vc_row][vc_column width="1/2"]Text[/vc_column][/vc_row] [foo]x[/foo]', ['Text x']],
    [
      'players go with their address',
      'a [embed width="1"]http://v.example/1[/embed] b [youtube http://y.example]',
      ['a b'],
    ],
    ['a caption by its attribute', '[caption width="3" caption="Words"]<img src="a" />[/caption]', ['Words']],
    ['a caption that is not closed', '[caption width="3"]<img src="a" /> Words', ['Words']],
    ['one that is shown', 'use [[gallery id="1"]]', ['use [gallery id="1"]']],
  ])('%s', (_, content, words) => {
    const blocks = blocksOfHtml(htmlOfPost(content));
    expect(
      blocks.map((block) => (block.kind === 'image' ? block.caption : 'text' in block ? block.text : '')),
    ).toEqual(words);
  });

  test('paragraphs are between blank lines, but not in what is preformatted', () => {
    const blocks = blocksOfHtml(
      htmlOfPost('One\ngoes on\r\n\r\nTwo<pre>a\n\nb</pre><!-- wp:x -->Three<!--more-->Four'),
    );
    expect(blocks.map((block) => ('text' in block ? block.text : ''))).toEqual([
      'One goes on',
      'Two',
      'a',
      'b',
      'Three',
      'Four',
    ]);
  });
});
