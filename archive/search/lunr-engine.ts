import type { Article, ArticleId } from '../model/article.ts';
import type { ArticleMarks, Match, SearchAnswer, SearchNotice, SearchRequest } from '../model/search.ts';
import type { MarkRequest } from '../api/reading.ts';
import { createNameVariants } from '../text/name-variants.ts';
import type { NameList } from '../text/names.ts';
import { alsoMatched } from './also-matched.ts';
import { createExactAnalysis, createFoldedAnalysis } from './analysis.ts';
import type { Analysis } from './analysis.ts';
import { dateHistogram } from './date-histogram.ts';
import { isWithin } from './date-interval.ts';
import type { SearchEngine, SearchRecord } from './engine.ts';
import { evaluate } from './evaluate.ts';
import type { Documents } from './evaluate.ts';
import { articleMarks, hitOf, sortFound } from './hits.ts';
import type { Found } from './hits.ts';
import { createMatcher } from './matcher.ts';
import { planQuery } from './plan-query.ts';
import { parseQuery } from './query-parser.ts';
import type { ParsedQuery } from './query-parser.ts';
import type { QueryPlan } from './query-plan.ts';
import { scores } from './scoring.ts';
import type { SlotSource } from './slots.ts';
import { buildTermIndex } from './term-index.ts';

type Question = MarkRequest & Pick<SearchRequest, 'filter'>;

/** What a question came to, before it is narrowed by date, sorted and cut into pages. */
interface Outcome {
  readonly plan: QueryPlan;
  readonly documents: Documents;
  readonly notices: readonly SearchNotice[];
}

const nothingAsked: QueryPlan = { clauses: [], typed: new Set(), ignored: [], ignoredMatters: false };
const mostHits = 1_000;

/** One analysis with its index, which is built when it is first asked. */
function lazySource(
  names: SlotSource['names'],
  records: readonly SearchRecord[],
  analysis: Analysis,
): () => SlotSource {
  let source: SlotSource | undefined;
  return () => (source ??= { index: buildTermIndex(records, analysis), names });
}

function isBlank(parsed: ParsedQuery): boolean {
  return parsed.terms.length === 0 && !parsed.notices.some((notice) => notice.code === 'searched-as-words');
}

function commonWords(plan: QueryPlan, documents: Documents): readonly SearchNotice[] {
  const matters = plan.ignoredMatters || (documents.size === 0 && plan.ignored.length === plan.typed.size);
  return matters && plan.ignored.length > 0 ? [{ code: 'common-words-ignored', words: plan.ignored }] : [];
}

class LunrSearchEngine implements SearchEngine {
  readonly #names;
  readonly #foldedAnalysis = createFoldedAnalysis();
  readonly #exactAnalysis = createExactAnalysis();
  #records: readonly SearchRecord[] = [];
  #ids: ReadonlySet<ArticleId> = new Set();
  #folded: () => SlotSource;
  #exact: () => SlotSource;

  constructor(names: NameList) {
    this.#names = createNameVariants(names);
    this.#folded = lazySource(this.#names, [], this.#foldedAnalysis);
    this.#exact = lazySource(null, [], this.#exactAnalysis);
  }

  index(records: Iterable<SearchRecord>): void {
    const byId = new Map<ArticleId, SearchRecord>();
    for (const record of records) {
      const known = byId.get(record.summary.id);
      if (known === undefined || (known.kind === 'listed' && record.kind === 'article')) {
        byId.set(record.summary.id, record);
      }
    }
    this.#records = [...byId.values()];
    this.#ids = new Set(byId.keys());
    this.#folded = lazySource(this.#names, this.#records, this.#foldedAnalysis);
    this.#exact = lazySource(null, this.#records, this.#exactAnalysis);
    this.#folded();
  }

  has(id: ArticleId): boolean {
    return this.#ids.has(id);
  }

  search(request: SearchRequest): SearchAnswer {
    const begun = performance.now();
    const { index } = this.#source(request);
    const outcome = this.#outcome(request);
    const { plan, notices } = outcome;
    const all = this.#found(index, outcome);
    const { dates } = request.filter;
    const found =
      dates === null ? all : all.filter(({ record }) => isWithin(record.summary.published, dates));
    const sort = plan === nothingAsked && request.sort === 'relevance' ? 'newest' : request.sort;
    const matcher = createMatcher(plan, index.analysis);
    const offset = Math.max(0, Math.trunc(request.offset) || 0);
    const limit = Math.min(mostHits, Math.max(0, Math.trunc(request.limit) || 0));
    const page = sortFound(found, sort).slice(offset, offset + limit);
    return {
      query: request.text,
      total: found.length,
      offset,
      hits: page.map((one) => hitOf(one, matcher)),
      alsoMatched: request.exactSpelling
        ? []
        : alsoMatched(index, plan, new Set(found.map(({ number }) => number))),
      notices,
      dates: dateHistogram(all.map(({ record }) => record.summary.published)),
      tookMs: performance.now() - begun,
    };
  }

  marks(article: Article, request: MarkRequest): ArticleMarks {
    const { index } = this.#source(request);
    const { plan } = this.#outcome({ ...request, filter: { collection: null, section: null, dates: null } });
    return articleMarks(article, createMatcher(plan, index.analysis));
  }

  #found(index: SlotSource['index'], { plan, documents }: Outcome): readonly Found[] {
    const scoreOf = scores(index, plan, documents);
    return [...documents].flatMap((number): readonly Found[] => {
      const record = this.#records[number];
      return record === undefined ? [] : [{ number, record, score: scoreOf.get(number) ?? 0 }];
    });
  }

  #source({ exactSpelling }: MarkRequest): SlotSource {
    return exactSpelling ? this.#exact() : this.#folded();
  }

  #outcome(request: Question): Outcome {
    const parsed = parseQuery(request.text, request.typing);
    if (isBlank(parsed)) {
      const archived = this.#records.flatMap((record, number) => (record.kind === 'article' ? [number] : []));
      const documents = this.#inside(archived, request);
      return { plan: nothingAsked, documents, notices: parsed.notices };
    }
    const asked = this.#evaluated(parsed, request, request.match);
    if (request.match === 'any' || asked.documents.size > 0) {
      return asked;
    }
    const wanted = asked.plan.clauses.filter((clause) => clause.presence === 'optional' && !clause.soft);
    const any = wanted.length > 1 ? this.#evaluated(parsed, request, 'any') : asked;
    return any.documents.size === 0
      ? asked
      : { ...any, notices: [...any.notices, { code: 'any-instead-of-all' }] };
  }

  /** What is found in the collection and section; dates do not count, because the histogram shows all of them. */
  #evaluated(parsed: ParsedQuery, request: Question, match: Match): Outcome {
    const source = this.#source(request);
    const plan = planQuery(source, parsed.terms, { match, typing: request.typing });
    const documents = this.#inside(evaluate(source.index, plan, match), request);
    return { plan, documents, notices: [...parsed.notices, ...commonWords(plan, documents)] };
  }

  #inside(numbers: Iterable<number>, { filter: { collection, section } }: Question): Documents {
    const inside = (number: number) => {
      const summary = this.#records[number]?.summary;
      return (
        (collection === null || summary?.collection === collection) &&
        (section === null || summary?.section === section)
      );
    };
    return new Set([...numbers].filter(inside));
  }
}

/** Makes an engine that answers lunr's query language; `names` are the variants that it treats as one name. */
export function createSearchEngine(names: NameList): SearchEngine {
  return new LunrSearchEngine(names);
}
