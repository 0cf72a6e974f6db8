import type { Article, ArticleId, ArticleSummary, ListedLink, Sha256 } from '../model/article.ts';
import { integer, text, textOrNull } from './columns.ts';
import { linkTarget, listedWithPage, unresolvedOnce } from './link-queries.ts';
import { articleOf, linkOf, listedSummaryOf, summaryColumns, summaryOf } from './rows.ts';
import type { Database, Row } from './sqlite.ts';

/** Oldest first, undated last, always the same order among equals. */
export const oldestFirst = 'published IS NULL, published, headline, id';

/** An item that pages list and the library does not hold. */
export interface UnresolvedItem {
  readonly summary: ArticleSummary;
  readonly url: string | null;
}

/** What an id names. `link` is an item whose article the library came to hold. */
export type Named =
  | { readonly kind: 'article'; readonly summary: ArticleSummary }
  | { readonly kind: 'listed'; readonly summary: ArticleSummary }
  | { readonly kind: 'link'; readonly summary: ArticleSummary };

const articleRows =
  'SELECT articles.*, originals.bytes AS bytes FROM articles JOIN originals ON originals.sha256 = articles.original';

/** Reads the catalogue. Throws only what SQLite throws, or `DamagedRow`. */
export class Catalogue {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  /** A whole article with its links resolved, or null. */
  article(id: ArticleId): Article | null {
    const row = this.database.first(`${articleRows} WHERE articles.id = ?`, id);
    return row === null ? null : articleOf(row, this.linksOf(id));
  }

  /** Every article, oldest first. */
  *articles(): Generator<Article> {
    const links = this.allLinks();
    for (const row of this.database.all(`${articleRows} ORDER BY ${oldestFirst}`)) {
      yield articleOf(row, links.get(text(row, 'id')) ?? []);
    }
  }

  /** What an id names: an article, or an item that is listed somewhere; null when nothing. */
  named(id: ArticleId): Named | null {
    const article = this.summary(id);
    if (article !== null) return { kind: 'article', summary: article };
    const row = this.database.first(`${listedWithPage} WHERE listed.id = ?`, id);
    if (row === null) return null;
    const target = textOrNull(row, 'target');
    const linked = target === null ? null : this.summary(target as ArticleId);
    return linked === null
      ? { kind: 'listed', summary: listedSummaryOf(row) }
      : { kind: 'link', summary: linked };
  }

  /** The items that no article answers to; one that several pages list is given once, on the oldest of them. */
  unresolved(): readonly UnresolvedItem[] {
    return this.database
      .all(unresolvedOnce)
      .map((row) => ({ summary: listedSummaryOf(row), url: textOrNull(row, 'url') }));
  }

  /** Articles whose page lists this one, oldest first; never itself. */
  listedBy(id: ArticleId): readonly ArticleSummary[] {
    const sql = `
      SELECT ${summaryColumns} FROM articles
      WHERE id <> ?1 AND id IN (
        SELECT listed.article FROM listed, articles AS wanted
        WHERE wanted.id = ?1
          AND (listed.headline_key = wanted.headline_key OR listed.url = wanted.url)
          AND ${linkTarget} = ?1)
      ORDER BY ${oldestFirst}`;
    return this.database.all(sql, id).map(summaryOf);
  }

  /** A page of summaries, oldest first, undated last. */
  list(offset: number, limit: number): readonly ArticleSummary[] {
    const sql = `SELECT ${summaryColumns} FROM articles ORDER BY ${oldestFirst} LIMIT ? OFFSET ?`;
    return this.database.all(sql, limit, offset).map(summaryOf);
  }

  count(): number {
    return integer(this.database.first('SELECT count(*) AS n FROM articles') ?? {}, 'n');
  }

  hasArticle(id: ArticleId): boolean {
    return this.database.first('SELECT 1 FROM articles WHERE id = ?', id) !== null;
  }

  hasOriginal(sha256: Sha256): boolean {
    return this.database.first('SELECT 1 FROM originals WHERE sha256 = ?', sha256) !== null;
  }

  /** Whether an original of this size is kept: without one, no file of that size can be kept already. */
  hasOriginalOfSize(bytes: number): boolean {
    return this.database.first('SELECT 1 FROM originals WHERE bytes = ? LIMIT 1', bytes) !== null;
  }

  private summary(id: ArticleId): ArticleSummary | null {
    const row = this.database.first(`SELECT ${summaryColumns} FROM articles WHERE id = ?`, id);
    return row === null ? null : summaryOf(row);
  }

  private linksOf(id: ArticleId): readonly ListedLink[] {
    const sql = `SELECT listed.*, ${linkTarget} AS target FROM listed WHERE article = ? ORDER BY ordinal`;
    return this.database.all(sql, id).map(linkOf);
  }

  private allLinks(): ReadonlyMap<string, readonly ListedLink[]> {
    const sql = `SELECT listed.*, ${linkTarget} AS target FROM listed ORDER BY article, ordinal`;
    const links = new Map<string, ListedLink[]>();
    for (const row of this.database.all(sql)) group(links, row).push(linkOf(row));
    return links;
  }
}

function group(links: Map<string, ListedLink[]>, row: Row): ListedLink[] {
  const article = text(row, 'article');
  const list = links.get(article) ?? [];
  links.set(article, list);
  return list;
}
