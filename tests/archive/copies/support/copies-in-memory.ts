import { addressHash } from '../../../../archive/copies/address-hash.ts';
import { openCopies } from '../../../../archive/copies/copies-database.ts';
import { CopyTables } from '../../../../archive/copies/copy-tables.ts';
import type { SketchedArticle } from '../../../../archive/copies/copy-tables.ts';
import { writeCopies } from '../../../../archive/copies/copy-writer.ts';
import type { LinkLimits } from '../../../../archive/copies/link-texts.ts';
import { idOf } from '../../../../archive/copies/number-bytes.ts';
import { printOf, sketchOf } from '../../../../archive/copies/text-sketch.ts';
import type { Database } from '../../../../archive/library/sqlite.ts';
import type { ArticleId } from '../../../../archive/model/article.ts';
import { DocumentWords } from '../../../../archive/search/segment/document-words.ts';
import { Vocabulary } from '../../../../archive/search/segment/vocabulary.ts';
import type { Written } from './naive-copies.ts';

const vocabulary = new Vocabulary();

/** The words of a headline and a body. */
export function wordsOf(body: string, headline = ''): DocumentWords {
  const words = new DocumentWords();
  words.read(
    [
      { field: 'headline', text: headline },
      { field: 'body', text: body },
    ],
    vocabulary,
  );
  return words;
}

function said({ headline, body, url }: Written): SketchedArticle | null {
  const sketch = sketchOf(wordsOf(body, headline));
  return sketch === null ? null : { sketch, address: addressHash(url) };
}

/** A database of copies over articles in memory. */
export class CopiesInMemory {
  readonly database: Database;
  readonly articles = new Map<string, Written>();
  private readonly limits: LinkLimits;
  private change = 0;

  constructor(folder: string, limits: LinkLimits) {
    this.database = openCopies(folder);
    this.limits = limits;
  }

  /** Makes changes, each id once, in one commit; null removes. */
  commit(changes: ReadonlyMap<string, Written | null>): void {
    const list = [...changes].map(([id, written]) => ({
      id: id as ArticleId,
      isNew: !this.articles.has(id),
      says: written === null ? null : said(written),
    }));
    for (const [id, written] of changes) {
      if (written === null) this.articles.delete(id);
      else this.articles.set(id, written);
    }
    const tables = new CopyTables(this.database);
    const print = (text: number) => {
      const [id] = tables.articlesOf(text, 1);
      return printOf(wordsOf(this.articles.get(id!)!.body).body.view());
    };
    this.change += 1;
    const { database, limits } = this;
    const commit = { change: this.change, token: 'test' };
    writeCopies({ database, prints: { print }, identity: 'test', limits }, list, commit);
  }

  /** The groups of articles, each and all of them sorted. */
  groups(): readonly (readonly string[])[] {
    const sql = `
      SELECT article, coalesce(grp, number) AS label FROM copies JOIN texts ON texts.number = copies.text
      WHERE grp IS NOT NULL OR texts.copies > 1 ORDER BY article`;
    const groups = new Map<unknown, string[]>();
    for (const row of this.database.all(sql)) {
      const label = row['label'];
      groups.set(label, [...(groups.get(label) ?? []), idOf(row, 'article')]);
    }
    return [...groups.values()].sort((a, b) => (a[0]! < b[0]! ? -1 : 1));
  }
}
