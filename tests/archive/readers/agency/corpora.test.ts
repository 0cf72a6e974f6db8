import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { reutersSgml } from '../../../../archive/readers/agency/reuters-sgml.ts';
import { unpackedCorpus } from '../../../bench/search/corpora.ts';
import { claimant, filesBelow, readWith } from './support.ts';

/** Of each outcome, how many files; a file is read when it gives one draft or more. */
async function outcomes(files: readonly string[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const file of files) {
    const bytes = readFileSync(file);
    const reader = claimant(bytes);
    const results = reader === null ? [] : await readWith(reader, bytes);
    const refused = results.find((result) => !result.ok);
    const outcome =
      reader === null
        ? 'not claimed'
        : results.some(({ ok }) => ok)
          ? `${reader.name}: read`
          : `${reader.name}: ${refused?.ok === false ? refused.error.code : 'nothing'}`;
    counts[outcome] = (counts[outcome] ?? 0) + 1;
  }
  return counts;
}

describe('the samples of IPTC', () => {
  test('NewsML-G2: every file is read, or refused with a reason', async ({ skip }) => {
    const folder = unpackedCorpus('formats/newsml-g2');
    if (folder === null) return skip('the samples of NewsML-G2 are not unpacked');
    const files = filesBelow(folder).filter((file) => file.endsWith('.xml'));
    expect(await outcomes(files)).toEqual({
      'newsml-g2: read': 16,
      // Items without a word of text, and parts of items.
      'newsml-g2: no-article': 8,
      'newsml-g2: other-media': 1,
      'newsml-g2: unsupported': 10,
    });
  });

  test('ninjs: what has words is read, what has none refused; the Business Wire releases are NewsML', async ({
    skip,
  }) => {
    const folder = unpackedCorpus('formats/ninjs');
    if (folder === null) return skip('the samples of ninjs are not unpacked');
    const files = filesBelow(folder).filter((file) => /\.(?:json|xml)$/u.test(file));
    expect(await outcomes(files)).toEqual({
      'newsml: read': 4,
      'ninjs: read': 160,
      'ninjs: no-article': 66,
      'ninjs: file-broken': 3,
      // Of the schema's own test suite: an address and nothing that only ninjs has.
      'not claimed': 67,
    });
  });
});

describe('Reuters-21578', () => {
  test('20,841 articles with a title or a body, and 737 that are not divided', async ({ skip }) => {
    const folder = unpackedCorpus('reuters-21578');
    if (folder === null) return skip('Reuters-21578 is not unpacked');
    let articles = 0;
    let refused = 0;
    let undated = 0;
    const wrong: string[] = [];
    for (const file of filesBelow(folder).filter((path) => path.endsWith('.sgm'))) {
      const bytes = readFileSync(file);
      expect(claimant(bytes)?.name).toBe('reuters-sgml');
      for (const result of await readWith(reutersSgml, bytes)) {
        if (!result.ok) {
          refused += 1;
          continue;
        }
        articles += 1;
        if (result.value.published === null) undated += 1;
        const { start, end, sha256 } = result.value.record ?? { start: 0, end: 0, sha256: '' };
        const own = bytes.subarray(start, end);
        if (createHash('sha256').update(own).digest('hex') !== sha256)
          wrong.push(`${basename(file)}:${start}`);
      }
    }
    expect({ articles, refused, undated, wrong }).toEqual({
      articles: 20_841,
      refused: 737,
      undated: 0,
      wrong: [],
    });
  });
});
