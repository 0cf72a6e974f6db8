import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { chooseContainer } from '../../../../archive/readers/registry.ts';
import { isLong } from '../../search/support/form.ts';
import { below, randomFrom } from '../../search/support/random.ts';
import {
  inShort,
  packed,
  passOver,
  record,
  response,
  sha1,
  unpack,
  zipOf,
  zstandardFrame,
} from './support.ts';
import { inTime } from '../../support/in-time.ts';

/** Nothing that anybody sends may take longer than two seconds; twice that of the processor while other tests run too. */
const longest = 4_000;
const megabyte = 1024 * 1024;
const url = 'http://news.example/a';

const timed = (bytes: Uint8Array): Promise<string[]> => inTime(longest, () => passOver(bytes));

/** As many copies as make five megabytes. */
function many(bytes: Uint8Array | string): Buffer {
  const one = Buffer.from(bytes as string);
  return Buffer.concat(Array.from({ length: Math.ceil((5 * megabyte) / one.length) }, () => one));
}

function uniform(found: readonly string[]): (string | number)[] {
  return [found.length > 0 ? 'some' : 'none', ...new Set(found.map((each) => each.replace(/ .*$/u, '')))];
}

describe('five megabytes of malice', () => {
  const first = record({ url, block: response('<p>x</p>') });
  const arc =
    'filedesc://x.arc 0.0.0.0 20070101000000 text/plain 63\n1 0 X\nURL IP-address Archive-date Content-type Archive-length\n\n';
  test.each<[string, Buffer]>([
    ['version lines', many('WARC/1.0\n')],
    ['headers without end', many('WARC/1.0\nX: y\n')],
    ['one long header', Buffer.concat([Buffer.from('WARC/1.0\n'), many('X: y\n')])],
    ['one long line', Buffer.concat([Buffer.from('WARC/1.0\nX: '), many('y')])],
    ['folded lines', Buffer.concat([Buffer.from('WARC/1.0\nX: y\n'), many(' y\n')])],
    ['blank lines', Buffer.concat([first, many('\n')])],
    ['blanks', Buffer.concat([Buffer.from('WARC/1.0\n'), many(' ')])],
    [
      'lengths that are too long',
      many(record({ url, fields: { 'Content-Length': '4000000' }, block: response('x') })),
    ],
    [
      'lengths that reach into others',
      many(record({ url, fields: { 'Content-Length': '100000' }, block: response('x') })),
    ],
    [
      'lengths that are too short',
      many(record({ url, fields: { 'Content-Length': '1' }, block: response('x') })),
    ],
    ['empty records', many(record({ url }))],
    ['gzip signatures', Buffer.concat([packed([first]), many('\x1f\x8b\x08\0')])],
    [
      'gzip signatures that begin something',
      Buffer.concat([packed([first]), many(Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0, 0, 4]))]),
    ],
    [
      'chunks of one byte',
      record({ url, block: response(many('1\r\nx\r\n'), ['Transfer-Encoding: chunked']) }),
    ],
    [
      'empty lines as chunks',
      record({ url, block: response(many('1\n\n\n'), ['Transfer-Encoding: chunked']) }),
    ],
    ['ARC lines', Buffer.concat([Buffer.from(arc), many('http://a 0.0.0.0 20070101000000 text/html -1\n')])],
    ['ARC blanks', Buffer.concat([Buffer.from(arc), Buffer.from('http://a '), many('1 ')])],
    ['ARC letters', Buffer.concat([Buffer.from(arc), many('http:a a a 1\n')])],
  ])('%s', async (_name, bytes) => {
    expect(chooseContainer({ name: 'x', path: 'x', bytes: bytes.subarray(0, 65_536) })).not.toBe(undefined);
    const found = await timed(bytes);
    expect(found.every((each) => !each.startsWith('internal'))).toBe(true);
  });

  test('a file that is broken throughout is left at last', async () => {
    const found = await timed(Buffer.concat([many('WARC/1.0\nX: y\n'), first]));
    expect(found.at(-1)).toMatch(/most of it is broken/u);
  });

  test('many revisits of a large page', async () => {
    const page = many('<p>words</p>').subarray(0, megabyte);
    const fields = { 'WARC-Payload-Digest': sha1(page) };
    const original = record({ url, block: response(page), fields });
    const again = record({ type: 'revisit', url: 'http://news.example/b', fields });
    const revisits = Array.from({ length: 10_000 }, () => again);
    const found = await timed(Buffer.concat([original, ...revisits]));
    expect([found.length, found[1], found.at(-1)]).toEqual([
      10_001,
      'http://news.example/b',
      'record-broken: it repeats a page, as too many do',
    ]);
  }, 20_000);
});

describe('bombs', () => {
  const zeros = Buffer.alloc(64 * megabyte, 0x20);
  const bomb = brotliCompressSync(zeros);
  const packedBomb = gzipSync(record({ url, block: response(zeros) }));
  test.each<[string, Buffer]>([
    ['a record that is one', Buffer.concat(Array.from({ length: 20 }, () => packedBomb))],
    [
      'pictures that are',
      Buffer.concat(
        Array.from({ length: 40 }, () =>
          gzipSync(record({ url, block: response(zeros, ['Content-Type: image/png']) })),
        ),
      ),
    ],
    [
      'packed pages',
      Buffer.concat(
        Array.from({ length: 200 }, () => record({ url, block: response(bomb, ['Content-Encoding: br']) })),
      ),
    ],
    [
      'packed in layers',
      record({ url, block: response(gzipSync(gzipSync(zeros)), ['Content-Encoding: gzip, gzip']) }),
    ],
  ])(
    '%s',
    async (name, bytes) => {
      const found = await timed(bytes);
      if (name === 'packed in layers') expect(uniform(found)[0]).toBe('some');
      else expect(found.at(-1)).toBe('archive-unsafe: it unpacks to far too much');
    },
    60_000,
  );

  test('more layers than anybody means', async () => {
    const fields = [`Content-Encoding: ${Array.from({ length: 20 }, () => 'gzip').join(',')}`];
    expect(await timed(record({ url, block: response(gzipSync('x'), fields) }))).toEqual([
      'record-broken: it is packed more often than anything in earnest',
    ]);
  });

  test('a window larger than memory', async () => {
    const frame = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0xa8, 0x01, 0, 0]);
    const whole = Buffer.concat([zstandardFrame(record({ url, block: response('x') })), frame]);
    expect(await timed(whole)).toEqual([url, 'record-broken: it needs more memory than Cuttings gives it']);
  });
});

/** Changes some bytes, and now and then cuts, doubles or drops a part. */
function mutated(bytes: Buffer, random: () => number): Buffer {
  const copy = Buffer.from(bytes);
  for (let left = 1 + below(random, 8); left > 0; left -= 1)
    copy[below(random, copy.length)] = below(random, 256);
  const at = below(random, copy.length);
  const to = Math.min(copy.length, at + below(random, 300));
  const kind = below(random, 6);
  if (kind === 0) return copy.subarray(0, at);
  if (kind === 1) return Buffer.concat([copy.subarray(0, at), copy.subarray(to)]);
  return kind === 2 ? Buffer.concat([copy.subarray(0, to), copy.subarray(at)]) : copy;
}

describe('mutations', async () => {
  const records = [
    record({ type: 'warcinfo', block: 'x: y\r\n' }),
    record({
      url,
      block: response('5\r\n<p>xy\r\n0\r\n\r\n', ['Transfer-Encoding: chunked']),
      fields: { 'WARC-Payload-Digest': sha1('<p>xy') },
    }),
    record({
      url: 'http://news.example/b',
      block: response(gzipSync('<p>packed</p>'), ['Content-Encoding: gzip']),
    }),
    record({
      type: 'revisit',
      url: 'http://news.example/c',
      fields: { 'WARC-Payload-Digest': sha1('<p>xy') },
    }),
  ];
  const plain = Buffer.concat(records);
  const arcFile = Buffer.from(
    'filedesc://x.arc 0.0.0.0 20070101000000 text/plain 63\n1 0 X\nURL IP-address Archive-date Content-type Archive-length\n\n' +
      '\nhttp://a.example/ 1.2.3.4 20070101000000 text/html 47\nHTTP/1.0 200 OK\nContent-Type: text/html\n\n<p>xy\n',
  );
  const wacz = await zipOf(
    {
      'archive/a.warc.gz': packed(records),
      'pages/pages.jsonl': JSON.stringify({ url, title: 'A', text: 'words' }),
      'datapackage.json': JSON.stringify({
        profile: 'data-package',
        resources: [{ path: 'archive/a.warc.gz', hash: 'sha256:00' }],
      }),
    },
    true,
  );
  const files: [string, Buffer][] = [
    ['warc', plain],
    ['warc.gz', packed(records)],
    ['warc.gz as one', gzipSync(plain)],
    ['warc.zst', Buffer.concat(records.map(zstandardFrame))],
    ['arc', arcFile],
    ['arc.gz', packed([arcFile])],
    ['wacz', wacz],
  ];

  test.each(files)('%s: unharmed, it gives a document', async (_name, bytes) => {
    expect((await unpack(bytes)).some((found) => found.ok && found.value.capture.url !== null)).toBe(true);
  });

  test.each(files)('%s: cut anywhere, it gives results or reasons', async (_name, bytes) => {
    for (let end = 0; end < bytes.length; end += isLong ? 1 : 13) {
      for (const each of await unpack(bytes.subarray(0, end))) {
        if (!each.ok) expect(each.error.code).not.toBe('internal');
      }
    }
  });

  test.each(files)(
    '%s: changed at random, it gives results or reasons',
    async (_name, bytes) => {
      const random = randomFrom(2007);
      for (let run = 0; run < (isLong ? 3_000 : 150); run += 1) {
        for (const each of inShort(await unpack(mutated(bytes, random))))
          expect(each).not.toMatch(/^internal/u);
      }
    },
    isLong ? 600_000 : 30_000,
  );
});
