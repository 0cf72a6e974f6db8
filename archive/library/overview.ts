import type { ArticleSummary } from '../model/article.ts';
import type { LibraryOverview, SectionSummary } from '../model/overview.ts';
import { oldestFirst } from './catalogue.ts';
import { collectionsOf } from './collection-list.ts';
import { linkTarget } from './link-queries.ts';
import { summaryColumns, summaryOf } from './rows.ts';
import type { Database, Row } from './sqlite.ts';
import { totalOf, totalsOf } from './totals.ts';
import type { Total } from './totals.ts';

/** How many articles the front page's table of contents holds. */
const contentsLimit = 200;

/** The lead is counted over so many listed items, those that came last: a walk over all of them would take seconds. */
const referencesLimit = 3_000;

function tally(totals: readonly Total[]): readonly SectionSummary[] {
  return totals.map(({ name, amount }) => ({ name, articles: amount }));
}

/** The article that most others refer to; among equals the newest. Null when none refers to another. */
function mostReferred(database: Database): Row | null {
  const sql = `
    SELECT ${summaryColumns} FROM articles JOIN (
      SELECT target, count(DISTINCT article) AS referring
      FROM (SELECT listed.article AS article, ${linkTarget} AS target FROM listed ORDER BY rowid DESC LIMIT ?)
      WHERE target <> article GROUP BY target) ON target = id
    ORDER BY referring DESC, published IS NULL, published DESC, headline, id LIMIT 1`;
  return database.first(sql, referencesLimit);
}

/** Two steps, because the index has the dates ascending and the headlines of one date too. */
function newest(database: Database): Row | null {
  const last = '(SELECT max(published) FROM articles WHERE (published IS NULL) = 0)';
  const sql = `
    SELECT ${summaryColumns} FROM articles
    WHERE (published IS NULL) = (${last} IS NULL) AND published IS ${last} ORDER BY headline, id LIMIT 1`;
  return database.first(sql);
}

function lead(database: Database): ArticleSummary | null {
  const row = mostReferred(database) ?? newest(database);
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
    articles: totalOf(database, 'collection'),
    listed: totalOf(database, 'item'),
    originals: totalOf(database, 'originals'),
    originalBytes: totalOf(database, 'original-bytes'),
    collections: collectionsOf(database),
    sections: tally(totalsOf(database, 'section')),
    sources: tally(totalsOf(database, 'source')),
    lead: leading,
    contents: contents.map(summaryOf),
  };
}
