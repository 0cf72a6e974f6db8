import type { MarkRequest } from '../api/reading.ts';
import type { Article, ArticleId } from '../model/article.ts';
import type {
  ArticleMarks,
  Completion,
  DateHistogram,
  FacetRequest,
  Facets,
  SearchAnswer,
  SearchNotice,
  SearchRequest,
} from '../model/search.ts';
import type { Explanation } from '../model/explanation.ts';
import type { NameVariants } from '../text/name-variants.ts';
import type { NameList } from '../text/names.ts';
import { stemLanguageOf, stemLanguages } from './analysis/stemming.ts';
import { completions } from './answer/complete.ts';
import { FacetCounter } from './answer/count-facets.ts';
import { articleMarks } from './answer/hits.ts';
import { matchersOf } from './answer/matcher.ts';
import { explain } from './answer/explain.ts';
import { findNames } from './answer/find-names.ts';
import { relatedDocuments } from './answer/related.ts';
import type { RelatedDocument } from './answer/related.ts';
import { answerQuestion } from './answer/answer-question.ts';
import { ask, withFilter } from './answer/question.ts';
import { runPlan } from './execute/run-plan.ts';
import { expansionContext } from './expand/expand-word.ts';
import { recordParts } from './fields.ts';
import { DamagedSegment, inSegment } from './segment/damaged-segment.ts';
import { namedColumns } from './segment/columns-writer.ts';
import type { IndexReader } from './store/index-reader.ts';
import type { Snapshot } from './store/snapshot.ts';
import type { RecordSource, SearchRecord } from './search-record.ts';
import { intervalOf } from './date-interval.ts';

/** Names as the person's list and ours have them. */
export interface Names {
  readonly list: NameList;
  readonly variants: NameVariants;
}

const noFilter = { collection: null, section: null, dates: null };

/**
 * Answers questions from the index on the disk. Whatever is typed gives an answer; a segment that turns out to be damaged is
 * left out, and the answer says so. Throws what the system throws.
 */
export class IndexSearch {
  names: Names;
  private readonly reader: IndexReader;
  private readonly source: RecordSource;

  constructor(reader: IndexReader, source: RecordSource, names: Names) {
    this.reader = reader;
    this.source = source;
    this.names = names;
  }

  search(request: SearchRequest): SearchAnswer {
    return this.reading((snapshot) => {
      const begun = performance.now();
      const answer = answerQuestion(snapshot, this.names.variants, request, this.source);
      const notices = [...answer.notices, ...damage(snapshot)];
      const exact = notices.every(({ code }) => code !== 'expansion-cut' && code !== 'index-damaged');
      return { ...answer, notices, exact, tookMs: performance.now() - begun };
    });
  }

  /** How the hits of a page got their scores, in their order by relevance. */
  explain(request: SearchRequest): readonly Explanation[] {
    return this.reading((snapshot) => {
      const { plan } = ask(snapshot, this.names.variants, request);
      const narrowed = withFilter(plan, request.filter);
      const { offset, limit } = request;
      const { page } = runPlan(snapshot, narrowed, { sort: 'relevance', offset, limit });
      return page.map((found) => {
        const { name } = snapshot.segments[found.segment]!.segment;
        return inSegment(name, () => explain(snapshot, narrowed, found));
      });
    });
  }

  /** The words of the query in one article. */
  marks(article: Article, request: MarkRequest): ArticleMarks {
    return this.reading((snapshot) => {
      const { plan } = ask(snapshot, this.names.variants, { ...request, filter: noFilter });
      const language = stemLanguageOf(article.language);
      const number = language === null ? 0 : stemLanguages.indexOf(language) + 1;
      return articleMarks(article, matchersOf(plan)(number));
    });
  }

  facets(request: FacetRequest): Facets {
    return this.reading((snapshot) => {
      const begun = performance.now();
      const { filter } = request;
      const { plan } = ask(snapshot, this.names.variants, request);
      const counter = new FacetCounter();
      const rest = namedColumns.filter((column) => column !== 'collection');
      const count = (narrowed: FacetRequest['filter'], what: Parameters<FacetCounter['add']>[2]): number =>
        runPlan(snapshot, withFilter(plan, narrowed), {
          sort: 'relevance',
          offset: 0,
          limit: 0,
          observe: (search, matched) => counter.add(search, matched, what),
        }).total;
      const simple = filter.dates === null && filter.collection === null;
      const total = count(filter, { dates: simple, columns: simple ? namedColumns : rest });
      if (!simple) {
        count({ ...filter, dates: null }, { dates: true, columns: [] });
        count({ ...filter, collection: null }, { dates: false, columns: ['collection'] });
      }
      return { ...counter.facets(), total, tookMs: performance.now() - begun };
    });
  }

  complete(text: string, limit: number): readonly Completion[] {
    return this.reading((snapshot) => {
      const context = expansionContext(snapshot, this.names.variants, false);
      return completions(snapshot, text, limit, (typed) => findNames(context, this.names.list, typed));
    });
  }

  /** Documents about the same as a record, with their ids. */
  related(record: SearchRecord, limit: number): readonly (RelatedDocument & { readonly id: ArticleId })[] {
    return this.reading((snapshot) => {
      const context = expansionContext(snapshot, this.names.variants, false);
      const { id, published } = record.summary;
      const start = published === null ? Number.NaN : (intervalOf(published.value)?.start ?? Number.NaN);
      const found = relatedDocuments(context, { parts: recordParts(record), id, start }, limit);
      return found.map((one) => {
        const { columns } = snapshot.segments[one.segment]!.segment;
        return { ...one, id: columns.id(one.document) as ArticleId };
      });
    });
  }

  /** The dates of all archived articles. */
  dates(): DateHistogram {
    const question = {
      text: '',
      match: 'all',
      exactSpelling: false,
      typing: false,
      filter: noFilter,
    } as const;
    return this.facets(question).dates;
  }

  /** Does work on the newest state of the index; when a segment turns out to be damaged, once more without it. */
  private reading<T>(work: (snapshot: Snapshot) => T): T {
    for (;;) {
      const snapshot = this.reader.snapshot();
      try {
        return work(snapshot);
      } catch (error) {
        if (!(error instanceof DamagedSegment) || error.file === null) throw error;
        this.reader.exclude(error.file, error.message);
      }
    }
  }
}

function damage({ damaged }: Snapshot): readonly SearchNotice[] {
  return damaged.length === 0 ? [] : [{ code: 'index-damaged' }];
}
