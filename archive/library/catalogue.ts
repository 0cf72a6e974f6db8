import type { Article, ArticleId, ArticleSummary, ListedLink, Sha256 } from '../model/article.ts';
import { text, textOrNull } from './columns.ts';
import { readValues } from './corrections.ts';
import { collectionOf } from './membership.ts';
import { linkTarget, listedWithPage } from './link-queries.ts';
import { groupLinks, linksByArticle } from './links.ts';
import type { LinksByArticle } from './links.ts';
import { articleOf, linkOf, listedSummaryOf, summaryColumns, summaryOf } from './rows.ts';
import type { Database, Row } from './sqlite.ts';
import { totalOf } from './totals.ts';

/** Oldest first, undated last, always the same order among equals. */
export const oldestFirst = 'published IS NULL, published, headline, id';

/** What an id names. `link` is an item whose article the library came to hold. */
export type Named =
  | { readonly kind: 'article'; readonly summary: ArticleSummary }
  | { readonly kind: 'listed'; readonly summary: ArticleSummary }
  | { readonly kind: 'link'; readonly summary: ArticleSummary };

/** Articles with their size, as `articleOf` reads them. */
export const articleRows = `SELECT articles.*, originals.bytes AS bytes, ${collectionOf('articles')} AS collection
  FROM articles JOIN originals ON originals.sha256 = articles.original`;

/** Reads the catalogue. Throws only what SQLite throws, or `DamagedRow`. */
export class Catalogue {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  /** A whole article with its links resolved and what was corrected in it, or null. */
  article(id: ArticleId): Article | null {
    const row = this.database.first(`${articleRows} WHERE articles.id = ?`, id);
    if (row === null) return null;
    return { ...articleOf(row, this.linksOf(id)), asRead: readValues(this.database, id) };
  }

  /** The hash of an article's own bytes; null when there is no such article, or it is of a library of before version 3. */
  payloadOf(id: ArticleId): Sha256 | null {
    const row = this.database.first('SELECT payload FROM articles WHERE id = ?', id);
    return row === null ? null : (textOrNull(row, 'payload') as Sha256 | null);
  }

  /** Every article, oldest first. Nothing else may be asked of it before the last is taken. */
  *articles(): Generator<Article> {
    const links = this.allLinks();
    for (const row of this.database.iterate(`${articleRows} ORDER BY ${oldestFirst}`)) {
      yield articleOf(row, links.get(text(row, 'id')) ?? []);
    }
  }

  /** The articles of these ids, each in its place, null where there is none. */
  articlesByIds(ids: readonly ArticleId[]): readonly (Article | null)[] {
    const sql = `${articleRows} WHERE articles.id IN (SELECT value FROM json_each(?))`;
    const rows = this.byId(sql, ids);
    const links = linksByArticle(this.database, [...rows.keys()]);
    return ids.map((id) => {
      const row = rows.get(id);
      return row === undefined ? null : articleOf(row, links.get(id) ?? []);
    });
  }

  /** What each of these ids names, in its place, as `named` says it. */
  namedAll(ids: readonly ArticleId[]): readonly (Named | null)[] {
    const sql = `SELECT ${summaryColumns} FROM articles WHERE id IN (SELECT value FROM json_each(?))`;
    const rows = this.byId(sql, ids);
    return ids.map((id) => {
      const row = rows.get(id);
      return row === undefined ? this.named(id) : { kind: 'article', summary: summaryOf(row) };
    });
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

  /** The address that a listed item points to, when the page says. */
  listedUrl(id: ArticleId): string | null {
    const row = this.database.first('SELECT url FROM listed WHERE id = ?', id);
    return row === null ? null : textOrNull(row, 'url');
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
    return totalOf(this.database, 'collection');
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

  private allLinks(): LinksByArticle {
    const sql = `SELECT listed.*, ${linkTarget} AS target FROM listed ORDER BY article, ordinal`;
    return groupLinks(this.database.all(sql));
  }

  private byId(sql: string, ids: readonly ArticleId[]): ReadonlyMap<string, Row> {
    return new Map(this.database.all(sql, JSON.stringify(ids)).map((row) => [text(row, 'id'), row]));
  }
}
