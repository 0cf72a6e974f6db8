import type { ArticleId } from '../model/article.ts';
import type { DraftLink } from '../readers/reader.ts';
import { listedId } from './article-id.ts';
import type { ChangeNumbers } from './change-numbers.ts';
import { integer, text, textOrNull } from './columns.ts';
import { headlineKey } from './headline-key.ts';
import type { Database, Row } from './sqlite.ts';
import { totalOf } from './totals.ts';
import type { TotalChanges } from './totals.ts';

/** What answers to listed items: an article's address and headline. */
export interface Answer {
  readonly url: string | null;
  readonly headlineKey: string;
}

/** A page that lists, as far as the order of pages goes. */
export interface ListingPage {
  readonly id: ArticleId;
  readonly published: string | null;
}

const insertListed = `
  INSERT INTO listed (id, article, ordinal, headline, headline_key, url, heading, change, born)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`;
const itemColumns = 'listed.id, listed.headline_key, listed.url, listed.born';

/** Undated pages come last, as in `unresolvedOnce`; equal pages by their id. */
function isOlder(page: ListingPage, row: Row): boolean {
  const other = textOrNull(row, 'published');
  if (page.published === other) return page.id < text(row, 'article');
  return page.published !== null && (other === null || page.published < other);
}

/**
 * Keeps which items of `listed` are records of their own. All that have one headline and one address are one item; it is
 * a record, on the oldest page that lists it, as long as no article answers to it. Lives for one write transaction.
 */
export class ListedItems {
  private readonly database: Database;
  private readonly numbers: ChangeNumbers;
  private readonly totals: TotalChanges;
  /** How many items there are: with none, an article costs no look at the table. */
  private count: number;
  /** Pages with a link that was resolved: what is searched of them changed. */
  private readonly pages = new Set<string>();

  constructor(database: Database, numbers: ChangeNumbers, totals: TotalChanges) {
    this.database = database;
    this.numbers = numbers;
    this.totals = totals;
    this.count = totalOf(database, 'item');
  }

  /** An article has come: the items it answers to give way to it. */
  answered({ url, headlineKey: key }: Answer): void {
    if (this.count === 0) return;
    const byHeadline = `SELECT ${itemColumns} FROM listed WHERE change IS NOT NULL AND headline_key = ?`;
    const items = [...this.database.all(byHeadline, key)];
    if (url !== null) {
      const byUrl = `SELECT ${itemColumns} FROM listed WHERE change IS NOT NULL AND url = ? AND headline_key <> ?`;
      items.push(...this.database.all(byUrl, url, key));
    }
    for (const item of items) this.resolve(item);
  }

  /** Adds what a page lists. The page's own row must be there. */
  add(page: ListingPage, links: readonly DraftLink[]): void {
    links.forEach(({ headline, url, heading }, ordinal) => {
      const id = listedId(page.id, ordinal);
      const key = headlineKey(headline);
      const change = this.isItem(page, { url, headlineKey: key }) ? this.begin() : null;
      const born = change === null ? null : this.numbers.bornOf(id, change);
      this.database.run(insertListed, id, page.id, ordinal, headline, key, url, heading, change, born);
    });
  }

  /** The items of a page that is about to be removed, and those an article about to be removed answers to: one of each kind. */
  concerned(page: ArticleId, { url, headlineKey: key }: Answer): readonly Answer[] {
    const sql = `
      SELECT DISTINCT headline_key, url FROM listed WHERE article = ?1 OR headline_key = ?2 OR (url IS NOT NULL AND url = ?3)`;
    return this.database.all(sql, page, key, url).map((row) => ({
      url: textOrNull(row, 'url'),
      headlineKey: text(row, 'headline_key'),
    }));
  }

  /** The rows of a page that is about to be removed are records no longer. */
  abandoned(page: ArticleId): void {
    const sql = `SELECT ${itemColumns} FROM listed WHERE change IS NOT NULL AND article = ?`;
    for (const item of this.database.all(sql, page)) this.end(item);
  }

  /** After an article is gone: an item that nobody answers to is a record, on the oldest page that lists it. */
  reconsider(item: Answer): void {
    const rows = this.database.all(
      `SELECT listed.id, listed.article, listed.change FROM listed JOIN articles AS page ON page.id = listed.article
       WHERE listed.headline_key = ? AND listed.url IS ?
       ORDER BY page.published IS NULL, page.published, page.id, listed.ordinal`,
      ...[item.headlineKey, item.url],
    );
    const [oldest] = rows;
    if (oldest === undefined || this.isAnswered(item) || rows.some((row) => row['change'] !== null)) return;
    const id = text(oldest, 'id');
    const change = this.begin();
    const born = this.numbers.bornOf(id, change);
    this.database.run('UPDATE listed SET change = ?, born = ? WHERE id = ?', change, born, id);
    for (const row of rows) this.pages.add(text(row, 'article'));
  }

  /** Raises the pages that changed. A page that came in this very transaction is new anyway. */
  finish(): void {
    const { before } = this.numbers;
    const raise = 'UPDATE articles SET change = ? WHERE id = ? AND change <= ?';
    for (const page of this.pages) {
      if (this.database.run(raise, this.numbers.upcoming, page, before) > 0) this.numbers.take();
    }
  }

  private resolve(item: Row): void {
    this.end(item);
    const pages = 'SELECT DISTINCT article FROM listed WHERE headline_key = ? AND url IS ?';
    const rows = this.database.all(pages, text(item, 'headline_key'), textOrNull(item, 'url'));
    for (const row of rows) this.pages.add(text(row, 'article'));
  }

  /** Whether a new row becomes the record of its item; the row that was it gives way. */
  private isItem(page: ListingPage, item: Answer): boolean {
    const { url, headlineKey: key } = item;
    if (this.isAnswered(item)) return false;
    const same = `
      SELECT listed.id, listed.article, listed.born, page.published FROM listed JOIN articles AS page ON page.id = listed.article
      WHERE listed.change IS NOT NULL AND listed.headline_key = ? AND listed.url IS ?`;
    const known = this.database.first(same, key, url);
    if (known === null) return true;
    if (text(known, 'article') === page.id || !isOlder(page, known)) return false;
    this.end(known);
    return true;
  }

  private isAnswered({ url, headlineKey: key }: Answer): boolean {
    const sql = `
      SELECT 1 WHERE EXISTS (SELECT 1 FROM articles WHERE headline_key = ?1)
        OR EXISTS (SELECT 1 FROM articles WHERE url = ?2)`;
    return this.database.first(sql, key, url) !== null;
  }

  private begin(): number {
    this.count += 1;
    this.totals.add('item', '', 1);
    return this.numbers.take();
  }

  private end(item: Row): void {
    const id = text(item, 'id');
    this.count -= 1;
    this.totals.add('item', '', -1);
    this.numbers.remove(id, integer(item, 'born'));
    this.database.run('UPDATE listed SET change = NULL WHERE id = ?', id);
  }
}
