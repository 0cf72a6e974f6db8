import { randomBytes } from 'node:crypto';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { chooseContainer } from '../../../../archive/readers/registry.ts';
import { documents, inShort, packed, record, response, sha1, unpack, zstandardFrame } from './support.ts';

const page = '<!DOCTYPE html><title>Talks fail</title><p>Pristina, čekanje.</p>';
const url = 'http://news.example/kosovo/talks.html';
const info = record({ type: 'warcinfo', block: 'software: made by hand\r\n' });
const one = record({ url, block: response(page) });
const two = record({ url: 'http://news.example/', block: response('<p>Two</p>') });
const three = record({ url: 'http://news.example/three', block: response('<p>Three</p>') });

async function bodyOf(fields: readonly string[], body: Uint8Array): Promise<[string, ...string[]]> {
  const [found] = documents(await unpack(record({ url, block: response(body, fields) })));
  return [found?.bytes.toString() ?? '', ...(found?.warnings.map(({ code }) => code) ?? [])];
}

describe('how records lie in a file', () => {
  const all = [info, one, two, three];
  const whole = Buffer.concat(all);
  const split = [whole.subarray(0, 400), whole.subarray(400, 700), whole.subarray(700)];
  // In the headers alone: what is in the blocks stays.
  const lineFeeds = Buffer.from(
    whole.toString('latin1').replace(/WARC\/1\.1\r\n(?:.+\r\n)+\r\n/gu, (head) => head.replaceAll('\r', '')),
    'latin1',
  );
  test.each([
    ['as they are', whole],
    ['with LF alone', lineFeeds],
    ['packed each', packed(all)],
    ['packed as one', gzipSync(whole)],
    ['packed in parts that cut records', packed(split)],
    ['packed two by two', packed([Buffer.concat(all.slice(0, 2)), Buffer.concat(all.slice(2))])],
    ['packed each, then two', packed([info, one, Buffer.concat([two, three])])],
    ['Zstandard each', Buffer.concat(all.map(zstandardFrame))],
    ['Zstandard as one', zstandardFrame(whole)],
    ['packed each, with NULs at the end', Buffer.concat([packed(all), Buffer.alloc(5_000)])],
  ])('%s', async (_name, bytes) => {
    expect(chooseContainer({ name: 'x', path: 'x', bytes })?.name).toBe('warc');
    const found = await unpack(bytes);
    expect(found.every(({ ok }) => ok)).toBe(true);
    expect(documents(found).map((each) => each.bytes.toString())).toEqual([
      page,
      '<p>Two</p>',
      '<p>Three</p>',
    ]);
  });

  test('a member says where it stands and what the server said of it', async () => {
    const date = '2007-11-28T12:49:00.123+01:00';
    const [found] = documents(
      await unpack(
        packed([
          info,
          record({
            url: `<${url}?id=1>`,
            date,
            block: response(page, ['Content-Type: Text/HTML; charset="windows-1250"']),
          }),
        ]),
      ),
    );
    const start = gzipSync(info).length;
    expect(found).toMatchObject({
      name: 'talks.html',
      place: { reader: 'warc', name: `${url}?id=1`, span: { start } },
      capture: {
        url: `${url}?id=1`,
        captured: '2007-11-28T11:49:00Z',
        mediaType: 'text/html',
        charset: 'windows-1250',
      },
    });
  });

  test('names come from addresses', async () => {
    const addresses = [
      'http://a.example',
      'http://a.example/x/',
      'http://a.example/%C4%8Dl%C3%A1nok?x=/y',
      'file:///c/a b.html',
    ];
    const found = await unpack(
      Buffer.concat(addresses.map((each) => record({ url: each, block: response(page) }))),
    );
    expect(documents(found).map(({ name }) => name)).toEqual(['a.example', 'x', 'článok', 'a b.html']);
  });

  test('a dictionary is refused', async () => {
    const dictionary = Buffer.from([0x5d, 0x2a, 0x4d, 0x18, 4, 0, 0, 0, 1, 2, 3, 4]);
    const found = await unpack(Buffer.concat([dictionary, zstandardFrame(one)]));
    expect(inShort(found)).toEqual([expect.stringMatching(/^unsupported: Zstandard with a dictionary/u)]);
  });
});

describe('responses', () => {
  test.each([
    ['gzip', gzipSync(page)],
    ['x-gzip', gzipSync(page)],
    ['deflate', deflateSync(page)],
    ['deflate', deflateRawSync(page)],
    ['deflate', gzipSync(page)],
    ['br', brotliCompressSync(page)],
    ['zstd', zstandardFrame(Buffer.from(page))],
    ['gzip, br', brotliCompressSync(gzipSync(page))],
    ['identity', Buffer.from(page)],
    // Unpacked by the tool that saved it, or never packed.
    ['gzip', Buffer.from(page)],
    ['deflate', Buffer.from(page)],
    ['br', Buffer.from(page)],
    ['zstd', Buffer.from(page)],
  ])('Content-Encoding: %s', async (coding, body) => {
    expect(await bodyOf([`Content-Encoding: ${coding}`], body)).toEqual([page]);
  });

  test.each([
    ['in order', '5\r\n<p>He\r\n6;x=y\r\nllo</p\r\n1\r\n>\r\n0\r\n\r\n', ['<p>Hello</p>']],
    ['LF alone', '5\n<p>He\n7\nllo</p>\n0\n\n', ['<p>Hello</p>']],
    ['joined by the tool', '<p>Hello</p>', ['<p>Hello</p>']],
    ['without an end', '5\r\n<p>He\r\n7\r\nllo</p>\r\n', ['<p>Hello</p>', 'cut-off']],
    ['cut', '5\r\n<p>He\r\nff\r\nllo', ['<p>Hello', 'cut-off']],
    ['then none', '5\r\n<p>He\r\nllo</p>', ['<p>Hello</p>']],
  ])('chunks: %s', async (_name, body, expected) => {
    expect(await bodyOf(['Transfer-Encoding: chunked'], Buffer.from(body))).toEqual(expected);
  });

  test('a packed page that is cut is read as far as it goes', async () => {
    const long = randomBytes(30_000).toString('hex');
    const [text, ...warnings] = await bodyOf(['Content-Encoding: gzip'], gzipSync(long).subarray(0, 20_000));
    expect([long.startsWith(text), text.length > 20_000, warnings]).toEqual([true, true, ['cut-off']]);
  });

  test('what is no article by its kind is passed over with its kind', async () => {
    const kinds = [
      response('x', ['Content-Type: image/png']),
      response('x', ['Content-Type: text/css; charset=utf-8']),
      response('moved', ['Location: http://news.example/'], '301 Moved'),
      response('not there', [], '404 Not Found'),
      response('', []),
      response('{"a":1}', ['Content-Type: application/json']),
      response(Buffer.from('\x89PNG\r\n', 'latin1'), ['Content-Type: text/html']),
      response('\0\x01\x02', ['Content-Type: application/octet-stream']),
      response('<urlset><url/></urlset>', ['Content-Type: text/xml']),
      response('part', ['Content-Range: bytes 100-103/200'], '206 Partial Content'),
    ];
    const found = await unpack(
      Buffer.concat(kinds.map((block, at) => record({ url: `http://a.example/${at}`, block }))),
    );
    expect(inShort(found)).toEqual(
      ['image/png', 'text/css', 'HTTP 301', 'HTTP 404', 'text/html', 'application/json', 'image/png']
        .concat(['application/octet-stream', 'application/xml', 'HTTP 206'])
        .map((kind) => `other-media: ${kind}`),
    );
  });

  test('feeds, text, PDF and what is not named are members', async () => {
    const blocks = [
      response('<rss/>', ['Content-Type: application/rss+xml']),
      response('# News', ['Content-Type: text/markdown']),
      response('%PDF-1.4', ['Content-Type: application/pdf']),
      response('{"version":"https://jsonfeed.org/version/1.1"}', ['Content-Type: application/json']),
      response('Plain words', ['Content-Type: ']),
      response('<p>First part', ['Content-Range: bytes 0-12/200'], '206 Partial Content'),
      Buffer.from('HTTP/1.0 200\nContent-Type:\n text/html;\n charset=x\nX: \xe8\n\n<p>Old</p>', 'latin1'),
      Buffer.from('<p>Without a head</p>'),
    ];
    const found = await unpack(
      Buffer.concat(blocks.map((block, at) => record({ url: `http://a.example/${at}`, block }))),
    );
    expect(inShort(found)).toEqual(
      [0, 1, 2, 3, 4, 5, 6, 7].map((at) => `http://a.example/${at}${at === 5 ? ' cut-off' : ''}`),
    );
    expect(documents(found)[6]?.capture).toMatchObject({ mediaType: 'text/html', charset: 'x' });
  });
});

describe('digests', () => {
  const good = sha1(page);
  const block = response(page);
  const joined = response('5\r\n<p>x<\r\n3\r\n/p>\r\n0\r\n\r\n', ['Transfer-Encoding: chunked']);
  test.each([
    ['that hold', block, { 'WARC-Payload-Digest': good, 'WARC-Block-Digest': sha1(block) }, []],
    ['in other letters', block, { 'WARC-Payload-Digest': good.toLowerCase() }, []],
    ['of the joined chunks', joined, { 'WARC-Payload-Digest': sha1('<p>x</p>') }, []],
    ['of an unknown kind', block, { 'WARC-Payload-Digest': 'xxh:0123456789abcdef' }, []],
    ['of something else', block, { 'WARC-Payload-Digest': sha1('x') }, ['digest-mismatch']],
    [
      'of another block',
      block,
      { 'WARC-Payload-Digest': good, 'WARC-Block-Digest': sha1('x') },
      ['digest-mismatch'],
    ],
  ])('%s', async (_name, of, fields, warnings) => {
    for (const bytes of [record({ url, block: of, fields }), packed([record({ url, block: of, fields })])]) {
      expect(inShort(await unpack(bytes))).toEqual([[url, ...warnings].join(' ')]);
    }
  });

  test('without one the checksum of the packed bytes counts', async () => {
    const bytes = packed([one]);
    bytes.writeUInt32LE(1, bytes.length - 8);
    expect(inShort(await unpack(Buffer.concat([bytes, packed([two])])))).toEqual([
      `${url} digest-mismatch`,
      'http://news.example/',
    ]);
  });
});

describe('records that refer to others', () => {
  const original = record({
    url,
    block: response(page),
    fields: { 'WARC-Record-ID': '<urn:uuid:1>', 'WARC-Payload-Digest': sha1(page) },
  });
  const revisit = (fields: Record<string, string>): Buffer =>
    record({
      type: 'revisit',
      url: 'http://news.example/again',
      date: '2008-01-01T00:00:00Z',
      block: 'HTTP/1.1 304 Not Modified\r\nContent-Type: text/html\r\n\r\n',
      fields,
    });
  test.each([
    ['by id', { 'WARC-Refers-To': '<urn:uuid:1>' }],
    [
      'by address and date',
      { 'WARC-Refers-To-Target-URI': url, 'WARC-Refers-To-Date': '2007-11-28T11:49:00Z' },
    ],
    ['by digest', { 'WARC-Payload-Digest': sha1(page) }],
  ])('a revisit is resolved %s, before or after', async (_name, fields) => {
    for (const order of [
      [original, revisit(fields)],
      [revisit(fields), original],
    ]) {
      for (const bytes of [Buffer.concat(order), packed(order), gzipSync(Buffer.concat(order))]) {
        const found = documents(await unpack(bytes));
        expect(
          found.map(({ capture, bytes: body }) => [capture.url, capture.captured, body.toString()]),
        ).toEqual([
          [url, '2007-11-28T11:49:00Z', page],
          ['http://news.example/again', '2008-01-01T00:00:00Z', page],
        ]);
      }
    }
  });

  test('a revisit of what is not there is told, of a picture not', async () => {
    const picture = record({
      type: 'revisit',
      url: 'http://news.example/a.png?1',
      fields: { 'WARC-Payload-Digest': sha1('y') },
    });
    expect(
      inShort(await unpack(Buffer.concat([revisit({ 'WARC-Payload-Digest': sha1('x') }), picture]))),
    ).toEqual(['record-broken: it repeats a page that is not in this file', 'other-media: a repetition']);
  });

  test('a text version stands for its page only when that is not there', async () => {
    const type = { 'Content-Type': 'text/plain' };
    const text = record({
      type: 'conversion',
      url,
      block: 'Talks fail',
      fields: { ...type, 'WARC-Refers-To': '<urn:uuid:1>' },
    });
    const resource = record({ type: 'resource', url: `urn:text:${url}`, block: 'Talks fail', fields: type });
    expect(inShort(await unpack(Buffer.concat([original, text, resource])))).toEqual([
      url,
      'other-media: text/plain',
      'other-media: text/plain',
    ]);
    expect(inShort(await unpack(text))).toEqual([url]);
    expect(inShort(await unpack(resource))).toEqual([url]);
  });

  test('what was asked for and told is passed over without a word', async () => {
    const types = ['request', 'metadata', 'warcinfo', 'continuation', 'whatever'];
    expect(await unpack(Buffer.concat(types.map((type) => record({ type, url, block: 'x' }))))).toEqual([]);
  });

  test('a capture that was cut says so', async () => {
    const cut = record({ url, block: response(page), fields: { 'WARC-Truncated': 'length' } });
    expect(inShort(await unpack(cut))).toEqual([`${url} cut-off`]);
  });
});

describe('damage', () => {
  const wrong = (length: string): Buffer =>
    record({ url: 'http://news.example/bad', block: response(page), fields: { 'Content-Length': length } });
  test.each([['5'], ['200'], ['99999'], ['abc'], ['-1'], ['']])(
    'a length of "%s" costs its record only',
    async (length) => {
      const found = await unpack(Buffer.concat([one, wrong(length), two]));
      expect(inShort(found)).toEqual([url, expect.stringMatching(/^record-broken/u), 'http://news.example/']);
    },
  );

  test('a wrong length is no matter when the digest holds', async () => {
    const fields = { 'Content-Length': '20', 'WARC-Payload-Digest': sha1(page) };
    const found = await unpack(Buffer.concat([record({ url, block: response(page), fields }), two]));
    expect(inShort(found)).toEqual([url, 'http://news.example/']);
    expect(documents(found)[0]?.bytes.toString()).toBe(page);
  });

  test('damaged packed bytes cost their record only', async () => {
    const middle = packed([
      record({ url: 'http://news.example/bad', block: response(randomBytes(3_000).toString('hex')) }),
    ]);
    middle.fill(0xff, 200, 400);
    const found = await unpack(
      Buffer.concat([packed([one]), middle, Buffer.from('junk'), packed([two, three])]),
    );
    expect(inShort(found)).toEqual([
      url,
      expect.stringMatching(/^record-broken/u),
      'http://news.example/',
      'http://news.example/three',
    ]);
  });

  test('a file that is cut tells so, and gives what is before', async () => {
    const plain = Buffer.concat([one, two]);
    const bytes = packed([one, two]);
    for (const cut of [plain.subarray(0, plain.length - 9), bytes.subarray(0, bytes.length - 20)]) {
      expect(inShort(await unpack(cut))).toEqual([url, expect.stringMatching(/^record-broken/u)]);
    }
  });

  test('a header without end is told once', async () => {
    const found = await unpack(Buffer.concat([Buffer.from('WARC/1.0\r\nWARC-Type: response\r\n'), two]));
    expect(inShort(found)).toEqual(['record-broken: its header does not end', 'http://news.example/']);
  });
});
