import type { ArticleId } from '../model/article.ts';
import type { SearchRecord } from '../search/search-record.ts';
import { lastCommit } from './change-numbers.ts';
import { integer, text, textOrNull } from './columns.ts';
import { collectionOf } from './membership.ts';
import { unresolvedItems } from './link-queries.ts';
import { linksByArticle } from './links.ts';
import { articleOf, listedSummaryOf, summaryOf } from './rows.ts';
import type { Database, Row } from './sqlite.ts';

export { changesToCommit, commitAt, hasCommit, lastCommit } from './change-numbers.ts';
export type { Commit } from './change-numbers.ts';

/** A record whose searched content changed. */
export interface ChangedRecord {
  readonly id: ArticleId;
  /** It did not exist at the number asked from: an index that covers that number cannot hold it. */
  readonly isNew: boolean;
  /** As it is now; null when it is no record any more. */
  readonly record: SearchRecord | null;
}

export interface ChangedRecords {
  /** By their change number. Each id is there once. */
  readonly records: readonly ChangedRecord[];
  /** All changes up to this number are in the answer, or were before it. */
  readonly upTo: number;
}

/** So many characters of blocks make a page full: what is read is held in memory about three times. */
const pageCharacters = 8_000_000;

/** An article's number is the later of that of its content and that of its last move: it is given once, by this one. */
const articleRows = `
  SELECT articles.*, numbered.number, originals.bytes AS bytes, ${collectionOf('articles')} AS collection
  FROM (
    SELECT id AS article, change AS number FROM articles
    WHERE change > ?1 AND NOT EXISTS (
      SELECT 1 FROM memberships WHERE memberships.article = articles.id AND memberships.change > articles.change)
    UNION ALL
    SELECT article, change FROM memberships
    WHERE change > ?1 AND NOT EXISTS (
      SELECT 1 FROM articles WHERE articles.id = memberships.article AND articles.change > memberships.change)
    ORDER BY number LIMIT ?2) AS numbered
  JOIN articles ON articles.id = numbered.article JOIN originals ON originals.sha256 = articles.original
  ORDER BY number`;
const itemRows = `${unresolvedItems} AND listed.change > ? ORDER BY listed.change LIMIT ?`;
const removedRows = 'SELECT id, change, born FROM removed WHERE change > ? ORDER BY change LIMIT ?';

interface Found<T extends SearchRecord | null = SearchRecord | null> extends ChangedRecord {
  readonly change: number;
  readonly record: T;
}

type FoundArticle = Found<Extract<SearchRecord, { kind: 'article' }>>;

function found<T extends SearchRecord | null>(
  row: Row,
  after: number,
  record: T,
  number = 'change',
): Found<T> {
  const id = text(row, 'id') as ArticleId;
  return { id, change: integer(row, number), isNew: integer(row, 'born') > after, record };
}

/** Articles until the page is full; `full` says that it is, so that more may follow. They have no links yet. */
function articlePage(
  database: Database,
  after: number,
  limit: number,
): { readonly articles: readonly FoundArticle[]; readonly full: boolean } {
  const articles: FoundArticle[] = [];
  let characters = 0;
  for (const row of database.iterate(articleRows, after, limit)) {
    // Each row is taken apart at once: held together, the rows of a page would be the larger part of its memory.
    const record = { kind: 'article', summary: summaryOf(row), article: articleOf(row, []) } as const;
    articles.push(found(row, after, record, 'number'));
    characters += text(row, 'blocks').length;
    if (characters >= pageCharacters) return { articles, full: true };
  }
  return { articles, full: articles.length === limit };
}

function withLinks(database: Database, articles: readonly FoundArticle[]): readonly FoundArticle[] {
  const links = linksByArticle(
    database,
    articles.map(({ id }) => id),
  );
  if (links.size === 0) return articles;
  return articles.map((one) => {
    const listed = links.get(one.id);
    if (listed === undefined) return one;
    return { ...one, record: { ...one.record, article: { ...one.record.article, listed } } };
  });
}

function otherRecords(database: Database, after: number, limit: number): readonly Found[] {
  const items = database.all(itemRows, after, limit).map((row) => {
    return found(row, after, { kind: 'listed', summary: listedSummaryOf(row), url: textOrNull(row, 'url') });
  });
  return [...items, ...database.all(removedRows, after, limit).map((row) => found(row, after, null))];
}

function readPage(database: Database, after: number, limit: number): ChangedRecords {
  const { articles, full } = articlePage(database, after, limit);
  const others = otherRecords(database, after, limit);
  // What lies beyond the last article of a full page waits for the articles between.
  const known = full ? (articles.at(-1)?.change ?? after) : Infinity;
  const all = [...withLinks(database, articles), ...others.filter(({ change }) => change <= known)];
  const page = all.sort((a, b) => a.change - b.change).slice(0, limit);
  const complete = !full && page.length === all.length && others.length < limit;
  const upTo = complete ? lastCommit(database).change : (page.at(-1)?.change ?? after);
  return { records: page.map(({ id, isNew, record }) => ({ id, isNew, record })), upTo };
}

/**
 * The records that changed after the number `after`, at most `limit` (1 or more) and at most about 8 MB of text. Ask again
 * from `upTo` until it is the last commit's number. All of one answer is of one state of the library.
 */
export function changedRecords(database: Database, after: number, limit: number): ChangedRecords {
  return database.snapshot(() => readPage(database, after, limit));
}
