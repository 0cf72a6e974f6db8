import type { ArticleSummary } from '../model/article.ts';
import type { CollectionSummary, LibraryOverview, SectionSummary } from '../model/overview.ts';
import { oldestFirst } from './catalogue.ts';
import { integer, text, textOrNull } from './columns.ts';
import { linkTarget, unresolvedOnce } from './link-queries.ts';
import { summaryColumns, summaryOf } from './rows.ts';
import type { Database } from './sqlite.ts';

/** How many articles the front page's table of contents holds. */
const contentsLimit = 200;

function count(database: Database, sql: string): number {
  return integer(database.first(sql) ?? {}, 'n');
}

function collections(database: Database): readonly CollectionSummary[] {
  const sql = `
    SELECT collection AS name, count(*) AS articles,
      min(substr(published, 1, 10)) AS first, max(substr(published, 1, 10)) AS last
    FROM articles GROUP BY collection ORDER BY collection`;
  return database.all(sql).map((row) => ({
    name: text(row, 'name'),
    articles: integer(row, 'articles'),
    first: textOrNull(row, 'first'),
    last: textOrNull(row, 'last'),
  }));
}

/** Counts by the values of a column, the most frequent first. */
function tally(database: Database, column: 'section' | 'source'): readonly SectionSummary[] {
  const sql = `
    SELECT ${column} AS name, count(*) AS articles FROM articles
    WHERE ${column} IS NOT NULL GROUP BY ${column} ORDER BY articles DESC, name`;
  return database.all(sql).map((row) => ({ name: text(row, 'name'), articles: integer(row, 'articles') }));
}

/** The article that most others refer to; among equals the newest. */
function lead(database: Database): ArticleSummary | null {
  const sql = `
    SELECT ${summaryColumns}, coalesce(referring, 0) AS referring FROM articles
    LEFT JOIN (
      SELECT target, count(DISTINCT article) AS referring
      FROM (SELECT listed.article AS article, ${linkTarget} AS target FROM listed)
      WHERE target <> article GROUP BY target) ON target = id
    ORDER BY referring DESC, published IS NULL, published DESC, headline, id LIMIT 1`;
  const row = database.first(sql);
  return row === null ? null : summaryOf(row);
}

/** What the front page and the library column show, all but the dates, which the search engine counts. */
export function overviewOf(database: Database): Omit<LibraryOverview, 'dates'> {
  const leading = lead(database);
  const contents = database.all(
    `SELECT ${summaryColumns} FROM articles WHERE id <> ? ORDER BY ${oldestFirst} LIMIT ?`,
    leading?.id ?? '',
    contentsLimit,
  );
  return {
    articles: count(database, 'SELECT count(*) AS n FROM articles'),
    listed: count(database, `SELECT count(*) AS n FROM (${unresolvedOnce})`),
    originals: count(database, 'SELECT count(*) AS n FROM originals'),
    originalBytes: count(database, 'SELECT coalesce(sum(bytes), 0) AS n FROM originals'),
    collections: collections(database),
    sections: tally(database, 'section'),
    sources: tally(database, 'source'),
    lead: leading,
    contents: contents.map(summaryOf),
  };
}
