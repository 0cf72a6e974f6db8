import type { CollectionSummary } from '../model/overview.ts';
import { integer, text, textOrNull } from './columns.ts';
import type { Database } from './sqlite.ts';

/** The most collections that are listed. */
const mostListed = 10_000;

/** Every collection, those without articles too, by name. */
export function collectionsOf(database: Database): readonly CollectionSummary[] {
  const sql = `
    SELECT collections.name, coalesce(amount, 0) AS articles, first, last
    FROM collections LEFT JOIN totals ON totals.kind = 'collection' AND totals.name = collections.name
    ORDER BY collections.name LIMIT ?`;
  return database.all(sql, mostListed).map((row) => ({
    name: text(row, 'name'),
    articles: integer(row, 'articles'),
    first: textOrNull(row, 'first'),
    last: textOrNull(row, 'last'),
  }));
}
