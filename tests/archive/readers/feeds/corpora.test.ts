import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseFeed } from '../../../../archive/readers/feeds/feed.ts';
import { wordpress } from '../../../../archive/readers/feeds/wordpress.ts';
import { unpackedCorpus } from '../../../bench/search/corpora.ts';
import { filesUnder, isOurs, mistakesIn, suiteCase } from './feedparser-suite.ts';
import { collect, claimant, draftsOf, readFeed, sourceOf } from './support.ts';

/** As many as pass; those that do not want other words than an article has (`term` beside `label`), or shown scripts. */
const passing = 1_230;

test('the suite of feedparser: what an article has is as expected', { timeout: 120_000 }, ({ skip }) => {
  const folder = unpackedCorpus('formats/feeds');
  if (folder === null) return skip('the suite of feedparser is not unpacked');
  const root = join(folder, 'feedparser', 'tests');
  const cases = filesUnder(root).map((path) => suiteCase(root, path));
  const ours = cases.filter(({ clauses }) => clauses !== null && clauses.length > 0 && clauses.every(isOurs));
  const right = ours.filter((one) => mistakesIn(one).length === 0);
  expect({ files: cases.length, compared: ours.length }).toEqual({ files: 2_107, compared: 1_267 });
  expect(right.length).toBeGreaterThanOrEqual(passing);
  // An empty file is the only one that is no feed.
  expect(cases.filter(({ source }) => claimant(source.bytes) === null).map(({ name }) => name)).toEqual([
    'illformed/rss_empty_document.xml',
  ]);
});

interface Expected {
  readonly items: readonly {
    readonly title?: unknown;
    readonly link?: unknown;
    readonly isoDate?: unknown;
  }[];
}

function expectedItems(path: string): Expected['items'] {
  const json = JSON.parse(readFileSync(path, 'utf8')) as Partial<Expected> & { readonly feed?: Expected };
  return json.feed?.items ?? json.items ?? [];
}

const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '');

test('the feeds of rss-parser: entries, titles, links and dates', { timeout: 120_000 }, ({ skip }) => {
  const folder = unpackedCorpus('formats/feeds');
  if (folder === null) return skip('the feeds of rss-parser are not unpacked');
  const root = join(folder, 'rss-parser', 'test');
  const counts = { entries: 0, titles: 0, links: 0, dates: 0 };
  const right = { ...counts };
  for (const name of readdirSync(join(root, 'output'))) {
    const input = readdirSync(join(root, 'input')).find((file) => file.startsWith(name.replace('json', '')));
    const parsed = parseFeed(sourceOf(readFileSync(join(root, 'input', input ?? ''))));
    const entries = parsed.ok ? parsed.value.feed.entries : [];
    const items = expectedItems(join(root, 'output', name));
    counts.entries += items.length;
    right.entries += entries.length;
    items.forEach(({ title, link, isoDate }, at) => {
      const entry = entries[at];
      // Of two files it decoded the bytes wrongly itself.
      if (typeof title === 'string' && !/[\ufffd<>&]/u.test(title)) {
        counts.titles += 1;
        if (bare(entry?.title?.value ?? '').includes(bare(title))) right.titles += 1;
      }
      if (typeof link === 'string' && !/\/~r\//u.test(link)) {
        counts.links += 1;
        if (entry?.link?.endsWith(link.trim()) === true) right.links += 1;
      }
      if (typeof isoDate === 'string') {
        counts.dates += 1;
        if (entry?.dates.some((date) => new Date(date).toISOString() === isoDate) === true) right.dates += 1;
      }
    });
  }
  expect(right).toEqual(counts);
});

describe('Global Voices', () => {
  test('each of 29 posts, with its author, its date and its text', async ({ skip }) => {
    const folder = unpackedCorpus('globalvoices-wxr');
    if (folder === null) return skip('the export of Global Voices is not unpacked');
    const [name = ''] = readdirSync(join(folder, 'data', 'full'));
    const bytes = readFileSync(join(folder, 'data', 'full', name));
    const results = await readFeed(bytes);
    const drafts = draftsOf(results);
    const whole = drafts.filter(
      ({ byline, published, url, blocks, language, keywords }) =>
        byline !== null &&
        published?.zone === 'GMT' &&
        url !== null &&
        blocks.length > 0 &&
        language === 'en' &&
        keywords !== undefined,
    );
    expect([claimant(bytes)?.name, results.length, whole.length]).toEqual(['wordpress', 29, 29]);
    expect(drafts[0]).toMatchObject({
      headline: 'About Global Voices Online: Saturday Dec.11th',
      byline: 'Rebecca MacKinnon',
    });
    async function* halves(): AsyncGenerator<Uint8Array> {
      yield bytes.subarray(0, 100_001);
      yield bytes.subarray(100_001);
    }
    expect(await collect(wordpress.readPieces(halves(), 'file'))).toEqual(results);
  });
});
