import type { ArticleId, Sha256 } from '../model/article.ts';
import type { ImportLine } from '../model/import-report.ts';
import type { Draft } from '../readers/reader.ts';
import { listedId } from './article-id.ts';
import { headlineKey } from './headline-key.ts';
import type { Database, Value } from './sqlite.ts';
import { integer } from './columns.ts';

/** A kept file, before it has a row. */
export interface NewOriginal {
  readonly sha256: Sha256;
  readonly bytes: number;
  /** The file's name without folders. */
  readonly name: string;
}

/** An article, before it has a row. */
export interface NewArticle {
  readonly id: ArticleId;
  readonly ordinal: number;
  readonly draft: Draft;
  readonly collection: string;
  readonly reader: { readonly name: string; readonly version: number };
}

const articleColumns = [
  ...['id', 'original', 'ordinal', 'headline', 'headline_key', 'standfirst', 'byline', 'source', 'section'],
  ...['language', 'published', 'published_precision', 'published_printed', 'published_zone', 'url'],
  ...[
    'collection',
    'media_type',
    'name',
    'encoding',
    'reader',
    'reader_version',
    'blocks',
    'warnings',
    'places',
  ],
] as const;

const insertArticle = `
  INSERT INTO articles (${articleColumns.join(', ')}) VALUES (${articleColumns.map(() => '?').join(', ')})`;

/** Writes the catalogue. Every method must be called inside a transaction. Throws only what SQLite throws. */
export class Recorder {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  /** Names a kept original, unless it is named already. Its bytes must be durable. */
  original(original: NewOriginal): void {
    this.database.run(
      'INSERT OR IGNORE INTO originals (sha256, bytes, name, added) VALUES (?, ?, ?, ?)',
      original.sha256,
      original.bytes,
      original.name,
      new Date().toISOString(),
    );
  }

  /** Adds an article of a named original, with what its page lists. */
  article(original: NewOriginal, { id, ordinal, draft, collection, reader }: NewArticle): void {
    const values: Record<(typeof articleColumns)[number], Value> = {
      id,
      original: original.sha256,
      ordinal,
      headline: draft.headline,
      headline_key: headlineKey(draft.headline),
      standfirst: draft.standfirst,
      byline: draft.byline,
      source: draft.source,
      section: draft.section,
      language: draft.language,
      published: draft.published?.value ?? null,
      published_precision: draft.published?.precision ?? null,
      published_printed: draft.published?.printed ?? null,
      published_zone: draft.published?.zone ?? null,
      url: draft.url,
      collection,
      media_type: draft.mediaType,
      name: original.name,
      encoding: draft.encoding,
      reader: reader.name,
      reader_version: reader.version,
      blocks: JSON.stringify(draft.blocks),
      warnings: JSON.stringify(draft.warnings),
      places: JSON.stringify(draft.places),
    };
    this.database.run(insertArticle, ...articleColumns.map((column) => values[column]));
    draft.listed.forEach((link, place) => {
      const sql = `INSERT INTO listed (id, article, ordinal, headline, headline_key, url, heading)
        VALUES (?, ?, ?, ?, ?, ?, ?)`;
      const { headline, url, heading } = link;
      this.database.run(sql, listedId(id, place), id, place, headline, headlineKey(headline), url, heading);
    });
  }

  /** Says that what is searched has changed: every index of this library is made anew. */
  changed(): void {
    this.database.run("UPDATE meta SET value = CAST(value AS INTEGER) + 1 WHERE key = 'generation'");
  }

  /** Begins the report of an import and gives its number. */
  beginRun(): number {
    this.database.run('INSERT INTO import_runs (started) VALUES (?)', new Date().toISOString());
    return integer(this.database.first('SELECT last_insert_rowid() AS id') ?? {}, 'id');
  }

  /** Adds lines to a report, after the `before` it has. */
  lines(run: number, before: number, lines: readonly ImportLine[]): void {
    lines.forEach((line, index) => {
      const sql = 'INSERT INTO import_lines (run, ordinal, line) VALUES (?, ?, ?)';
      this.database.run(sql, run, before + index, JSON.stringify(line));
    });
  }

  endRun(run: number, cancelled: boolean): void {
    const sql = 'UPDATE import_runs SET finished = ?, cancelled = ? WHERE id = ?';
    this.database.run(sql, new Date().toISOString(), cancelled ? 1 : 0, run);
  }

  setMeta(key: string, value: string): void {
    this.database.run('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)', key, value);
  }
}
