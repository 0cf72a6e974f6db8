import type { ArticleId } from '../../model/article.ts';
import type { Hit, SearchAnswer, SearchRequest } from '../../model/search.ts';
import type { NameVariants } from '../../text/name-variants.ts';
import { runPlan } from '../execute/run-plan.ts';
import type { FoundDocument } from '../execute/run-plan.ts';
import type { RecordSource } from '../search-record.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { AlsoMatched } from './also-matched.ts';
import { correctedText } from './did-you-mean.ts';
import { hitOf } from './hits.ts';
import { matchersOf } from './matcher.ts';
import { ask, findDocuments, withFilter } from './question.ts';
import type { Asked } from './question.ts';

const mostHits = 1_000;
/** With no more hits than this a misspelt word is looked for. */
const little = 2;

function whole(value: number): number {
  return Math.max(0, Math.trunc(value) || 0);
}

/** The hits of a page. One whose record went away since it was indexed is left out. */
function hitsOf(
  snapshot: Snapshot,
  { plan }: Asked,
  page: readonly FoundDocument[],
  source: RecordSource,
): readonly Hit[] {
  const columnsOf = ({ segment }: FoundDocument) => snapshot.segments[segment]!.segment.columns;
  const ids = page.map((found) => columnsOf(found).id(found.document) as ArticleId);
  const matcherFor = matchersOf(plan);
  return source.records(ids).flatMap((record, index): readonly Hit[] => {
    const found = page[index]!;
    if (record === null) return [];
    const language = columnsOf(found).stemLanguages[found.document]!;
    return [hitOf(record, found.score, matcherFor(language))];
  });
}

/** What was meant, when little is found and another spelling finds more. */
function meant(
  snapshot: Snapshot,
  names: NameVariants,
  asked: Asked,
  request: SearchRequest,
  total: number,
): string | null {
  const loose = asked.notices.some(({ code }) => code === 'any-instead-of-all');
  if (asked.root === null || request.exactSpelling || request.typing || (total > little && !loose))
    return null;
  const text = correctedText(snapshot, request.text, asked.root);
  if (text === null) return null;
  const better = ask(snapshot, names, { ...request, text }, asked.context);
  if (better.notices.some(({ code }) => code === 'any-instead-of-all')) return null;
  const plan = withFilter(better.plan, request.filter);
  const { total: found } = runPlan(snapshot, plan, { sort: 'relevance', offset: 0, limit: 0 });
  return found > (loose ? 0 : total) ? text : null;
}

/** Answers a request from one state of the index. */
export function answerQuestion(
  snapshot: Snapshot,
  names: NameVariants,
  request: SearchRequest,
  source: RecordSource,
): Omit<SearchAnswer, 'tookMs' | 'exact'> {
  let also: AlsoMatched | null = null;
  const offset = whole(request.offset);
  const limit = Math.min(mostHits, whole(request.limit));
  const { asked, result } = findDocuments(snapshot, names, request, ({ plan, root, typed }) => {
    const sort = root === null && request.sort === 'relevance' ? 'newest' : request.sort;
    const forms = new AlsoMatched(plan, typed);
    also = request.exactSpelling || !forms.isPossible(snapshot.segments.length) ? null : forms;
    const observe = also === null ? {} : { observe: forms.add.bind(forms) };
    return { sort, offset, limit, ...observe };
  });
  const { total, page } = result;
  return {
    query: request.text,
    total,
    offset,
    hits: hitsOf(snapshot, asked, page, source),
    alsoMatched: (also as AlsoMatched | null)?.list() ?? [],
    didYouMean: meant(snapshot, names, asked, request, total),
    notices: asked.notices,
  };
}
