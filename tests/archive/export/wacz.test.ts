import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { surtOf } from '../../../archive/text/surt.ts';
import { memorySource, wholeOf } from '../../../archive/readers/access/byte-source.ts';
import { openZip } from '../support/open-zip.ts';
import { run, runJson } from '../cli/support.ts';
import { folderWith, temporaryFolder } from '../support/temporary.ts';

interface Listed {
  readonly articles: readonly { readonly id: string }[];
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const idsOf = async (library: string): Promise<string[]> =>
  (await runJson<Listed>(library, 'list')).articles.map(({ id }) => id).sort();

const text = 'A ferry, sunk\n3 March 2008\nIts text has one sentence.\n\nAnd a second sentence of it.\n';
const records = ['One', 'Два'].map((headline) =>
  JSON.stringify({ headline, body: `The text of ${headline}.` }),
);
const page = `<!doctype html><html lang="en"><head><title>Ministers meet</title></head><body><article><h1>Ministers meet</h1>
${'<p>The ministers met in Vienna on Monday and talked for hours about the status of the province.</p>'.repeat(6)}</article></body></html>`;

/** A web archive of one page, captured twice. */
function webArchive(): string {
  const http = `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${page}`;
  const record = (date: string): string =>
    `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://www.example.org/News?b=2&a=1\r\nWARC-Date: ${date}\r\n` +
    `WARC-Record-ID: <urn:uuid:${date}>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${Buffer.byteLength(http)}\r\n\r\n${http}\r\n\r\n`;
  return record('2007-11-28T10:00:00Z') + record('2007-11-29T10:00:00Z');
}

async function exported(): Promise<{ readonly library: string; readonly file: string }> {
  const library = temporaryFolder();
  await run(
    library,
    'import',
    folderWith({ 'ferry.txt': text, 'two.jsonl': `${records.join('\n')}\n`, 'web.warc': webArchive() }),
  );
  const file = path.join(temporaryFolder(), 'library.wacz');
  const done = await run(library, 'export', '--wacz', file);
  expect([done.code, done.stderr, done.stdout.toString()]).toEqual([
    0,
    '',
    expect.stringMatching(/^Wrote 37 articles from 36 files and captured pages/u),
  ]);
  return { library, file };
}

test('an exported library, imported elsewhere, has the same articles by the same ids; twice changes nothing', async () => {
  const { library, file } = await exported();
  const other = temporaryFolder();
  const before = await idsOf(other);
  const report = await runJson<{ added: number; failed: number; kept: number }>(other, 'import', file);
  expect(report).toMatchObject({ added: 5, failed: 0, kept: 0 });
  expect(await idsOf(other)).toEqual(await idsOf(library));
  expect(before.length).toBe(32);
  expect(await runJson(other, 'import', file)).toMatchObject({ added: 0, failed: 0 });
  // The way back to the bytes leads through the WACZ and the WARC in it.
  const hit = await runJson<{ hits: { id: string }[] }>(other, 'search', '"status of the province"');
  const original = await run(other, 'show', hit.hits[0]?.id ?? '', '--original');
  expect(original.stdout.toString()).toBe(page);
  expect(await runJson(other, 'verify')).toMatchObject({ faults: [], references: [], database: [] });
});

test('by the specification: hashes of every file, records where the index says, a page for every article', async () => {
  const { file } = await exported();
  const entries = await openZip(fs.readFileSync(file));
  const json = (name: string): unknown => JSON.parse((entries.get(name) ?? Buffer.alloc(0)).toString());
  const described = json('datapackage.json') as {
    profile: string;
    wacz_version: string;
    resources: { path: string; hash: string; bytes: number }[];
  };
  expect([described.profile, described.wacz_version]).toEqual(['data-package', '1.1.1']);
  expect(json('datapackage-digest.json')).toEqual({
    path: 'datapackage.json',
    hash: `sha256:${sha256(entries.get('datapackage.json') ?? Buffer.alloc(0))}`,
  });
  expect(described.resources.map(({ path: name, hash, bytes }) => [name, hash, bytes])).toEqual(
    ['archive/data.warc.gz', 'indexes/index.cdxj', 'pages/pages.jsonl'].map((name) => {
      const bytes = entries.get(name) ?? Buffer.alloc(0);
      return [name, `sha256:${sha256(bytes)}`, bytes.length];
    }),
  );
  const warc = entries.get('archive/data.warc.gz') ?? Buffer.alloc(0);
  const index = (entries.get('indexes/index.cdxj') ?? Buffer.alloc(0)).toString().trimEnd().split('\n');
  expect(index).toEqual([...index].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
  for (const line of index) {
    const [, surt, timestamp, rest] = /^(\S+) (\d{14}) (\{.*\})$/u.exec(line) ?? [];
    const { url, digest, offset, length } = JSON.parse(rest ?? '') as Record<string, string>;
    const start = Number(offset);
    const record = gunzipSync(await wholeOf(memorySource(warc.subarray(start, start + Number(length)))));
    const [header = '', ...body] = record.toString('latin1').split('\r\n\r\n');
    expect(header).toContain(`WARC-Target-URI: ${url ?? ''}`);
    expect(header.match(/WARC-Date: (\S+)/u)?.[1]?.replace(/\D/gu, '')).toBe(timestamp);
    expect(`sha256:${sha256(Buffer.from(body.join('\r\n\r\n').slice(0, -4), 'latin1'))}`).toBe(digest);
    expect(surt).toBe(surtOf(url ?? ''));
  }
  const pages = (entries.get('pages/pages.jsonl') ?? Buffer.alloc(0)).toString().trimEnd().split('\n');
  const [first, ...others] = pages.map((line) => JSON.parse(line) as Record<string, string>);
  expect(first).toMatchObject({ format: 'json-pages-1.0' });
  expect(others.length).toBe(37);
  const urls = new Set(
    index.map((line) => (JSON.parse(line.slice(line.indexOf('{'))) as { url: string }).url),
  );
  expect(
    others.filter(({ url, text: words, ts }) => !urls.has(url ?? '') || words === '' || !ts?.endsWith('Z')),
  ).toEqual([]);
});

test('a file that is there is not overwritten; a missing original is named and left out', async () => {
  const { library, file } = await exported();
  const again = await run(library, 'export', '--wacz', file);
  expect([again.code, again.stderr]).toEqual([1, expect.stringContaining('there is a file of that name')]);
  const root = path.join(library, 'originals');
  const [victim = ''] = fs
    .readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(sha256(Buffer.from(text))));
  fs.rmSync(path.join(root, victim));
  const other = path.join(temporaryFolder(), 'other.wacz');
  const partial = await run(library, 'export', '--wacz', other);
  expect([partial.code, partial.stdout.toString()]).toEqual([
    1,
    expect.stringMatching(/^missing {2}ferry\.txt[^]*Wrote 36 articles/u),
  ]);
  expect(fs.readdirSync(path.dirname(other))).toEqual(['other.wacz']);
});

test('addresses in the order of an index', () => {
  expect([
    surtOf('https://www.example.org/News?b=2&a=1'),
    surtOf('http://example.org'),
    surtOf('http://example.org:8080/a/'),
    surtOf('urn:sha256:ab'),
  ]).toEqual(['org,example)/news?a=1&b=2', 'org,example)/', 'org,example:8080)/a', 'urn:sha256:ab']);
});
