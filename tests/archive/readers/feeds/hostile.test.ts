import { describe, expect, test } from 'vitest';
import { isLong } from '../../search/support/form.ts';
import { below, randomFrom } from '../../search/support/random.ts';
import { blocksOfHtml } from '../../../../archive/readers/html/html-blocks.ts';
import { claimant, draftsOf, fixtureSources, readFeed, rss } from './support.ts';
import type { Results } from './support.ts';
import { inTime } from '../../support/in-time.ts';

/** In milliseconds of the processor: others may be at work beside the tests. */
const longest = 5_000;

function check(results: Results): void {
  for (const result of results) {
    if (result.ok) expect(result.value.headline).toMatch(/\S/u);
    else expect(result.error.code).not.toBe('internal');
  }
}

async function timed(content: Uint8Array | string): Promise<Results> {
  const results = await inTime(longest, () => readFeed(content));
  check(results);
  return results;
}

const sources = fixtureSources();

describe('malformed files', () => {
  test.each(sources)('$name: cut anywhere, it gives results', async ({ bytes }) => {
    const step = Math.max(1, Math.floor(bytes.length / 100));
    for (let end = 0; end < bytes.length; end += step) check(await readFeed(bytes.subarray(0, end)));
  });

  test('a feed that is cut says so of its last entry only', async () => {
    const text = rss('<item><title>1</title></item><item><title>2</title><description>Half a').replace(
      '</channel></rss>',
      '',
    );
    const warned = draftsOf(await readFeed(text)).map(({ warnings }) =>
      warnings.some(({ code }) => code === 'cut-off'),
    );
    expect(warned).toEqual([false, true]);
  });

  test('an entry that is not closed does not swallow the next', async () => {
    const drafts = draftsOf(await readFeed(rss('<item><title>1</title><item><title>2</title></item>')));
    expect(drafts.map(({ headline }) => headline)).toEqual(['1', '2']);
  });

  test('prefixes that are not declared, and any prefix that is', async () => {
    const results =
      await readFeed(`<x:rss xmlns:x="http://backend.userland.com/rss2" xmlns:q="http://purl.org/dc/elements/1.1/">
      <x:channel><x:item><x:title>1</x:title><q:creator>Ana</q:creator></x:item></x:channel></x:rss>`);
    expect(draftsOf(results).map(({ headline, byline }) => [headline, byline])).toEqual([['1', 'Ana']]);
    const [undeclared] = draftsOf(
      await readFeed(rss('<item><title>1</title><dc:creator>Ana</dc:creator></item>')),
    );
    expect(undeclared?.byline).toBe('Ana');
  });

  test('entities are neither fetched nor multiplied', async () => {
    const entities = Array.from(
      { length: 20 },
      (_, at) => `<!ENTITY e${at + 1} "&e${at};&e${at};&e${at};">`,
    ).join('');
    const text = `<!DOCTYPE rss [<!ENTITY e0 SYSTEM "file:///etc/hostname">${entities}]>${rss('<item><title>x&e20;</title></item>')}`;
    expect(draftsOf(await timed(text)).map(({ headline }) => headline)).toEqual(['x&e20;']);
  });
});

describe('hostile files', () => {
  const size = 5_000_000;
  const fill = (text: string): string => text.repeat(Math.ceil(size / text.length)).slice(0, size);
  const wxr = (content: string): string =>
    `<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><item><title>t</title><content:encoded><![CDATA[${content}]]></content:encoded></item></channel></rss>`;
  test.each([
    ['elements in elements', rss(fill('<a>'))],
    ['items in items', rss(fill('<item>'))],
    [
      'many small entries',
      rss(fill(`<item><title>a</title><description>${'word '.repeat(20)}</description></item>`)),
    ],
    [
      'HTML nested without end',
      rss(`<item><title>t</title><description><![CDATA[${fill('<div>')}]]></description></item>`),
    ],
    [
      'signs that open tags',
      rss(`<item><title>t</title><description><![CDATA[${fill('<')}]]></description></item>`),
    ],
    ['entities', rss(`<item><title>${fill('&amp;amp;')}</title></item>`)],
    [
      'silent elements',
      rss(
        `<item><title>t</title><description><![CDATA[${fill('<object><form><svg>')}]]></description></item>`,
      ),
    ],
    ['a title of blanks', rss(`<item><title>a${fill(' ')}b</title></item>`)],
    [
      'captions',
      rss(
        `<item><title>t</title>${fill('<media:content><media:title>a</media:title></media:content>')}</item>`,
      ),
    ],
    [
      'summaries that end',
      rss(`<item><title>t</title><summary>a</summary><description>${fill('the post ')}</description></item>`),
    ],
    [
      'declarations',
      `<!DOCTYPE rss [${'<!ENTITY a "b">'.repeat(3_000)}]><rss>${fill('<!DOCTYPE rss [')}</rss>`,
    ],
    ['JSON', `{"version":"https://jsonfeed.org/version/1","items":${fill('[')}`],
    ['captions that nothing closes', wxr(fill('[caption]'))],
    ['brackets', wxr(fill('['))],
    ['shortcodes', wxr(fill('[a b="c"]'))],
    ['blank lines', wxr(fill('\n \n'))],
    ['comments', wxr(fill('<!-- wp:x -->'))],
    [
      'items of an export',
      `<rss xmlns:wp="http://wordpress.org/export/1.2/">${fill(`<item>${' '.repeat(60)}`)}`,
    ],
    ['sections', `<rss xmlns:wp="http://wordpress.org/export/1.2/">${fill('<item><![CDATA[')}`],
    [
      'roots',
      `<rss xmlns:wp="http://wordpress.org/export/1.2/">${fill('<rss ')}<item><title>a</title></item>`,
    ],
  ])('%s: done in time', { timeout: 60_000 }, async (_, text) => {
    expect(claimant(text)).not.toBeNull();
    await timed(text);
  });

  test('what a forgotten end would hide is shown, but scripts are not', () => {
    const texts = (html: string): readonly unknown[] =>
      blocksOfHtml(html).map((block) => 'text' in block && block.text);
    expect(texts('<p>One</p><object data="x"><p>Two</p>')).toEqual(['One', 'Two']);
    expect(texts('<p>One</p><script>evil()<p>Two</p>')).toEqual(['One']);
  });
});

test('changed at random, files give results or reasons', { timeout: 600_000 }, async () => {
  const random = randomFrom(20071128);
  const rounds = isLong ? 20_000 : 600;
  for (let round = 0; round < rounds; round += 1) {
    const source = sources[below(random, sources.length)];
    const bytes = Uint8Array.from(source?.bytes ?? []);
    for (let change = below(random, 8); change >= 0; change -= 1) {
      const at = below(random, bytes.length);
      const kind = below(random, 3);
      if (kind === 0) bytes[at] = below(random, 256);
      else if (kind === 1) bytes.copyWithin(at, below(random, bytes.length), below(random, bytes.length));
      else bytes[at] = [0x3c, 0x3e, 0x26, 0x5b, 0x5d, 0x22, 0][below(random, 7)] ?? 0;
    }
    await timed(bytes);
  }
});
