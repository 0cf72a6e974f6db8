import type { ArchiveApi } from '../../../../archive/api/archive-api.ts';
import type { MarkRequest, OriginalText, Reading } from '../../../../archive/api/reading.ts';
import type { Article, ArticleId, ArticleSummary } from '../../../../archive/model/article.ts';
import { archiveError, type ArchiveError } from '../../../../archive/model/errors.ts';
import { fail, ok, type Result } from '../../../../archive/model/result.ts';
import type { RelatedArticle } from '../../../../archive/model/search.ts';
import { FakeImports } from '../../support/fake-imports.ts';
import { marksFor } from './sample-articles.ts';

export interface Held {
  readonly article: Article;
  readonly text: string;
  readonly listedBy?: readonly ArticleSummary[];
}
import { FakeCollections } from '../../support/fake-collections.ts';

/** The summary of an article, or of an item listed on it. */
export function summaryOf(article: Article): ArticleSummary {
  const { id, headline, standfirst, source, section, language, published, collection } = article;
  return {
    id,
    headline,
    standfirst,
    source,
    section,
    language,
    published,
    collection,
    archived: true,
    listedOn: null,
  };
}

/** An archive of a few articles in memory. `gates` hold back the answers for an id until they resolve. */
export class FakeArchive extends FakeCollections implements ArchiveApi {
  readonly reports = new FakeImports();
  readonly imports: ArchiveApi['imports'] = (limit) => this.reports.imports(limit);
  readonly importRun: ArchiveApi['importRun'] = (run) => this.reports.importRun(run);
  readonly importLines: ArchiveApi['importLines'] = (request) => this.reports.importLines(request);
  readonly held = new Map<ArticleId, Held>();
  readonly gates = new Map<ArticleId, Promise<void>>();
  readonly failures = new Map<ArticleId, ArchiveError>();
  readonly originalFailures = new Map<ArticleId, ArchiveError>();
  /** How many related articles were asked for, in order. */
  readonly wanted: number[] = [];
  readonly relatives = new Map<ArticleId, readonly RelatedArticle[]>();
  readonly calls: string[] = [];

  constructor(held: readonly Held[]) {
    super([]);
    for (const each of held) this.held.set(each.article.id, each);
  }

  #listing(id: ArticleId): { article: Article; headline: string } | null {
    for (const { article } of this.held.values()) {
      const link = article.listed.find((item) => item.id === id);
      if (link !== undefined) return { article, headline: link.headline };
    }
    return null;
  }

  async read(id: ArticleId, marks: MarkRequest | null): Promise<Result<Reading, ArchiveError>> {
    this.calls.push(`read ${id.slice(0, 4)} ${marks?.text ?? ''}`.trim());
    await this.gates.get(id);
    const failure = this.failures.get(id);
    if (failure !== undefined) return fail(failure);
    const held = this.held.get(id);
    const listing = this.#listing(id);
    if (held === undefined && listing !== null) {
      return fail(archiveError('article-not-archived', { id, headline: listing.headline }));
    }
    if (held === undefined) return fail(archiveError('article-not-found', { id }));
    const words = marks?.text.split(' ').filter((word) => word !== '') ?? [];
    return ok({
      article: held.article,
      marks: marks === null ? null : marksFor(held.article, words),
      listedBy: held.listedBy ?? [],
    });
  }

  summary(id: ArticleId): Promise<Result<ArticleSummary, ArchiveError>> {
    const held = this.held.get(id);
    if (held !== undefined) return Promise.resolve(ok(summaryOf(held.article)));
    const listing = this.#listing(id);
    if (listing === null) return Promise.resolve(fail(archiveError('article-not-found', { id })));
    const { article, headline } = listing;
    const { source, published, collection } = article;
    return Promise.resolve(
      ok({
        ...summaryOf(article),
        id,
        headline,
        standfirst: null,
        source: null,
        published: null,
        collection,
        archived: false,
        listedOn: { id: article.id, headline: article.headline, source, published },
      }),
    );
  }

  async originalText(id: ArticleId): Promise<Result<OriginalText, ArchiveError>> {
    this.calls.push(`original ${id.slice(0, 4)}`);
    await this.gates.get(id);
    const failure = this.originalFailures.get(id);
    if (failure !== undefined) return fail(failure);
    const held = this.held.get(id);
    return held === undefined
      ? fail(archiveError('article-not-found', { id }))
      : ok({ original: held.article.original, text: held.text });
  }

  related(id: ArticleId, limit: number): Promise<Result<readonly RelatedArticle[], ArchiveError>> {
    this.calls.push(`related ${id.slice(0, 4)}`);
    this.wanted.push(limit);
    return Promise.resolve(ok((this.relatives.get(id) ?? []).slice(0, limit)));
  }

  facets(): never {
    throw new Error('the reading pane counts nothing');
  }

  complete(): never {
    throw new Error('the reading pane completes nothing');
  }

  search(): never {
    throw new Error('the reading pane does not search');
  }

  overview(): never {
    throw new Error('the reading pane needs no overview');
  }

  list(): never {
    throw new Error('the reading pane lists nothing');
  }
}

/** A request for marks on these words. */
export function marking(text: string): MarkRequest {
  return { text, match: 'all', exactSpelling: false, typing: false };
}
