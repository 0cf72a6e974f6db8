import type { Extracted, Extractor, ExtractorName } from './extractors.ts';
import { beginningLike, meanScore, overlapOf, scoreOf } from './measures.ts';
import type { Overlap, Score } from './measures.ts';
import type { JudgedPage, PageSet } from './page-sets.ts';

/** What an extractor is worth on a set. The last three are shares of the pages of which the set tells them, or null. */
export interface SetFigures extends Score {
  readonly meanF1: number;
  readonly pages: number;
  readonly headline: number | null;
  readonly date: number | null;
  readonly author: number | null;
  /** The pages, the worst first. */
  readonly worst: readonly (Score & { readonly id: string })[];
}

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** The day in a date, whichever way it is written; null when there is none. */
function dayOf(date: string | null): string | null {
  if (date === null) return null;
  const iso = /^\d{4}-\d{2}-\d{2}/u.exec(date)?.[0];
  if (iso !== undefined) return iso;
  const time = Date.parse(date);
  return Number.isNaN(time) ? null : new Date(time).toISOString().slice(0, 10);
}

function isHeadline({ headline }: JudgedPage, got: Extracted): boolean | null {
  if (headline === null || headline === '') return null;
  return letters(headline) === letters(got.headline ?? '');
}

function isDate({ date }: JudgedPage, got: Extracted): boolean | null {
  const day = dayOf(date);
  return day === null ? null : dayOf(got.date) === day;
}

/** Every author is named, and nothing but `by` and the like is named beside. */
function isAuthor({ authors }: JudgedPage, got: Extracted): boolean | null {
  if (authors === null || authors.length === 0) return null;
  const named = letters(got.author ?? '');
  const wanted = authors.map((author) => letters(author.replace(/^by\s+/iu, '')));
  const length = wanted.reduce((sum, author) => sum + author.length, 0);
  return wanted.every((author) => named.includes(author)) && named.length <= length + 3 * wanted.length + 2;
}

function share(verdicts: readonly (boolean | null)[]): number | null {
  const told = verdicts.filter((verdict) => verdict !== null);
  return told.length === 0 ? null : told.filter(Boolean).length / told.length;
}

/** Runs an extractor over all pages of a set. */
export async function measureSet(set: PageSet, extract: Extractor): Promise<SetFigures> {
  const overlaps: (Overlap & { readonly id: string })[] = [];
  const verdicts: (readonly [boolean | null, boolean | null, boolean | null])[] = [];
  for (const page of set.pages) {
    const got = await extract(page);
    verdicts.push([isHeadline(page, got), isDate(page, got), isAuthor(page, got)]);
    if (page.text === null) continue;
    const text = page.begins ? beginningLike(page.text, got.text) : got.text;
    overlaps.push({ id: page.id, ...overlapOf(page.text, text, set.shingle) });
  }
  const scores = overlaps.map((overlap) => ({ id: overlap.id, ...scoreOf(overlap) }));
  return {
    ...meanScore(overlaps),
    pages: set.pages.length,
    headline: share(verdicts.map(([headline]) => headline)),
    date: share(verdicts.map(([, date]) => date)),
    author: share(verdicts.map(([, , author]) => author)),
    worst: scores.sort((one, other) => one.f1 - other.f1),
  };
}

interface ExtractionGoal {
  readonly what: string;
  readonly measured: number;
  readonly least: number;
}

/** The goals of those sets that were measured. */
export function goals(
  rows: Readonly<Record<string, Readonly<Record<ExtractorName, SetFigures>>>>,
): readonly ExtractionGoal[] {
  const [benchmark, suite] = [rows['scrapinghub-aeb'], rows['mozilla-readability']];
  return [
    ...(benchmark === undefined
      ? []
      : [
          { what: 'scrapinghub-aeb, F1', measured: benchmark.ours.f1, least: 0.97 },
          {
            what: 'scrapinghub-aeb, F1: above Readability',
            measured: benchmark.ours.f1,
            least: benchmark.Readability.f1,
          },
        ]),
    ...(suite === undefined
      ? []
      : [{ what: 'mozilla-readability, mean F1', measured: suite.ours.meanF1, least: 0.95 }]),
  ];
}
