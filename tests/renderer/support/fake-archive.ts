import type { ArchiveApi } from '../../../archive/api/archive-api.ts';
import type { MarkRequest, OriginalText, Reading } from '../../../archive/api/reading.ts';
import type { Article, ArticleId, ArticleSummary } from '../../../archive/model/article.ts';
import { archiveError, type ArchiveError } from '../../../archive/model/errors.ts';
import type { LibraryOverview, SectionSummary } from '../../../archive/model/overview.ts';
import { fail, ok, type Result } from '../../../archive/model/result.ts';
import type {
  ArticleMarks,
  Completion,
  FacetRequest,
  Facets,
  Mark,
  RelatedArticle,
  SearchAnswer,
  SearchRequest,
} from '../../../archive/model/search.ts';
import { bbcText } from '../reading/support/sample-articles.ts';
import { collectionArticles } from './collection-articles.ts';
import { FakeCollections } from './fake-collections.ts';
import { completionsOf, facetsOf, relatedOf } from './fake-facets.ts';
import { FakeImports } from './fake-imports.ts';
import {
  countWords,
  findables,
  histogramOf,
  hitOf,
  marksOn,
  noticesFor,
  otherForms,
  queryWords,
  within,
  type Findable,
} from './fake-search.ts';

type Answer<T> = Promise<Result<T, ArchiveError>>;

/** A believable archive in memory. What it is asked can be held back, and made to fail. */
export class FakeArchive extends FakeCollections implements ArchiveApi {
  readonly reports = new FakeImports();
  readonly imports: ArchiveApi['imports'] = (limit) => this.reports.imports(limit);
  readonly importRun: ArchiveApi['importRun'] = (run) => this.reports.importRun(run);
  readonly importLines: ArchiveApi['importLines'] = (request) => this.reports.importLines(request);
  /** The texts of the searches that were asked, in order. */
  readonly searched: string[] = [];
  /** Waited for before a search is answered; a test decides when. */
  gate: (request: SearchRequest) => Promise<void> = () => Promise.resolve();
  /** What answers say besides the hits. */
  remarks: Partial<Pick<SearchAnswer, 'didYouMean' | 'exact' | 'notices'>> = {};
  /** The texts of the results that were counted, in order. */
  readonly counted: string[] = [];
  /** Waited for before a result is counted. */
  facetGate: (request: FacetRequest) => Promise<void> = () => Promise.resolve();
  /** Completions are offered only where a test is about them. */
  completes = false;
  /** The texts that completions were asked for, in order. */
  readonly completed: string[] = [];
  /** Waited for before an article is read. */
  readGate: () => Promise<void> = () => Promise.resolve();
  searchError: ArchiveError | null = null;
  overviewError: ArchiveError | null = null;

  constructor(articles: readonly Article[] = collectionArticles) {
    super(articles);
  }

  async search(request: SearchRequest): Answer<SearchAnswer> {
    this.searched.push(request.text);
    await this.gate(request);
    if (this.searchError) return fail(this.searchError);
    return ok(this.answer(request));
  }

  private answer(request: SearchRequest): SearchAnswer {
    const { found, any } = this.find(request);
    const shown = found.filter((item) => within(item, request));
    const ordered = this.sorted(shown, request);
    return {
      query: request.text,
      total: ordered.length,
      tookMs: 3,
      offset: request.offset,
      hits: ordered.slice(request.offset, request.offset + request.limit).map((item) => hitOf(item, request)),
      alsoMatched: otherForms(shown, request),
      exact: true,
      didYouMean: null,
      ...this.remarks,
      notices: [...noticesFor(request, any), ...(this.remarks.notices ?? [])],
    };
  }

  async facets(request: FacetRequest): Answer<Facets> {
    this.counted.push(request.text);
    await this.facetGate(request);
    const found = this.find({ ...request, filter: { ...request.filter, collection: null } }).found;
    return ok(facetsOf(found, request));
  }

  async complete(text: string, limit: number): Answer<readonly Completion[]> {
    this.completed.push(text);
    return ok(this.completes ? completionsOf(findables(this.articles), text, limit) : []);
  }

  async related(id: ArticleId, limit: number): Answer<readonly RelatedArticle[]> {
    return ok(relatedOf(findables(this.articles), id, limit));
  }

  private find(request: FacetRequest): { readonly found: readonly Findable[]; readonly any: boolean } {
    const all = findables(this.articles).filter((item) => within(item, request, false));
    const words = queryWords(request.text).length;
    if (request.text.trim() === '')
      return { found: all.filter(({ summary }) => summary.archived), any: false };
    const least = request.match === 'all' ? words : 1;
    const found = all.filter((item) => words > 0 && countWords(item, request) >= least);
    if (found.length > 0 || least < 2) return { found, any: false };
    const required = request.text
      .split(/\s+/)
      .filter((piece) => piece.startsWith('+'))
      .join(' ');
    const must = { ...request, text: required, typing: false };
    const some = all.filter(
      (item) => countWords(item, request) > 0 && countWords(item, must) === queryWords(required).length,
    );
    return { found: some, any: some.length > 0 };
  }

  private sorted(items: readonly Findable[], { sort, ...request }: SearchRequest): readonly Findable[] {
    const date = ({ summary }: Findable): string => summary.published?.value ?? '';
    const marks = ({ summary, text }: Findable): number =>
      (summary.archived ? 100 : 0) +
      marksOn(summary.headline, request).length * 20 +
      marksOn(text, request).length;
    const undatedLast = (a: Findable, b: Findable): number => Number(date(a) === '') - Number(date(b) === '');
    return [...items].sort((a, b) => {
      if (sort === 'relevance') return marks(b) - marks(a);
      const order = date(a) < date(b) ? -1 : 1;
      return undatedLast(a, b) || (sort === 'oldest' ? order : -order);
    });
  }

  async read(id: ArticleId, marks: MarkRequest | null): Answer<Reading> {
    await this.readGate();
    const article = this.articles.find((one) => one.id === id);
    if (!article) return fail(this.missing(id));
    const listedBy = this.articles.filter(({ listed }) =>
      listed.some(({ headline }) => headline === article.headline),
    );
    const listed = article.listed.map((link) => ({
      ...link,
      article: this.articles.find(({ headline }) => headline === link.headline)?.id ?? null,
    }));
    const reading = {
      article: { ...article, listed },
      marks: marks && articleMarks(article, marks),
      listedBy: listedBy.map(({ id: by }) => this.summaryFor(by)),
    };
    return ok(reading);
  }

  private summaryFor(id: ArticleId): ArticleSummary {
    const item = findables(this.articles).find(({ summary }) => summary.id === id);
    if (!item) throw new Error(`no item ${id}`);
    return item.summary;
  }

  private missing(id: ArticleId): ArchiveError {
    const item = findables(this.articles).find(({ summary }) => summary.id === id);
    return item
      ? archiveError('article-not-archived', { id, headline: item.summary.headline })
      : archiveError('article-not-found', { id });
  }

  summary(id: ArticleId): Answer<ArticleSummary> {
    const item = findables(this.articles).find(({ summary }) => summary.id === id);
    return Promise.resolve(item ? ok(item.summary) : fail(archiveError('article-not-found', { id })));
  }

  originalText(id: ArticleId): Answer<OriginalText> {
    const article = this.articles.find((one) => one.id === id);
    if (!article) return Promise.resolve(fail(this.missing(id)));
    const lines = article.blocks.map((block) => ('text' in block ? block.text : ''));
    const text =
      article.source === 'BBC News' ? bbcText : [article.headline, article.standfirst, ...lines].join('\n\n');
    return Promise.resolve(ok({ original: article.original, text }));
  }

  overview(): Answer<LibraryOverview> {
    if (this.overviewError) return Promise.resolve(fail(this.overviewError));
    const all = findables(this.articles);
    const held = all.filter(({ summary }) => summary.archived);
    const byDate = this.sorted(held, { sort: 'oldest' } as SearchRequest).map(({ summary }) => summary);
    const dates = byDate.flatMap(({ published }) => (published ? [published.value.slice(0, 10)] : []));
    return Promise.resolve(
      ok({
        articles: held.length,
        listed: all.length - held.length,
        originals: held.length,
        originalBytes: this.articles.reduce((sum, { original }) => sum + original.bytes, 0),
        collections: this.collectionNames.map((name) => ({
          name,
          articles: byDate.filter(({ collection }) => collection === name).length,
          first: dates[0] ?? null,
          last: dates.at(-1) ?? null,
        })),
        sections: counted(byDate.map(({ section }) => section)),
        sources: counted(byDate.map(({ source }) => source)),
        dates: histogramOf(held),
        lead: this.articles[0] ? this.summaryFor(this.articles[0].id) : null,
        contents: byDate.filter(({ id }) => id !== this.articles[0]?.id).slice(0, 200),
      }),
    );
  }

  async list({ offset, limit }: { readonly offset: number; readonly limit: number }): Answer<{
    readonly total: number;
    readonly articles: readonly ArticleSummary[];
  }> {
    const overview = await this.overview();
    if (!overview.ok) return overview;
    const all = overview.value.contents;
    return ok({ total: all.length, articles: all.slice(offset, offset + limit) });
  }
}

function counted(names: readonly (string | null)[]): SectionSummary[] {
  const present = names.filter((name) => name !== null);
  return [...new Set(present)]
    .map((name) => ({ name, articles: present.filter((other) => other === name).length }))
    .sort((a, b) => b.articles - a.articles);
}

function articleMarks(article: Article, request: MarkRequest): ArticleMarks {
  const on = (text: string | null): Mark[] => (text === null ? [] : marksOn(text, request));
  return {
    id: article.id,
    headline: on(article.headline),
    standfirst: on(article.standfirst),
    blocks: article.blocks.map((block) => {
      if (block.kind === 'image') return [on(block.caption), on(block.legend)];
      return block.kind === 'list' ? block.items.map(on) : [on(block.text)];
    }),
    listed: article.listed.map(({ headline }) => on(headline)),
  };
}
