import { integer } from '../library/columns.ts';
import type { Database } from '../library/sqlite.ts';
import type { ArticleId } from '../model/article.ts';
import { idBytes, idOf, numbersOf } from './number-bytes.ts';
import type { TextSketch } from './text-sketch.ts';

/** What an article says, and where it says it. */
export interface SketchedArticle {
  readonly sketch: TextSketch;
  /** A hash of its address, or null. */
  readonly address: number | null;
}

/** A text that no article has any more. */
export interface LostText {
  readonly number: number;
  readonly smallest: Uint32Array;
}

/** The tables `texts` and `copies`, inside a transaction. Throws what SQLite throws. */
export class CopyTables {
  readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  /** Whether the article has just this text and address already. */
  has(id: ArticleId, { sketch, address }: SketchedArticle): boolean {
    const sql = `
      SELECT 1 FROM copies JOIN texts ON texts.number = copies.text
      WHERE article = ? AND key = ? AND address IS ?`;
    return this.database.first(sql, idBytes(id), sketch.key, address) !== null;
  }

  /** Notes that more articles have a text. */
  count(text: number, more: number): void {
    this.database.run('UPDATE texts SET copies = copies + ? WHERE number = ?', more, text);
  }

  /** Takes an article away; null when it has no text. `lost` is its text when no other article has it. */
  remove(id: ArticleId): { text: number; address: number | null; lost: LostText | null } | null {
    const { database } = this;
    const row = database.first('DELETE FROM copies WHERE article = ? RETURNING text, address', idBytes(id));
    if (row === null) return null;
    const number = integer(row, 'text');
    const address = row['address'] === null ? null : integer(row, 'address');
    const sql = 'UPDATE texts SET copies = copies - 1 WHERE number = ? RETURNING copies, smallest';
    const left = database.first(sql, number) ?? {};
    if (integer(left, 'copies') > 0) return { text: number, address, lost: null };
    return { text: number, address, lost: { number, smallest: numbersOf(left, 'smallest') } };
  }

  dropText(number: number): void {
    this.database.run('DELETE FROM texts WHERE number = ?', number);
  }

  /** Whether an article of this text has this address. */
  isAt(text: number, address: number): boolean {
    const sql = 'SELECT 1 FROM copies WHERE address = ? AND text = ? LIMIT 1';
    return this.database.first(sql, address, text) !== null;
  }

  /** What is kept of a text; of one that is not there, an empty sketch. */
  sketchOf(text: number): Pick<TextSketch, 'words' | 'smallest'> {
    const row = this.database.first('SELECT words, smallest FROM texts WHERE number = ?', text);
    if (row === null) return { words: 0, smallest: new Uint32Array(0) };
    return { words: integer(row, 'words'), smallest: numbersOf(row, 'smallest') };
  }

  /** Whether any article has an address: without one, nobody need ask. */
  hasAddresses(): boolean {
    const sql = 'SELECT 1 FROM copies WHERE address IS NOT NULL LIMIT 1';
    return this.database.first(sql) !== null;
  }

  /** The different addresses of a text's articles. */
  addressesOf(text: number): readonly number[] {
    const sql = 'SELECT DISTINCT address FROM copies WHERE text = ? AND address IS NOT NULL';
    return this.database.all(sql, text).map((row) => integer(row, 'address'));
  }

  /** The different texts at an address. */
  textsAt(address: number): readonly number[] {
    const sql = 'SELECT DISTINCT text FROM copies WHERE address = ?';
    return this.database.all(sql, address).map((row) => integer(row, 'text'));
  }

  /** The group of a text: the lowest number in it, its own when it is alone. */
  groupOf(text: number): number {
    const row = this.database.first(
      'SELECT coalesce(grp, number) AS label FROM texts WHERE number = ?',
      text,
    );
    return row === null ? text : integer(row, 'label');
  }

  /** Takes a group apart; gives the texts that were in it, none for a text that is alone. */
  dissolve(label: number): readonly number[] {
    const sql =
      'UPDATE texts SET grp = NULL WHERE coalesce(grp, number) = ? AND grp IS NOT NULL RETURNING number';
    return this.database.all(sql, label).map((row) => integer(row, 'number'));
  }

  /** Makes one group of two; `into` is the lower one. */
  join(label: number, into: number): void {
    const members = 'coalesce(grp, number) = ? AND (grp IS NOT NULL OR copies > 1)';
    this.database.run(`UPDATE texts SET grp = ? WHERE ${members}`, into, label);
    const alone = 'UPDATE texts SET grp = ? WHERE number = ? AND grp IS NULL';
    this.database.run(alone, into, label);
    this.database.run(alone, into, into);
  }

  /** The articles that have a text, at most so many. */
  articlesOf(text: number, limit: number): readonly ArticleId[] {
    const sql = 'SELECT article FROM copies WHERE text = ? LIMIT ?';
    return this.database.all(sql, text, limit).map((row) => idOf(row, 'article') as ArticleId);
  }

  keyOf(text: number): number | null {
    const row = this.database.first('SELECT key FROM texts WHERE number = ?', text);
    return row === null ? null : integer(row, 'key');
  }
}
