import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { chooseContainer } from '../../../../archive/readers/registry.ts';
import { unpackedCorpus } from '../../../bench/search/corpora.ts';
import { inShort, unpack } from './support.ts';

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort();
}

/** Of each outcome, how many: documents, what is no article, what is broken. */
function counted(found: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const each of found) {
    const code = /^([a-z-]+): /u.exec(each)?.[1];
    const warned = each.includes(' digest-mismatch') || each.includes(' cut-off') ? 'warned' : 'read';
    const kind = code ?? warned;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].map(([kind, count]) => `${count} ${kind}`).join(', ');
}

// What each file of the test suites of warcio, warcio.js, pywb, py-wacz and wabac.js gives, nested files counted too.
const expected: Readonly<Record<string, string>> = {
  'py-wacz/example-collection-with-lists.warc': 'warc: 6 read, 12 other-media',
  'py-wacz/example-collection.warc': 'warc: 1 read',
  'py-wacz/example-iana.warc': 'warc: 6 read, 52 other-media',
  'py-wacz/example-resource.warc.gz': 'warc: 2 read',
  'py-wacz/example-warcinfo-metadata.warc': 'warc: 1 read',
  'py-wacz/invalid_example_1.wacz': 'wacz: 2 read',
  'py-wacz/invalid_signed_example_1.wacz': 'wacz: 2 read, 1 other-media',
  'py-wacz/valid_example_1.wacz': 'wacz: 2 read',
  'py-wacz/valid_example_2.wacz': 'wacz: 2 read',
  'py-wacz/valid_signed_example_1.wacz': 'wacz: 2 read, 1 other-media',
  'pywb/cdxj/example.cdx.gz': 'gzip: 1 read',
  'pywb/waczs/invalid_example_1.wacz': 'wacz: 2 read',
  'pywb/waczs/valid_example_1.wacz': 'wacz: 2 read',
  'pywb/warcs/bad.arc': 'arc: 3 record-broken',
  'pywb/warcs/dupes.warc.gz': 'warc: 2 read, 9 other-media, 1 record-broken',
  'pywb/warcs/example-bad.warc.gz.bad': 'warc: 2 read, 1 other-media',
  'pywb/warcs/example-extra.warc': 'warc: 3 read, 1 warned',
  'pywb/warcs/example-url-agnostic-orig.warc.gz': 'warc: 1 read',
  'pywb/warcs/example-url-agnostic-revisit.warc.gz': 'warc: 1 record-broken',
  'pywb/warcs/example-wget-1-14.warc.gz': 'warc: 1 read, 3 other-media',
  'pywb/warcs/example-wpull.warc.gz': 'warc: 1 read, 1 other-media',
  'pywb/warcs/example.arc': 'arc: 1 read',
  'pywb/warcs/example.arc.gz': 'arc: 1 read',
  'pywb/warcs/example.warc': 'warc: 2 read, 1 other-media',
  'pywb/warcs/example.warc.gz': 'warc: 2 read, 1 other-media',
  'pywb/warcs/example2.warc.gz': 'warc: 1 read',
  'pywb/warcs/httpbin-resource.warc.gz': 'warc: 1 other-media',
  'pywb/warcs/iana.warc.gz': 'warc: 16 read, 155 other-media',
  'pywb/warcs/missing-status-text.warc': 'warc: 1 other-media',
  'pywb/warcs/post-test.warc.gz': 'warc: 3 other-media',
  'pywb/zipcdx/zipnum-sample.cdx.gz': 'gzip: 1 read',
  'wabac.js/example.zip': 'zip: 25 read, 156 other-media',
  'warcio.js/example-bad-length.warc': 'warc: 2 read',
  'warcio.js/example-iana.org-chunked.warc': 'warc: 1 read',
  'warcio.js/example-resource.warc.gz': 'warc: 1 read',
  'warcio.js/example-url-agnostic-revisit.warc.gz': 'warc: 1 record-broken',
  'warcio.js/example-wget-bad-target-uri.warc.gz': 'warc: 1 read, 2 other-media',
  'warcio.js/example.warc': 'warc: 2 read',
  'warcio.js/example.warc.gz': 'warc: 2 read',
  'warcio.js/post-test-more.warc': 'warc: 3 other-media',
  'warcio.js/post-test.warc.gz': 'warc: 3 other-media',
  'warcio.js/redirect.warc': 'warc: 1 other-media',
  'warcio/bad.arc': 'arc: 3 record-broken',
  'warcio/example-bad-non-chunked.warc.gz': 'warc: 2 read',
  'warcio/example-bad.warc.gz.bad': 'warc: 2 read, 1 other-media',
  'warcio/example-digest.warc': 'warc: ',
  'warcio/example-iana.org-chunked.warc': 'warc: 1 read',
  'warcio/example-resource.warc.gz': 'warc: 1 read',
  'warcio/example-space-in-target-uri.warc.gz': 'warc: 1 other-media',
  'warcio/example-space-in-url.arc': 'arc: 1 read',
  'warcio/example-trunc.warc': 'warc: 1 read',
  'warcio/example-wget-bad-target-uri.warc.gz': 'warc: 1 read, 2 other-media',
  'warcio/example-wrong-chunks.warc.gz': 'warc: 1 warned',
  'warcio/example.arc': 'arc: 1 read',
  'warcio/example.arc.gz': 'arc: 1 read',
  'warcio/example.warc': 'warc: 2 read',
  'warcio/example.warc.gz': 'warc: 2 read',
  'warcio/post-test.warc.gz': 'warc: 3 other-media',
};

test('the test suites of web archives: each file is read, or refused with a reason', async ({ skip }) => {
  const folder = unpackedCorpus('formats/warc');
  if (folder === null) return skip('the samples of web archives are not unpacked');
  const outcomes: Record<string, string> = {};
  for (const name of filesBelow(folder)) {
    const bytes = readFileSync(join(folder, name));
    const reader = chooseContainer({ name, path: name, bytes: bytes.subarray(0, 64 * 1024) });
    if (reader !== null) outcomes[name] = `${reader.name}: ${counted(inShort(await unpack(bytes)))}`;
  }
  expect(outcomes).toEqual(expected);
});
