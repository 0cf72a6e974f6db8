import type { Reading } from '../../../archive/api/reading.ts';
import type { ArchiveError } from '../../../archive/model/errors.ts';
import type { ArticleId } from '../../../archive/model/article.ts';
import type { LibraryOverview } from '../../../archive/model/overview.ts';
import { ok, type Result } from '../../../archive/model/result.ts';
import type {
  Completion,
  DateHistogram,
  FacetRequest,
  Facets,
  Hit,
  SearchAnswer,
  SearchRequest,
} from '../../../archive/model/search.ts';
import { articleFrom } from '../reading/support/sample-articles.ts';
import { FakeArchive } from './fake-archive.ts';
import { summaryOf } from './fake-search.ts';

const headlines = [
  'Talks resume',
  'Тројка наставља разговоре о статусу Косова и Метохије у Бадену, без наговештаја споразума који би обе стране прихватиле',
  'Kryeministri i Kosovës Hashim Thaçi takohet me përfaqësuesit e Bashkimit Evropian për të diskutuar hapat e ardhshëm drejt pavarësisë së mbikëqyrur',
  'Belgrade answers the mediators',
  'An agreement on the electricity of the north, and what it means for those who have none',
];
const sentence =
  'The mediators met both sides in the afternoon and spoke of progress, but gave no details of it. ';

/** A library of any size whose articles are made when they are looked at; every search finds all of them. */
export class MillionArchive extends FakeArchive {
  readonly total: number;
  /** What an answer takes, in milliseconds; facets take ten times as long. */
  delay = 0;
  /** The offsets of the pages that were fetched. */
  readonly offsets: number[] = [];

  constructor(total = 1_000_000) {
    super([]);
    this.total = total;
  }

  override async search(request: SearchRequest): Promise<Result<SearchAnswer, ArchiveError>> {
    this.searched.push(request.text);
    this.offsets.push(request.offset);
    await this.gate(request);
    if (this.delay > 0) await new Promise((resolve) => setTimeout(resolve, this.delay));
    const last = Math.min(this.total, request.offset + request.limit);
    return ok({
      query: request.text,
      total: this.total,
      exact: true,
      tookMs: 9,
      offset: request.offset,
      hits: Array.from({ length: last - request.offset }, (_, at) => this.hit(request.offset + at)),
      alsoMatched: [],
      didYouMean: null,
      notices: [],
      ...this.remarks,
    });
  }

  private article(index: number) {
    const year = 1987 + Math.floor((index * 38) / this.total);
    const month = String((index % 12) + 1).padStart(2, '0');
    return articleFrom({
      id: index.toString(16).padStart(32, '0') as ArticleId,
      headline: `${headlines[index % headlines.length] ?? ''}, no. ${String(index + 1)}`,
      source: index % 3 === 0 ? 'BBC News' : 'Reuters',
      collection: 'Wire',
      published: {
        value: `${String(year)}-${month}-11`,
        precision: 'day',
        printed: '',
        zone: null,
      },
      text: sentence,
      blocks: Array.from({ length: 12 }, () => ({ kind: 'paragraph', text: sentence.repeat(3) })),
    });
  }

  private hit(index: number): Hit {
    const text = sentence.repeat((index % 3) + 1);
    return {
      ...summaryOf(this.article(index)),
      url: null,
      score: 1,
      headlineMarks: [],
      snippet: { text, marks: [[4, 13]] },
    };
  }

  override async facets(request: FacetRequest): Promise<Result<Facets, ArchiveError>> {
    this.counted.push(request.text);
    await this.facetGate(request);
    if (this.delay > 0) await new Promise((resolve) => setTimeout(resolve, 10 * this.delay));
    return ok({
      total: this.total,
      dates: this.dates(),
      years: [],
      sources: [],
      languages: [],
      sections: [],
      collections: [{ value: 'Wire', count: this.total }],
      tags: [],
      tookMs: 90,
    });
  }

  private dates(): DateHistogram {
    const bars = Array.from({ length: 38 * 12 }, (_, at) => ({
      start: `${String(1987 + Math.floor(at / 12))}-${String((at % 12) + 1).padStart(2, '0')}`,
      count: Math.round((this.total / 456) * (1 + Math.sin(at / 9) / 2)),
    }));
    return { step: 'month', bars, imprecise: [{ start: '1999', count: 41_210 }], undated: 1_204 };
  }

  override async complete(text: string, limit: number): Promise<Result<readonly Completion[], ArchiveError>> {
    this.completed.push(text);
    if (!this.completes) return ok([]);
    const endings = ['', 's', 'ing', 'ation', 'er', 'ers', 'ed', 'ish'];
    return ok(
      endings.slice(0, limit).map((ending, at) => ({
        text: text + ending,
        shown: text + ending,
        kind: 'word',
        articles: 412_000 >> at,
      })),
    );
  }

  override async overview(): Promise<Result<LibraryOverview, ArchiveError>> {
    return ok({
      articles: this.total,
      listed: 0,
      originals: this.total,
      originalBytes: this.total * 2400,
      collections: [{ name: 'Wire', articles: this.total, first: '1987-01-11', last: '2024-12-11' }],
      sections: [],
      sources: [{ name: 'Reuters', articles: this.total }],
      dates: this.dates(),
      lead: summaryOf(this.article(0)),
      contents: [1, 2, 3, 4, 5].map((index) => summaryOf(this.article(index))),
    });
  }

  override async read(id: ArticleId): Promise<Result<Reading, ArchiveError>> {
    await this.readGate();
    return ok({ article: this.article(Number.parseInt(id, 16)), marks: null, listedBy: [] });
  }
}
