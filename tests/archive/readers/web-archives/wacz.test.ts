import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { memorySource } from '../../../../archive/readers/access/byte-source.ts';
import { chooseContainer } from '../../../../archive/readers/registry.ts';
import { waczSignature } from '../../../../archive/readers/wacz/wacz-signature.ts';
import { fileOf, readAll } from '../read.ts';
import { documents, inShort, packed, record, response, unpack, zipOf } from './support.ts';

type Files = Record<string, Uint8Array | string>;

const sha256 = (content: Uint8Array | string): string =>
  `sha256:${createHash('sha256').update(content).digest('hex')}`;

const site = 'https://news.example';
const page = (path: string, text: string): Buffer =>
  record({ url: `${site}${path}`, block: response(`<p>${text}</p>`) });
const crawl = packed([
  page('/talks', 'Talks'),
  page('/frame', 'An advertisement'),
  record({ url: `${site}/moved`, block: response('', ['Location: /there'], '302 Found') }),
  page('/there', 'There'),
  record({ url: `${site}/report.pdf`, block: response('%PDF-1.4', ['Content-Type: application/pdf']) }),
]);
const pages = [
  { format: 'json-pages-1.0', id: 'pages', title: 'All Pages', hasText: true },
  { id: '1', url: `${site}/talks#top`, ts: '2007-11-28T11:49:00Z', title: 'Talks', text: 'Talks\nfail' },
  { id: '2', url: `http://www.news.example/moved/`, ts: '2007-11-28T11:50:00Z', title: 'Moved' },
  {
    id: '3',
    url: `${site}/lost`,
    ts: '2007-11-28T11:51:00Z',
    title: 'Lost',
    text: 'Words of a page that was lost',
  },
  { id: '4', url: `${site}/gone`, title: 'Without text' },
]
  .map((each) => JSON.stringify(each))
  .join('\n');

function described(files: Files, changes: Files = {}): Files {
  const resources = Object.entries({ ...files, ...changes }).map(([path, content]) => ({
    name: path.slice(path.lastIndexOf('/') + 1),
    path,
    hash: sha256(content),
    bytes: content.length,
  }));
  const datapackage = JSON.stringify({ profile: 'data-package', wacz_version: '1.1.1', resources });
  return { ...files, 'datapackage.json': datapackage };
}

const files: Files = { 'archive/data.warc.gz': crawl, 'pages/pages.jsonl': pages, 'indexes/index.cdx': 'x' };

describe('WACZ', () => {
  test.each([
    ['stored', false],
    ['deflated', true],
  ])('%s: the listed pages, PDF, and what only the list has', async (_name, deflated) => {
    const bytes = await zipOf(described(files), deflated);
    expect(chooseContainer({ name: 'x', path: 'x', bytes })?.name).toBe('wacz');
    const found = await unpack(bytes);
    expect(inShort(found)).toEqual([
      'data.warc.gz',
      `${site}/talks`,
      'other-media: text/html',
      'other-media: HTTP 302',
      `${site}/there`,
      `${site}/report.pdf`,
      `${site}/lost`,
    ]);
    const lost = documents(found).at(-1)!;
    expect(lost.capture.captured).toBe('2007-11-28T11:51:00Z');
    expect(lost.place).toMatchObject({ reader: 'wacz', name: 'pages/pages.jsonl' });
    const [draft] = (await readAll(fileOf(lost.bytes))).results;
    expect(draft).toMatchObject({
      ok: true,
      value: { headline: 'Lost', url: `${site}/lost`, blocks: [{ text: 'Words of a page that was lost' }] },
    });
  });

  test('without a list of pages all are wanted', async () => {
    const found = await unpack(
      await zipOf(described({ 'archive/data.warc.gz': crawl, 'pages/pages.jsonl': '{"id":"x"}' })),
    );
    expect(documents(found).map(({ name }) => name)).toEqual(['talks', 'frame', 'there', 'report.pdf']);
  });

  test('what is not as the package says carries a warning, what is missing is told', async () => {
    const changed = described(files, { 'archive/data.warc.gz': 'other', 'archive/more.warc.gz': 'x' });
    const found = inShort(await unpack(await zipOf(changed)));
    expect([found[0], found.at(-2)]).toEqual([
      'data.warc.gz digest-mismatch',
      'record-broken: it is listed, but not in the file',
    ]);
  });

  test('the first version named digests otherwise', async () => {
    const resources = [
      { path: 'archive/data.warc.gz', stats: { hash: sha256('x').slice(7), bytes: 1 }, hashing: 'sha256' },
    ];
    const old = { ...files, 'datapackage.json': JSON.stringify({ profile: 'data-package', resources }) };
    expect(inShort(await unpack(await zipOf(old)))[0]).toBe('data.warc.gz digest-mismatch');
  });

  test('packages of packages', async () => {
    const inner = await zipOf(described(files));
    const resources = [
      { path: 'one.wacz', hash: sha256(inner) },
      { path: 'https://elsewhere.example/two.wacz', hash: sha256('') },
    ];
    const list = JSON.stringify({ profile: 'multi-wacz-package', resources });
    const found = inShort(await unpack(await zipOf({ 'datapackage.json': list, 'one.wacz': inner })));
    expect([found[0], found[2], found.at(-1)]).toEqual([
      'one.wacz',
      `${site}/talks`,
      'record-broken: it is listed, but not in the file',
    ]);
    expect(inShort(await unpack(Buffer.from(list)))).toEqual([
      'unsupported: it only lists WACZ files (one.wacz, https://elsewhere.example/two.wacz); import those instead',
    ]);
  });

  test.each<[string, Files, string]>([
    ['other data in a package', { 'datapackage.json': '{"resources":[]}', 'data/a.txt': 'A' }, 'wacz'],
    ['a folder of that name', { 'archive/a.html': '<p>A</p>' }, 'zip'],
    ['a WARC beside others', { 'notes.txt': 'x', 'archive/a.warc': crawl }, 'zip'],
  ])('%s is read as a ZIP', async (_name, of, reader) => {
    const bytes = await zipOf(of);
    expect(chooseContainer({ name: 'x', path: 'x', bytes })?.name).toBe(reader);
    const found = await unpack(bytes);
    expect(found.flatMap((each) => (each.ok ? [each.value.place.reader] : [])).slice(0, 2)).toEqual(
      Object.keys(of).map(() => 'zip'),
    );
  });
});

describe('signatures', () => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' });
  const datapackage = String(described(files)['datapackage.json']);
  const hash = sha256(datapackage);
  const key = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
  const signedBy = (text: string, dsaEncoding: 'der' | 'ieee-p1363'): object => ({
    hash: text,
    created: '2022-01-18T19:00:12Z',
    software: 'test',
    publicKey: key,
    signature: sign('sha256', Buffer.from(text), { key: privateKey, dsaEncoding }).toString('base64'),
  });
  const other = sha256('other');
  test.each<[string, object | null, object]>([
    ['none', null, { state: 'none' }],
    ['a digest', { path: 'datapackage.json', hash }, { state: 'digest', matches: true }],
    ['another digest', { path: 'datapackage.json', hash: other }, { state: 'digest', matches: false }],
    [
      'a browser’s',
      { hash, signedData: signedBy(hash, 'ieee-p1363') },
      { state: 'holds', signer: { domain: null, software: 'test' } },
    ],
    ['a server’s', { hash, signedData: signedBy(hash, 'der') }, { state: 'holds' }],
    [
      'a changed package',
      { hash: other, signedData: signedBy(other, 'der') },
      { state: 'fails', reason: /changed/u },
    ],
    ['of another package', { hash, signedData: signedBy(other, 'der') }, { state: 'fails' }],
    [
      'a forged one',
      { hash, signedData: { ...signedBy(other, 'der'), hash } },
      { state: 'fails', reason: /not of this/u },
    ],
    [
      'a key that is none',
      { hash, signedData: { ...signedBy(hash, 'der'), publicKey: 'AAAA' } },
      { state: 'fails' },
    ],
    ['nonsense', { hash, signedData: [] }, { state: 'fails' }],
    ['nothing', {}, { state: 'fails' }],
  ])('%s', async (_name, told, expected) => {
    const digest: Files = told === null ? {} : { 'datapackage-digest.json': JSON.stringify(told) };
    const bytes = await zipOf({ ...files, 'datapackage.json': datapackage, ...digest });
    const spool = (): Promise<never> => Promise.reject(new Error('nothing is spooled'));
    const found = await waczSignature(memorySource(bytes), { path: 'x', spool });
    const { reason, ...rest } = expected as { reason?: RegExp };
    expect(found).toMatchObject(rest);
    if (reason !== undefined)
      expect(found).toMatchObject({ reason: expect.stringMatching(reason) as string });
  });
});
