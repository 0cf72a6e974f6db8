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
  private isItem(page: ListingPage, { url, headlineKey: key }: Answer): boolean {
    const answers = `
      SELECT 1 WHERE EXISTS (SELECT 1 FROM articles WHERE headline_key = ?1)
        OR EXISTS (SELECT 1 FROM articles WHERE url = ?2)`;
    if (this.database.first(answers, key, url) !== null) return false;
    const same = `
      SELECT listed.id, listed.article, listed.born, page.published FROM listed JOIN articles AS page ON page.id = listed.article
      WHERE listed.change IS NOT NULL AND listed.headline_key = ? AND listed.url IS ?`;
    const known = this.database.first(same, key, url);
    if (known === null) return true;
    if (text(known, 'article') === page.id || !isOlder(page, known)) return false;
    this.end(known);
    return true;
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
