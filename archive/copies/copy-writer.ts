import type { Commit } from '../library/changes.ts';
import { textOrNull } from '../library/columns.ts';
import type { Database } from '../library/sqlite.ts';
import type { ArticleId } from '../model/article.ts';
import { addArticles } from './add-articles.ts';
import type { AddedArticles } from './add-articles.ts';
import { CopyTables } from './copy-tables.ts';
import type { LostText, SketchedArticle } from './copy-tables.ts';
import { FeatureTable } from './feature-table.ts';
import { linkLimits, linkTexts } from './link-texts.ts';
import type { LinkLimits } from './link-texts.ts';
import type { PrintSource } from './print-source.ts';
import { featuresOf } from './text-sketch.ts';

/** What became of an article: what it says now, or null when it says nothing, or is gone. */
export interface CopyChange {
  readonly id: ArticleId;
  /** It cannot be known yet. */
  readonly isNew: boolean;
  readonly says: SketchedArticle | null;
}

/** Adds to a number of a map. */
function count(counts: Map<number, number>, key: number, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}

/** The state of the library that a database of copies covers, as long as it was made of this library in this way. */
export function coveredBy(database: Database, identity: string): Commit {
  const read = (key: string): string | null => {
    const row = database.first('SELECT value FROM state WHERE key = ?', key);
    return row === null ? null : textOrNull(row, 'value');
  };
  if (read('identity') !== identity) return { change: 0, token: '' };
  return { change: Number(read('change') ?? 0), token: read('token') ?? '' };
}

/** One transaction on the copies. */
class CopyTransaction {
  private readonly tables: CopyTables;
  private readonly table: FeatureTable;
  private readonly unlinked = new Set<number>();
  private readonly lostFeatures = new Map<number, number>();
  private readonly addresses = new Map<number, number>();
  private readonly lost: LostText[] = [];
  private added: AddedArticles = { firstNew: 0, newTexts: new Map(), arrivals: [] };

  constructor(database: Database) {
    this.tables = new CopyTables(database);
    this.table = new FeatureTable(database);
  }

  apply(changes: readonly CopyChange[]): void {
    const different = changes.filter(
      ({ id, isNew, says }) => isNew || says === null || !this.tables.has(id, says),
    );
    for (const { id, isNew } of different) if (!isNew) this.remove(id);
    this.dropLost();
    this.added = addArticles(
      this.tables,
      different.flatMap(({ id, says }) => (says === null ? [] : [{ id, says }])),
    );
    for (const { text, address } of this.added.arrivals) {
      count(this.addresses, address, 1);
      this.unlinked.add(text);
    }
    this.addFeatures();
  }

  link(prints: PrintSource, limits: LinkLimits): void {
    const { unlinked, lostFeatures, addresses, tables } = this;
    const { firstNew, newTexts } = this.added;
    const tools = { tables, features: this.table, prints, limits };
    linkTexts(tools, { unlinked, newTexts, firstNew, lostFeatures, addresses });
  }

  private remove(id: ArticleId): void {
    const removed = this.tables.remove(id);
    if (removed === null) return;
    const { text, address, lost } = removed;
    if (address !== null && !this.tables.isAt(text, address)) count(this.addresses, address, -1);
    // Links that went through this text, or through its address, are gone: the others are linked anew.
    if (lost !== null || address !== null) {
      for (const member of this.tables.dissolve(this.tables.groupOf(text))) this.unlinked.add(member);
    }
    if (lost !== null) this.lost.push(lost);
  }

  private dropLost(): void {
    const gone = new Set(this.lost.map(({ number }) => number));
    if (gone.size === 0) return;
    const features = this.lost.flatMap(({ smallest }) => featuresOf(smallest));
    this.table.remove(Uint32Array.from(features), gone);
    for (const feature of features) count(this.lostFeatures, feature, 1);
    for (const number of gone) {
      this.tables.dropText(number);
      this.unlinked.delete(number);
    }
  }

  private addFeatures(): void {
    const features: number[] = [];
    const texts: number[] = [];
    for (const [text, { smallest }] of this.added.newTexts) {
      this.unlinked.add(text);
      for (const feature of featuresOf(smallest)) {
        features.push(feature);
        texts.push(text);
      }
    }
    this.table.add(Uint32Array.from(features), Uint32Array.from(texts));
  }
}

/** What a commit works with. */
export interface CopyWriting {
  readonly database: Database;
  readonly prints: PrintSource;
  readonly identity: string;
  readonly limits?: LinkLimits;
}

/** Writes changes, each id once, and what is a copy of what, in one transaction that covers `commit`. Throws what SQLite throws. */
export function writeCopies(
  { database, prints, identity, limits = linkLimits }: CopyWriting,
  changes: readonly CopyChange[],
  commit: Commit,
): void {
  database.transaction(() => {
    const transaction = new CopyTransaction(database);
    transaction.apply(changes);
    transaction.link(prints, limits);
    const state = { identity, change: String(commit.change), token: commit.token };
    for (const [key, value] of Object.entries(state)) {
      database.run('INSERT OR REPLACE INTO state (key, value) VALUES (?, ?)', key, value);
    }
  });
}

/** Forgets everything. */
export function forgetCopies(database: Database): void {
  database.transaction(() => {
    for (const table of ['copies', 'texts', 'features', 'state']) database.execute(`DELETE FROM ${table}`);
  });
}
