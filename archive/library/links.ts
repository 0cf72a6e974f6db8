import type { ListedLink } from '../model/article.ts';
import { text } from './columns.ts';
import { linkTarget } from './link-queries.ts';
import { linkOf } from './rows.ts';
import type { Database, Row } from './sqlite.ts';

/** What articles list, by the article's id; articles that list nothing are not in it. */
export type LinksByArticle = ReadonlyMap<string, readonly ListedLink[]>;

/** Puts rows of `listed` with their target, in the order of their page, into groups. */
export function groupLinks(rows: readonly Row[]): LinksByArticle {
  const links = new Map<string, ListedLink[]>();
  for (const row of rows) {
    const article = text(row, 'article');
    const list = links.get(article) ?? [];
    links.set(article, list);
    list.push(linkOf(row));
  }
  return links;
}

/** What these articles list, by one query. */
export function linksByArticle(database: Database, ids: readonly string[]): LinksByArticle {
  if (ids.length === 0) return new Map();
  const sql = `
    SELECT listed.*, ${linkTarget} AS target FROM listed
    WHERE article IN (SELECT value FROM json_each(?)) ORDER BY article, ordinal`;
  return groupLinks(database.all(sql, JSON.stringify(ids)));
}
