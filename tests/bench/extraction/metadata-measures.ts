import { readMetaDate } from '../../../archive/readers/html/metadata/meta-date.ts';
import { authorNames } from '../../../archive/readers/html/metadata/page-authors.ts';
import type { PageMetadata } from '../../../archive/readers/html/metadata/page-metadata.ts';
import { squeeze } from '../../../archive/readers/html/metadata/site-name.ts';
import type { PartialDate } from '../../../archive/model/partial-date.ts';
import type { ExpectedMetadata } from './metadata-pages.ts';

/** How a field compares: as expected, nearly so, not so, nothing found, or nothing expected. */
export type Verdict = 'same' | 'near' | 'other' | 'missing' | 'unjudged';

const hour = 3_600_000;

/** The same moment or day is `same`; the same day as far as zones allow is `near`. */
export function judgeDate(found: PartialDate | null, expected: string | null): Verdict {
  const wanted = readMetaDate(expected)?.date ?? null;
  if (wanted === null) return 'unjudged';
  if (found === null) return 'missing';
  const [a, b] = [found.value, wanted.value];
  const length = Math.min(
    a.length,
    b.length,
    found.precision === 'minute' || wanted.precision === 'minute' ? 16 : 19,
  );
  if (a.slice(0, length) === b.slice(0, length) || a.slice(0, 10) === b.slice(0, 10)) return 'same';
  const apart = Math.abs(Date.parse(a) - Date.parse(b));
  return apart <= 26 * hour ? 'near' : 'other';
}

/** Letters and digits alike are `same`; one that holds the other, a site's name at its end, is `near`. */
export function judgeHeadline(found: string | null, expected: string | null): Verdict {
  if (expected === null) return 'unjudged';
  if (found === null) return 'missing';
  const [a, b] = [squeeze(found), squeeze(expected)];
  if (a === b) return 'same';
  return a.length > 8 && b.length > 8 && (a.includes(b) || b.includes(a)) ? 'near' : 'other';
}

/** The same names, whatever their order, are `same`; at least one of them `near`. */
export function judgeAuthors(found: string | null, expected: readonly string[] | null): Verdict {
  const wanted = expected === null ? [] : authorNames(expected).map(squeeze);
  if (wanted.length === 0) return 'unjudged';
  if (found === null) return 'missing';
  const names = authorNames([found]).map(squeeze);
  const common = names.filter((name) => wanted.includes(name)).length;
  if (common === wanted.length && names.length === wanted.length) return 'same';
  return common > 0 || squeeze(found) === wanted.join('') ? 'near' : 'other';
}

function judgeText(found: string | null, expected: string | null): Verdict {
  if (expected === null) return 'unjudged';
  if (found === null) return 'missing';
  return squeeze(found) === squeeze(expected) ? 'same' : 'other';
}

function judgeLanguage(found: string | null, expected: string | null): Verdict {
  if (expected === null) return 'unjudged';
  if (found === null) return 'missing';
  const [a, b] = [found, expected].map((tag) => tag.toLowerCase());
  if (a === b) return 'same';
  return a?.slice(0, 2) === b?.slice(0, 2) ? 'near' : 'other';
}

/** The verdict on each field. */
export function judgeMetadata(
  found: PageMetadata,
  expected: ExpectedMetadata,
): Readonly<Record<keyof ExpectedMetadata, Verdict>> {
  return {
    headline: judgeHeadline(found.headline, expected.headline),
    authors: judgeAuthors(found.byline, expected.authors),
    published: judgeDate(found.published, expected.published),
    language: judgeLanguage(found.language, expected.language),
    source: judgeText(found.source, expected.source),
  };
}
