import type {
  BackupNote,
  LibraryGaps,
  LibraryHoldings,
  MonthHoldings,
  VerifiedNote,
} from '../model/library-holdings.ts';
import { integer, textOrNull } from './columns.ts';
import type { Library } from './library.ts';
import type { Database } from './sqlite.ts';
import { totalOf, totalsOf } from './totals.ts';

/** What the database alone says of a library. */
export type CataloguedHoldings = Omit<LibraryHoldings, 'disk'>;

interface Calendar {
  readonly months: readonly MonthHoldings[];
  readonly span: LibraryHoldings['span'];
  readonly days: LibraryHoldings['days'];
  readonly undated: number;
  readonly imprecise: number;
}

const millisecondsOfDay = 86_400_000;

/** Days from one to another, both included. `YYYY-MM-DD`; years before 100 too. */
function daysBetween(first: string, last: string): number {
  return (
    Math.round((Date.parse(`${last}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / millisecondsOfDay) + 1
  );
}

/** Reads the days of all memberships: narrow rows, in an index, some milliseconds for a hundred thousand. */
function calendarOf(database: Database): Calendar {
  const months = new Map<string, { articles: number; days: number[] }>();
  const dated: string[] = [];
  let [undated, imprecise] = [0, 0];
  const sql = 'SELECT day, count(*) AS articles FROM memberships GROUP BY day ORDER BY day';
  for (const row of database.iterate(sql)) {
    const [day, articles] = [textOrNull(row, 'day'), integer(row, 'articles')];
    if (day === null) undated = articles;
    else if (day.length < 10) imprecise += articles;
    if (day === null || day.length < 7) continue;
    const name = day.slice(0, 7);
    const month = months.get(name) ?? { articles: 0, days: [] };
    months.set(name, month);
    month.articles += articles;
    if (day.length < 10) continue;
    month.days.push(Number(day.slice(8)));
    dated.push(day);
  }
  const [first, last] = [dated[0], dated.at(-1)];
  const span = first === undefined || last === undefined ? null : { first, last };
  const total = span === null ? 0 : daysBetween(span.first, span.last);
  return {
    months: [...months].map(([month, { articles, days }]) => ({ month, articles, days })),
    span,
    days: { total, without: total - dated.length },
    undated,
    imprecise,
  };
}

// As `countOf` counts the things a line stands for.
const reported = `
  SELECT coalesce(sum(CASE WHEN json_type(line, '$.articles') IS NULL
    THEN coalesce(line ->> '$.error.params.count', 1)
    ELSE max(1, coalesce(line ->> '$.count', json_array_length(line, '$.articles'))) END), 0) AS things
  FROM import_lines WHERE line ->> '$.outcome' = ?`;

function reportedAs(database: Database, outcome: 'failed' | 'duplicate'): number {
  return integer(database.first(reported, outcome) ?? {}, 'things');
}

function noteOf<T>(library: Library, key: string): T | null {
  const value = library.meta(key);
  return value === null ? null : (JSON.parse(value) as T);
}

function importsOf(database: Database): number {
  return integer(database.first('SELECT count(*) AS runs FROM import_runs') ?? {}, 'runs');
}

function collectionCount(database: Database): number {
  return integer(database.first('SELECT count(*) AS collections FROM collections') ?? {}, 'collections');
}

function sourceCount(database: Database): number {
  const sql = "SELECT count(*) AS sources FROM totals WHERE kind = 'source' AND amount > 0";
  return integer(database.first(sql) ?? {}, 'sources');
}

/** What a library holds and lacks, from counts that are kept and from indexes. Throws what SQLite throws. */
export function holdingsOf(library: Library): CataloguedHoldings {
  const { database } = library;
  const { months, span, days, undated, imprecise } = calendarOf(database);
  const gaps: LibraryGaps = {
    undated,
    imprecise,
    failed: reportedAs(database, 'failed'),
    duplicates: reportedAs(database, 'duplicate'),
    withoutArticle: totalOf(database, 'bare'),
  };
  return {
    created: library.meta('created'),
    articles: totalOf(database, 'collection'),
    listed: totalOf(database, 'item'),
    originals: totalOf(database, 'originals'),
    collections: collectionCount(database),
    sources: sourceCount(database),
    languages: totalsOf(database, 'language').map(({ name, amount }) => ({
      language: name,
      articles: amount,
    })),
    ...{ months, span, days, gaps },
    imports: importsOf(database),
    verified: noteOf<VerifiedNote>(library, 'verified'),
    backedUp: noteOf<BackupNote>(library, 'backed-up'),
  };
}

/** Which note of how the library was kept. */
export type KeepingNote = 'verified' | 'backed-up';

/** Notes in the library itself how it was kept. */
export function noteKeeping(library: Library, key: KeepingNote, note: VerifiedNote | BackupNote): void {
  library.write((recorder) => recorder.setMeta(key, JSON.stringify(note)));
}
