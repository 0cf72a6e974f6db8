import type { ArticleId, MemberPlace, Sha256 } from '../model/article.ts';
import type { CorrectedField, Correction } from '../model/correction.ts';
import type { Draft } from '../readers/reader.ts';
import { BareOriginals } from './bare-originals.ts';
import { ChangeNumbers } from './change-numbers.ts';
import { CollectionChanges } from './collection-changes.ts';
import { correctArticle } from './corrections.ts';
import { headlineKey } from './headline-key.ts';
import { Memberships } from './membership.ts';
import { ListedItems } from './listed-items.ts';
import type { Database, Value } from './sqlite.ts';
import { forgetInReports, removeArticle } from './removal.ts';
import { TotalChanges } from './totals.ts';

/** A kept file, before it has a row. */
export interface NewOriginal {
  readonly sha256: Sha256;
  readonly bytes: number;
  /** The file's name without folders. */
  readonly name: string;
  /** Where it was left, and when it was last written; null when it was copied, absent when it was kept before. */
  readonly linked?: LinkedFile | null;
}

/** A file that is not copied into the library. */
export interface LinkedFile {
  readonly path: string;
  /** ISO 8601 in UTC. */
  readonly modified: string;
}

/** Where an article comes from: what its id is made of, and the way back to its bytes. */
export interface Origin {
  /** The hash of its own bytes: the file, the member of a container, or the record. */
  readonly payload: Sha256;
  /** The address or the name inside a container that is a part of its id; null for loose files and records. */
  readonly member: string | null;
  /** When its container says that it was captured. */
  readonly captured: string | null;
  /** The way into containers, from the outside in. */
  readonly members: readonly MemberPlace[];
}

/** An article, before it has a row. */
export interface NewArticle {
  readonly id: ArticleId;
  /** Its number in its original, from 0. */
  readonly ordinal: number;
  readonly origin: Origin;
  readonly draft: Draft;
  readonly collection: string;
  readonly reader: { readonly name: string; readonly version: number };
}

const insertArticle = `
  INSERT INTO articles (
    id, original, ordinal, headline, headline_key, standfirst, byline, source, section, language,
    published, published_precision, published_printed, published_zone, url, media_type, name, encoding,
    reader, reader_version, blocks, warnings, places, keywords, payload, member, captured, members,
    change, born, span_start, span_end)
  VALUES (${Array.from({ length: 32 }, () => '?').join(', ')})
  ON CONFLICT (id) DO NOTHING`;

const insertOriginal = `
  INSERT INTO originals (sha256, bytes, name, added) VALUES (?, ?, ?, ?) ON CONFLICT (sha256) DO NOTHING`;

const insertLink = 'INSERT OR REPLACE INTO linked_originals (sha256, path, modified) VALUES (?, ?, ?)';

/**
 * Writes the catalogue within one transaction, and numbers what it changes. `Library.write` makes it and ends it. Throws
 * only what SQLite throws.
 */
export class Recorder {
  /** Makes, renames, merges and removes collections, and moves articles between them. */
  readonly collections: CollectionChanges;
  private readonly database: Database;
  private readonly numbers: ChangeNumbers;
  private readonly totals: TotalChanges;
  private readonly listed: ListedItems;
  private readonly memberships: Memberships;
  private readonly bare: BareOriginals;
  private readonly removed = new Set<string>();

  constructor(database: Database) {
    this.database = database;
    this.numbers = new ChangeNumbers(database);
    this.totals = new TotalChanges(database);
    this.listed = new ListedItems(database, this.numbers, this.totals);
    this.memberships = new Memberships(database);
    this.bare = new BareOriginals(database, this.totals);
    const { numbers, totals } = this;
    this.collections = new CollectionChanges({ database, numbers, totals });
  }

  /** Names a kept original, unless it is named already: then the answer is false. Its bytes must be durable. */
  original({ sha256, bytes, name, linked }: NewOriginal): boolean {
    const isNew = this.database.run(insertOriginal, sha256, bytes, name, new Date().toISOString()) > 0;
    if (linked === null) this.database.run('DELETE FROM linked_originals WHERE sha256 = ?', sha256);
    else if (linked !== undefined) this.database.run(insertLink, sha256, linked.path, linked.modified);
    if (!isNew) return false;
    this.totals.add('originals', '', 1);
    this.totals.add('original-bytes', '', bytes);
    this.bare.came(sha256);
    return true;
  }

  /** Names a file that an original's articles were read from besides itself; `name` is what the original calls it. */
  part(original: NewOriginal, name: string, part: NewOriginal): void {
    this.original(part);
    this.bare.look(part.sha256);
    const sql = 'INSERT INTO parts (original, name, part) VALUES (?, ?, ?) ON CONFLICT DO NOTHING';
    this.database.run(sql, original.sha256, name, part.sha256);
    this.bare.filled(part.sha256);
  }

  /** Adds an article of a named original, with what its page lists. False when it is there already. */
  article(original: NewOriginal, article: NewArticle): boolean {
    const { id, draft } = article;
    const key = headlineKey(draft.headline);
    const change = this.numbers.upcoming;
    const born = this.numbers.bornOf(id, change);
    this.bare.look(original.sha256);
    if (
      this.database.run(
        insertArticle,
        ...valuesOf(original, article, key),
        change,
        born,
        ...spanOf(draft),
      ) === 0
    ) {
      return false;
    }
    this.numbers.take();
    const published = draft.published?.value ?? null;
    this.memberships.add(id, article.collection, published);
    this.count(article, published);
    this.bare.filled(original.sha256);
    this.listed.answered({ url: draft.url, headlineKey: key });
    if (draft.listed.length > 0) this.listed.add({ id, published }, draft.listed);
    return true;
  }

  /** Removes an article, and its original when no other article came from it. False when there is none. */
  remove(id: ArticleId): boolean {
    const { database, numbers, totals, listed } = this;
    const isRemoved = removeArticle(id, { database, numbers, totals, listed });
    if (isRemoved) this.removed.add(id);
    return isRemoved;
  }

  /** Puts an article right (`corrections.ts`). False when there is none. */
  correct(id: ArticleId, correction: Correction, revert: readonly CorrectedField[]): boolean {
    const { database, numbers, totals } = this;
    return correctArticle(id, correction, revert, { database, numbers, totals });
  }

  setMeta(key: string, value: string): void {
    this.database.run('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)', key, value);
  }

  /** Writes what is known only at the end of the transaction. */
  finish(): void {
    if (this.removed.size > 0) forgetInReports(this.removed, this.database);
    this.listed.finish();
    this.totals.finish();
    this.numbers.finish();
  }

  private count({ collection, draft }: NewArticle, published: string | null): void {
    this.totals.add('collection', collection, 1, published?.slice(0, 10) ?? null);
    if (draft.section !== null) this.totals.add('section', draft.section, 1);
    if (draft.source !== null) this.totals.add('source', draft.source, 1);
    if (draft.language !== null) this.totals.add('language', draft.language, 1);
  }
}

function spanOf({ record }: Draft): readonly [number | null, number | null] {
  return record === undefined ? [null, null] : [record.start, record.end];
}

function valuesOf(original: NewOriginal, article: NewArticle, key: string): readonly Value[] {
  const { id, ordinal, draft, reader, origin } = article;
  const { published } = draft;
  const { payload, member, captured, members } = origin;
  return [
    ...[id, original.sha256, ordinal, draft.headline, key, draft.standfirst, draft.byline, draft.source],
    ...[draft.section, draft.language, published?.value ?? null, published?.precision ?? null],
    ...[published?.printed ?? null, published?.zone ?? null, draft.url, draft.mediaType],
    ...[original.name, draft.encoding, reader.name, reader.version, JSON.stringify(draft.blocks)],
    ...[JSON.stringify(draft.warnings), JSON.stringify(draft.places), JSON.stringify(draft.keywords ?? [])],
    ...[payload, member, captured, members.length === 0 ? null : JSON.stringify(members)],
  ];
}
