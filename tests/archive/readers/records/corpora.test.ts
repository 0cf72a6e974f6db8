import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { unpackedCorpus } from '../../../bench/search/corpora.ts';
import { chooseReader } from '../../../../archive/readers/registry.ts';
import { filesBelow } from '../agency/support.ts';

/** Of the files of a folder: which readers took them, and how many articles have what. */
async function tally(files: readonly string[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  const count = (what: string): void => {
    counts[what] = (counts[what] ?? 0) + 1;
  };
  for (const file of files) {
    const source = { name: basename(file), path: file, bytes: readFileSync(file) };
    const reader = chooseReader(source);
    count(`by ${reader?.name}`);
    for await (const result of reader?.read(source) ?? []) {
      if (!result.ok) count(result.error.code);
      else {
        count('articles');
        if (result.value.published !== null) count('dated');
        if (result.value.url !== null) count('with an address');
        if (result.value.blocks.length === 0) count('without text');
        if (result.value.warnings.some(({ code }) => code === 'headline-made')) count('without headline');
      }
    }
  }
  return counts;
}

describe('corpora', () => {
  test('Wikinews: every row of the tables', async ({ skip }) => {
    const folder = unpackedCorpus('wikinews');
    if (folder === null) return skip('Wikinews is not unpacked');
    const files = filesBelow(folder).filter((file) => file.endsWith('.csv'));
    expect(await tally(files)).toEqual({ 'by csv': 2, articles: 295, dated: 295, 'with an address': 295 });
  });

  test('UC Santa Cruz: every page under front matter; one name has a misprinted year', async ({ skip }) => {
    const folder = unpackedCorpus('ucsc-news-archives');
    if (folder === null) return skip('the news archives of UC Santa Cruz are not unpacked');
    const files = filesBelow(folder).filter((file) => file.includes('_posts'));
    expect(await tally(files)).toEqual({
      'by markdown': 1_694,
      articles: 1_694,
      dated: 1_693,
      'with an address': 1_688,
    });
  }, 120_000);
});
