import { integer } from '../library/columns.ts';
import type { Database } from '../library/sqlite.ts';
import { spread } from '../search/analysis/word-hash.ts';
import { bytesOf, numbersOf } from './number-bytes.ts';

/** The texts that have a feature, by the feature; each in the order in which they came. */
export type FeatureLists = ReadonlyMap<number, Uint32Array>;

/*
 * Features are spread over 1,024 buckets, and a bucket is a few rows of numbers, feature and text in turn. A row for each
 * feature would cost an import ten times as much: SQLite takes a microsecond or two for each, and there are sixteen of them
 * for every article.
 */
const buckets = 1_024;
const rowsPerBucket = 0x1_0000;
/** A bucket of more rows is written anew as one. */
const mostRows = 32;

function bucketOf(feature: number): number {
  return spread(feature) >>> 22;
}

function firstRow(bucket: number): number {
  return bucket * rowsPerBucket;
}

/** Numbers put into their buckets by a counting sort: those of bucket b are at `[starts[b], starts[b + 1])` of `order`. */
function byBucket(features: Uint32Array): { readonly starts: Uint32Array; readonly order: Uint32Array } {
  const starts = new Uint32Array(buckets + 1);
  for (const feature of features) starts[bucketOf(feature) + 1]! += 1;
  for (let bucket = 0; bucket < buckets; bucket += 1) starts[bucket + 1]! += starts[bucket]!;
  const next = starts.slice(0, buckets);
  const order = new Uint32Array(features.length);
  features.forEach((feature, index) => {
    const bucket = bucketOf(feature);
    order[next[bucket]!] = index;
    next[bucket]! += 1;
  });
  return { starts, order };
}

/** Numbers by which different features are told apart while a bucket is read: an open-addressed table of their places. */
class Places {
  private readonly slots: Int32Array;
  private readonly features: readonly number[];

  constructor(features: readonly number[]) {
    let size = 4;
    while (size < features.length * 2) size *= 2;
    this.slots = new Int32Array(size);
    this.features = features;
    features.forEach((feature, place) => {
      let at = spread(feature) & (size - 1);
      while (this.slots[at]! > 0) at = (at + 1) & (size - 1);
      this.slots[at] = place + 1;
    });
  }

  /** The place of a feature in the list, or -1. */
  find(feature: number): number {
    const last = this.slots.length - 1;
    let at = spread(feature) & last;
    for (let place = this.slots[at]!; place > 0; place = this.slots[at]!) {
      if (this.features[place - 1] === feature) return place - 1;
      at = (at + 1) & last;
    }
    return -1;
  }
}

/** Which texts have which features, in the table `features`. To be used inside a transaction; throws what SQLite throws. */
export class FeatureTable {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  /** Adds pairs: feature and text at the same place of the two lists. */
  add(features: Uint32Array, texts: Uint32Array): void {
    const { starts, order } = byBucket(features);
    for (let bucket = 0; bucket < buckets; bucket += 1) {
      const [from, to] = [starts[bucket]!, starts[bucket + 1]!];
      if (from === to) continue;
      const entries = new Uint32Array((to - from) * 2);
      for (let at = from; at < to; at += 1) {
        entries[(at - from) * 2] = features[order[at]!]!;
        entries[(at - from) * 2 + 1] = texts[order[at]!]!;
      }
      this.append(bucket, entries);
    }
  }

  /** Takes texts out of the lists of these features. */
  remove(features: Uint32Array, texts: ReadonlySet<number>): void {
    const { starts } = byBucket(features);
    for (let bucket = 0; bucket < buckets; bucket += 1) {
      if (starts[bucket] === starts[bucket + 1]) continue;
      const kept: number[] = [];
      for (const row of this.rows(bucket)) {
        for (let at = 0; at < row.length; at += 2)
          if (!texts.has(row[at + 1]!)) kept.push(row[at]!, row[at + 1]!);
      }
      this.replace(bucket, Uint32Array.from(kept));
    }
  }

  /** The lists of these features; those that one text has or none are left out. */
  lists(features: Uint32Array): FeatureLists {
    const lists = new Map<number, Uint32Array>();
    const { starts, order } = byBucket(features);
    for (let bucket = 0; bucket < buckets; bucket += 1) {
      const own = order.subarray(starts[bucket], starts[bucket + 1]);
      if (own.length === 0) continue;
      const wanted = [...new Set(Array.from(own, (index) => features[index]!))];
      this.listsIn(bucket, wanted, lists);
    }
    return lists;
  }

  private listsIn(bucket: number, wanted: readonly number[], lists: Map<number, Uint32Array>): void {
    const places = new Places(wanted);
    const rows = this.rows(bucket);
    const counts = new Uint32Array(wanted.length);
    for (const row of rows) {
      for (let at = 0; at < row.length; at += 2) {
        const place = places.find(row[at]!);
        if (place >= 0) counts[place]! += 1;
      }
    }
    const found = wanted.map((feature, place) => {
      const list = counts[place]! > 1 ? new Uint32Array(counts[place]!) : null;
      if (list !== null) lists.set(feature, list);
      return list;
    });
    counts.fill(0);
    for (const row of rows) {
      for (let at = 0; at < row.length; at += 2) {
        const place = places.find(row[at]!);
        const list = place < 0 ? null : found[place]!;
        if (list === null) continue;
        list[counts[place]!] = row[at + 1]!;
        counts[place]! += 1;
      }
    }
  }

  private rows(bucket: number): readonly Uint32Array[] {
    const sql = 'SELECT entries FROM features WHERE id BETWEEN ? AND ? ORDER BY id';
    const first = firstRow(bucket);
    return this.database.all(sql, first, first + rowsPerBucket - 1).map((row) => numbersOf(row, 'entries'));
  }

  private append(bucket: number, entries: Uint32Array): void {
    const first = firstRow(bucket);
    const sql = 'SELECT count(*) AS rows, max(id) AS last FROM features WHERE id BETWEEN ? AND ?';
    const row = this.database.first(sql, first, first + rowsPerBucket - 1) ?? {};
    const count = integer(row, 'rows');
    if (count < mostRows) {
      this.insert(count === 0 ? first : integer(row, 'last') + 1, entries);
      return;
    }
    const all = [...this.rows(bucket), entries];
    const together = new Uint32Array(all.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const one of all) {
      together.set(one, at);
      at += one.length;
    }
    this.replace(bucket, together);
  }

  private replace(bucket: number, entries: Uint32Array): void {
    const first = firstRow(bucket);
    this.database.run('DELETE FROM features WHERE id BETWEEN ? AND ?', first, first + rowsPerBucket - 1);
    if (entries.length > 0) this.insert(first, entries);
  }

  private insert(id: number, entries: Uint32Array): void {
    this.database.run('INSERT INTO features (id, entries) VALUES (?, ?)', id, bytesOf(entries));
  }
}
