import path from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import type { BenchDocument } from './document.ts';
import type { BenchEngine, OpenEngine } from './engine.ts';
import type { BenchAnswer, BenchQuery } from './queries.ts';

/*
 * SQLite's FTS5 with no copy of the text in it (`content=''`), dates and sources in a slim table beside it. Plain: as it
 * comes. At its best: prefix indexes, stems as ours, everything merged into one tree and 64 MB of cache.
 */

type Value = string | number | null;
type Connection = InstanceType<typeof DatabaseSync>;
type Statement = ReturnType<Connection['prepare']>;

interface Kind {
  readonly create: string;
  readonly isAtItsBest: boolean;
}

const plain: Kind = {
  create: `CREATE VIRTUAL TABLE texts USING fts5(title, body, content='')`,
  isAtItsBest: false,
};
const best: Kind = {
  create: `CREATE VIRTUAL TABLE texts USING fts5(title, body, content='', detail=full, prefix='1 2 3', tokenize='porter unicode61')`,
  isAtItsBest: true,
};

function open(folder: string, kind: Kind): Connection {
  const database = new DatabaseSync(path.join(folder, 'fts5.sqlite'));
  if (kind.isAtItsBest) database.exec('PRAGMA cache_size = -65536');
  return database;
}

async function build(folder: string, documents: Iterable<BenchDocument>, kind: Kind): Promise<number> {
  const database = open(folder, kind);
  database.exec(kind.create);
  database.exec('CREATE TABLE articles (id INTEGER PRIMARY KEY, date TEXT, source TEXT) STRICT');
  database.exec('BEGIN');
  const text = database.prepare('INSERT INTO texts (rowid, title, body) VALUES (?, ?, ?)');
  const article = database.prepare('INSERT INTO articles VALUES (?, ?, ?)');
  for (const { id, title, body, date, source } of documents) {
    text.run(id, title, body);
    article.run(id, date, source);
  }
  database.exec('COMMIT');
  if (kind.isAtItsBest) database.exec(`INSERT INTO texts (texts) VALUES ('optimize')`);
  database.close();
  return 0;
}

const quote = (word: string) => `"${word}"`;

/** The text of MATCH, or null when FTS5 has no such questions. */
function matchText(asked: BenchQuery): string | null {
  switch (asked.kind) {
    case 'words':
      return asked.words.map(quote).join(asked.match === 'all' ? ' AND ' : ' OR ');
    case 'phrase':
      return quote(asked.words.join(' '));
    case 'prefix':
      return `${quote(asked.beginning)} *`;
    case 'dates':
    case 'facets':
      return quote(asked.word);
    default:
      return null;
  }
}

const within = 'FROM texts WHERE texts MATCH ?';
const dated =
  'FROM texts JOIN articles ON articles.id = texts.rowid WHERE texts MATCH ? AND date BETWEEN ? AND ?';
const joined = 'FROM texts JOIN articles ON articles.id = texts.rowid WHERE texts MATCH ?';

class OpenFts5 implements OpenEngine {
  private readonly database: Connection;
  private readonly statements = new Map<string, Statement>();

  constructor(database: Connection) {
    this.database = database;
    // The first look at the schema belongs to opening.
    database.prepare(`SELECT count(*) FROM texts WHERE texts MATCH 'a'`);
  }

  readonly ask = (asked: BenchQuery): BenchAnswer | null => {
    const text = matchText(asked);
    if (text === null) return null;
    if (asked.kind === 'facets') return this.facets(text);
    const [from, values] = asked.kind === 'dates' ? [dated, [text, asked.from, asked.to]] : [within, [text]];
    const counted = this.rows(`SELECT count(*) AS total ${from}`, values);
    const page = `SELECT texts.rowid AS id ${from} ORDER BY rank LIMIT ? OFFSET ?`;
    const found = this.rows(page, [...values, asked.limit, asked.offset]);
    return { total: Number(counted[0]?.['total']), ids: found.map((row) => Number(row['id'])) };
  };

  readonly close = (): void => this.database.close();

  private facets(text: string): BenchAnswer {
    const years = this.rows(`SELECT substr(date, 1, 4) AS year, count(*) AS count ${joined} GROUP BY 1`, [
      text,
    ]);
    this.rows(`SELECT source, count(*) AS count ${joined} GROUP BY 1`, [text]);
    return { total: years.reduce((sum, { count }) => sum + Number(count), 0), ids: [] };
  }

  private rows(sql: string, values: readonly Value[]): readonly Record<string, unknown>[] {
    const statement = this.statements.get(sql) ?? this.database.prepare(sql);
    this.statements.set(sql, statement);
    return statement.all(...values) as Record<string, unknown>[];
  }
}

function engineOf(kind: Kind): BenchEngine {
  return {
    build: (folder, documents) => build(folder, documents, kind),
    open: async (folder) => new OpenFts5(open(folder, kind)),
  };
}

export const fts5Plain = engineOf(plain);
export const fts5Best = engineOf(best);
