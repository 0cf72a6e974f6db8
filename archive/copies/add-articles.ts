import { integer } from '../library/columns.ts';
import type { Database } from '../library/sqlite.ts';
import type { ArticleId } from '../model/article.ts';
import type { CopyTables, SketchedArticle } from './copy-tables.ts';
import { insertRows } from './insert-rows.ts';
import { bytesOf, idBytes } from './number-bytes.ts';
import type { TextSketch } from './text-sketch.ts';

/** Keys of one question. */
const keysTogether = 500;

/** What adding articles brought. */
export interface AddedArticles {
  /** The first number that a new text may have got; numbers of new texts ascend. */
  readonly firstNew: number;
  readonly newTexts: ReadonlyMap<number, TextSketch>;
  /** Texts that came to an address where they had not been. */
  readonly arrivals: readonly { readonly text: number; readonly address: number }[];
}

interface Numbering {
  readonly numbers: Map<number, number>;
  readonly firstNew: number;
}

/** The numbers of texts by their keys, as far as they are known. */
function knownTexts(database: Database, keys: readonly number[]): Numbering {
  const numbers = new Map<number, number>();
  const sql = 'SELECT key, number FROM texts WHERE key IN (SELECT value FROM json_each(?))';
  for (let at = 0; at < keys.length; at += keysTogether) {
    for (const row of database.all(sql, JSON.stringify(keys.slice(at, at + keysTogether))))
      numbers.set(integer(row, 'key'), integer(row, 'number'));
  }
  const last = database.first("SELECT seq FROM sqlite_sequence WHERE name = 'texts'");
  return { numbers, firstNew: (last === null ? 0 : integer(last, 'seq')) + 1 };
}

/** Adds articles that are not there, each id once, inside a transaction. Throws what SQLite throws. */
export function addArticles(
  tables: CopyTables,
  articles: readonly { readonly id: ArticleId; readonly says: SketchedArticle }[],
): AddedArticles {
  const { database } = tables;
  const { numbers, firstNew } = knownTexts(
    database,
    articles.map(({ says }) => says.sketch.key),
  );
  const newTexts = new Map<number, TextSketch>();
  const amounts = new Map<number, number>();
  const places = articles.map(({ id, says: { sketch, address } }) => {
    const text = numbers.get(sketch.key) ?? firstNew + newTexts.size;
    if (text >= firstNew && !newTexts.has(text)) newTexts.set(text, sketch);
    numbers.set(sketch.key, text);
    amounts.set(text, (amounts.get(text) ?? 0) + 1);
    return { id, text, address };
  });
  const rows = [...newTexts].map(([number, { key, words, smallest }]) => {
    return [number, key, words, amounts.get(number)!, bytesOf(smallest)];
  });
  insertRows(database, 'texts (number, key, words, copies, smallest)', rows);
  for (const [text, amount] of amounts) if (text < firstNew) tables.count(text, amount);
  const arrivals = arrivalsOf(tables, places, firstNew);
  // In the order of their table, so that pages are written one after the other.
  const sorted = [...places].sort((a, b) => (a.id < b.id ? -1 : 1));
  const copies = sorted.map(({ id, text, address }) => [idBytes(id), text, address]);
  insertRows(database, 'copies (article, text, address)', copies);
  return { firstNew, newTexts, arrivals };
}

function arrivalsOf(
  tables: CopyTables,
  places: readonly { readonly text: number; readonly address: number | null }[],
  firstNew: number,
): AddedArticles['arrivals'] {
  const met = new Set<string>();
  return places.flatMap(({ text, address }) => {
    const key = `${String(text)} ${String(address)}`;
    if (address === null || met.has(key)) return [];
    met.add(key);
    return text < firstNew && tables.isAt(text, address) ? [] : [{ text, address }];
  });
}
