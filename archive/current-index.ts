import type { Library } from './library/library.ts';
import { libraryNames, namesStamp } from './library/names-file.ts';
import type { ArchiveError } from './model/errors.ts';
import type { ArticleSummary, Article } from './model/article.ts';
import { ok } from './model/result.ts';
import type { Result } from './model/result.ts';
import type { DateHistogram } from './model/search.ts';
import { dateHistogram } from './search/date-histogram.ts';
import type { SearchEngine, SearchRecord } from './search/engine.ts';
import { createSearchEngine } from './search/lunr-engine.ts';

function summaryOf(article: Article): ArticleSummary {
  const { id, headline, standfirst, source, section, language, published, collection } = article;
  const facts = { id, headline, standfirst, source, section, language, published, collection };
  return { ...facts, archived: true, listedOn: null };
}

/**
 * The index of a library, kept true: it is made anew when this or another process has changed what is searched, and when
 * the person's list of names has changed.
 */
export class CurrentIndex {
  /** Over all archived articles. */
  dates: DateHistogram = { step: 'year', bars: [], undated: 0 };

  private readonly library: Library;
  private engine: SearchEngine | null = null;
  private stamp = '';

  constructor(library: Library) {
    this.library = library;
  }

  /** The engine over what the library holds now. Error: `unreadable` when the list of names cannot be read. */
  async fresh(): Promise<Result<SearchEngine, ArchiveError>> {
    const names = await namesStamp(this.library.folder);
    const stamp = `${names} ${this.library.meta('generation') ?? ''}`;
    if (this.engine !== null && stamp === this.stamp) return ok(this.engine);
    const list = await libraryNames(this.library.folder);
    if (!list.ok) return list;
    // Between the reading of the stamp and here nothing is awaited that writes: a later change gives a later stamp.
    const engine = createSearchEngine(list.value);
    const articles = [...this.library.catalogue.articles()];
    engine.index(this.records(articles));
    this.dates = dateHistogram(articles.map(({ published }) => published));
    this.engine = engine;
    this.stamp = stamp;
    return ok(engine);
  }

  private *records(articles: readonly Article[]): Generator<SearchRecord> {
    for (const article of articles) yield { kind: 'article', summary: summaryOf(article), article };
    for (const item of this.library.catalogue.unresolved()) yield { kind: 'listed', ...item };
  }
}
