import type { ArticleWarning } from '../../model/article.ts';
import type { PartialDate } from '../../model/partial-date.ts';
import { readJsonDate } from '../records/record-date.ts';

/** A day with a zone (XML Schema's `date`), which says no more than the day. */
const zonedDay = /^(\d{8}|\d{4}-\d\d-\d\d)\s?(?:Z|[+-]\d\d:?\d\d)$/u;
/** `20071128114900`, with neither `T` nor hyphens. */
const run = /^(\d{8})(\d{4}(?:\d\d)?)(Z|[+-]\d\d:?\d\d)?$/u;
/** Midnight without a zone is how these formats write a day where a time is asked for. */
const bareMidnight = /^(\d{8}|\d{4}-\d\d-\d\d)T00:?00:?00(?:[.,]0+)?$/u;
const nothing = /^0{4}(?:-?0{2}){0,2}(?:T?[0:]*)?$/u;

function normal(text: string): string {
  return text.replace(zonedDay, '$1').replace(run, '$1T$2$3').replace(bareMidnight, '$1');
}

/** The dates that a source gives, the best first, read in that order. */
export interface AgencyDate {
  readonly date: PartialDate | null;
  readonly warnings: readonly ArticleWarning[];
}

/**
 * The first of these dates that is one. ISO 8601 as NITF and NewsML write it: `20071128T114900+0100`, `20071128`,
 * `2007-11-28T11:49:00+01:00`, cut anywhere; a day with a zone is a day, and so is midnight without one. `date-impossible`
 * when there are only values that are no date, `undated` when there are none.
 */
export function readAgencyDate(candidates: readonly (string | null | undefined)[]): AgencyDate {
  let impossible: readonly ArticleWarning[] | null = null;
  for (const candidate of candidates) {
    const printed = candidate?.trim() ?? '';
    if (printed === '' || nothing.test(printed)) continue;
    const read = readJsonDate(normal(printed));
    if (read.date !== null) return { date: { ...read.date, printed }, warnings: read.warnings };
    impossible ??= read.warnings;
  }
  return { date: null, warnings: impossible ?? [{ code: 'undated' }] };
}
