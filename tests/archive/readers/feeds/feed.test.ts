import { describe, expect, test } from 'vitest';
import { readFeedDate } from '../../../../archive/readers/feeds/feed-dates.ts';
import { personIn } from '../../../../archive/readers/feeds/feed-people.ts';
import { feed } from '../../../../archive/readers/feeds/feed.ts';
import { claimant, collect, draftsOf, readFeed, rss, sourceOf } from './support.ts';

describe('dates', () => {
  test.each([
    ['Thu, 01 Jan 2004 19:48:21 GMT', '2004-01-01T19:48:21Z'],
    ['Thu, 01 Jan 04 19:48 EST', '2004-01-02T00:48:00Z'],
    ['Fri, 1 Jan 2004 9:48:21 +0100', '2004-01-01T08:48:21Z'],
    ['01 Jan 2004 19:48:21 Etc/GMT', '2004-01-01T19:48:21Z'],
    ['Sun Jan  4 16:29:06 PST 2004', '2004-01-05T00:29:06Z'],
    ['Fri, 2006/09/15 08:19:53 EDT', '2006-09-15T12:19:53Z'],
    ['2003-12-31T10:14:55.1234-05:00', '2003-12-31T15:14:55Z'],
    ['2003-12', '2003-12'],
    ['20031231', '2003-12-31'],
    ['2003-335', '2003-12-01'],
    ['2011-1-5T3:2:1Z', '2011-01-05T03:02:01Z'],
    ['2004-07-08 23:56:58.0', '2004-07-08T23:56:58'],
    ['2004년 05월 28일  01:31:15', '2004-05-27T16:31:15Z'],
    ['2004-05-25 오후 11:23:17', '2004-05-25T14:23:17Z'],
    ['Κυρ, 11 Ιούλ 2004 12:00:00 EST', '2004-07-11T17:00:00Z'],
    ['2004-július-13T9:15-05:00', '2004-07-13T14:15:00Z'],
    ['Wed, 30 Jun 2010 23:59:60 GMT', '2010-06-30T23:59:59Z'],
  ])('%s', (printed, value) => {
    const { date } = readFeedDate([printed]);
    expect({ value: date?.value, printed: date?.printed.replace(/\s+/gu, ' ') }).toEqual({
      value,
      printed: printed.replace(/\s+/gu, ' '),
    });
  });

  test('the first that is one counts; what is none is said', () => {
    expect(readFeedDate(['soon', '2007-11-28']).date?.value).toBe('2007-11-28');
    expect(readFeedDate(['Wed, 31 Feb 2010 10:00:00 GMT']).warnings.map(({ code }) => code)).toEqual([
      'date-impossible',
    ]);
    expect(readFeedDate([])).toEqual({ date: null, warnings: [{ code: 'undated' }] });
  });
});

describe('people', () => {
  test.each([
    ['me@example.com (Example Editor)', 'Example Editor'],
    ['Example Editor (me@example.com)', 'Example Editor'],
    ['"Example Editor" <me@example.com>', 'Example Editor'],
    ['mailto:me@example.com', 'me@example.com'],
    ['me@example.com ()', 'me@example.com'],
    ['Ana Berisha (in Baden)', 'Ana Berisha (in Baden)'],
    ['  ', null],
  ])('%s', (written, name) => {
    expect(personIn(written)).toBe(name);
  });
});

describe('texts', () => {
  const headline = async (title: string): Promise<string | undefined> =>
    draftsOf(await readFeed(rss(`<item><title>${title}</title><description>text</description></item>`)))[0]
      ?.headline;

  test.each([
    ['a title escaped once', 'Fish &amp; chips', 'Fish & chips'],
    ['twice', 'Fish &amp;amp; chips', 'Fish & chips'],
    ['three times', 'Fish &amp;amp;amp; &amp;amp;#8217;chips', 'Fish & ’chips'],
    ['in CDATA', '<![CDATA[<b>Fish</b> &amp; chips]]>', 'Fish & chips'],
    ['with a tag that is a word', 'History of the &lt;blink&gt; tag', 'History of the <blink> tag'],
    ['with a sign', 'a &lt; b', 'a < b'],
    ['with entities of HTML', 'Caf&eacute;&nbsp;&#150; open', 'Café – open'],
  ])('%s', async (_, title, words) => {
    expect(await headline(title)).toBe(words);
  });

  test('the fullest text is the body, and a summary that says something else the standfirst', async () => {
    const [draft] = draftsOf(
      await readFeed(
        rss(`<item><title>T</title><description>Another summary.</description>
        <content:encoded><![CDATA[<p>One two three.</p><p>Four.</p>]]></content:encoded></item>`),
      ),
    );
    expect([draft?.standfirst, draft?.blocks.length]).toEqual(['Another summary.', 2]);
  });

  test('a summary that is the beginning of the text is not said twice', async () => {
    const [draft] = draftsOf(
      await readFeed(
        rss(`<item><title>T</title>
        <description>One two three. Four [&amp;#8230;] The post T appeared first on Gazette.</description>
        <content:encoded><![CDATA[<p>One two three.</p><p>Four five six seven, eight nine ten and eleven.</p>
        <p>The post <a href="x">T</a> appeared first on <a href="y">Gazette</a>.</p>]]></content:encoded></item>`),
      ),
    );
    expect([draft?.standfirst, draft?.blocks.length]).toEqual([null, 2]);
  });

  test('a text that was escaped twice is markup all the same', async () => {
    const [draft] = draftsOf(
      await readFeed(
        rss(
          '<item><title>T</title><description>&amp;lt;p&amp;gt;One&amp;lt;/p&amp;gt;&amp;lt;p&amp;gt;Two&amp;lt;/p&amp;gt;</description></item>',
        ),
      ),
    );
    expect(draft?.blocks.map((block) => ('text' in block ? block.text : ''))).toEqual(['One', 'Two']);
  });

  test('videos have their description for a text; captions are said once', async () => {
    const media = 'xmlns:media="http://search.yahoo.com/mrss/"';
    const [video, photo] = draftsOf(
      await readFeed(`<feed xmlns="http://www.w3.org/2005/Atom" ${media}>
        <entry><media:group><media:title>Clip</media:title><media:content url="v"/><media:description>What it shows.</media:description></media:group></entry>
        <entry><title>P</title><summary>S</summary><media:content url="1"><media:title>A boat</media:title></media:content>
        <media:content url="2"><media:title>A boat</media:title><media:credit>Ilir</media:credit></media:content></entry></feed>`),
    );
    expect([video?.headline, video?.blocks]).toEqual([
      'Clip',
      [{ kind: 'paragraph', text: 'What it shows.', place: null }],
    ]);
    expect(photo?.blocks.slice(1)).toEqual([
      { kind: 'image', caption: 'A boat', legend: 'Ilir', place: null },
    ]);
  });
});

describe('what is claimed', () => {
  test.each([
    ['<rss version="0.91"><channel/></rss>', 'feed'],
    ['<!DOCTYPE rss [<!ENTITY a "<b>">]><!-- x --><rss/>', 'feed'],
    [
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"/>',
      'feed',
    ],
    ['<feed xmlns="http://www.w3.org/2005/Atom"/>', 'feed'],
    ['<atom:entry xmlns:atom="http://www.w3.org/2005/Atom"/>', 'feed'],
    ['<CHANNEL HREF="x"><ITEM/></CHANNEL>', 'feed'],
    ['{"title":"a","version":"https://jsonfeed.org/version/1","items":[]}', 'feed'],
    ['<rss xmlns:wp="http://wordpress.org/export/1.2/"/>', 'wordpress'],
    ['<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><other/></rdf:RDF>', null],
    ['<feed><farm/></feed>', null],
    ['<html><body><rss></rss></body></html>', null],
    ['{"items":[{"version":"https://jsonfeed.org/version/1"}]}', null],
    [String.raw`{"title":"\"version\": \"https://jsonfeed.org/version/1\""}`, null],
    ['About <rss> and feeds', null],
  ])('%s', (text, reader) => {
    expect(claimant(text)?.name ?? null).toBe(reader);
  });

  test.each(['utf16le', 'utf-8'] as const)('a feed in %s with a mark', async (encoding) => {
    const bytes = Buffer.from(`\ufeff${rss('<item><title>Čaša</title></item>')}`, encoding);
    expect(draftsOf(await readFeed(bytes)).map((draft) => draft.headline)).toEqual(['Čaša']);
  });

  test('the charset of the container comes before the declaration (RFC 7303)', async () => {
    const bytes = Buffer.from(
      '<?xml version="1.0" encoding="utf-8"?><rss><item><title>\xe8a\xb9a</title></item></rss>',
      'latin1',
    );
    const capture = { url: null, captured: null, mediaType: 'application/rss+xml', charset: 'iso-8859-2' };
    const results = await collect(feed.read({ ...sourceOf(bytes), capture }));
    expect(draftsOf(results).map((draft) => draft.headline)).toEqual(['čaša']);
  });

  test('an empty feed has no article; a feed of JSON that is cut is broken', async () => {
    const codes = async (text: string): Promise<unknown> =>
      (await readFeed(text)).map((result) => !result.ok && result.error.code);
    expect(await codes(rss(''))).toEqual(['no-article']);
    expect(await codes('{"version":"https://jsonfeed.org/version/1","items":[{"id":"1"')).toEqual([
      'file-broken',
    ]);
    expect(await codes(rss('<item><link>https://gazette.example/1</link></item>'))).toEqual([
      'record-broken',
    ]);
  });

  test('links: behind a counting service, a permanent guid, none that is no page', async () => {
    const results = await readFeed(
      rss(`<item><title>1</title><link>http://feeds.example/~r/1</link><feedburner:origLink>http://gazette.example/1</feedburner:origLink></item>
      <item><title>2</title><guid>http://gazette.example/2</guid></item>
      <item><title>3</title><guid isPermaLink="false">http://gazette.example/3</guid></item>
      <item><title>4</title><link>javascript:alert(1)</link></item>
      <item><title>5</title><link>news/5?a=1&amp;amp;b=2</link></item>`),
    );
    expect(draftsOf(results).map(({ url }) => url)).toEqual([
      'http://gazette.example/1',
      'http://gazette.example/2',
      null,
      null,
      'https://gazette.example/news/5?a=1&b=2',
    ]);
  });
});
