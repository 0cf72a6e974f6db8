import type { PartialDate } from '../../../model/partial-date.ts';
import { findDate } from '../../../text/dates.ts';
import { readDateLine } from '../../../text/date-lines.ts';
import type { DateCandidate } from './choose-date.ts';
import type { LinkedArticle } from './json-ld.ts';
import { articleMarks } from './marked-values.ts';
import type { MarkedLookup } from './marked-values.ts';
import { readMetaDate } from './meta-date.ts';
import { metaValues } from './meta-names.ts';
import type { MarkedValue, PageFacts } from './page-facts.ts';
import type { ParselyPage } from './parsely-page.ts';
import { printedDates } from './printed-dates.ts';
import { dateOfUrl } from './url-date.ts';

/** Where the date of an article is looked for. */
export interface DateSources {
  readonly facts: PageFacts;
  readonly linked: LinkedArticle | null;
  readonly parsely: ParselyPage;
  readonly marked: MarkedLookup;
  /** The line of the headline. */
  readonly headline: number;
  readonly url: string | null;
  readonly captured: string | null;
}

/** Weights: what is said of publication outweighs what only is a date; agreement adds them up. */
const weights = {
  linked: 6,
  meta: 5,
  again: 0.5,
  item: 4.5,
  perhaps: 3,
  time: 3,
  created: 2,
  url: 2.5,
  classed: 2.5,
  modified: 0.4,
  text: 1,
} as const;

function described(values: readonly unknown[], weight: number): DateCandidate[] {
  const read = values.flatMap((value) => {
    const found = readMetaDate(value);
    return found === null ? [] : [found];
  });
  // Values of one kind often repeat each other: they count once.
  return read.map((found, at) => ({
    ...found,
    weight: at === 0 ? weight : weights.again,
    from: 'metadata' as const,
  }));
}

/** Modified, edited: no date of publication, though it stands in a `time`. */
const aboutChange = /(?:modif|updat|edit|correct|ažurir|izmen|izmjen|ажурир|измен|përditës)/iu;

/** The dates in `time` elements and classes; one near the headline counts more. */
function timed(facts: PageFacts, headline: number): DateCandidate[] {
  const near = ({ line }: MarkedValue): boolean =>
    headline === -1 || (line >= headline - 10 && line <= headline + 15);
  const isChange = ({ line, printed, classes }: MarkedValue): boolean =>
    // WordPress classes the time of what was never changed `published updated`.
    (aboutChange.test(classes) && !/publish|pubdate|posted|created/iu.test(classes)) ||
    aboutChange.test(printed) ||
    /^\s*(?:last )?(?:updat|modif)/iu.test(facts.lines[line]?.text ?? '');
  const marks = articleMarks(facts).filter(
    (mark) => /^(?:time|time-pubdate|class-date)$/u.test(mark.name) && near(mark) && !isChange(mark),
  );
  const found = marks.flatMap((mark) => {
    const date = readMetaDate(mark.value) ?? readPrinted(mark.printed);
    if (date === null) return [];
    const weight =
      mark.name === 'time-pubdate' ? weights.item : mark.name === 'time' ? weights.time : weights.classed;
    return [
      {
        ...date,
        weight,
        from: 'metadata' as const,
        far: headline === -1 ? mark.line : Math.abs(mark.line - headline),
      },
    ];
  });
  found.sort((a, b) => b.weight - a.weight || a.far - b.far);
  return found
    .slice(0, 5)
    .map(({ far, ...one }, at) => ({ ...one, weight: at === 0 ? one.weight - far / 20 : weights.again }));
}

function readPrinted(text: string): { date: PartialDate; warnings: DateCandidate['warnings'] } | null {
  const found = readDateLine(text) ?? findDate(text);
  return found?.date === null || found === null ? null : { date: found.date, warnings: found.warnings };
}

function printed(facts: PageFacts, headline: number): DateCandidate[] {
  const american = /^en[-_]us$/iu.test(facts.language ?? '');
  return printedDates(facts.lines, headline, american)
    .slice(0, 4)
    .map(({ date, warnings, worth, label }, at) => ({
      ...{ date, warnings, from: 'text' as const, isChange: label === 'updated' },
      weight: (at === 0 ? 1 : 0.3) * (worth / 30) * (label === 'updated' ? 0.6 : 1),
    }));
}

/** A part of the title that is a date: `Headline - 07.12.2017 - LA NACION`. */
function titled(title: string | null): DateCandidate[] {
  const parts = (title ?? '').slice(0, 400).split(/\s+[|–—-]\s+/u);
  return parts.slice(1).flatMap((part) => {
    const found = readDateLine(part);
    const whole = found?.date !== null && found?.others.length === 0 && found.date.precision !== 'year';
    return whole && found.date !== null
      ? [{ date: found.date, warnings: found.warnings, weight: weights.text, from: 'text' as const }]
      : [];
  });
}

/** Not younger than the capture, with a day to spare for clocks and zones; in years that have news. */
function isPossible(date: PartialDate, captured: string | null): boolean {
  const year = Number(date.value.slice(0, 4));
  if (year < 1500 || year > 2100) return false;
  if (captured === null || !/^\d{4}-\d\d-\d\d/u.test(captured)) return true;
  const limit = new Date(Date.parse(captured.slice(0, 10)) + 2 * 86_400_000).toISOString();
  return date.value.slice(0, 10) <= limit.slice(0, 10);
}

/** Everything on a page that may say when it was published. */
export function dateCandidates(sources: DateSources): readonly DateCandidate[] {
  const { facts, linked, parsely, marked, headline, url, captured } = sources;
  const ofUrl = url === null ? null : dateOfUrl(url);
  const all: DateCandidate[] = [
    ...described([linked?.published], weights.linked),
    ...described([...metaValues(facts.metas, 'published'), parsely.published], weights.meta),
    ...described([...marked('datepublished'), ...marked('issued'), ...marked('pubdate')], weights.item),
    ...described(metaValues(facts.metas, 'perhapsPublished'), weights.perhaps),
    ...described(
      [linked?.created, ...marked('datecreated'), ...marked('created'), ...marked('date')],
      weights.created,
    ),
    ...timed(facts, headline),
    ...printed(facts, headline),
    ...titled(facts.title),
    ...(ofUrl === null ? [] : [{ date: ofUrl, warnings: [], weight: weights.url, from: 'text' as const }]),
    ...described(
      [linked?.modified, ...metaValues(facts.metas, 'modified'), ...marked('datemodified')],
      weights.modified,
    ).map((one) => ({ ...one, isChange: true })),
  ];
  return all.filter(({ date }) => isPossible(date, captured));
}

/** When the page says it was changed; null when it does not. */
export function modifiedDate(
  facts: PageFacts,
  linked: LinkedArticle | null,
  marked: MarkedLookup,
): PartialDate | null {
  const values = [linked?.modified, ...metaValues(facts.metas, 'modified'), ...marked('datemodified')];
  for (const value of values) {
    const found = readMetaDate(value);
    if (found !== null) return found.date;
  }
  return null;
}
