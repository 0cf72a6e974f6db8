import type { HostApi } from '../api/host-api.ts';
import type { ArchiveError } from '../model/errors.ts';
import type { Explanation } from '../model/explanation.ts';
import { describeNotice } from '../model/notice-sentences.ts';
import { ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import type { Facets, SearchAnswer, SearchRequest } from '../model/search.ts';
import { hitAsJson } from './hit-text.ts';
import { amount, duration } from './quantities.ts';

/** What was asked for beside the hits. */
export interface Extras {
  readonly facets: boolean;
  readonly histogram: boolean;
  readonly explain: boolean;
}

/** An answer with what was asked for beside it. */
export interface FullAnswer {
  readonly answer: SearchAnswer;
  readonly facets: Facets | null;
  /** Null when nobody asked; a hit may lack its own when something was imported in between. */
  readonly explanations: readonly Explanation[] | null;
  readonly extras: Extras;
}

/** Answers a request. Errors are those of the archive. */
export async function fullAnswer(
  archive: HostApi,
  request: SearchRequest,
  extras: Extras,
): Promise<Result<FullAnswer, ArchiveError>> {
  const answered = await archive.search(request);
  if (!answered.ok) return answered;
  const { text, match, exactSpelling, typing, filter } = request;
  const wantsFacets = extras.facets || extras.histogram;
  const facets = wantsFacets
    ? await archive.facets({ text, match, exactSpelling, typing, filter })
    : ok(null);
  if (!facets.ok) return facets;
  const explanations = extras.explain ? await archive.explain(request) : ok(null);
  if (!explanations.ok) return explanations;
  return ok({ answer: answered.value, facets: facets.value, explanations: explanations.value, extras });
}

/** `12 found`, `at least 12 found`, `nothing found`. */
export function foundWords({ total, exact }: SearchAnswer): string {
  if (total === 0) return 'nothing found';
  return `${exact ? '' : 'at least '}${amount(total)} found`;
}

/** How many, how fast, and which of them are shown when that is not from the first on. */
export function summaryWords(answer: SearchAnswer): string {
  const { offset, hits, tookMs } = answer;
  const shown =
    offset === 0 || hits.length === 0
      ? ''
      : `; these are ${amount(offset + 1)} to ${amount(offset + hits.length)}`;
  return `${foundWords(answer)} in ${duration(tookMs)}${shown}`;
}

/** What a person should know about an answer besides its hits, a sentence a line. */
export function remarks({ notices, alsoMatched, didYouMean }: SearchAnswer): readonly string[] {
  const suggestions = new Set<string>();
  for (const notice of notices) {
    if (notice.code === 'searched-as-words' && notice.suggestion !== null) suggestions.add(notice.suggestion);
  }
  if (didYouMean !== null) suggestions.add(didYouMean);
  const damaged = notices.some(({ code }) => code === 'index-damaged');
  return [
    ...new Set(notices.map(describeNotice)),
    ...(damaged ? ['To rebuild it: cuttings index rebuild'] : []),
    ...Array.from(suggestions, (text) => `Did you mean ${text}?`),
    ...(alsoMatched.length === 0 ? [] : [`Also matched: ${alsoMatched.join(', ')}`]),
  ];
}

/** An answer as an object for programs: what was not asked for is left out of it. */
export function answerAsJson({ answer, facets, explanations, extras }: FullAnswer): unknown {
  const { query, total, exact, tookMs, hits } = answer;
  return {
    query,
    total,
    exact,
    tookMs,
    hits: hits.map(hitAsJson),
    ...(facets === null || !extras.facets ? {} : { facets: facetsAsJson(facets) }),
    ...(facets === null || !extras.histogram ? {} : { dates: facets.dates }),
    ...(explanations === null ? {} : { explanations }),
  };
}

function facetsAsJson({ sources, years, languages, sections, collections, tags }: Facets): unknown {
  return { sources, years, languages, sections, collections, tags };
}
