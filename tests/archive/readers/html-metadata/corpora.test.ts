import { describe, expect, test } from 'vitest';
import { parsePage } from '../../../../archive/readers/html/page/parse-page.ts';
import { pageMetadata } from '../../../../archive/readers/html/metadata/page-metadata.ts';
import { judgeMetadata } from '../../../bench/extraction/metadata-measures.ts';
import type { Verdict } from '../../../bench/extraction/metadata-measures.ts';
import { metadataPages } from '../../../bench/extraction/metadata-pages.ts';

const pages = metadataPages().filter(({ expected }) =>
  Object.values(expected).some((value) => value !== null),
);
/** Of what is expected, the share that must be found as expected, and nearly so: a little under what is reached. */
const goals = {
  published: [0.95, 0.95],
  headline: [0.74, 0.9],
  authors: [0.65, 0.72],
  language: [0.85, 1],
  source: [0.86, 0.86],
} as const;

describe.skipIf(pages.length === 0)('pages of other projects', () => {
  test('the metadata are those that the projects expect', { timeout: 120_000 }, () => {
    const verdicts = new Map<string, Verdict[]>();
    for (const { html, url, expected } of pages) {
      const found = pageMetadata(parsePage(html), { url });
      for (const [field, verdict] of Object.entries(judgeMetadata(found, expected))) {
        if (verdict !== 'unjudged') verdicts.set(field, [...(verdicts.get(field) ?? []), verdict]);
      }
    }
    for (const [field, [same, near]] of Object.entries(goals)) {
      const all = verdicts.get(field) ?? [];
      const share = (...kinds: Verdict[]): number =>
        all.filter((one) => kinds.includes(one)).length / all.length;
      expect({ field, same: share('same') >= same, near: share('same', 'near') >= near }).toEqual({
        ...{ field, same: true, near: true },
      });
    }
  });
});
