import { statSync } from 'node:fs';
import { lastCommit } from '../library/changes.ts';
import type { Commit } from '../library/changes.ts';
import { integer } from '../library/columns.ts';
import type { Library } from '../library/library.ts';
import { Database } from '../library/sqlite.ts';
import { systemCode } from '../library/system-errors.ts';
import type { ArticleId } from '../model/article.ts';
import { copiesPath, hasTables, isDamage } from './copies-database.ts';
import { copiesIdentity } from './copies-identity.ts';
import { coveredBy } from './copy-writer.ts';
import { idBytes, idOf } from './number-bytes.ts';

/** A member of a group. */
export interface CopyMember {
  readonly id: ArticleId;
  /** The number of its text: members with the same one are the same. */
  readonly text: number;
  readonly words: number;
}

const nothing: Commit = { change: 0, token: '' };

function fileNumber(path: string): number {
  try {
    return statSync(path).ino;
  } catch (error) {
    if (systemCode(error) === null) throw error;
    return 0;
  }
}

const inGroups = '(grp IS NOT NULL OR texts.copies > 1)';
const label = 'coalesce(grp, number)';

/**
 * Reads what is a copy of what, while another connection may write it. Where there is nothing yet, or only something of
 * another version, there are no copies, and `covered` says so. Throws what SQLite throws; damage is the same as nothing.
 */
export class CopiesReader {
  private readonly library: Library;
  private readonly path: string;
  private readonly identity: string;
  private database: Database | null = null;
  private file = 0;

  constructor(library: Library) {
    this.library = library;
    this.path = copiesPath(library.folder);
    this.identity = copiesIdentity(library);
  }

  /** The state of the library that is covered. */
  covered(): Commit {
    return this.reading((database) => coveredBy(database, this.identity)) ?? nothing;
  }

  /** How many changes of the library are not covered; of another past, all. */
  behind(): number {
    const last = lastCommit(this.library.database);
    const covered = this.covered();
    if (covered.change === last.change && covered.token === last.token) return 0;
    return Math.max(1, last.change - covered.change);
  }

  /** The group an article is in, itself among its members; empty when it is in none. */
  membersWith(id: ArticleId): readonly CopyMember[] {
    const sql = `
      SELECT ${label} AS label FROM texts JOIN copies ON copies.text = texts.number
      WHERE article = ? AND ${inGroups}`;
    const found = this.reading((database) => database.first(sql, idBytes(id)));
    return found === null ? [] : this.members(integer(found, 'label'));
  }

  members(group: number): readonly CopyMember[] {
    const sql = `
      SELECT article, text, words FROM texts JOIN copies ON copies.text = texts.number
      WHERE ${label} = ? AND ${inGroups}`;
    const rows = this.reading((database) => database.all(sql, group)) ?? [];
    return rows.map((row) => ({
      id: idOf(row, 'article') as ArticleId,
      text: integer(row, 'text'),
      words: integer(row, 'words'),
    }));
  }

  /** How many groups there are, and how many articles in them. */
  totals(): { readonly groups: number; readonly articles: number } {
    const sql = `
      SELECT count(DISTINCT ${label}) AS groups, coalesce(sum(copies), 0) AS articles FROM texts WHERE ${inGroups}`;
    const row = this.reading((database) => database.first(sql));
    if (row === null) return { groups: 0, articles: 0 };
    return { groups: integer(row, 'groups'), articles: integer(row, 'articles') };
  }

  /** The numbers of groups, the largest first. */
  groups(offset: number, limit: number): readonly number[] {
    const sql = `
      SELECT ${label} AS label FROM texts WHERE ${inGroups}
      GROUP BY ${label} ORDER BY sum(copies) DESC, label LIMIT ? OFFSET ?`;
    const rows = this.reading((database) => database.all(sql, limit, offset)) ?? [];
    return rows.map((row) => integer(row, 'label'));
  }

  /** The group of every article that is in one, by its id. */
  groupsById(): ReadonlyMap<string, number> {
    const sql = `
      SELECT article, ${label} AS label FROM texts JOIN copies ON copies.text = texts.number
      WHERE ${inGroups}`;
    const groups = new Map<string, number>();
    this.reading((database) => {
      for (const row of database.iterate(sql)) groups.set(idOf(row, 'article'), integer(row, 'label'));
    });
    return groups;
  }

  close(): void {
    this.database?.close();
    this.database = null;
  }

  /** Null when there is nothing to read. */
  private reading<T>(work: (database: Database) => T): T | null {
    try {
      const database = this.open();
      return database === null ? null : work(database);
    } catch (error) {
      if (!isDamage(error)) throw error;
      this.close();
      return null;
    }
  }

  /** The folder of the index may have been deleted and made anew: the file that is open need not be the one that is there. */
  private open(): Database | null {
    const file = fileNumber(this.path);
    if (this.database !== null && file === this.file) return this.database;
    this.close();
    if (file === 0) return null;
    const database = new Database(this.path, 5_000);
    if (!hasTables(database)) {
      database.close();
      return null;
    }
    this.file = file;
    this.database = database;
    return database;
  }
}
